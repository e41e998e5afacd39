import { sketched } from "./sketch.ts";
import { TEXT_FIELDS } from "./structure-types.ts";

/** Where a type is missing, too wide, or said twice. */
export const STRUCTURE_TYPED = [
  sketched("promise-as-return-type", {
    seen: [
      "=the return type of an async function [must|has to] be [a promise|a Promise], {fn} has it wrong",
      "={fn} doesn't compile, [it's async|it gives a promise] but the type [says|is] {ret}",
      "=the return type of {fn} is [wrong|off], [it's a promise|it gives a promise]",
      "wrap the return type of {fn} in [a promise|Promise]",
      "={fn} is async, so {ret} [can't be right|isn't right] as its return type",
      "=[Promise|promise] missing in the type of {fn}",
      "=should {fn} not [say|be typed] Promise?",
      "=ts1064 on {fn}",
      "=[callers|people] forget to await {fn} since its type says {ret}[, it's a promise of it|]",
      "fix the return type of {fn}[, it's asynchronous|]",
      "=type error: {ret} isn't a promise, at {fn}",
      "=[type|signature] of {fn} [should be|needs to be] a promise of {ret}",
      "=tsc: did you mean to write Promise<{ret}>? [in|at|about] {fn}",
      "=[nobody|no caller] sees that {fn} is async, its type [says|claims] {ret}",
    ],
    unseen: [
      "=the signature of {fn} pretends that the {ret} is there at once",
      "=what {fn} gives back is typed as if nobody had to wait for it",
    ],
    vars: {
      fn: ["load‹Thing›", "fetch‹Thing›", "get‹Thing›", "read‹Thing›", "query‹Thing›", "import‹Thing›"],
      ret: ["‹Thing›", "‹Thing›", "‹Thing›[]", "‹Thing› | null", "Map<string, ‹Thing›>", "string"],
    },
    code: [
      `
      ƒ async ‹fn›(id: string): ⟦‹ret›→Promise<‹ret›>⟧ {
        const res = await fetch(´/api/‹things:kebab›/€{id}´);
        ‹fill›
        return res.json();
      ƒ}

      ƒ label‹Other›(‹other›: ‹Other›): string {
        return ‹other›.label;
      ƒ}
      `,
      `
      export interface ‹Thing›Source {
        readonly name: string;
        isOpen(): boolean;
        ‹fn›(id: string): ⟦‹ret›→Promise<‹ret›>⟧;
      }

      export class Http‹Thing›Source implements ‹Thing›Source {
        readonly name = "http";

        isOpen(): boolean {
          return true;
        }

        async ‹fn›(id: string) {
          return this.client.get(´/‹things:kebab›/€{id}´);
        }
      }
      `,
      `
      ƒ ‹fn›(client: Client, id: string): ⟦‹ret›→Promise<‹ret›>⟧ {
        return client.get("/‹things:kebab›/" + id).then((res) => res.data);
      ƒ}

      ƒ pathOf(‹thing›Id: string): string {
        return "/‹things:kebab›/" + ‹thing›Id;
      ƒ}
      `,
      `
      export class ‹Thing›Repository {
        constructor(private readonly db: Db) {}

        get table(): string {
          return "‹things:snake›";
        }

        async ‹fn›(id: string): ⟦‹ret›→Promise<‹ret›>⟧ {
          return await this.db.one(this.table, { id });
        }
      }
      `,
    ],
  }),
  sketched("import-type-only", {
    seen: [
      "={Thing} is [only|just|never more than] [used as |]a type[ here|], [so import type|import it as such|import it as a type]",
      "import {Thing} as a type[ only|]",
      "=import type for {Thing} [pls|please]",
      "=verbatimModuleSyntax complains about {Thing}",
      "=[bundle|the bundle] [pulls in|contains] the module of {Thing}, but we only need the type",
      "=lint: all imports of {Thing} are only used as types",
      "=should {Thing} not be a type[-only|] import?",
      "=the import of {Thing} should disappear at runtime",
      "=ts1484: {Thing} is a type and must be imported using a type-only import",
      "=why is {Thing} imported [as a value|like a value|for real]?",
      "=circular import at runtime because of {Thing}, it's just a type here",
      "turn the {Thing} import into an import type",
      "=[eslint|biome|lint] wants import type for {Thing}",
      "=[no|there's no] runtime use of {Thing}, [type import|import type] please",
      "=only types come from there, so {Thing} should be an import type",
    ],
    unseen: [
      "=nothing of {Thing} is left after compiling, so the import should say so",
      "mark the {Thing} import as type-only",
    ],
    vars: {
      from: ["./‹thing:kebab›", "../types", "@app/‹thing:kebab›", "../models/‹thing:kebab›", "./types.js"],
    },
    code: [
      `
      import { api } from "./api";
      import ⟦→type ⟧{ ‹Thing› } from "‹from›";
      import { ‹Other› } from "./‹other:kebab›";

      ƒ async load‹Thing›(id: string): Promise<‹Thing›> {
        const ‹other› = new ‹Other›();
        return api.get(‹other›.pathOf(id));
      ƒ}
      `,
      `
      import ⟦→type ⟧{ ‹Thing›«, ‹Thing›Options|» } from "‹from›";
      import { log } from "./log";

      export function show‹Thing›(‹thing›: ‹Thing›) {
        log(‹thing›.«name|id|label»);
      }
      `,
      `
      import { z } from "zod";
      import ⟦→type ⟧‹Thing› from "‹from›";
      import type { ‹Other› } from "../‹other:kebab›";

      export class ‹Thing›Queue {
        private items: ‹Thing›[] = [];
        private owner: ‹Other› | null = null;
        private schema = z.array(z.unknown());

        add(‹thing›: ‹Thing›): void {
          this.items.push(‹thing›);
        }
      }
      `,
      `
      import { useState } from "react";
      import ⟦→type ⟧{ ‹Thing› } from "‹from›";
      import { ‹Thing›Row } from "./‹thing:kebab›-row";

      export function ‹Thing›Table({ ‹things› }: { ‹things›: ‹Thing›[] }) {
        const [open, setOpen] = useState("");
        return ‹things›.map((one) => (
          <‹Thing›Row key={one.id} value={one} isOpen={open === one.id} onOpen={() => setOpen(one.id)} />
        ));
      }
      `,
    ],
  }),
  sketched("annotation-not-cast", {
    seen: [
      "=the cast [hides|swallows] missing fields[ of {value}|], annotate {value} instead",
      "annotate {value} instead of casting[ it|]",
      "=no cast on {value} [pls|please], [a type annotation|an annotation]",
      "=`as {Thing}` means ts [doesn't check|won't check] {value}",
      "=forgot a field in {value} and ts said nothing[, because of the as|]",
      "=can {value} be annotated[ rather than cast|]?",
      "={value} should be checked against {Thing}, not cast to it",
      "=why the as on {value}? [annotate it|a type annotation would do]",
      "use [a type annotation|an annotation] for {value}, not `as`",
      "=[as|a cast] is too weak for {value}[: annotation|]",
      "turn the cast of {value} into a type annotation",
      "=typos in {value} get through because of the cast",
      "=[missing|wrong|unknown] properties in {value} [aren't|are not] reported [because of|due to] the as",
      "=i'd [rather|prefer to] have {value} [checked|type-checked] than cast",
    ],
    unseen: [
      "=when {Thing} gets a new required field nobody is told at {value}",
      "declare {value} with its type, so that the compiler looks at what is in there",
    ],
    vars: {
      value: [
        "‹thing›",
        "default‹Thing›",
        "initial‹Thing›",
        "empty‹Thing›",
        "fake‹Thing›",
        "base‹Thing›",
        "sample‹Thing›",
      ],
      field: TEXT_FIELDS,
    },
    code: [
      `
      «export »const ‹value›⟦→: ‹Thing›⟧ = {
        id: "«1|x|»",
        ‹field›: "",
        «count: 0,|done: false,|»
      }⟦ as ‹Thing›→⟧;

      export const parse‹Other› = (text: string) => JSON.parse(text) as ‹Other›;
      `,
      `
      ƒ send‹Thing›(‹field›: string, raw: unknown) {
        const ‹other› = raw as ‹Other›;
        const ‹value›⟦→: ‹Thing›⟧ = { ‹field›, «sentAt: new Date()|id: ‹other›.id» }⟦ as ‹Thing›→⟧;
        ‹fill›
        return queue.push(‹value›, ‹other›);
      ƒ}
      `,
      `
      describe("‹thing:words›", () => {
        it("is shown", () => {
          const ‹value›⟦→: ‹Thing›⟧ = { id: "7", ‹field›: "abc" }⟦ as ‹Thing›→⟧;
          const root = document.body as HTMLElement;

          render‹Thing›(root, ‹value›);

          expect(root.textContent).toContain("abc");
        });
      });
      `,
      `
      export class ‹Thing›Form {
        submit(input: HTMLInputElement): void {
          const ‹value›⟦→: ‹Thing›⟧ = {
            ‹field›: input.value,
            active: true,
          }⟦ as ‹Thing›→⟧;
          this.save(‹value›, input.form as HTMLFormElement);
        }
      }
      `,
    ],
  }),
  sketched("throw-instead-of-bang", {
    seen: [
      "=the `!` on {value} [crashes later|only hides the problem], throw {textMessage} if it's missing",
      "=no non-null assertion[ pls|]: if there's no {value} throw an Error {textMessage}",
      "replace the `!` by a check that throws {textMessage}",
      "=[lint|eslint|biome] forbids the `!`. check {value} and throw {textMessage}",
      "=can we [throw|fail with] {textMessage} instead of [using|relying on|the] !?",
      "=when there's no {value} it dies somewhere else with 'undefined is not an object', should throw {textMessage} right here",
      "get rid of the `!` [on|for] {value}[:|,] throw {textMessage} [when|if] it's undefined",
      "=the [exclamation mark|bang|`!`] lies, {value} may be missing: throw {textMessage} then",
      "=would prefer a proper error {textMessage} over the `!` on {value}",
      "=don't just assert that {value} exists, [throw|fail with] {textMessage}",
      "=[`!`|bang] → check and throw {textMessage}",
      "=[crashed|blew up] since {value} was undefined despite the `!`. throw {textMessage} [then|in that case]",
      "=error {textMessage} [rather than|instead of] the `!` [please|pls]",
      "={value} [can|may] be [undefined|missing], [throw|raise] {textMessage} [then|in that case] and drop the `!`",
    ],
    unseen: [
      "=the assertion for {value} isn't safe. better an early Error with {textMessage}",
      "drop the non-null assertion; a missing {value} is an error {textMessage}",
    ],
    vars: {
      value: ["‹thing›", "found", "current", "match", "selected", "‹thing›Entry", "target"],
      message: [
        "unknown ‹thing:words›",
        "no such ‹thing:words›",
        "‹thing:Words› not found",
        "missing ‹thing:words›",
        "‹thing:words› does not exist",
      ],
    },
    code: [
      `
      ƒ rename‹Thing›(‹things›: ‹Thing›[], id: string, name: string): void {
        const ‹value› = ‹things›.find((one) => one.id === id)⟦!→⟧;
        ⟦→if (!‹value›) {
          throw new Error("‹message›");
        }⟧
        ‹value›.name = name;
        «‹value›.updatedAt = new Date();|notify(‹value›);|»
      ƒ}
      `,
      `
      export class ‹Thing›Cache {
        private readonly entries = new Map<string, ‹Thing›>();

        use(key: string): ‹Thing› {
          const ‹value› = this.entries.get(key)⟦!→⟧;
          ⟦→if (!‹value›) {
            throw new Error("‹message›");
          }⟧
          ‹value›.hits += 1;
          return ‹value›;
        }
      }
      `,
      `
      ƒ async close‹Thing›(id: string) {
        const ‹other› = await load‹Other›();
        const ‹value› = ‹other›.‹things›.at(-1)⟦!→⟧;
        ⟦→if (!‹value›) {
          throw new Error("‹message›");
        }⟧
        await ‹value›.close(id);
        ‹fill›
      ƒ}
      `,
    ],
  }),
  sketched("extend-the-interface", {
    seen: [
      "={bigger} repeats [everything|all the fields] of {Thing}, [let it extend it|should extend it]",
      "let {bigger} extend {Thing}",
      "=[the fields|same fields] [in|of] {Thing} and {bigger} are [the same|duplicated]. extends?",
      "=[duplicate|duplicated] fields in {bigger}, extend {Thing}",
      "=every [new field|change] in {Thing} has to be copied to {bigger}",
      "=isn't a {bigger} just a {Thing} with [something|a bit] more?",
      "=can {bigger} [build on|inherit from|reuse] {Thing}?",
      "=[forgot|always forget] to add new fields to {bigger} as well",
      "dedupe the two interfaces[: {bigger} extends {Thing}|, {bigger} can extend {Thing}]",
      "={bigger} extends {Thing} [pls|please]",
      "don't list the fields of {Thing} twice",
      "=[copy and paste|copied fields] in {bigger}, [inherit|extend] {Thing} instead",
      "=a change in {Thing} [doesn't reach|is forgotten in] {bigger}",
      "={bigger} is {Thing} plus [a field|something], [say so|with extends]",
    ],
    unseen: ["=why list it all again in {bigger}? it's a {Thing} plus a little", "base {bigger} on {Thing}"],
    vars: {
      bigger: [
        "‹Thing›Details",
        "Full‹Thing›",
        "Stored‹Thing›",
        "‹Thing›WithOwner",
        "Extended‹Thing›",
        "‹Thing›Row",
      ],
      a: ["name: string", "title: string", "label: string", "slug: string", "email: string"],
      b: ["createdAt: Date", "price: number", "tags: string[]", "active: boolean", "status: Status"],
      c: [
        "owner: User",
        "version: number",
        "notes?: string",
        "history: Change[]",
        "comments: string[]",
        "rank: number",
      ],
    },
    code: [
      `
      export interface ‹Thing› {
        id: string;
        ‹a›;
        ‹b›;
      }

      export interface ‹Bigger›⟦→ extends ‹Thing›⟧ {
        ⟦id: string;
        ‹a›;
        ‹b›;→⟧
        ‹c›;
      }
      `,
      `
      interface ‹Thing› {
        id: number;
        ‹a›;
        ‹b›;
      }

      interface ‹Bigger›⟦→ extends ‹Thing›⟧ {
        ⟦id: number;
        ‹a›;
        ‹b›;→⟧
        ‹c›;
        «loadedAt: Date;|source: string;|»
      }

      interface ‹Other› {
        id: number;
        ‹things›: ‹Thing›[];
      }
      `,
      `
      import type { Change, Status, User } from "./common";

      export interface ‹Other›Page {
        items: ‹Other›[];
        total: number;
      }

      export interface ‹Thing› {
        ‹a›;
        ‹b›;
      }

      export interface ‹Bigger›⟦→ extends ‹Thing›⟧ {
        ⟦‹a›;
        ‹b›;→⟧
        ‹c›;
      }
      `,
    ],
  }),
  sketched("narrow-caught-error", {
    seen: [
      "={err} is unknown [here |]so ts complains about .message, use String({err}) if [it's|it is] not an Error",
      "=ts: '{err}' is of type unknown. message if it's an Error, String({err}) otherwise",
      "=what if something else than an Error is thrown? then String({err}), please",
      "=[undefined|it says undefined] when a string is thrown, use String({err}) [then|in that case]",
      "only [use|read] .message if {err} is an Error, otherwise String({err})",
      "=can't read message of unknown. instanceof Error, else String({err})",
      "handle [a thrown|thrown] [string|non-error] [too|as well], with String({err})",
      "=type error in the catch. check instanceof Error and fall back to String({err})",
      "=strict catch variables: {err}.message doesn't compile any more, String({err}) as the fallback",
      "narrow {err} before [reading|using] its message (else String({err}))",
      "=[when|if] something throws [a string|a plain object], .message is undefined. String({err}) [for those|then]",
      "=message only of real Errors, String({err}) for [the rest|anything else]",
      "=[toast|log|report] says undefined when a [string|number] was thrown, use String({err}) then",
      "=what if {err} [isn't|is not] an Error? [String({err})|use String({err})] [then|in that case]",
      "={err} [could|can|may] be anything: [message|its message] of an Error, [else|otherwise] String({err})",
    ],
    unseen: [
      "=plugins throw plain strings and we show nothing for them, String({err}) would do for those",
      "make sure {err} really is an Error before taking its message; anything else through String",
    ],
    vars: { err: ["err", "error", "e", "cause", "ex", "failure", "reason"] },
    code: [
      `
      try {
        await «sync|load|publish»‹Thing›(‹thing›Id);
      } catch (‹err›) {
        await report(‹thing›Id, ⟦‹err›.message→‹err› instanceof Error ? ‹err›.message : String(‹err›)⟧);
      }
      `,
      `
      ƒ async save‹Thing›(‹thing›: ‹Thing›): Promise<Result> {
        try {
          await api.put("/‹things:kebab›", ‹thing›);
          return { ok: true, message: ‹thing›.message };
        } catch (‹err›) {
          return { ok: false, message: ⟦‹err›.message→‹err› instanceof Error ? ‹err›.message : String(‹err›)⟧ };
        }
      ƒ}
      `,
      `
      export function use‹Thing›Upload() {
        const [message, setMessage] = useState("");

        const upload = async (file: File) => {
          try {
            await post‹Thing›(file);
          } catch (‹err›) {
            setMessage(⟦‹err›.message→‹err› instanceof Error ? ‹err›.message : String(‹err›)⟧);
          }
        };

        return { message, upload };
      }
      `,
      `
      export class ‹Thing›Worker {
        async run(job: Job): Promise<void> {
          try {
            await this.process(job);
          } catch (‹err›) {
            const text = ⟦‹err›.message→‹err› instanceof Error ? ‹err›.message : String(‹err›)⟧;
            this.log.«error|warn»("‹thing:words› failed: " + text);
          }
        }
      }
      `,
    ],
  }),
  sketched("optional-and-a-new-field", {
    seen: [
      "={f1} optional, and add an optional {f2} ({t2}) after it",
      "make {f1} optional and add [an optional|a non-required] {f2} ({t2}) [below|after it|right below]",
      "=not [everyone|every {wordsThing}|everybody] has {f1}, and we also need an optional {f2} ({t2}) after it",
      "={f1} isn't always there, and there's a new optional {f2}: {t2} after it",
      "={f1} may be [missing|absent]; also {f2}?: {t2} [after|below] {f1}",
      "=the api sends {f2} now ({t2}, not always, put it after {f1}), and {f1} only sometimes",
      "={f1} [shouldn't be|isn't] required any more, plus {f2} ({t2}, optional too) [after|behind] it",
      "=can {f1} be [left out|omitted|missing]? and add {f2} as an optional {t2} after it",
      "=both {f1} and a new {f2} ({t2}) should be optional, {f2} [goes|comes] after {f1}",
      "={f1} [can|may] be [empty|missing] [now|from now on], and [add|we get] {f2} after it: {t2}, optional [too|as well]",
    ],
    unseen: ["=we don't ask for {f1} from everybody now. add {f2} below it too, {t2}, optional as well"],
    rows: [
      [
        { f1: "email", f2: "phone", t2: "string" },
        { f1: "title", f2: "subtitle", t2: "string" },
        { f1: "owner", f2: "reviewer", t2: "string" },
        { f1: "price", f2: "discount", t2: "number" },
        { f1: "startsAt", f2: "endsAt", t2: "Date" },
        { f1: "width", f2: "height", t2: "number" },
        { f1: "company", f2: "vatNumber", t2: "string" },
        { f1: "avatar", f2: "banner", t2: "string" },
        { f1: "color", f2: "icon", t2: "string" },
        { f1: "parentId", f2: "tags", t2: "string[]" },
        { f1: "description", f2: "archived", t2: "boolean" },
        { f1: "weight", f2: "unit", t2: '"kg" | "lb"' },
        { f1: "cursor", f2: "limit", t2: "number" },
        { f1: "street", f2: "floor", t2: "number" },
      ],
    ],
    vars: { t1: ["string", "string", "number"] },
    code: [
      `
      export interface ‹Thing› {
        id: «number|string»;
        «name: string;|kind: ‹Thing›Kind;|»
        ⟦‹f1›: ‹t1›;→‹f1›?: ‹t1›;
        ‹f2›?: ‹t2›;⟧
        «createdAt: Date;|active: boolean;|»
      }
      `,
      `
      type ‹Thing›Input = {
        ‹other›Id: string;
        ⟦‹f1›: ‹t1›;→‹f1›?: ‹t1›;
        ‹f2›?: ‹t2›;⟧
      };

      ƒ add‹Thing›(input: ‹Thing›Input): void {
        «store.add(input)|api.post("/‹things:kebab›", input)»;
      ƒ}
      `,
      `
      interface ‹Thing›CardProps {
        ⟦‹f1›: ‹t1›;→‹f1›?: ‹t1›;
        ‹f2›?: ‹t2›;⟧
        label: string;
        onOpen: () => void;
      }

      export const ‹Thing›Card = (props: ‹Thing›CardProps) => (
        <article onClick={props.onOpen}>{props.label}</article>
      );
      `,
    ],
  }),
  sketched("type-of-the-key", {
    seen: [
      "={fn} always gives [a union of all|any of the] types, [i want|should give] the type of the key [i ask for|that is asked for]",
      "make {fn} generic over the key[, so that the result has the type of that field|]",
      "=the result of {fn} [should have|needs] the type of the field, not all of them",
      "=i have to cast after {fn}, the type should depend on the key",
      "=can {fn} return {owner}[ |'s ]K instead?",
      "={fn} loses the type of the [field|property]",
      "=typed [too widely|too loosely]: {fn} should know which field it [gives|returns]",
      "=K extends keyof {owner} for {fn}[ pls|]",
      "=why is the result of {fn} not [narrowed|typed] by the key?",
      "type {fn} by its key (K extends keyof {owner})",
      "=each {fn} call needs an `as`",
      "=[union|everything] comes out of {fn}, [the key should decide|it should depend on the key]",
      "={fn} [should|could] [return|give] exactly the type that the key has",
    ],
    unseen: [
      "={fn} should give a number back where the field is a number, at the moment it may be anything",
      "let the return type of {fn} follow the key parameter",
    ],
    vars: {
      fn: ["get", "read", "valueOf", "field", "getField", "pick", "setting", "lookUp"],
      owner: ["‹Thing›", "‹Thing›Settings", "‹Thing›Options", "‹Thing›Config", "‹Thing›State"],
    },
    code: [
      `
      export class ‹Thing›Store {
        constructor(private readonly values: ‹owner›) {}

        ‹fn›⟦→<K extends keyof ‹owner›>⟧(key: ⟦keyof ‹owner›→K⟧): ‹owner›[⟦keyof ‹owner›→K⟧] {
          return this.values[key];
        }

        has(key: keyof ‹owner›): boolean {
          return key in this.values;
        }
      }
      `,
      `
      ƒ ‹fn›⟦→<K extends keyof ‹owner›>⟧(‹thing›: ‹owner›, key: ⟦keyof ‹owner›→K⟧): ‹owner›[⟦keyof ‹owner›→K⟧] {
        return ‹thing›[key];
      ƒ}

      ƒ clear‹Other›(‹thing›: ‹owner›, key: keyof ‹owner›): void {
        delete ‹thing›[key];
      ƒ}
      `,
      `
      const ‹thing›: ‹owner› = load();

      ƒ ‹fn›⟦→<K extends keyof ‹owner›>⟧(key: ⟦keyof ‹owner›→K⟧): ‹owner›[⟦keyof ‹owner›→K⟧] {
        ‹fill›
        return ‹thing›[key];
      ƒ}
      `,
    ],
  }),
  sketched("type-of-null-state", {
    seen: [
      "=ts says {value} is [always null|never], it can be a {Thing}",
      "=can't [call {setter} with|pass] a {Thing}[ to {setter}|], the state is typed as null",
      "type the {value} state[: {Thing} or null|, it's a {Thing} or null]",
      "=[type|generic] missing on the {value} state, it's a {Thing} or null",
      "={value} starts as null but [later it is|becomes] a {Thing}, [tell ts|ts doesn't know]",
      "={setter}: argument of type {Thing} is not assignable to null",
      "=property does not exist on type never[ when i use {value}|], {value} is a {Thing} or null",
      "=useState for {value} needs a type ({Thing} or null)",
      "=can [you|we] type {value}? {Thing}, null at first",
      "annotate the state {value}, {Thing} or null",
      "=[null|just null] is inferred for {value}, [should be|want] {Thing} or null",
      "=[typing|type] of {value} [missing|is off]: {Thing} or null",
      "=i can't [set|put] a {Thing} [into|in] {value}[, it only takes null|]",
      "=[ts|the compiler|vscode] [complains|shows an error] at {setter}, {value} is {Thing} or null",
    ],
    unseen: [
      "=since {value} begins with null the compiler never lets me put a {Thing} in",
      "tell useState that {value} holds a {Thing} or null",
    ],
    vars: {
      value: [
        "‹thing›",
        "selected",
        "current",
        "active‹Thing›",
        "editing",
        "draft",
        "open‹Thing›",
        "hovered",
      ],
      setter: ["set‹Value›"],
    },
    code: [
      `
      export function ‹Thing›Panel() {
        const [‹value›, set‹Value›] = useState⟦→<‹Thing› | null>⟧(null);
        const [«search, setSearch|filter, setFilter|query, setQuery»] = useState("");
        ‹fill›
        useEffect(() => {
          load‹Thing›().then((loaded: ‹Thing›) => set‹Value›(loaded));
        }, []);
        return ‹value› ? <‹Thing›View value={‹value›} /> : <p>No ‹thing:words›</p>;
      }
      `,
      `
      export function use‹Thing›(‹things›: ‹Thing›[]) {
        const [isOpen, setIsOpen] = useState(false);
        const [‹value›, set‹Value›] = useState⟦→<‹Thing› | null>⟧(null);
        const [error, setError] = useState<string | null>(null);

        const choose = (id: string) => {
          const found = ‹things›.find((one) => one.id === id);
          set‹Value›(found ?? null);
          setIsOpen(found !== undefined);
          if (!found) setError("unknown");
        };

        return { ‹value›, choose, isOpen, error };
      }
      `,
      `
      export const ‹Thing›Picker = ({ ‹things› }: { ‹things›: ‹Thing›[] }) => {
        const [‹value›, set‹Value›] = useState⟦→<‹Thing› | null>⟧(null);
        const [page, setPage] = useState(0);

        return (
          <List page={page} onPage={setPage}>
            {‹things›.map((one) => (
              <Item key={one.id} isOn={one === ‹value›} onClick={() => set‹Value›(one)} />
            ))}
          </List>
        );
      };
      `,
    ],
  }),
  sketched("type-of-empty-list-state", {
    seen: [
      "=[ts says|the compiler thinks] {value} is never, it's [a list|an array] of {Thing}",
      "=the empty array makes {value} a never array, it [holds|is for|contains] {wordsThings}",
      "=argument of type {Thing} is not assignable to never when i fill {value}",
      "type {value}, it's an array of {Thing}",
      "=can't [put|add|push] a {Thing} [in|into|to] {value}, ts thinks it's never",
      "=property does not exist on type never ({value} are {wordsThings})",
      "=[missing|no] type on {value}: [array|list] of {Thing}",
      "=can {value} be [typed|declared] as {Thing} array?",
      "annotate {value} as [an array|a list] of {Thing}",
      "={value} is any here, [should be|it's] {Thing} array",
      "=[implicit any|implicitly any] for {value}[. they are {wordsThings}|, a list of {Thing}]",
      "=[{Thing}|a {Thing}] [doesn't fit|can't go] into {value}, ts inferred [never|an array of never]",
    ],
    unseen: [
      "=everything in {value} counts as never, though there are only {wordsThings} in it",
      "let the compiler know that {value} collects {wordsThings}",
    ],
    vars: { value: ["‹things›", "items", "found", "rows", "results", "selected", "queue", "pending"] },
    code: [
      `
      export function ‹Thing›List() {
        const [‹value›, set‹Value›] = useState⟦→<‹Thing›[]>⟧([]);
        const [page, setPage] = useState(«1|0»);
        ‹fill›
        useEffect(() => {
          list‹Things›(page).then(set‹Value›);
        }, [page]);
        return <Table rows={‹value›} onNext={() => setPage(page + 1)} />;
      }
      `,
      `
      export class ‹Thing›Collector {
        private ‹value›⟦→: ‹Thing›[]⟧ = [];
        private names: string[] = [];

        add(‹thing›: ‹Thing›): void {
          this.‹value›.push(‹thing›);
          this.names.push(‹thing›.name);
        }
      }
      `,
      `
      ƒ async collect‹Things›(pages: number): Promise<‹Thing›[]> {
        const ‹value›⟦→: ‹Thing›[]⟧ = [];
        for (let page = 1; page <= pages; page++) {
          ‹value›.push(...(await load‹Things›(page)));
        }
        return ‹value›;
      ƒ}
      `,
      `
      const initialState = {
        isLoading: false,
        ‹value›: []⟦→ as ‹Thing›[]⟧,
        tags: [] as string[],
      };

      export type State = typeof initialState;
      `,
    ],
  }),
  sketched("type-of-the-ref", {
    seen: [
      "type the ref, it's [an|a] {element}",
      "={ref}.current is never, [it's|it should be] [an|a] {element}",
      "=ts doesn't know what {ref} is: {element}",
      "={ref} needs a type ({element})",
      "={method} does not exist on type never[, {ref} is an {element}|. {ref} holds an {element}]",
      "=can {ref} be typed? it's [an|a] {element}",
      "=missing type on {ref}, {element}",
      "annotate {ref} as {element}",
      "=i can't call {method}[()|] on {ref}, ts thinks it's null. it's [an|a] {element}",
      "=useRef without type: {ref} is [an|a] {element}",
      "=[element|generic|type] missing on {ref}: {element}",
      "={ref} [is|must be] [a ref to|for] an {element}, [type it|ts can't know]",
      "=[.current|current] of {ref} has [no|the wrong] type, [it's|should be] an {element}",
      "=[red squiggle|type error] at {method}, {ref} is an {element}",
    ],
    unseen: [
      "=the compiler won't let me use {method} on {ref}, which is an {element}",
      "give {ref} the type {element}",
    ],
    rows: [
      [
        { element: "HTMLInputElement", tag: "input", method: "focus", ref: "inputRef" },
        { element: "HTMLInputElement", tag: "input", method: "select", ref: "nameRef" },
        { element: "HTMLTextAreaElement", tag: "textarea", method: "focus", ref: "notesRef" },
        { element: "HTMLDivElement", tag: "div", method: "scrollIntoView", ref: "endRef" },
        { element: "HTMLDivElement", tag: "div", method: "getBoundingClientRect", ref: "boxRef" },
        { element: "HTMLButtonElement", tag: "button", method: "click", ref: "buttonRef" },
        { element: "HTMLFormElement", tag: "form", method: "requestSubmit", ref: "formRef" },
        { element: "HTMLDialogElement", tag: "dialog", method: "showModal", ref: "dialogRef" },
        { element: "HTMLVideoElement", tag: "video", method: "play", ref: "videoRef" },
        { element: "HTMLUListElement", tag: "ul", method: "scrollTo", ref: "listRef" },
      ],
    ],
    code: [
      `
      export function ‹Thing›Editor({ ‹thing›, isOpen }: ‹Thing›EditorProps) {
        const ‹ref› = useRef⟦→<‹element›>⟧(null);
        const timer = useRef<number>(0);

        useEffect(() => {
          if (isOpen) ‹ref›.current?.‹method›();
          return () => clearTimeout(timer.current);
        }, [isOpen]);

        return (
          <section>
            <h2>{‹thing›.name}</h2>
            <‹tag› ref={‹ref›} className="‹thing:kebab›" />
          </section>
        );
      }
      `,
      `
      export const ‹Thing›Bar = ({ label }: { label: string }) => {
        «const [isOn, setIsOn] = useState(false);|const id = useId();|»
        const ‹ref› = useRef⟦→<‹element›>⟧(null);
        ‹fill›
        const start = () => ‹ref›.current?.‹method›();

        return (
          <div>
            <a onClick={start}>{label}</a>
            <‹tag› ref={‹ref›} />
          </div>
        );
      };
      `,
      `
      export function use‹Thing›Focus(isActive: boolean) {
        const ‹ref› = useRef⟦→<‹element›>⟧(null);
        const wasActive = useRef(false);

        useLayoutEffect(() => {
          if (isActive && !wasActive.current) ‹ref›.current?.‹method›();
          wasActive.current = isActive;
        }, [isActive]);

        return ‹ref›;
      }
      `,
      `
      export const ‹Thing›Dialog = forwardRef(function ‹Thing›Dialog({ ‹thing› }: ‹Thing›DialogProps, outer) {
        const ‹ref› = useRef⟦→<‹element›>⟧(null);

        useImperativeHandle(outer, () => ({
          start() {
            ‹ref›.current?.‹method›();
          },
        }));

        return <‹tag› ref={‹ref›} title={‹thing›.name} />;
      });
      `,
    ],
  }),
  sketched("type-of-reduce", {
    seen: [
      "=the {} in the reduce has no type, it's a {type}",
      "=implicit any in the reduce, the [result|accumulator] is {type}",
      "type the [reduce|accumulator]: {type}",
      "=no index signature on type {}, the [accumulator|result] should be {type}",
      "=ts infers {} for the accumulator, [should be|want|it's really] {type}",
      "=can the [reduce|accumulator|result of reduce] be [typed as|a] {type}?",
      "pass the type [argument |]{type} to reduce",
      "=the result of reduce is any, it [should be|is] {type}",
      "=element implicitly has an any type in the reduce ({type})",
      "[give|tell] reduce its type, {type}",
      "=reduce needs a type [argument|parameter]: {type}",
      "=[keys|index] of the accumulator [not allowed|is an error], it's a {type}",
    ],
    unseen: [
      "=what comes out of the reduce isn't typed, i'd like {type}",
      "let reduce know that it builds a {type}",
    ],
    vars: {
      type: ["Record<string, number>", "Record<string, number>", "{ [key: string]: number }"],
      acc: ["counts", "totals", "acc", "result", "all", "sums", "map"],
      field: [
        "status",
        "country",
        "category",
        "owner",
        "currency",
        "month",
        "kind",
        "team",
        "region",
        "author",
      ],
    },
    code: [
      `
      ƒ «count|tally»By‹Field›(‹things›: ‹Thing›[]) {
        return ‹things›.reduce⟦→<‹type›>⟧((‹acc›, ‹thing›) => {
          ‹acc›[‹thing›.‹field›] = (‹acc›[‹thing›.‹field›] ?? 0) + «1|‹thing›.amount|‹thing›.size»;
          return ‹acc›;
        }, {});
      ƒ}
      `,
      `
      const names = ‹others›.reduce((text, ‹other›) => text + ‹other›.name, "");
      const ‹thing›Counts = ‹things›.reduce⟦→<‹type›>⟧(
        (‹acc›, one) => ({ ...‹acc›, [one.‹field›]: (‹acc›[one.‹field›] ?? 0) + 1 }),
        {},
      );
      `,
      `
      export class ‹Thing›Report {
        constructor(private readonly ‹things›: ‹Thing›[]) {}

        get size() {
          return this.‹things›.reduce((sum, one) => sum + one.size, 0);
        }

        perType() {
          return this.‹things›.reduce⟦→<‹type›>⟧((‹acc›, one) => {
            ‹acc›[one.‹field›] = (‹acc›[one.‹field›] ?? 0) + 1;
            return ‹acc›;
          }, {});
        }
      }
      `,
    ],
  }),
  sketched("type-of-new-map", {
    seen: [
      "={map} is Map<any, any>, keys are {key} and values {value}",
      "type {map}: {key} [to|and] {value}",
      "={map} [should be|is meant to be|ought to be] a Map from {key} to {value}",
      "=no types on {map}, it [maps|goes from] {key} to {value}",
      "=what's in {map} is any, [should be|it's] {value} by {key}",
      "=can {map} [have its types|be typed]? {key}, {value}",
      "add the [type arguments|types] {key} and {value} to {map}",
      "={map}.get gives any back, [it's|should be] a {value} (keys: {key})",
      "=[type arguments|generics] missing on {map} ({key}, {value})",
      "=new Map() without types means any for {map}, use {key} and {value}",
      "declare {map} as a Map of {key} to {value}",
      "=[key|value] types of {map} are any, want {key} and {value}",
      "=[wrong|any] value can go into {map}: it's {key} to {value}",
      "=no autocomplete for what comes out of {map}, it's {value} (by {key})",
    ],
    unseen: [
      "=anything can be put into {map}, only {value} under a {key} should",
      "={map} accepts whatever you throw at it. {key} to {value} pls",
    ],
    vars: {
      map: ["‹thing›ById", "‹things›", "cache", "seen", "index", "byKey", "lookup", "registry", "entries"],
      key: ["string", "string", "number"],
      value: ["‹Thing›", "‹Thing›", "‹Thing›[]", "Promise<‹Thing›>"],
    },
    code: [
      `
      const ‹map› = new Map⟦→<‹key›, ‹value›>⟧();
      const pending = new Set<string>();

      ƒ forget‹Thing›(key: ‹key›): void {
        ‹map›.delete(key);
        pending.clear();
      ƒ}
      `,
      `
      export class ‹Thing›Store {
        private readonly ‹map› = new Map⟦→<‹key›, ‹value›>⟧();
        private readonly listeners = new Set<() => void>();

        get(key: ‹key›) {
          return this.‹map›.get(key);
        }

        clear(): void {
          this.‹map›.clear();
          for (const listener of this.listeners) listener();
        }
      }
      `,
      `
      ƒ build‹Thing›Index(source: Source) {
        const counts = new Map<string, number>();
        const ‹map› = new Map⟦→<‹key›, ‹value›>⟧();
        for (const [key, value] of source.read()) {
          ‹map›.set(key, value);
          counts.set(source.name, (counts.get(source.name) ?? 0) + 1);
        }
        return { ‹map›, counts };
      ƒ}
      `,
    ],
  }),
];
