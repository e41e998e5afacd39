import { sketched } from "./sketch.ts";

/** What goes wrong with objects, maps and sets. */
export const LOGIC_OBJECTS = [
  sketched("given-beats-default", {
    seen: [
      "={given} [lose|loses] against the defaults",
      "=the defaults always win[ over {given}|]",
      "={given} [has no effect|have no effect|are ignored]",
      "=whatever i pass as {given}, i get the defaults",
      "=the order of the spreads is wrong",
      "spread {given} last",
      "swap the [two |]spreads",
      "=my settings [are overwritten|get overwritten] by the defaults",
      "=what's in {given} should override the defaults",
      "={base} [should come|has to come|must be] first",
      "=why can't i override anything?",
      "let {given} [win|take precedence]",
      "=wrong precedence, defaults go first",
      "=setting something in {given} does nothing",
      "=passing {given} [makes no difference|changes nothing|is pointless]",
      "=[backwards|wrong way round]: {base} overrides {given}",
      "=the caller's [values|{given}] should come last",
    ],
    unseen: [
      "=nothing i hand in survives, it is always the standard values",
      "put the defaults before {given}",
    ],
    rows: [
      [
        { given: "overrides", base: "defaults" },
        { given: "options", base: "DEFAULTS" },
        { given: "custom", base: "base" },
        { given: "userConfig", base: "defaultConfig" },
        { given: "opts", base: "DEFAULT_OPTIONS" },
        { given: "settings", base: "defaultSettings" },
        { given: "preferences", base: "initialPreferences" },
        { given: "partial", base: "template" },
        { given: "theme", base: "baseTheme" },
      ],
    ],
    code: [
      `
      const ‹base›: Options = { «retries: 3, timeout: 5000|pageSize: 20, sort: "name"|color: "blue", size: 12»«, verbose: false|» };

      ƒ resolve‹Thing›Options(‹given›: Partial<Options> = {}): Options {
        «validate(‹given›);
        |»return { ...⟦‹given›→‹base›⟧, ...⟦‹base›→‹given›⟧ };
      ƒ}
      `,
      `
      export class ‹Thing›Client {
        private readonly config: ‹Thing›Config;

        constructor(‹given›: Partial<‹Thing›Config>, private readonly ‹base› = ‹thing:CONST›_CONFIG) {
          this.config = { ...⟦‹given›→‹base›⟧, ...⟦‹base›→‹given›⟧ };
          «this.headers = { ...COMMON_HEADERS, ...this.config.headers };|this.connect();|»
        }
      }
      `,
      `
      ƒ build‹Thing›(‹given›: Partial<‹Thing›>, extra: Partial<‹Thing›> = {}): ‹Thing› {
        const ‹base› = «{ name: "", tags: [], active: true }|load‹Thing›Defaults()|{ id: nextId(), items: [] }»;
        const ‹thing› = { ...⟦‹given›→‹base›⟧, ...⟦‹base›→‹given›⟧, ...extra };
        ‹fill›
        return ‹thing›;
      ƒ}
      `,
      `
      ƒ async run‹Thing›(‹given› = {}, ‹base› = ‹thing:CONST›_OPTIONS) {
        const merged = Object.assign({}, ⟦‹given›→‹base›⟧, ⟦‹base›→‹given›⟧);
        const env = Object.assign({}, process.env, merged.env);
        return spawn(merged.command, merged.args, { env });
      ƒ}
      `,
    ],
  }),
  sketched("own-key-wins", {
    seen: [
      "=the {key} from {data} overwrites [ours|the one that is set here]",
      "=people can [set|choose] their own {key}",
      "={key} is wrong when {data} has one too",
      "=if {data} comes with a {key}, that one wins. ours should",
      "=our {key} must win over the one in {data}",
      "put {key} after the spread",
      "=spread first, then {key}",
      "=a {key} in {data} must not be [taken over|used]",
      "=why is the {key} not the one that is set here?",
      "=the {key} can be [faked|overridden|changed] by [sending one in {data}|whatever is in {data}]",
      "spread {data} first",
      "=somebody sent a {key} along and it was taken",
      "=can {data} not override the {key}?",
      "move {key} to the end so that it can't be overridden",
      "=security: {key} can be [set|overridden] from outside",
      "=order matters, {data} comes first[ and {key} last|]",
      "=i sent {key} in {data} and it was [accepted|used|saved]",
    ],
    unseen: ["=smuggling in another {key} through {data} works, it mustn't", "have the last word on {key}"],
    vars: { data: ["data", "input", "body", "fields", "values", "payload", "attributes", "params", "rest"] },
    rows: [
      [
        { key: "id", value: "nextId()" },
        { key: "id", value: "randomUUID()" },
        { key: "createdAt", value: "new Date()" },
        { key: "ownerId", value: "user.id" },
        { key: "role", value: '"member"' },
        { key: "status", value: '"draft"' },
        { key: "version", value: "CURRENT_VERSION" },
        { key: "tenantId", value: "tenant.id" },
        { key: "source", value: '"api"' },
      ],
    ],
    code: [
      `
      ƒ create‹Thing›(‹data›: ‹Thing›Input, user: User, tenant: Tenant): ‹Thing› {
        const created = { ⟦‹key›: ‹value›, ...‹data›→...‹data›, ‹key›: ‹value›⟧ };
        ‹things›.set(created.name, created);
        return created;
      ƒ}
      `,
      `
      ƒ async handleCreate‹Thing›(req: Request, res: Response) {
        const { user, tenant, body: ‹data› } = req;
        const extra = { ...BASE, name: ‹data›.name };
        const created = await db.‹things›.insert({
          ⟦‹key›: ‹value›,
          ...‹data›→...‹data›,
          ‹key›: ‹value›⟧,
        });
        res.status(201).json({ created, extra });
      ƒ}
      `,
      `
      export class ‹Thing›Factory {
        constructor(private user: User, private tenant: Tenant) {}

        make(‹data›: Partial<‹Thing›>) {
          const { user, tenant } = this;
          return {
            «name: "",
            |tags: [],
            |»⟦‹key›: ‹value›,
            ...‹data›→...‹data›,
            ‹key›: ‹value›⟧,
          };
        }
      }
      `,
    ],
  }),
  sketched("null-is-no-object", {
    seen: [
      "=[blows up|crashes|throws] [for|with|on] null",
      "=null [gets through|passes the check|counts as an object]",
      "=typeof null is object[ too|]",
      "check for null[ too|]",
      "=cannot read properties of null in {fn}",
      "=null isn't an object[ here|]",
      "=null [isn't|is not] [handled|caught|excluded]",
      "exclude null",
      "={fn} doesn't survive null",
      "=why does {fn} think null is an object?",
      "=what about null?",
      "=should treat null like any other non-object",
      "=null check [missing|forgotten]",
      "=null has typeof object",
      "=TypeError for null[ input|]",
      "=null shouldn't [get in there|go down that road|be treated as an object]",
    ],
    unseen: [
      "=passing null to {fn} goes down the wrong path",
      "=null shouldn't be taken for a proper object",
    ],
    vars: { value: ["value", "input", "data", "raw", "node", "candidate", "payload", "source"] },
    code: [
      `
      ƒ ‹fn›(‹value›: unknown)«: boolean|» {
        «if (Array.isArray(‹value›)) return false;
        |»return typeof ‹value› === "object"⟦→ && ‹value› !== null⟧ && "«id|name|type|kind»" in «(‹value› as object)|‹value›»;
      ƒ}
      `,
      `
      ƒ ‹fn›(‹value›: any, depth = 0): any {
        if (typeof ‹value› === "string") return ‹value›.trim();
        if (typeof ‹value› === "object"⟦→ && ‹value› !== null⟧) {
          return Object.fromEntries(Object.entries(‹value›).map(([key, one]) => [key, ‹fn›(one, depth + 1)]));
        }
        return ‹value›;
      ƒ}
      `,
      `
      ƒ ‹fn›(‹value›: unknown): string[] {
        if (typeof ‹value› === "function") return [‹value›.name];
        if (typeof ‹value› !== "object"⟦→ ‹or› ‹value› === null⟧) return [String(‹value›)];
        ‹fill›
        return Object.keys(‹value›)«.sort()|».map((key) => ´‹thing›.€{key}´);
      ƒ}
      `,
    ],
    rows: [
      [
        { fn: "inspect", or: "||" },
        { fn: "visit", or: "||" },
        { fn: "process", or: "||" },
        { fn: "convert", or: "||" },
        { fn: "handleInput", or: "||" },
        { fn: "resolveInput", or: "||" },
        { fn: "prepare", or: "||" },
        { fn: "evaluate", or: "||" },
      ],
    ],
  }),
  sketched("own-keys-only", {
    seen: [
      "={textBad} [counts as known|is found|gets through][ as well|, but it's not in there|]",
      "=typing {textBad} [crashes it|gives a function]",
      "only look at own keys",
      "=only own properties count",
      "use Object.hasOwn[ instead of in|]",
      "=in also finds inherited keys",
      "=why is {textBad} in {table}?",
      "=says yes for {textBad}",
      "=inherited properties [shouldn't|must not] count",
      "=[finds|accepts] stuff from the prototype like {textBad}",
      "=keys from Object.prototype shouldn't be accepted for {table}",
      "check with Object.hasOwn",
      "=can it ignore what's on the prototype?",
      "={textBad} shouldn't [be found|exist|count]",
      "=an object inherits {textBad}, [in finds it|so in says true]",
      "look only at what {table} has itself",
    ],
    unseen: [
      "=even {textBad} is a valid {key} it seems",
      "ignore everything {table} got from Object.prototype",
    ],
    vars: {
      bad: ["toString", "constructor", "valueOf", "hasOwnProperty"],
      key: ["key", "name", "code", "command", "type", "locale", "unit", "field"],
      table: ["handlers", "labels", "translations", "rates", "COMMANDS", "registry", "PRICES", "cache"],
    },
    code: [
      `
      const ‹table›: Record<string, «string|number|() => void»> = load‹Things›();
      «const aliases: Record<string, string> = {};
      |»
      ƒ isKnown‹Thing›(‹key›: string): boolean {
        return ⟦‹key› in ‹table›→Object.hasOwn(‹table›, ‹key›)⟧;
      ƒ}
      `,
      `
      ƒ find‹Thing›(‹key›: string, ‹table›: Record<string, ‹Thing›>) {
        const ‹other› = ‹key›.«trim()|toLowerCase()|replace("-", "")»;
        if (⟦‹key› in ‹table›→Object.hasOwn(‹table›, ‹key›)⟧) return ‹table›[‹key›];
        ‹fill›
        throw new Error(´unknown €{‹other›}´);
      ƒ}
      `,
      `
      export class ‹Thing›Registry {
        constructor(private readonly ‹table›: Record<string, ‹Thing›> = {}) {}

        get(‹key›: string): ‹Thing› {
          if (!⟦(‹key› in this.‹table›)→Object.hasOwn(this.‹table›, ‹key›)⟧) {
            this.‹table›[‹key›] = create‹Thing›(‹key›);
          }
          return this.‹table›[‹key›];
        }

        describe(‹thing›: ‹Thing›) {
          return "label" in ‹thing› ? ‹thing›.label : ‹thing›.name;
        }
      }
      `,
    ],
  }),
  sketched("map-into-json", {
    seen: [
      "={map} [comes out as|is|is saved as] an empty object[ in the json|]",
      "=the {wordsMap} [are|is] missing in the json",
      "=json has an empty object for the {wordsMap}",
      "=JSON.stringify can't do maps",
      "=a Map isn't serialised[ by JSON.stringify|]",
      "use Object.fromEntries for {map}",
      "turn {map} into [a plain object|an object] [first|before]",
      "=nothing of the {wordsMap} is saved",
      "=why is {map} always empty in the file?",
      "=after loading, the {wordsMap} are gone",
      "convert {map} to an object with Object.fromEntries",
      "=can the json have the {wordsMap} as an object?",
      "=all i [see|get] in the json is an empty object",
      "=saved file [has no|lacks the] {wordsMap}",
      "=maps [aren't|can't be] [serialised|stringified]",
      "=the client [receives|gets] nothing in place of the {wordsMap}",
      "make a plain object of {map} [there|for the json]",
    ],
    unseen: ["=all the {wordsMap} evaporate on serialising", "write {map} out as a plain object"],
    vars: {
      map: ["scores", "counts", "entries", "prices", "settings", "names", "totals", "translations", "labels"],
    },
    code: [
      `
      export class ‹Thing›Store {
        private ‹map› = new Map<string, number>();
        private version = 1;

        set(key: string, value: number) {
          this.‹map›.set(key, value);
        }

        «toJson(): string {
          return JSON.stringify({ version: this.version, ‹map›: ⟦this.‹map›→Object.fromEntries(this.‹map›)⟧ });|save() {
          const text = JSON.stringify(⟦this.‹map›→Object.fromEntries(this.‹map›)⟧);
          localStorage.setItem("‹thing:kebab›", text);»
        }
      }
      `,
      `
      ƒ async save‹Thing›(path: string, ‹map›: Map<string, ‹Other›>) {
        const keys = [...‹map›.keys()];
        await writeFile(path, JSON.stringify(⟦‹map›→Object.fromEntries(‹map›)⟧«, null, 2|»));
        logger.info(´saved €{keys.length}´);
      ƒ}
      `,
      `
      router.get("/‹things:kebab›", async (req, res) => {
        const ‹map›: Map<string, number> = await count‹Things›();
        ‹fill›
        res.json({ size: ‹map›.size, ⟦‹map›→‹map›: Object.fromEntries(‹map›)⟧ });
      });
      `,
    ],
  }),
  sketched("size-of-set", {
    seen: [
      "=the count is [always |]undefined",
      "=shows undefined instead of the number of {wordsThings}",
      "={set} has no length",
      "={set} is a {kind}, [it has no length|that has size]",
      "={set}.length is [always |]undefined",
      "use size for {set}",
      "=why is {set}.length undefined?",
      "=it's a {kind} [now|these days], [so size|size then]",
      "=the [check|number] is wrong since {set} became a {kind}",
      "=we changed {set} from an array to a {kind}, this still reads length",
      "=length doesn't exist on a {kind}",
      "=ts: property 'length' does not exist on type {kind}",
      "=size, not length",
      "=undefined {wordsThings}, says the [screen|page|report]",
      "={set} isn't an array [any more|any longer]",
      "=wrong property for a {kind}",
      "count [the entries of|what's in] {set} with size",
      "=.length [on|of] a {kind} [is undefined|doesn't work]",
    ],
    unseen: ["=a {kind} counts differently than an array", "ask {set} for its size"],
    rows: [
      [
        { kind: "Set", types: "<string>", add: "add(id)" },
        { kind: "Map", types: "<string, number>", add: "set(id, 1)" },
      ],
    ],
    vars: {
      set: [
        "selected",
        "seen",
        "online",
        "‹things›",
        "members",
        "visited",
        "active",
        "pending",
        "unique‹Things›",
      ],
    },
    code: [
      `
      export class ‹Other›Tracker {
        private ‹set› = new ‹kind›‹types›();
        private log: string[] = [];

        track(id: string) {
          this.‹set›.‹add›;
          this.log.push(id);
        }

        get count() {
          return this.‹set›.⟦length→size⟧;
        }

        get lines() {
          return this.log.length;
        }
      }
      `,
      `
      ƒ count‹Things›(ids: string[]) {
        const ‹set› = new ‹kind›‹types›();
        for (const id of ids) ‹set›.‹add›;
        «console.log(´€{ids.length} ‹things:words› read´);
        |»return { total: ids.length, unique: ‹set›.⟦length→size⟧ };
      ƒ}
      `,
      `
      export function ‹Thing›Toolbar({ all, ‹set› }: { all: ‹Thing›[]; ‹set›: ‹kind›‹types› }) {
        if (all.length === 0) return null;
        return (
          <div className="toolbar">
            <span>{‹set›.⟦length→size⟧} of {all.length}</span>
            <button>«Delete|Archive|Move»</button>
          </div>
        );
      }
      `,
      `
      ƒ check‹Thing›(rows: Row[], limit: number): boolean {
        const ‹set›: ‹kind›‹types› = collect‹Things›(rows);
        ‹fill›
        return rows.length > 0 && ‹set›.⟦length→size⟧ «<= limit|< limit|=== rows.length»;
      ƒ}
      `,
    ],
  }),
  sketched("groups-keep-all", {
    seen: [
      "=only the last {wordsThing} of [each|every] {wordsKey} is kept",
      "=each group has [just|only] one {wordsThing}",
      "=there's only ever one {wordsThing} per {wordsKey}",
      "=overwrites the {wordsThings} [with|of] the same {wordsKey}",
      "=several {wordsThings} with the same {wordsKey}: only one comes out",
      "collect all {wordsThings} of a {wordsKey}, not only the last",
      "add to the group instead of replacing it",
      "=a second {wordsThing} with that {wordsKey} replaces the first",
      "=most {wordsThings} get lost[ when grouping|]",
      "push to the group[ if it exists|, don't overwrite it]",
      "=why does every {wordsKey} have a single {wordsThing}?",
      "=grouping by {wordsKey} loses {wordsThings}",
      "=[all|the] groups [have|are all of] length 1",
      "=[a customer|someone] has three {wordsThings} of that {wordsKey} and [sees|gets] one",
      "=should be a list per {wordsKey}, [it only has the last one|it gets overwritten each time]",
      "=each new {wordsThing} [throws out|kicks out|wipes] the ones before",
      "append to the [group|list], don't [reset|restart] it",
    ],
    unseen: ["=the earlier {wordsThings} of a {wordsKey} vanish", "let groups grow"],
    vars: {
      key: ["kind", "status", "owner", "city", "year", "color", "department", "level", "country", "day"],
      groups: ["groups", "result", "by‹Key›", "grouped", "buckets", "index"],
    },
    code: [
      `
      ƒ group‹Things›(‹things›: ‹Thing›[]): Record<string, ‹Thing›[]> {
        const ‹groups›: Record<string, ‹Thing›[]> = {};
        for (const ‹thing› of ‹things›) {
          «if (‹thing›.hidden) continue;
          |»⟦‹groups›[‹thing›.‹key›] = [‹thing›];→(‹groups›[‹thing›.‹key›] ??= []).push(‹thing›);⟧
        }
        return ‹groups›;
      ƒ}
      `,
      `
      ƒ ‹things›By‹Key›(‹things›: readonly ‹Thing›[]) {
        const ‹groups› = {} as Record<string, ‹Thing›[]>;
        const names: Record<string, string> = {};
        ‹things›.forEach((‹thing›) => {
          names[‹thing›.id] = ‹thing›.name;
          ⟦‹groups›[‹thing›.‹key›] = [‹thing›]→(‹groups›[‹thing›.‹key›] ??= []).push(‹thing›)⟧;
        });
        return { ‹groups›, names };
      ƒ}
      `,
      `
      export class ‹Thing›Report {
        private readonly ‹groups›: Record<string, ‹Thing›[]> = {};
        private total = 0;

        add(‹thing›: ‹Thing›) {
          const { ‹key› } = ‹thing›;
          this.total += 1;
          ⟦this.‹groups›[‹key›] = [‹thing›]→(this.‹groups›[‹key›] ??= []).push(‹thing›)⟧;
        }
      }
      `,
    ],
  }),
  sketched("counts-begin-at-zero", {
    seen: [
      "=[all |]the counts are NaN",
      "=counts are NaN[ for every {wordsKey}|]",
      "=NaN everywhere",
      "=[counting|it] starts from undefined",
      "=undefined + 1 is NaN[, start at 0|]",
      "start [every|each] count at 0",
      "=shows NaN for each {wordsKey}",
      "=why is {counts} full of NaN?",
      "=the first {wordsThing} of a {wordsKey} makes it NaN",
      "treat a {wordsKey} that isn't there yet as 0",
      "=doesn't count, i only get NaN",
      "=a new {wordsKey} isn't in {counts} yet, begin with 0 then",
      "default [to|it to|them to] 0",
      "=the [chart|table] shows [NaN|only NaN]",
      "=initial value missing for a new {wordsKey}",
      "=can't add to undefined",
      "[start|default|fall back] to zero for [a new|an unknown|a missing] {wordsKey}",
    ],
    unseen: ["=no numbers, just NaN per {wordsKey}", "assume zero for a {wordsKey} seen for the first time"],
    vars: {
      key: [
        "category",
        "status",
        "owner",
        "city",
        "word",
        "color",
        "department",
        "level",
        "country",
        "browser",
      ],
      counts: ["counts", "totals", "tally", "stats", "frequency", "per‹Key›", "histogram"],
      amount: ["amount", "size", "points", "weight", "minutes"],
    },
    code: [
      `
      ƒ count‹Things›(‹things›: ‹Thing›[]): Record<string, number> {
        const ‹counts›: Record<string, number> = {};
        for (const { ‹key› } of ‹things›) {
          «if (‹key› === "") continue;
          |»⟦‹counts›[‹key›] += 1→‹counts›[‹key›] = (‹counts›[‹key›] ?? 0) + 1⟧;
        }
        return ‹counts›;
      ƒ}
      `,
      `
      ƒ ‹thing›Stats(‹things›: ‹Thing›[]) {
        let seen = 0;
        const ‹counts›: Record<string, number> = {};
        ‹things›.forEach((‹thing›) => {
          seen += 1;
          ⟦‹counts›[‹thing›.‹key›] += ‹thing›.‹amount›→‹counts›[‹thing›.‹key›] = (‹counts›[‹thing›.‹key›] ?? 0) + ‹thing›.‹amount›⟧;
        });
        return { seen, ‹counts› };
      ƒ}
      `,
      `
      export class ‹Thing›Counter {
        private readonly ‹counts›: Record<string, number> = {};
        private total = 0;

        record(‹key›: string) {
          this.total += 1;
          ⟦this.‹counts›[‹key›] += 1→this.‹counts›[‹key›] = (this.‹counts›[‹key›] ?? 0) + 1⟧;
        }

        of(‹key›: string): number {
          return this.‹counts›[‹key›];
        }
      }
      `,
      `
      ƒ tally‹Things›(‹things›: ‹Thing›[]) {
        const ‹counts› = new Map<string, number>();
        for (const ‹thing› of ‹things›) {
          ‹fill›
          ‹counts›.set(‹thing›.‹key›, ⟦‹counts›.get(‹thing›.‹key›)→(‹counts›.get(‹thing›.‹key›) ?? 0)⟧ + 1);
        }
        return ‹counts›;
      ƒ}
      `,
    ],
  }),
  sketched("seen-by-key", {
    seen: [
      "=duplicates [are still there|get through|aren't removed], it should go by {key}",
      "=[same|the same] {wordsThing} [comes|shows up] twice, compare them by {key}",
      "=objects are compared by [identity|reference], use the {key}",
      "dedupe by {key}",
      "=two {wordsThings} with the same {key} are duplicates",
      "=the {key} decides whether it's a duplicate",
      "=the set holds objects so nothing is ever a duplicate, put the {key} in",
      "remember the {wordsKey}s and not the {wordsThings}",
      "=why are there {wordsThings} with the same {key}?",
      "=only one {wordsThing} per {key} please",
      "=can it go by {key}?",
      "=[should|has to] compare the {key}, not the [whole |]{wordsThing}",
      "=uniqueness should be by {key}",
      "=doesn't filter duplicates since every {wordsThing} is another object, compare {key}",
      "=same {key}, [still both there|listed twice|comes twice]",
      "=the set compares [references|objects], it should be the {key}",
      "put the {wordsKey}s in the set[, not the {wordsThings}|]",
    ],
    unseen: ["=equal {key}, yet both stay in", "go by {key} when looking for repeated ones"],
    vars: {
      key: ["id", "email", "slug", "sku", "code", "url", "isbn", "handle", "name"],
      seen: ["seen", "known", "done", "visited", "taken"],
    },
    rows: [[{ fn: "unique" }, { fn: "dedupe" }, { fn: "distinct" }]],
    code: [
      `
      ƒ ‹fn›‹Things›(‹things›: ‹Thing›[]): ‹Thing›[] {
        const ‹seen› = new Set();
        const result: ‹Thing›[] = [];
        for (const ‹thing› of ‹things›) {
          if (‹seen›.has(⟦‹thing›→‹thing›.‹key›⟧)) continue;
          ‹seen›.add(⟦‹thing›→‹thing›.‹key›⟧);
          result.push(‹thing›);
        }
        return result;
      ƒ}
      `,
      `
      ƒ ‹fn›‹Things›(pages: ‹Thing›[][]) {
        const ‹seen› = new Set();
        ‹fill›
        return pages.flat().filter((‹thing›) => {
          if («!‹thing›.visible|‹thing›.deleted|‹thing›.draft») return false;
          if (‹seen›.has(⟦‹thing›→‹thing›.‹key›⟧)) return false;
          ‹seen›.add(⟦‹thing›→‹thing›.‹key›⟧);
          return true;
        });
      ƒ}
      `,
      `
      export class ‹Thing›Importer {
        private readonly ‹seen› = new Set();
        private readonly rejected: ‹Thing›[] = [];

        accept(‹thing›: ‹Thing›): boolean {
          if (this.‹seen›.has(⟦‹thing›→‹thing›.‹key›⟧)) {
            this.rejected.push(‹thing›);
            return false;
          }
          this.‹seen›.add(⟦‹thing›→‹thing›.‹key›⟧);
          return true;
        }
      }
      `,
    ],
  }),
  sketched("deep-copy", {
    seen: [
      "=[changing|editing] the copy [also changes|changes] the original",
      "=the copy shares its {wordsPart} with the original",
      "=[copy|the copy] is only shallow[, needs to be deep|]",
      "make [it|the copy] a deep copy",
      "use structuredClone",
      "=editing the {wordsPart} of the copy shows up in the original {wordsThing}[ too|]",
      "=nested {wordsPart} are still the same objects",
      "=the {wordsPart} of {thing} change when i edit {copy}",
      "=spread isn't enough, the {wordsPart} are shared",
      "=why does {thing} change when {copy} is edited?",
      "=deep clone please",
      "=can {copy} be independent of {thing}, with all that is in it?",
      "clone it deeply, the {wordsPart} too",
      "=both [change|are changed] at the same time",
      "=i only wanted to change {copy}",
      "=the {wordsPart} [are|stay] shared[ between the two|]",
      "=mutating {copy}.{part} [hits|changes|affects] {thing} as well",
    ],
    unseen: ["=what's done to {copy} leaks back", "go all the way down when copying {thing}"],
    vars: {
      copy: ["copy", "edited", "clone", "changed", "next", "duplicate", "twin", "working"],
      part: ["lines", "tags", "entries", "settings", "steps", "sections", "rules", "parts"],
    },
    code: [
      `
      ƒ duplicate‹Thing›(‹thing›: ‹Thing›): ‹Thing› {
        const ‹copy› = ⟦{ ...‹thing› }→structuredClone(‹thing›)⟧;
        ‹copy›.id = nextId();
        ‹copy›.‹part›.«reverse()|pop()|push(EMPTY)»;
        return ‹copy›;
      ƒ}
      `,
      `
      export class ‹Thing›Editor {
        private ‹copy›: ‹Thing›;

        constructor(private readonly ‹thing›: ‹Thing›, options: Partial<EditorOptions>) {
          this.options = { ...options };
          this.‹copy› = ⟦{ ...‹thing› }→structuredClone(‹thing›)⟧;
        }

        rename(index: number, name: string) {
          this.‹copy›.‹part›[index].name = name;
        }
      }
      `,
      `
      ƒ apply‹Other›(‹thing›: ‹Thing›, ‹other›: ‹Other›) {
        ‹fill›
        const ‹copy› = ⟦Object.assign({}, ‹thing›)→structuredClone(‹thing›)⟧;
        ‹copy›.‹part›.forEach((one) => {
          one.«amount *= ‹other›.factor|label = ‹other›.label|isOpen = false»;
        });
        return ‹copy›;
      ƒ}
      `,
    ],
  }),
  sketched("empty-list-is-truthy", {
    seen: [
      "=[true|treated as there] even [if|when] {list} is empty",
      "=an empty {list} [counts as|is] truthy",
      "=an empty array is truthy",
      "check the length[ of {list}|]",
      "=[says|acts as if] there are {wordsThings} when {list} is empty",
      "=no {wordsThings}, but it [goes on|does it] as if there were some",
      "=the condition is always true, {list} is an array",
      "=should depend on whether there are any {wordsThings}",
      "=why does it run with no {wordsThings}?",
      "=with an empty {list} it shouldn't do this",
      "=only if {list} has something in it",
      "=can we check that {list} isn't empty?",
      "=empty {list} not handled, length > 0 please",
      "=even an empty array [is truthy|counts as true]",
      "=truthy check on an array, [always true|that's always true]",
      "=happens even when [nothing was found|there's nothing in {list}|{list} has no entries]",
      "=should check {list}.length",
      "=someone with no {wordsThings} [still gets it|is treated as if there were some]",
    ],
    unseen: ["=zero {wordsThings} and still it thinks there are some", "=needs .length"],
    vars: { list: ["‹things›", "selected", "found", "matches", "errors", "results", "pending", "hits"] },
    code: [
      `
      ƒ async notify‹Other›(‹other›: ‹Other›, ‹list›: ‹Thing›[]) {
        «if (!‹other›.email) return;
        |»if (⟦‹list›→‹list›.length > 0⟧) {
          await sendMail(‹other›.email, "There are ‹things:words›", ‹list›);
        }
        ‹fill›
      ƒ}
      `,
      `
      ƒ ‹thing›Status(id: string) {
        const ‹list›: ‹Thing›[] = search‹Things›(id);
        const ‹other› = find‹Other›(id);
        if (‹other› && ⟦‹list›→‹list›.length > 0⟧) return "«found|busy|matched»";
        return "none";
      ƒ}
      `,
      `
      export function ‹Thing›Panel({ title, ‹list› }: { title?: string; ‹list›: ‹Thing›[] }) {
        return (
          <section>
            {title ? <h2>{title}</h2> : null}
            {⟦‹list›→‹list›.length > 0⟧ ? <‹Thing›Table rows={‹list›} /> : <p>«None yet|Nothing here|Empty»</p>}
          </section>
        );
      }
      `,
      `
      export class ‹Thing›Checker {
        private ‹list›: ‹Thing›[] = [];

        add(‹thing›: ‹Thing›) {
          this.‹list›.push(‹thing›);
        }

        finish(reporter?: Reporter) {
          if (reporter) reporter.end();
          if (⟦this.‹list›→this.‹list›.length > 0⟧) throw new Error(´€{this.‹list›.length} ‹things:words›´);
        }
      }
      `,
    ],
  }),
  sketched("those-not-in-set", {
    seen: [
      "=gives the {wordsThings} that are already {taken}, should be [the others|the ones that aren't]",
      "=exactly the wrong {wordsThings}, i need those not in {taken}",
      "=should be those that are not in {taken}",
      "=shows [only |]the {wordsTaken} ones",
      "leave out the ones in {taken}",
      "=filter is the wrong way round[, {taken} should be left out|]",
      "negate the check of {taken}",
      "=the check on {taken} lacks a not",
      "=why [are only|do i get only] the {wordsTaken} {wordsThings}?",
      "=should [not|never] [give|return|offer] the {wordsTaken} ones",
      "=the {wordsTaken} {wordsThings} must not be in there, only they are",
      "=can we get the remaining {wordsThings} instead?",
      "return the {wordsThings} that are not {wordsTaken}",
      "=inverted: [gives|returns|shows] what it should leave out",
      "=the [rest|others], not the {wordsTaken} ones",
      "=should offer what's [left|still free|not {wordsTaken} yet]",
      "drop [those|the ones|everything] in {taken}",
    ],
    unseen: [
      "=it's the opposite set, whatever is {wordsTaken} should go",
      "=keep {wordsThings} out that are {wordsTaken}, not in",
    ],
    vars: {
      taken: ["taken", "selected", "assigned", "booked", "used", "blocked", "excluded", "dismissed", "known"],
    },
    code: [
      `
      ƒ available‹Things›(‹things›: ‹Thing›[], ‹taken›: Set<string>) {
        return ‹things›.filter((‹thing›) => «‹thing›.active && |»⟦→!⟧‹taken›.has(‹thing›.id));
      ƒ}
      `,
      `
      export class ‹Thing›Pool {
        private readonly ‹taken› = new Set<string>();
        private readonly allowed = new Set<string>();

        take(id: string) {
          this.‹taken›.add(id);
        }

        remaining(‹things›: ‹Thing›[]): ‹Thing›[] {
          return ‹things›
            .filter(({ kind }) => this.allowed.has(kind))
            .filter(({ id }) => ⟦→!⟧this.‹taken›.has(id));
        }
      }
      `,
      `
      export function ‹Thing›Select({ ‹things›, ‹taken›, onPick }: ‹Thing›SelectProps) {
        const options = ‹things›.filter((‹thing›) => ⟦→!⟧‹taken›.includes(‹thing›.id));
        return (
          <select onChange={(event) => onPick(event.target.value)}>
            {options.map(({ id, name }) => (
              <option key={id} value={id}>{name}</option>
            ))}
          </select>
        );
      }
      `,
    ],
  }),
];
