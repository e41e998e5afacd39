import { sketched } from "./sketch.ts";

/** What people ask of fields, and of things that should be there or be gone. */
export const COMMON_FIELDS = [
  sketched("answer-has-that-field-too", {
    seen: [
      "[also return|return] {f}[ as well| too|]",
      "add {f} [to the result|to the answer|at the end|as last field]",
      "include {f}[ in the result| as well|]",
      "={f} is missing[ in the result|]",
      "=[need|i need|we need] {f} [too|as well]",
      "=the [caller|frontend|client] [needs|wants] {f} [too|as well]",
      "=no {f} in the result[ yet|]",
      "=can we have {f} [too|in there as well]?",
      "expose {f}[ as well|]",
      "={f} too[ pls|]",
      "=where is {f}? [should be in there too|not returned]",
      "=forgot {f}[ in the mapping|]",
    ],
    unseen: ["=whoever uses this can't get at {f}"],
    vars: {
      f: [
        "email",
        "currency",
        "createdAt",
        "status",
        "ownerId",
        "version",
        "locale",
        "updatedAt",
        "slug",
        "tags",
      ],
      src: ["row", "‹thing›", "record", "entity", "doc", "entry"],
    },
    code: [
      `
      ƒ to‹Thing›Dto(‹src›: ‹Thing›Record) {
        ‹fill›
        return {
          id: ‹src›.id,
          name: ‹src›.name,
          «total: ‹src›.total,|kind: ‹src›.kind,»
          ⟦→‹f›: ‹src›.‹f›,⟧
        };
      ƒ}
      `,
      `
      router.get("/‹things›/:id", async (req, res) => {
        const ‹src› = await find‹Thing›(req.params.id);
        if (!‹src›) return res.status(404).json({ error: "not found" });
        res.json({
          id: ‹src›.id,
          title: ‹src›.title,
          ⟦→‹f›: ‹src›.‹f›,⟧
        });
      });
      `,
      `
      export const use‹Thing› = (id: string) => {
        const { data: ‹src› = empty, isLoading } = useQuery(["‹things›", id], load‹Thing›);
        const name = ‹src›.name;
        const ‹f› = ‹src›.‹f›;
        «useTitle(name);|useTracking(id, ‹f›);»
        return { name, isLoading⟦→, ‹f›⟧ };
      };
      `,
    ],
  }),
  sketched("answer-without-that-field", {
    seen: [
      "remove {f}[ from the result| from it|]",
      "=[don't|do not] [return|send|expose] {f}",
      "={f} [should not|shouldn't|must not] be [returned|sent|in there|in the result]",
      "drop {f}",
      "leave {f} out",
      "=no {f} in the result[ please|]",
      "={f} is [internal|private|not needed]",
      "=nobody [needs|uses|reads] {f}",
      "=why do we send {f}? [remove it|out with it]",
      "get rid of {f}",
      "={f} can go",
      "=without {f} [please|pls]",
    ],
    unseen: ["={f} is none of the caller's business"],
    vars: {
      f: [
        "passwordHash",
        "internalNotes",
        "ownerId",
        "secret",
        "deletedAt",
        "taxId",
        "token",
        "legacyId",
        "score",
      ],
      src: ["row", "‹thing›", "record", "entity", "doc", "entry"],
    },
    code: [
      `
      ƒ to‹Thing›Json(‹src›: ‹Thing›Record) {
        return {
          id: ‹src›.id,
          ⟦‹f›: ‹src›.‹f›,→⟧
          «label: ‹src›.label,|status: ‹src›.status,»
          createdAt: ‹src›.createdAt.toISOString(),
        };
      ƒ}
      `,
      `
      interface ‹Thing›Answer {
        id: string;
        name: string;
        ⟦‹f›: string;→⟧
        createdAt: string;
      }

      export const answer = (‹src›: ‹Thing›): ‹Thing›Answer => ({
        id: ‹src›.id,
        name: ‹src›.name,
        ⟦‹f›: ‹src›.‹f›,→⟧
        createdAt: ‹src›.createdAt,
      });
      `,
      `
      export async function GET(request: Request) {
        const session = await auth(request);
        const { id, name, ⟦‹f›, →⟧roles } = await load‹Thing›(session.userId);
        return Response.json({ id, name, ⟦‹f›, →⟧roles });
      }
      `,
    ],
  }),
  sketched("type-gets-another-field", {
    seen: [
      "add {f} ({T}) to {type}",
      "={type} needs [a |]{f}: {T}",
      "={f}: {T} is missing in {type}",
      "add [a field|a property] {f} of type {T} to {type}[ at the end|]",
      "={type} has {f} [now|too], [it's|type] {T}",
      "=there is a new field {f} in {type}, {T}",
      "={type} [comes with|carries] {f} ({T}) [now|too|as well]",
      "=new field in {type}: {f}, {T}",
      "extend {type} [with|by] {f}: {T}",
      "=ts: {f} does not exist on {type}. it's [a |]{T}",
      "put {f}: {T} into {type}",
    ],
    unseen: ["=the compiler doesn't know the {f} of {type}, a {T}"],
    rows: [
      [
        { f: "createdAt", T: "Date" },
        { f: "tags", T: "Tag[]" },
        { f: "archived", T: "boolean" },
        { f: "currency", T: "string" },
        { f: "total", T: "number" },
        { f: "ownerId", T: "string" },
        { f: "parent", T: "Node" },
        { f: "retries", T: "number" },
        { f: "color", T: "Color" },
        { f: "verified", T: "boolean" },
        { f: "locale", T: "Locale" },
        { f: "score", T: "number" },
      ],
    ],
    vars: {
      type: ["‹Thing›", "‹Thing›Props", "‹Thing›Options", "Create‹Thing›", "‹Thing›State", "‹Thing›Dto"],
    },
    code: [
      `
      export interface ‹type› {
        id: string;
        name: string;
        «note?: string;|status: Status;|price: number;»
        ⟦→‹f›: ‹T›;⟧
      }

      «export interface ‹Other›Filter {
        name?: string;
        page: number;
      }|export type ‹Other›Id = string;»
      `,
      `
      type ‹Other›Key = "id" | "name";

      type ‹type› = {
        key: ‹Other›Key;
        «label: string;|value: unknown;»
        ⟦→‹f›: ‹T›;⟧
      };

      export function describe(one: ‹type›): string {
        return one.key;
      }
      `,
      `
      import type { Base } from "./base";

      interface ‹type› extends Base {
        «title: string;|slug: string;»
        visible: boolean;
        ⟦→‹f›: ‹T›;⟧
      }

      ƒ prepare(one: ‹type›) {
        ‹fill›
        return one.visible ? one : null;
      ƒ}
      `,
    ],
  }),
  sketched("field-of-type-optional", {
    seen: [
      "make {f} optional",
      "={f} optional[ pls|]",
      "={f} is optional[ now|]",
      "={f} [can|may] be [missing|left out]",
      "=not every {wordsThing} has [a |]{f}",
      "={f} [isn't|is not] always [there|set|given]",
      "={f} shouldn't be required",
      "allow {f} to be [missing|undefined|left out]",
      "=some {wordsThings} have no {f}",
      "=ts wants {f} everywhere, [it's|make it] optional",
      "=question mark on {f}[ please|]",
    ],
    unseen: ["=the type insists on {f}, which older {wordsThings} lack"],
    vars: {
      f: [
        "email",
        "phone",
        "note",
        "parentId",
        "image",
        "discount",
        "dueDate",
        "color",
        "website",
        "middleName",
      ],
      T: ["string", "string", "number", "Value", "Date"],
      more: ["status: Status", "total: number", "version: number", "owner: User"],
    },
    code: [
      `
      export interface ‹Thing› {
        id: string;
        ⟦‹f›: ‹T›→‹f›?: ‹T›⟧;
        ‹more›;
        «createdAt: Date;|slug: string;»
      }
      `,
      `
      type ‹Thing›Input = {
        name: string;
        ‹more›;
        ⟦‹f›: ‹T›→‹f›?: ‹T›⟧;
      };

      ƒ async create‹Thing›(input: ‹Thing›Input) {
        ‹fill›
        return api.post("/‹things›", input);
      ƒ}
      `,
      `
      interface Props {
        ‹thing›: ‹Thing›;
        ⟦‹f›: ‹T›→‹f›?: ‹T›⟧;
        onClose: () => void;
      }

      export function ‹Thing›Dialog({ ‹thing›, ‹f›, onClose }: Props) {
        return (
          <Dialog onClose={onClose} title={‹thing›.name}>
            {‹f› !== undefined && <p>{String(‹f›)}</p>}
          </Dialog>
        );
      }
      `,
    ],
  }),
  sketched("key-in-the-request-is-called", {
    seen: [
      "=the api [wants|expects] {key}, not {f}",
      "send {f} as {key}",
      "=must be [sent|called] {key} in the request, not {f}",
      "=backend calls it {key}",
      "use {key} [as the key |]instead of {f} in the [body|request|payload]",
      "=400 because we send {f} and they [want|expect] {key}",
      "={f} should be [sent|passed] as {key}",
      "=field is [called|named] {key} over there, we send {f}",
      "=server ignores {f}, it's {key}",
      "=wrong key: {key} instead of {f}[ in the body|]",
      "change the key {f} [of the payload|in the request] to {key}[, value stays|]",
    ],
    unseen: ["=their schema knows no {f} but a {key}, same value"],
    rows: [
      [
        { f: "userId", key: "user_id" },
        { f: "name", key: "title" },
        { f: "customerId", key: "customer" },
        { f: "startDate", key: "start_date" },
        { f: "amount", key: "amountCents" },
        { f: "email", key: "recipient" },
        { f: "query", key: "q" },
        { f: "page", key: "pageNumber" },
        { f: "country", key: "countryCode" },
        { f: "message", key: "text" },
        { f: "token", key: "access_token" },
      ],
    ],
    code: [
      `
      ƒ async send‹Thing›(‹f›: string, kind: string) {
        const payload = { ⟦‹f›→‹key›: ‹f›⟧, kind };
        ‹fill›
        const response = await client.post("/‹things›", payload);
        return response.data;
      ƒ}
      `,
      `
      export class ‹Thing›Gateway {
        async create({ ‹f›, source }: Create‹Thing›) {
          return this.http.post("/‹things›", {
            source,
            ⟦‹f›→‹key›: ‹f›⟧,
            version: 2,
          });
        }

        describe({ ‹f› }: Create‹Thing›) {
          return ´‹thing› €{‹f›}´;
        }
      }
      `,
    ],
  }),
  sketched("props-named-in-the-signature", {
    seen: [
      "destructure the props",
      "=destructure props[ please|]",
      "=destructured props instead of props.x",
      "use destructuring for the props",
      "=props destructuring [please|pls][, in the signature|]",
      "=[i'd|let's|we should] see {a} and {b} in the signature[, not props|]",
      "=we destructure props [in the signature|everywhere else]",
      "=[can|could] the props be destructured[ in the signature|]?",
      "take {a} and {b} out of the props[ in the signature|]",
      "={a} and {b} directly, without props",
      "destructure {a} and {b}",
      "get {a} and {b} by destructuring",
    ],
    unseen: ["=the parameter list should show which props {name} takes"],
    rows: [
      [
        { a: "title", b: "onClose" },
        { a: "value", b: "onChange" },
        { a: "label", b: "onClick" },
        { a: "items", b: "onSelect" },
        { a: "user", b: "onLogout" },
        { a: "open", b: "onToggle" },
        { a: "error", b: "onRetry" },
        { a: "image", b: "onRemove" },
      ],
    ],
    vars: { name: ["‹Thing›Card", "‹Thing›Dialog", "‹Thing›Field", "‹Thing›Row", "‹Thing›Header"] },
    code: [
      `
      export function ‹name›(⟦props→{ ‹a›, ‹b› }⟧: ‹name›Props) {
        ‹fill›
        return (
          <div className="‹thing:kebab›">
            <Display of={⟦props.→⟧‹a›} />
            <Action run={⟦props.→⟧‹b›} />
          </div>
        );
      }
      `,
      `
      const ‹name› = (⟦props→{ ‹a›, ‹b› }⟧: Props) => {
        const handle = () => {
          track("‹thing›");
          ⟦props.→⟧‹b›(⟦props.→⟧‹a›);
        };

        return <Button onPress={handle}>«<Icon />|Go»</Button>;
      };
      `,
    ],
  }),
  sketched("function-that-nobody-calls", {
    seen: [
      "remove {f}",
      "={f} is [unused|never called|not used anywhere]",
      "={f} isn't used[ anymore| anywhere|]",
      "delete {f}[, it's unused|]",
      "=nobody calls {f}[ anymore|]",
      "=dead code: {f}",
      "=unused function {f}",
      "drop {f}",
      "={f} can [go|be removed|be deleted]",
      "get rid of {f}",
      "=do we still need {f}? [nobody calls it|looks unused]",
    ],
    unseen: ["=there are no callers of {f} left"],
    vars: {
      f: [
        "legacy‹Thing›Name",
        "old‹Thing›Key",
        "to‹Thing›Label",
        "debug‹Thing›",
        "is‹Thing›Valid",
        "parse‹Thing›Id",
      ],
      g: ["load‹Thing›", "save‹Thing›", "show‹Thing›", "find‹Thing›"],
    },
    code: [
      `
      «const BASE = "/api/‹things›";|import { api } from "./api";»

      ⟦function ‹f›(‹thing›: ‹Thing›) {
        return ´€{‹thing›.id}-€{‹thing›.name}´;
      }

      →⟧export async function ‹g›(id: string) {
        const ‹thing› = await fetchJson(id);
        return normalize(‹thing›);
      }
      `,
      `
      export class ‹Thing›Service {
        async ‹g›(id: string) {
          return this.repo.find(id);
        }

      ⟦  private ‹f›(‹thing›: ‹Thing›) {
          return ‹thing›.parts.join(":");
        }

      →⟧  count() {
          return this.repo.count();
        }
      }
      `,
      `
      export const ‹g› = (id: string) => cache.get(id);

      ⟦const ‹f› = (‹thing›: ‹Thing›) => ‹thing›.name.trim();

      →⟧export const all = () => [...cache.values()];
      `,
    ],
  }),
  sketched("variable-nobody-reads", {
    seen: [
      "remove {v}",
      "={v} is [unused|never used|never read|not used]",
      "=unused variable {v}",
      "={v} isn't [used|needed][ anymore|]",
      "drop the unused {v}",
      "=lint: {v} is assigned but never used",
      "=nobody [reads|uses] {v}",
      "={v} can go",
      "=what is {v} for? [unused|not used, remove]",
      "get rid of {v}",
      "=do we need {v}? [don't see it used|looks unused]",
    ],
    unseen: ["={v} is computed for nothing"],
    rows: [
      [
        { v: "now", value: "new Date()" },
        { v: "total", value: "lines.length" },
        { v: "start", value: "performance.now()" },
        { v: "isAdmin", value: 'user.role === "admin"' },
        { v: "headers", value: "new Headers()" },
        { v: "keys", value: "Object.keys(lines)" },
        { v: "first", value: "lines[0]" },
        { v: "locale", value: "user.locale" },
        { v: "empty", value: '""' },
      ],
    ],
    code: [
      `
      ƒ async export‹Things›(user: User, lines: Line[]) {
        const name = ´‹things›-€{user.id}.csv´;
        ⟦const ‹v› = ‹value›;→⟧
        const text = lines.map(toCsv).join("\\n");
        await upload(name, text);
        return name;
      ƒ}
      `,
      `
      class ‹Thing›Importer {
        async run(user: User, lines: string[]) {
          ⟦const ‹v› = ‹value›;→⟧
          let done = 0;
          for (const line of lines) {
            if (await this.one(line, user.id)) done++;
          }
          return done;
        }
      }
      `,
      `
      export function ‹Thing›Summary({ user, lines }: Props) {
        const visible = lines.filter((line) => !line.hidden);
        ⟦const ‹v› = ‹value›;→⟧
        return (
          <aside>
            <h4>{user.name}</h4>
            <p>{visible.length} ‹things:words›</p>
          </aside>
        );
      }
      `,
    ],
  }),
  sketched("export-this-one", {
    seen: [
      "export {f}",
      "={f} [must|should|has to] be exported",
      "={f} is not exported[ yet|]",
      "=i need {f} in [another file|the tests|other modules]",
      "make {f} importable",
      "=can't import {f}[ from here|]",
      "={f} should be public",
      "=export {f} [too|as well|pls]",
      "=no exported member {f}",
      "=want to [test|reuse] {f}, [export it|needs an export]",
      "add [an export|export] to {f}",
    ],
    unseen: ["={f} is wanted elsewhere but stays hidden in this module"],
    vars: {
      f: ["format‹Thing›", "parse‹Thing›", "to‹Thing›", "compare‹Things›", "is‹Thing›", "sum‹Things›"],
      g: ["load‹Thing›", "print‹Thing›", "sync‹Thing›"],
    },
    code: [
      `
      ⟦→export ⟧function ‹f›(‹thing›: ‹Thing›) {
        return ‹thing›.«name|code|total»;
      }

      function helper(value: string) {
        return value.trim();
      }

      export async function ‹g›(id: string) {
        const ‹thing› = await store.get(helper(id));
        return ‹f›(‹thing›);
      }
      `,
      `
      const cache = new Map<string, ‹Thing›>();

      ⟦→export ⟧const ‹f› = (value: ‹Thing›) => {
        cache.set(value.id, value);
        return value.«name|kind|label»;
      };

      export const ‹g› = (id: string) => cache.get(id);
      `,
    ],
  }),
];
