import { sketched } from "./sketch.ts";

/** Fields that are texts. */
export const TEXT_FIELDS =
  "name email title label slug color owner url code region currency locale notes phone city street country summary subtitle nickname company department reference host path".split(
    " ",
  );

/** What is wrong with types, as compilers and colleagues put it. */
export const STRUCTURE_TYPES = [
  sketched("boolean-to-type-guard", {
    seen: [
      "turn {guard} into a type guard",
      "=[should be|i'd like it to be|make it] a [proper |real |]type guard",
      "=[ts|typescript|the compiler] still [thinks it's|says it is|treats it as] unknown after {guard}",
      "=after [calling|checking] {guard} the [value|type] is still unknown",
      "=why does {guard} not narrow[ the type|]?",
      "=i have to cast to {Thing} after every {guard} [check|call]",
      "=[need|still need|always need] a cast [to {Thing} |]even though {guard} said yes",
      "=the [return type|signature] should [tell ts|say] that it is a {Thing}",
      "=can {guard} narrow to {Thing}?",
      "=[values|list].filter({guard}) doesn't give {Thing} items",
      "=[type predicate|type guard] pls",
      "=just boolean [isn't enough|doesn't help], the compiler should [know|learn] it's a {Thing}",
      "=plain boolean, [no narrowing|doesn't narrow anything]",
      "=would be [nice|great] if ts [knew|understood] that it's a {Thing} once {guard} is true",
      "=x is still [unknown|not a {Thing}] for ts [inside the if|in the if branch|after the check]",
      "=[would|could] {guard} [please |]tell the compiler what it [found|checked]?",
    ],
    unseen: [
      "=inside if ({guard}(x)) i can't get at the fields of x, ts complains",
      "have {guard} return a type predicate",
    ],
    vars: {
      guard: [
        "is‹Thing›",
        "is‹Thing›",
        "is‹Thing›Like",
        "looksLike‹Thing›",
        "isValid‹Thing›",
        "has‹Thing›Shape",
      ],
      field: TEXT_FIELDS,
      value: ["value", "input", "data", "x", "candidate", "raw", "obj", "thing", "arg", "payload"],
    },
    code: [
      `
      «export »interface ‹Thing› {
        id: «string|number»;
        ‹field›: string;
        «createdAt: Date;|done: boolean;|»
      }

      ƒ ‹guard›(‹value›: unknown): ⟦boolean→‹value› is ‹Thing›⟧ {
        return typeof ‹value› === "object" && ‹value› !== null && "‹field›" in ‹value›;
      ƒ}

      ƒ isEmpty(‹other›: «string|unknown[]»): boolean {
        return ‹other›.length === 0;
      ƒ}
      `,
      `
      export type Message = ‹Thing› | ‹Other›;

      ƒ ‹guard›(‹value›: Message): ⟦boolean→‹value› is ‹Thing›⟧ {
        return ‹value›.«kind|type» === "‹thing:kebab›";
      ƒ}

      ƒ isRecent(‹value›: Message, now: Date): boolean {
        return now.getTime() - ‹value›.sentAt < 60_000;
      ƒ}
      `,
      `
      import { ‹Thing› } from "./‹thing:kebab›";
      ‹fill›
      «export »const ‹guard› = (‹value›: unknown): ⟦boolean→‹value› is ‹Thing›⟧ => ‹value› instanceof ‹Thing›;

      export const isFresh = (age: number): boolean => age < «5|30|60»;
      `,
      `
      export class ‹Thing›Parser {
        constructor(private readonly strict: boolean) {}

        isStrict(): boolean {
          return this.strict;
        }

        «private |»‹guard›(‹value›: «unknown|any»): ⟦boolean→‹value› is ‹Thing›⟧ {
          if (typeof ‹value› !== "object" || ‹value› === null) return false;
          return "id" in ‹value› && "‹field›" in ‹value›;
        }
      }
      `,
    ],
  }),
  sketched("derive-type-from-list", {
    seen: [
      "=don't want to [repeat|write] the list [twice|again], derive the type from the array",
      "derive {type} from {list}",
      "=can {type} [come from|be derived from|be made from] {list}?",
      "=[every|each] [new value|new one] has to be added in two places[, derive {type} from the array|: type and array]",
      "=i [always|keep] forget[ to update|] the type when i add [something|one] to {list}",
      "=the type should follow the array[ automatically|]",
      "=the values are [there|listed|written] twice",
      "=[duplicate|duplicated] values, {type} could be typeof {list}",
      "=one source of truth for {type} [pls|please]",
      "=shouldn't {type} be [computed|inferred] from {list}?",
      "=single source of truth: the array",
      "=adding a value to {list} doesn't [change|extend] {type}",
      "=[union|type] and array get out of sync",
      "make {list} const and [get|take] the type from it",
      "=list and type are [both|each] [maintained|written] by hand, [take|derive] {type} from {list}",
      "=[adding|removing] [one|a value] means touching [two lines|both]: {type} should come from {list}",
    ],
    unseen: [
      "=why do we list these two times? one place is enough, the {list} one",
      "infer {type} from the values of {list}",
    ],
    rows: [
      [
        { list: "ROLES", type: "Role", a: "admin", b: "editor", c: "viewer" },
        { list: "SIZES", type: "Size", a: "small", b: "medium", c: "large" },
        { list: "THEMES", type: "Theme", a: "light", b: "dark", c: "system" },
        { list: "LOCALES", type: "Locale", a: "en", b: "de", c: "fr" },
        { list: "currencies", type: "Currency", a: "eur", b: "usd", c: "gbp" },
        { list: "LEVELS", type: "LogLevel", a: "debug", b: "info", c: "error" },
        { list: "statuses", type: "Status", a: "open", b: "pending", c: "closed" },
        { list: "PLANS", type: "Plan", a: "free", b: "team", c: "enterprise" },
        { list: "DIRECTIONS", type: "Direction", a: "up", b: "down", c: "left" },
        { list: "suits", type: "Suit", a: "hearts", b: "spades", c: "clubs" },
        { list: "PRIORITIES", type: "Priority", a: "low", b: "normal", c: "urgent" },
        { list: "ENVIRONMENTS", type: "Environment", a: "dev", b: "staging", c: "prod" },
        { list: "channels", type: "Channel", a: "email", b: "sms", c: "push" },
        { list: "TABS", type: "Tab", a: "overview", b: "members", c: "billing" },
      ],
    ],
    code: [
      `
      export const ‹list› = ["‹a›", "‹b›", "‹c›"]⟦→ as const⟧;

      export type ‹type› = ⟦"‹a›" | "‹b›" | "‹c›"→(typeof ‹list›)[number]⟧;
      `,
      `
      const MAX_‹thing:CONST› = «10|50|200»;
      const ‹list› = ["‹a›", "‹b›", "‹c›"]⟦→ as const⟧;
      «export »type ‹type› = ⟦"‹a›" | "‹b›" | "‹c›"→(typeof ‹list›)[number]⟧;

      ƒ is‹type›(value: string): value is ‹type› {
        return «(‹list› as readonly string[]).includes(value)|‹list›.some((one) => one === value)»;
      ƒ}
      `,
      `
      import { z } from "zod";

      export const ‹list› = ["‹a›", "‹b›", "‹c›"]⟦→ as const⟧;
      export type ‹type› = ⟦"‹a›" | "‹b›" | "‹c›"→(typeof ‹list›)[number]⟧;

      export const ‹thing›Kinds = ["new", "used"] as const;
      export type ‹Thing›Kind = (typeof ‹thing›Kinds)[number];
      `,
      `
      export const ‹list› = [
        "‹a›",
        "‹b›",
        "‹c›",
      ]⟦→ as const⟧;

      export type ‹type› = ⟦"‹a›" | "‹b›" | "‹c›"→(typeof ‹list›)[number]⟧;

      export interface ‹Thing› {
        id: string;
        value: ‹type›;
      }
      `,
    ],
  }),
  sketched("derive-type-from-keys", {
    seen: [
      "=don't [repeat|write] the keys [twice|again], take them from {map}",
      "derive {type} from the keys of {map}",
      "=can {type} be [keyof typeof {map}|the keys of {map}]?",
      "=every new entry in {map} means editing {type}[ too|]",
      "=i added one to {map} and forgot {type}",
      "=the keys are written [twice|two times|in two places], object and type",
      "=the type should follow the object[ automatically|]",
      "=[{type} and {map}|type and object] [drift apart|get out of sync]",
      "=keyof typeof [pls|here]",
      "=one source of truth: {map}",
      "=shouldn't {type} just be [the keys of {map}|keyof typeof {map}]?",
      "[compute|infer] {type} from {map}",
      "=[adding|renaming] a key [needs two changes|in {map} breaks {type}], derive it",
      "={type} is [hand-written|written by hand] although {map} has [the|all] keys",
      "=no need to maintain {type} by hand[, it's in {map}|]",
    ],
    unseen: [
      "=when someone extends {map} the union {type} isn't updated",
      "=why list the names again in {type}, {map} has them all",
    ],
    rows: [
      [
        {
          map: "COLORS",
          type: "Color",
          a: "primary",
          b: "danger",
          c: "muted",
          va: '"#06c"',
          vb: '"#c00"',
          vc: '"#999"',
        },
        { map: "LIMITS", type: "Limit", a: "files", b: "seats", c: "projects", va: "100", vb: "5", vc: "20" },
        {
          map: "breakpoints",
          type: "Breakpoint",
          a: "sm",
          b: "md",
          c: "lg",
          va: "640",
          vb: "768",
          vc: "1024",
        },
        {
          map: "routes",
          type: "RouteName",
          a: "home",
          b: "login",
          c: "search",
          va: '"/"',
          vb: '"/login"',
          vc: '"/search"',
        },
        {
          map: "ICONS",
          type: "IconName",
          a: "close",
          b: "menu",
          c: "trash",
          va: '"x"',
          vb: '"bars"',
          vc: '"bin"',
        },
        { map: "RATES", type: "TaxCode", a: "full", b: "reduced", c: "none", va: "0.2", vb: "0.1", vc: "0" },
        { map: "units", type: "Unit", a: "cm", b: "m", c: "km", va: "0.01", vb: "1", vc: "1000" },
        {
          map: "messages",
          type: "MessageKey",
          a: "saved",
          b: "failed",
          c: "offline",
          va: '"Saved"',
          vb: '"Failed"',
          vc: '"No network"',
        },
        {
          map: "EVENTS",
          type: "EventName",
          a: "opened",
          b: "closed",
          c: "moved",
          va: '"doc.opened"',
          vb: '"doc.closed"',
          vc: '"doc.moved"',
        },
        {
          map: "timeouts",
          type: "TimeoutKind",
          a: "connect",
          b: "read",
          c: "idle",
          va: "3000",
          vb: "10000",
          vc: "60000",
        },
      ],
    ],
    code: [
      `
      export const ‹map› = {
        ‹a›: ‹va›,
        ‹b›: ‹vb›,
        ‹c›: ‹vc›,
      }« as const|»;

      export type ‹type› = ⟦"‹a›" | "‹b›" | "‹c›"→keyof typeof ‹map›⟧;
      `,
      `
      «export »type ‹type› = ⟦"‹a›" | "‹b›" | "‹c›"→keyof typeof ‹map›⟧;

      const ‹map› = { ‹a›: ‹va›, ‹b›: ‹vb›, ‹c›: ‹vc› };

      ƒ lookUp(name: ‹type›) {
        return ‹map›[name];
      ƒ}
      `,
      `
      export const ‹map› = { ‹a›: ‹va›, ‹b›: ‹vb›, ‹c›: ‹vc› } as const;
      export type ‹type› = ⟦"‹a›" | "‹b›" | "‹c›"→keyof typeof ‹map›⟧;
      export type ‹Thing›State = "draft" | "ready";

      export interface ‹Thing›Options {
        ‹other›: ‹type›;
        state: ‹Thing›State;
      }
      `,
    ],
  }),
  sketched("make-element-generic", {
    seen: [
      "make it generic[ so it works for other types too|]",
      "=[this|it] only works [with|for] {was}, [make it generic|should be generic]",
      "=can [this|it] [take|handle] [anything|any type], not only {was}?",
      "=nothing [needs|depends on] {was}, [could be|make it] generic",
      "=i need the same [thing |]for other types than {was}",
      "=we have this copied for [three|other] types, [a type parameter would do|make it generic]",
      "[add|introduce] a type parameter T instead of {was}",
      "=[tied|bound|limited] to {was} for no reason",
      "=would be [nice|handy] to use this with other types [as well|too]",
      "=generic over T [pls|please]",
      "=why only {was}?",
      "=why is this hard-wired to {was}?",
      "=type specific for no reason, T would do",
      "=[could|can] be used [everywhere|in more places] if it were generic",
      "=i'd need a copy of this for other lists [otherwise|if it stays tied to {was}]",
      "=[works|should work] [with|for] any type of [element|item][, why fix it to {was}|]",
      "parameterize [it|this] over the [element|item] type",
    ],
    unseen: [
      "=my list isn't {was} so i can't call this, although it doesn't matter what is in there",
      "replace the concrete type {was} with a type parameter T",
    ],
    vars: {
      list: ["items", "list", "values", "all", "entries", "elements", "input", "rows"],
      result: ["result", "chunks", "groups", "out"],
      was: ["string", "number", "string", "‹Other›", "‹Other›", "Date"],
    },
    code: [
      `
      ƒ «unique|distinct|dedupe»⟦→<T>⟧(‹list›: ⟦‹was›→T⟧[]): ⟦‹was›→T⟧[] {
        return «Array.from(new Set(‹list›))|[...new Set(‹list›)]»;
      ƒ}
      `,
      `
      «/** The last one, if any. */|»
      ƒ «last|lastOf|tail»⟦→<T>⟧(‹list›: «readonly |»⟦‹was›→T⟧[]): ⟦‹was›→T⟧ | undefined {
        «return ‹list›[‹list›.length - 1];|return ‹list›.at(-1);»
      ƒ}
      `,
      `
      ƒ «chunk|inGroups|batches»⟦→<T>⟧(‹list›: ⟦‹was›→T⟧[], size: number): ⟦‹was›→T⟧[][] {
        const ‹result›: ⟦‹was›→T⟧[][] = [];
        for (let i = 0; i < ‹list›.length; i += size) {
          ‹result›.push(‹list›.slice(i, i + size));
        }
        return ‹result›;
      ƒ}
      `,
      `
      ƒ «toggle|toggled|flip»⟦→<T>⟧(‹list›: ⟦‹was›→T⟧[], item: ⟦‹was›→T⟧): ⟦‹was›→T⟧[] {
        return ‹list›.includes(item) ? ‹list›.filter((one) => one !== item) : [...‹list›, item];
      ƒ}
      `,
      `
      export class «Stack|History|UndoStack»⟦→<T>⟧ {
        private «readonly |»items: ⟦‹was›→T⟧[] = [];

        push(item: ⟦‹was›→T⟧): void {
          this.items.push(item);
        }

        pop(): ⟦‹was›→T⟧ | undefined {
          return this.items.pop();
        }
      }
      `,
      `
      ƒ «sample|pickRandom|randomOf»⟦→<T>⟧(‹list›: ⟦‹was›→T⟧[]): ⟦‹was›→T⟧ {
        const index = Math.floor(Math.random() * ‹list›.length);
        return ‹list›[index];
      ƒ}
      `,
    ],
  }),
  sketched("partial-changes", {
    seen: [
      "=callers have to pass [the whole {wordsThing}|every field] just to [change|set] one[ field|]",
      "=[should|has to] be [possible|ok|enough] to pass only some fields",
      "make {patch} a partial[ {Thing}|]",
      "=ts wants all fields of {Thing} in {patch}",
      "=can {patch} be partial?",
      "=i only want to [set|pass] one field and ts [complains|says the others are missing]",
      "=not all fields of {patch} [should be|are] required",
      "=[Partial|partial] [pls|for {patch}]",
      "=why do i have to [give|pass] a complete {wordsThing} [here|as {patch}]?",
      "=property is missing in type, [but|though] i only want to [change|override] one field",
      "=fields of {patch} should all be optional",
      "allow {patch} to have only [some|a few] of the fields",
      "=[error|ts]: missing properties, although [i only want to change one|only one changes]",
      "=[half|most] of the [fields|properties] in {patch} are usually [missing|not given], allow that",
      "=a [patch|change] with one field [doesn't compile|is a type error]",
      "let me [pass|give] just [one|the changed] field",
      "=[why|how come] is everything in {patch} [required|mandatory]?",
      "={patch} is only [a part|some of the fields] of a {wordsThing}",
    ],
    unseen: [
      "=a single field in {patch} should do",
      "=the tests all spell out complete {wordsThings} for {patch} where one property would be plenty",
    ],
    vars: {
      patch: ["patch", "changes", "updates", "overrides", "values", "fields", "props", "edits", "attributes"],
    },
    code: [
      `
      ƒ async update‹Thing›(id: string, ‹patch›: ⟦‹Thing›→Partial<‹Thing›>⟧): Promise<‹Thing›> {
        const ‹thing› = await load‹Thing›(id);
        ‹fill›
        return save‹Thing›({ ...‹thing›, ...‹patch› });
      ƒ}
      `,
      `
      const defaults: ‹Thing› = { id: "1", name: "«Test|Example»", «active: true|count: 0» };

      ƒ «make|build|fake|create»‹Thing›(‹patch›: ⟦‹Thing›→Partial<‹Thing›>⟧ = {}): ‹Thing› {
        return { ...defaults, ...‹patch› };
      ƒ}
      `,
      `
      export class ‹Thing›Store {
        private ‹things› = new Map<string, ‹Thing›>();

        add(‹thing›: ‹Thing›): void {
          this.‹things›.set(‹thing›.id, ‹thing›);
        }

        update(id: string, ‹patch›: ⟦‹Thing›→Partial<‹Thing›>⟧): void {
          const current = this.‹things›.get(id);
          if (current) this.‹things›.set(id, { ...current, ...‹patch› });
        }
      }
      `,
      `
      export function use‹Thing›(initial: ‹Thing›) {
        const [‹thing›, set‹Thing›] = useState(initial);

        const change = (‹patch›: ⟦‹Thing›→Partial<‹Thing›>⟧) => {
          set‹Thing›((old) => ({ ...old, ...‹patch› }));
        };

        return { ‹thing›, change };
      }
      `,
      `
      export interface ‹Thing›Repository {
        find(id: string): Promise<‹Thing› | null>;
        insert(‹thing›: ‹Thing›): Promise<void>;
        update(id: string, ‹patch›: ⟦‹Thing›→Partial<‹Thing›>⟧): Promise<void>;
      }
      `,
    ],
  }),
  sketched("omit-generated-field", {
    seen: [
      "=the {gen} [comes from|is made by|is set by] the database, [callers shouldn't have to pass it|one shouldn't have to pass it to {fn}]",
      "=[callers|people] shouldn't [have to pass|pass|be able to pass] {gen} to {fn}",
      "={fn} without {gen} [in what it takes|in its parameter]",
      "leave {gen} out of what {fn} takes",
      "=ts wants [a|an] {gen} from me [when i call|for] {fn} but there is none yet",
      "=when i call {fn} there's no {gen} yet",
      "=can {fn} take the {wordsThing} without {gen}?",
      "=why does {fn} need [a|an] {gen}?",
      "use Omit so that {fn} doesn't need {gen}",
      "=[a|an] {gen} makes no sense in the input of {fn}",
      "=i have to [invent|make up] [a|an] {gen} to call {fn}",
      "omit {gen} in {fn}",
      "=[input|argument] of {fn} [without|minus] {gen} [pls|please]",
      "=who [passes|gives] the {gen}? not the caller of {fn}",
    ],
    unseen: [
      "=everybody passes a dummy {gen} to {fn}, which nobody looks at",
      "=the input of {fn} is a {Thing} minus {gen}",
    ],
    vars: {
      fn: ["create‹Thing›", "add‹Thing›", "insert‹Thing›", "register‹Thing›", "submit‹Thing›", "new‹Thing›"],
      gen: ["id", "id", "createdAt", "uuid", "version", "updatedAt", "key", "number"],
      data: ["data", "input", "‹thing›", "values", "body", "draft"],
    },
    code: [
      `
      ƒ async ‹fn›(‹data›: ⟦‹Thing›→Omit<‹Thing›, "‹gen›">⟧): Promise<‹Thing›> {
        const res = await api.post("/‹things:kebab›", ‹data›);
        return res.data;
      ƒ}

      ƒ async replace‹Thing›(‹thing›: ‹Thing›): Promise<void> {
        await api.put("/‹things:kebab›", ‹thing›);
      ƒ}
      `,
      `
      export class ‹Thing›Service {
        constructor(private readonly db: Db) {}

        async ‹fn›(‹data›: ⟦‹Thing›→Omit<‹Thing›, "‹gen›">⟧): Promise<‹Thing›> {
          const [row] = await this.db.insert("‹things:snake›", ‹data›).returning("*");
          return row;
        }

        async save(‹thing›: ‹Thing›): Promise<void> {
          await this.db.upsert("‹things:snake›", ‹thing›);
        }
      }
      `,
      `
      export interface ‹Thing›Api {
        list(): Promise<‹Thing›[]>;
        ‹fn›(‹data›: ⟦‹Thing›→Omit<‹Thing›, "‹gen›">⟧): Promise<‹Thing›>;
        update(‹thing›: ‹Thing›): Promise<‹Thing›>;
        «remove(id: string): Promise<void>;|archive(id: string): Promise<void>;»
      }
      `,
    ],
  }),
  sketched("pick-needed-fields", {
    seen: [
      "=[in tests|in the test] i have to build a whole {wordsThing} although [this|it] only [reads|needs|uses] {f1} and {f2}",
      "=only [needs|uses|reads] {f1} and {f2}, [so it should only ask for those|narrow the parameter]",
      "=shouldn't require a complete {Thing}[, just {f1} and {f2}|, {f1} and {f2} will do]",
      "take only {f1} and {f2} of {Thing}, with Pick",
      "Pick {f1} and {f2} [instead of the whole {Thing}|from {Thing}]",
      "=can it accept anything with {f1} and {f2}[ of {Thing}|]?",
      "=i don't have a full {wordsThing} here, just {f1} and {f2}",
      "=the parameter type is too wide, {f1} and {f2} [are|would be] enough",
      "=why a whole {Thing}? {f1} and {f2} are all it reads",
      "narrow {thing} to the [two |]fields it [needs|uses]",
      "=asks for more than it [needs|uses]: {f1} and {f2} would do",
      "=Pick<{Thing}, …> would be [enough|nicer]",
      "={thing} could be anything with {f1} and {f2}[, use Pick|]",
      "=[mocking|stubbing|faking] a whole {wordsThing} for {f1} and {f2} is [annoying|too much]",
      "=[requires|wants] the whole {Thing} but [looks at|touches] only {f1} and {f2}",
    ],
    unseen: [
      "=hard to call this with something that isn't a full {wordsThing}, even if all it looks at is {f1} and {f2}",
      "=the function demands much more of {thing} than the two fields it looks at",
    ],
    rows: [
      [
        { f1: "firstName", f2: "lastName" },
        { f1: "title", f2: "slug" },
        { f1: "name", f2: "email" },
        { f1: "price", f2: "currency" },
        { f1: "street", f2: "city" },
        { f1: "width", f2: "height" },
        { f1: "from", f2: "to" },
        { f1: "label", f2: "color" },
        { f1: "host", f2: "port" },
        { f1: "count", f2: "unit" },
        { f1: "startsAt", f2: "endsAt" },
        { f1: "code", f2: "region" },
      ],
    ],
    code: [
      `
      ƒ «describe|format|labelOf»‹Thing›(‹thing›: ⟦‹Thing›→Pick<‹Thing›, "‹f1›" | "‹f2›">⟧): string {
        return ´€{‹thing›.‹f1›}«, | - |/»€{‹thing›.‹f2›}´;
      ƒ}

      ƒ clone‹Thing›(‹thing›: ‹Thing›): ‹Thing› {
        return structuredClone(‹thing›);
      ƒ}
      `,
      `
      interface Props {
        ‹thing›: ⟦‹Thing›→Pick<‹Thing›, "‹f1›" | "‹f2›">⟧;
        onSelect?: () => void;
      }

      export function ‹Thing›Line({ ‹thing›, onSelect }: Props) {
        return (
          <li onClick={onSelect}>
            <span>{‹thing›.‹f1›}</span> <span>{‹thing›.‹f2›}</span>
          </li>
        );
      }
      `,
      `
      export class ‹Other›Printer {
        print(‹thing›: ⟦‹Thing›→Pick<‹Thing›, "‹f1›" | "‹f2›">⟧): void {
          this.write(‹thing›.‹f1›);
          this.write(‹thing›.‹f2›);
        }

        private write(value: unknown): void {
          this.lines.push(String(value));
        }
      }
      `,
      `
      const keyOf = (‹thing›: ⟦‹Thing›→Pick<‹Thing›, "‹f1›" | "‹f2›">⟧) => [‹thing›.‹f1›, ‹thing›.‹f2›].join(":");

      export const same‹Thing› = (a: ‹Thing›, b: ‹Thing›) => a === b || a.id === b.id;
      `,
    ],
  }),
  sketched("text-to-union", {
    seen: [
      "=[typos in {field}|a misspelled {field}] [aren't caught|compile fine|get through], it can [only|just] be {textA}, {textB} or {textC}",
      "make {field} a union of {textA}, {textB} and {textC}",
      "=any string is [accepted|allowed] as {field}, should be {textA}, {textB} or {textC}",
      "=string is too [wide|loose] for {field}: {textA}, {textB}, {textC}",
      "=no autocomplete for {field}, the values are {textA}, {textB} and {textC}",
      "=can we restrict {field} to {textA}, {textB} and {textC}?",
      "={field}: only {textA}, {textB} or {textC}, not any string",
      "=someone passed nonsense as {field}. allowed are {textA}, {textB} and {textC}",
      "=the [compiler|type] should only [allow|let through] {textA}, {textB} and {textC} for {field}",
      "limit {field} to {textA}, {textB}, {textC}",
      "=isn't {field} always {textA}, {textB} or {textC}? say so in the type",
      "type {field} more strictly: {textA}, {textB} or {textC}",
      "=[wrong|misspelled] values for {field} compile[. only {textA}, {textB}, {textC} exist|, there's only {textA}, {textB} and {textC}]",
      "=[allowed|possible|valid] values of {field}: {textA}, {textB}, {textC}. [put that in the type|the type should know]",
      "=there are [only|exactly] three kinds of {field}: {textA}, {textB} and {textC}",
      "=i wrote {textA} with a typo and ts was fine with it. {field} is {textA}, {textB} or {textC}",
      "=[union|literal] type for {field} [pls|please]: {textA}, {textB}, {textC}",
    ],
    unseen: [
      "=there are just three values for {field} - {textA}, {textB}, {textC} - and the types should know",
      "tighten the type of {field}: {textA}, {textB} or {textC}, not string",
    ],
    rows: [
      [
        { field: "role", a: "admin", b: "member", c: "viewer" },
        { field: "status", a: "open", b: "paid", c: "overdue" },
        { field: "size", a: "sm", b: "md", c: "lg" },
        { field: "align", a: "left", b: "center", c: "right" },
        { field: "level", a: "debug", b: "warn", c: "error" },
        { field: "visibility", a: "public", b: "private", c: "unlisted" },
        { field: "interval", a: "day", b: "week", c: "month" },
        { field: "variant", a: "primary", b: "secondary", c: "ghost" },
        { field: "priority", a: "low", b: "normal", c: "high" },
        { field: "mode", a: "read", b: "write", c: "append" },
        { field: "unit", a: "kg", b: "lb", c: "oz" },
        { field: "method", a: "card", b: "cash", c: "transfer" },
        { field: "kind", a: "note", b: "task", c: "event" },
        { field: "theme", a: "light", b: "dark", c: "auto" },
      ],
    ],
    code: [
      `
      export interface ‹Thing› {
        id: string;
        «name: string;|title: string;|»
        ‹field›«|?»: ⟦string→"‹a›" | "‹b›" | "‹c›"⟧;
        «createdAt: Date;|notes: string;|ownerId: string;|»
      }
      `,
      `
      ƒ list‹Things›(‹field›: ⟦string→"‹a›" | "‹b›" | "‹c›"⟧, search: string): ‹Thing›[] {
        return ‹things›.filter((‹thing›) => ‹thing›.‹field› === ‹field› && ‹thing›.text.includes(search));
      ƒ}
      `,
      `
      export class ‹Thing› {
        constructor(
          readonly id: string,
          readonly ‹field›: ⟦string→"‹a›" | "‹b›" | "‹c›"⟧,
          readonly label: string,
        ) {}

        is(value: string): boolean {
          return this.‹field› === value;
        }
      }
      `,
      `
      type ‹Thing›Props = {
        label: string;
        ‹field›: ⟦string→"‹a›" | "‹b›" | "‹c›"⟧;
        onChange: (value: string) => void;
      };

      export const ‹Thing›Picker = ({ label, ‹field›, onChange }: ‹Thing›Props) => (
        <input aria-label={label} data-‹field›={‹field›} onChange={(e) => onChange(e.target.value)} />
      );
      `,
    ],
  }),
  sketched("accept-readonly-list", {
    seen: [
      "=can't pass a [readonly array|const array|readonly list] [to it|as {things}]",
      "accept readonly arrays [for|as] {things}",
      "=[the type|ts says:] 'readonly {Thing}' array can't be assigned to the mutable [type|one] of {things}",
      "=the function never [changes|touches|modifies] {things}, [so it should be readonly|say so in the type]",
      "mark {things} [as |]readonly[, nobody changes it|]",
      "=should {things} not be readonly[ here|]?",
      "=nobody should be able to push to {things}[ here|]",
      "make the {things} parameter a readonly array",
      "=my {wordsThings} are `as const` and can't be passed[ here|]",
      "=i have a readonly list and get an error when i pass it as {things}",
      "=readonly {things} [pls|please]",
      "make sure nobody sorts {things} in place[, readonly|: readonly pls]",
      "=[ts|tsc]: type is readonly and can't be assigned to the mutable type[ of {things}|]",
      "={things} [is|are] never changed[, mark it|, so say readonly]",
    ],
    unseen: [
      "=doesn't take my frozen list of {wordsThings}",
      "promise in the signature that {things} stays as it is",
    ],
    code: [
      `
      ƒ «total|sum|totalOf»(‹things›: ⟦→readonly ⟧‹Thing›[]): number {
        return ‹things›.reduce((sum, ‹thing›) => sum + ‹thing›.«amount|price|size|points», 0);
      ƒ}
      `,
      `
      ƒ find‹Thing›(‹things›: ⟦→readonly ⟧‹Thing›[], id: string): ‹Thing› | undefined {
        return ‹things›.find((one) => one.id === id);
      ƒ}

      ƒ add‹Other›(‹others›: ‹Other›[], ‹other›: ‹Other›): void {
        ‹others›.push(‹other›);
      ƒ}
      `,
      `
      export class ‹Thing›Printer {
        private lines: string[] = [];

        print(‹things›: ⟦→readonly ⟧‹Thing›[]): void {
          for (const ‹thing› of ‹things›) {
            this.lines.push(«‹thing›.label|´- €{‹thing›.title}´|String(‹thing›)»);
          }
        }
      }
      `,
      `
      interface ‹Thing›ListProps {
        ‹things›: ⟦→readonly ⟧‹Thing›[];
        selected: string[];
        onSelect: (id: string) => void;
      }

      export function ‹Thing›List({ ‹things›, selected, onSelect }: ‹Thing›ListProps) {
        return (
          <ul>
            {‹things›.map((one) => (
              <li key={one.id} className={selected.includes(one.id) ? "on" : ""} onClick={() => onSelect(one.id)}>
                {one.label}
              </li>
            ))}
          </ul>
        );
      }
      `,
    ],
  }),
  sketched("object-checked-by-satisfies", {
    seen: [
      "use satisfies [for {map}|instead of the annotation on {map}|here]",
      "=the annotation on {map} loses the [exact |]keys, satisfies would keep them",
      "=no autocomplete for the keys of {map}[, use satisfies|: satisfies instead of the annotation]",
      "=ts thinks any string is a key of {map}[. satisfies?|, check it with satisfies instead]",
      "=can {map} be checked with satisfies [so that|and] the keys stay known?",
      "=typos like {map}.{typo} [aren't caught|compile], satisfies please",
      "keep the check but not the widening on {map} - satisfies",
      "replace the type annotation of {map} [with|by] satisfies",
      "=would prefer satisfies over the annotation[ of {map}|]",
      "=[keyof typeof|typeof] {map} should give the real keys, so satisfies instead of the annotation",
      "=satisfies [pls|please] instead of {map}: …",
      "=[annotating|the annotation of] {map} [forgets|hides] which keys [exist|there are], satisfies [instead|keeps them]",
      "=[could|should] {map} [use|be written with] satisfies?",
    ],
    unseen: [
      "=with the annotation {map} forgets which keys it has, let it satisfy the type instead",
      "move the type of {map} from an annotation to a satisfies at the end",
    ],
    rows: [
      [
        {
          map: "routes",
          type: "Record<string, string>",
          a: "home",
          b: "login",
          va: '"/"',
          vb: '"/login"',
          typo: "hmoe",
        },
        {
          map: "handlers",
          type: "Record<string, Handler>",
          a: "open",
          b: "close",
          va: "openHandler",
          vb: "closeHandler",
          typo: "opne",
        },
        {
          map: "colors",
          type: "Record<string, Color>",
          a: "accent",
          b: "muted",
          va: '"#06c"',
          vb: '"#999"',
          typo: "acent",
        },
        {
          map: "limits",
          type: "Record<string, number>",
          a: "daily",
          b: "monthly",
          va: "100",
          vb: "2000",
          typo: "dialy",
        },
        {
          map: "columns",
          type: "Record<string, Column>",
          a: "name",
          b: "owner",
          va: "{ width: 200 }",
          vb: "{ width: 80 }",
          typo: "nmae",
        },
        {
          map: "scripts",
          type: "Record<string, string>",
          a: "build",
          b: "test",
          va: '"tsc"',
          vb: '"vitest"',
          typo: "biuld",
        },
        {
          map: "rules",
          type: "Record<string, Rule>",
          a: "required",
          b: "short",
          va: "{ min: 1 }",
          vb: "{ max: 80 }",
          typo: "reqired",
        },
        {
          map: "icons",
          type: "Record<string, IconProps>",
          a: "menu",
          b: "trash",
          va: '{ name: "bars" }',
          vb: '{ name: "bin" }',
          typo: "mneu",
        },
        {
          map: "flags",
          type: "Record<string, boolean>",
          a: "search",
          b: "export",
          va: "true",
          vb: "false",
          typo: "serach",
        },
        {
          map: "queues",
          type: "Record<string, QueueOptions>",
          a: "mail",
          b: "billing",
          va: "{ retries: 3 }",
          vb: "{ retries: 10 }",
          typo: "mial",
        },
      ],
    ],
    code: [
      `
      export const ‹map›⟦: ‹type›→⟧ = {
        ‹a›: ‹va›,
        ‹b›: ‹vb›,
      }⟦→ satisfies ‹type›⟧;
      `,
      `
      const DEFAULT_‹thing:CONST›: ‹Thing› | null = null;

      const ‹map›⟦: ‹type›→⟧ = { ‹a›: ‹va›, ‹b›: ‹vb› }⟦→ satisfies ‹type›⟧;

      export default ‹map›;
      `,
      `
      import type { ‹Thing›Config } from "./types";

      export const ‹map›⟦: ‹type›→⟧ = {
        ‹a›: ‹va›,
        ‹b›: ‹vb›,
      }⟦→ satisfies ‹type›⟧;

      export const ‹thing›Config: ‹Thing›Config = {
        ‹a›: "x",
        size: «1|2|4»,
      };
      `,
    ],
  }),
  sketched("exhaustive-switch", {
    seen: [
      "=a new {subject} [falls through silently|isn't noticed] here, make the default check that it's never with satisfies",
      "add a default with {subject} satisfies never",
      "=ts should [complain|tell me] when a case is missing, {subject} satisfies never in the default",
      "make the switch exhaustive[: default with satisfies never|, `satisfies never` in a default]",
      "=[somebody|someone] adds a {subject} and this returns undefined, exhaustiveness check [pls|please] (satisfies never)",
      "=can the compiler catch missing cases? default: {subject} satisfies never",
      "=exhaustiveness check for {subject} with satisfies never",
      "=how do we notice that a new {subject} isn't [handled|covered]? satisfies never in a default",
      "=[switch isn't exhaustive-checked|nothing checks that the cases are complete]: default branch that says {subject} satisfies never",
      "=forgotten [cases|values] should not compile ({subject} satisfies never)",
      "=[never check|exhaustive check] missing[ here|], satisfies pls",
      "=why does it compile with a case missing? want {subject} satisfies never at the end of the switch",
      "=[a default|default branch] with satisfies never [is missing|pls] so [missing|forgotten] cases of {subject} are errors",
      "=[nothing|nobody] tells me when a {subject} isn't [handled|covered] ({subject} satisfies never as the default)",
    ],
    unseen: [
      "=i want a compile error here the next time {subject} gets another value, via `satisfies never`",
    ],
    vars: {
      subject: [
        "status",
        "kind",
        "variant",
        "mode",
        "shape",
        "role",
        "plan",
        "event",
        "level",
        "format",
        "unit",
        "state",
      ],
      a: ["open", "draft", "small", "basic", "active"],
      b: ["closed", "final", "large", "pro", "idle"],
    },
    code: [
      `
      ƒ labelOf(‹subject›: ‹Thing›‹Subject›): string {
        switch (‹subject›) {
          case "‹a›":
            return "‹a:Words›";
          case "‹b›":
            return "‹b:Words›";
          ⟦→default:
            return ‹subject› satisfies never;⟧
        }
      ƒ}
      `,
      `
      export function «handle|apply|on»‹Thing›(‹thing›: ‹Thing›, ‹subject›: ‹Subject›): void {
        ‹fill›
        switch (‹subject›) {
          case "‹a›":
            «open|start|show»‹Other›(‹thing›);
            break;
          case "‹b›":
            «close|stop|hide»‹Other›(‹thing›);
            break;
          ⟦→default:
            ‹subject› satisfies never;⟧
        }
      }
      `,
      `
      export class ‹Thing›Renderer {
        draw(‹subject›: ‹Thing›‹Subject›, size: number): string[] {
          const lines: string[] = [];
          switch (‹subject›) {
            case "‹a›": {
              lines.push("‹a›".repeat(size));
              break;
            }
            case "‹b›": {
              lines.push("‹b›");
              break;
            }
            ⟦→default:
              ‹subject› satisfies never;⟧
          }
          return lines;
        }
      }
      `,
      `
      ƒ reduce‹Thing›(count: number, ‹subject›: ‹Subject›): number {
        if (count < 0) return 0;
        switch (‹subject›) {
          case "‹a›":
            return count + «1|2|10»;
          case "‹b›":
            return «0|count - 1|count * 2»;
          ⟦→default:
            return ‹subject› satisfies never;⟧
        }
      ƒ}
      `,
    ],
  }),
  sketched("result-may-be-missing", {
    seen: [
      "=[ts complains|type error]: {none} is not assignable to {Thing}[ in {fn}|]",
      "=the return type of {fn} [lies|is a lie], there may be [none|no {wordsThing}]",
      "={fn} can [return|give] {none}, [the type should say so|that's missing in the type]",
      "=strict mode complains [about|in] {fn}, it may [return|be] {none}",
      "[add|put] {none} [to|in] the return type of {fn}",
      "=callers [don't know|aren't told] that {fn} may [give|return] {none}",
      "=shouldn't {fn} be typed as maybe {none}?",
      "=callers never check the result of {fn} because the type [says|claims] it's always there. it's {none} when [nothing is found|there is none]",
      "=doesn't compile with strictNullChecks[, {fn} may be {none}|]",
      "make the return type [honest|right]: may be {none}",
      "={none} is missing in what {fn} returns",
      "=[not found|nothing found] gives {none} but {fn} [hides|doesn't say] it",
      "=[someone|a caller] used the result of {fn} without a check and crashed, type it as possibly {none}",
      "={none} [comes|can come] out of {fn}[, doesn't it|]?",
      "=[not every|not each] id has a {wordsThing}, so {fn} [may|can] return {none}",
    ],
    unseen: [
      "=the signature of {fn} promises a {Thing} even when there is nothing",
      "tell callers of {fn} by its type that they may get {none}",
    ],
    vars: {
      fn: ["find‹Thing›", "get‹Thing›", "‹thing›ById", "lookUp‹Thing›", "select‹Thing›", "pick‹Thing›"],
    },
    rows: [
      [
        { none: "undefined", or: "" },
        { none: "undefined", or: "" },
        { none: "null", or: " ?? null" },
      ],
    ],
    code: [
      `
      ƒ ‹fn›(‹things›: ‹Thing›[], id: string): ‹Thing›⟦→ | ‹none›⟧ {
        return ‹things›.«find|findLast»((one) => one.id === id)‹or›;
      ƒ}

      ƒ count‹Things›(‹things›: ‹Thing›[]): number {
        return ‹things›.length;
      ƒ}
      `,
      `
      export class ‹Thing›Registry {
        private readonly byId = new Map<string, ‹Thing›>();

        add(‹thing›: ‹Thing›): ‹Thing› {
          this.byId.set(‹thing›.id, ‹thing›);
          return ‹thing›;
        }

        ‹fn›(id: string): ‹Thing›⟦→ | ‹none›⟧ {
          return this.byId.get(id)‹or›;
        }
      }
      `,
      `
      const ‹fn› = (state: RootState, id: string): ‹Thing›⟦→ | ‹none›⟧ =>
        state.‹things›.list.find((‹thing›) => ‹thing›.id === id)‹or›;

      export const all‹Things› = (state: RootState): ‹Thing›[] => state.‹things›.list;
      `,
    ],
  }),
];
