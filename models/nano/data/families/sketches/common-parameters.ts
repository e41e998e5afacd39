import { sketched } from "./sketch.ts";

/** What people ask of parameters, arguments and the types of both. */
export const COMMON_PARAMETERS = [
  // A number says its type by itself.
  sketched("default-of-number-parameter", {
    seen: [
      "default {p} to {n}[ pls| please|]",
      "={p} [defaults to|is] {n} [by default|if not given|when left out]",
      "=[by default|default] {p} {n}",
      "=[default|default value] of {n} for {p}[ pls|]",
      "=if [no {p} is given|{p} is left out|nobody passes {p}], [use|take] {n}",
      "={p} should be {n} [by default|when it is not given|unless given]",
      "=most callers want {n} as {p}, make [it|that] the default",
      "give {p} a default[ value|] of {n}",
      "make {n} the default[ value|] [of|for] {p}",
      "=i [don't want|am tired of having] to pass {p} every time, {n} is fine",
      "={p} = {n} [as default|unless the caller says otherwise]",
      "=could {p} fall back to {n}?",
    ],
    unseen: ["=callers may omit {p}, it is {n} then", "=without a {p} assume {n}"],
    rows: [
      [
        { p: "limit", n: "20" },
        { p: "pageSize", n: "50" },
        { p: "retries", n: "3" },
        { p: "timeoutMs", n: "5000" },
        { p: "delay", n: "300" },
        { p: "depth", n: "2" },
        { p: "days", n: "30" },
        { p: "concurrency", n: "4" },
        { p: "maxLength", n: "80" },
        { p: "offset", n: "0" },
        { p: "count", n: "10" },
        { p: "digits", n: "2" },
        { p: "batchSize", n: "100" },
      ],
    ],
    vars: { id: ["customerId", "teamId", "ownerId", "projectId", "tenantId", "userId", "regionId"] },
    code: [
      `
      ƒ async list‹Things›(‹id›: string, ⟦‹p›: number→‹p› = ‹n›⟧) {
        «const since = new Date(2020, 0, 1);|»
        return «prisma.‹thing›|db.‹things›|this.repo».findMany({
          where: { ‹id› },
          orderBy: { createdAt: "desc" },
          ...toQuery({ ‹p› }),
        });
      ƒ}
      `.replace("|this.repo", ""),
      `
      export class ‹Thing›Client {
        constructor(private readonly http: HttpClient) {}

        async fetch(‹id›: string, page: number, ⟦‹p›: number→‹p› = ‹n›⟧): Promise<‹Thing›[]> {
          ‹fill›
          return this.http.get(´/‹things›/€{‹id›}´, { page, ‹p› });
        }

        «async remove(‹id›: string): Promise<void> {
          await this.http.delete(´/‹things›/€{‹id›}´);
        }|touch(count: number) {
          return this.http.post("/touch", { count });
        }»
      }
      `
        .replace("touch(count: number)", "touch(times: number)")
        .replace("{ count }", "{ times }"),
      `
      export function use‹Things›(«filter: Filter|‹id›: string», ⟦‹p›: number→‹p› = ‹n›⟧) {
        const [‹things›, set‹Things›] = useState<‹Thing›[]>([]);

        useEffect(() => {
          load‹Things›(‹p›).then(set‹Things›);
        }, [‹p›]);

        return ‹things›;
      }
      `,
    ],
  }),
  sketched("default-of-text-or-flag-parameter", {
    seen: [
      "default {p} to {v}[ pls| please|]",
      "={p} [defaults to|is] {v} [by default|if not given|when left out]",
      "=[default|default value] {v} for {p}[ pls|]",
      "=if [no {p} is given|{p} is left out], [use|take] {v}",
      "={p} should be {v} [by default|when it is not given|unless given]",
      "=nearly everybody passes {v} as {p}, [make it|so that's] the default",
      "give {p} the default[ value|] {v}",
      "make {v} the default[ value|] [of|for] {p}",
      "={p}: {v} [as default|unless the caller says otherwise]",
      "=can {p} just be {v} if i leave it out?",
    ],
    unseen: ["=whoever does not say {p} means {v}"],
    rows: [
      [
        { p: "order", decl: "order: string", made: 'order = "asc"', v: '"asc"' },
        { p: "locale", decl: "locale: string", made: 'locale = "en"', v: '"en"' },
        { p: "currency", decl: "currency: string", made: 'currency = "EUR"', v: '"EUR"' },
        { p: "force", decl: "force: boolean", made: "force = false", v: "false" },
        { p: "notify", decl: "notify: boolean", made: "notify = true", v: "true" },
        { p: "status", decl: "status: Status", made: 'status: Status = "open"', v: '"open"' },
        { p: "format", decl: "format: Format", made: 'format: Format = "csv"', v: '"csv"' },
        { p: "prefix", decl: "prefix: string", made: 'prefix = ""', v: '""' },
        { p: "dryRun", decl: "dryRun: boolean", made: "dryRun = false", v: "false" },
        { p: "tags", decl: "tags: string[]", made: "tags: string[] = []", v: "[]" },
        { p: "role", decl: "role: Role", made: 'role: Role = "viewer"', v: '"viewer"' },
        { p: "options", decl: "options: Options", made: "options: Options = {}", v: "{}" },
      ],
    ],
    vars: { verb: ["export", "load", "render", "send", "archive", "print", "build", "collect"] },
    code: [
      `
      ƒ async ‹verb›‹Things›(ids: string[], ⟦‹decl›→‹made›⟧) {
        «if (ids.length === 0) return [];|const started = Date.now();»
        const ‹things› = await «repo|store|api».find(ids);
        ‹fill›
        return ‹verb›All(‹things›, { ‹p›«, at: new Date()|» });
      ƒ}
      `,
      `
      @Injectable()
      export class ‹Thing›Service {
        ‹verb›(‹thing›: ‹Thing›, «reason: string, |»⟦‹decl›→‹made›⟧): Promise<Result> {
          return this.«queue|jobs|runner».add("‹verb›", { id: ‹thing›.id, ‹p› });
        }

        count(‹other›: ‹Other›): number {
          return ‹other›.items.length;
        }
      }
      `,
      `
      const ‹verb›‹Thing› = (‹thing›: ‹Thing›, ⟦‹decl›→‹made›⟧): string => {
        const parts = [‹thing›.id, ‹thing›.«name|title|label»];
        return ‹verb›Parts(parts, ‹p›);
      };

      export const ‹verb›Both = (a: ‹Thing›, b: ‹Thing›) => ‹verb›‹Thing›(a) + ‹verb›‹Thing›(b);
      `,
    ],
  }),
  sketched("last-parameter-optional", {
    seen: [
      "make {p} optional",
      "={p} [is|should be|can be] optional[ now|]",
      "={p} optional[ pls|]",
      "=[not everybody has|there isn't always|we don't always have] a {p}",
      "={p} [doesn't have to|need not] be [given|passed]",
      "=can {p} be left out?",
      "=i want to call {fn} without a {p}",
      "allow [calling {fn} without|leaving out] {p}",
      "=ts complains when i call {fn} without {p}, it's [optional|not needed]",
      "={p}[ of {fn}|] shouldn't be required",
      "=callers can skip {p}",
    ],
    unseen: ["=the compiler insists on {p} in {fn}, but one may do without"],
    rows: [
      [
        { p: "note", T: "string" },
        { p: "reason", T: "string" },
        { p: "signal", T: "AbortSignal" },
        { p: "parentId", T: "string" },
        { p: "comment", T: "string" },
        { p: "expiresAt", T: "Date" },
        { p: "callback", T: "() => void" },
        { p: "label", T: "string" },
        { p: "discount", T: "number" },
        { p: "actor", T: "User" },
        { p: "filter", T: "Filter" },
        { p: "description", T: "string" },
      ],
      [
        { verb: "cancel", done: "cancelled" },
        { verb: "create", done: "created" },
        { verb: "close", done: "closed" },
        { verb: "approve", done: "approved" },
        { verb: "move", done: "moved" },
        { verb: "reopen", done: "reopened" },
      ],
    ],
    vars: { fn: ["‹verb›‹Thing›", "‹verb›", "‹verb›All", "‹verb›‹Thing›Now"] },
    code: [
      `
      ƒ async ‹fn›(id: string, by: string, ⟦‹p›: ‹T›→‹p›?: ‹T›⟧): Promise<void> {
        «const ‹thing› = await find‹Thing›(id);|‹fill›»
        await db.‹things›.update({ id, data: { status: "‹done›", by, ‹p› } });
        «audit("‹thing›.‹done›", id);|»
      ƒ}
      `,
      `
      export class ‹Thing›Service {
        ‹fn›(‹thing›: ‹Thing›, at: Date, ⟦‹p›: ‹T›→‹p›?: ‹T›⟧) {
          this.history.push({ id: ‹thing›.id, at, ‹p› });
          return this.api.post("/‹things›/‹verb›", { ‹p› });
        }

        note‹Other›(‹other›: ‹Other›, text: string) {
          this.notes.set(‹other›.id, text);
        }
      }
      `,
      `
      interface ‹Thing›Api {
        find(id: string): Promise<‹Thing›>;
        ‹fn›(id: string, ⟦‹p›: ‹T›→‹p›?: ‹T›⟧): Promise<‹Thing›>;
        count(tag: string): Promise<number>;
      }
      `,
    ],
  }),
  sketched("new-parameter-is-passed-on", {
    seen: [
      "add [a parameter|a param|an argument] {p}: {T} [at the end |]and pass it on to {inner}",
      "={fn} should take {p} ({T}) as last [parameter|argument] and [give|hand|pass] it to {inner}",
      "=new last parameter {p} of type {T}[,| and] pass it [to|on to|through to] {inner}",
      "=let callers give {p} ({T}, last), it [goes|is passed] [on |]to {inner} as last argument",
      "={inner} takes {p} ({T}) [as last argument |]now, pass it through[ from {fn}|]",
      "take {p}: {T} last and pass it[ on|] to {inner}",
      "=need {p} ({T}) in {fn}, last param, goes to {inner}",
      "=pass {p} through: last parameter of {fn} ({T}), last argument of {inner}",
    ],
    unseen: ["={inner} has to know {p} ({T}), so {fn} must be given it at the end and hand it down"],
    rows: [
      [
        { p: "signal", T: "AbortSignal" },
        { p: "locale", T: "string" },
        { p: "userId", T: "string" },
        { p: "tenantId", T: "string" },
        { p: "currency", T: "Currency" },
        { p: "dryRun", T: "boolean" },
        { p: "traceId", T: "string" },
        { p: "limit", T: "number" },
        { p: "role", T: "Role" },
        { p: "options", T: "RequestOptions" },
        { p: "timezone", T: "string" },
        { p: "logger", T: "Logger" },
        { p: "tx", T: "Transaction" },
      ],
      [
        { verb: "load", inner: "fetchPage" },
        { verb: "save", inner: "writeRecord" },
        { verb: "render", inner: "formatLine" },
        { verb: "import", inner: "insertRow" },
        { verb: "send", inner: "deliver" },
        { verb: "export", inner: "toCsv" },
        { verb: "check", inner: "validateEntry" },
        { verb: "search", inner: "runQuery" },
      ],
    ],
    vars: { fn: ["‹verb›‹Thing›", "‹verb›‹Things›", "‹verb›All‹Things›"] },
    code: [
      `
      ƒ async ‹fn›(ids: string[]⟦→, ‹p›: ‹T›⟧) {
        const results = [];
        for (const id of ids) {
          results.push(await ‹inner›(id, "‹thing›"⟦→, ‹p›⟧));
        }
        «await flush(ids);|logger.debug("‹verb›", ids.length);»
        return results;
      ƒ}
      `,
      `
      export class ‹Thing›Service {
        async ‹fn›(‹thing›: ‹Thing›«, page: number|»⟦→, ‹p›: ‹T›⟧): Promise<Result> {
          «this.seen.add(‹thing›.id);|await this.check(‹thing›);»
          return this.‹inner›(‹thing›⟦→, ‹p›⟧);
        }

        async close(‹thing›: ‹Thing›): Promise<void> {
          await this.finish(‹thing›);
        }
      }
      `,
      `
      ƒ ‹fn›(‹things›: ‹Thing›[]⟦→, ‹p›: ‹T›⟧): Entry[] {
        const visible = ‹things›.filter((‹thing›) => !‹thing›.«hidden|archived|deleted»);
        return visible.map((‹thing›) => ‹inner›(‹thing›⟦→, ‹p›⟧));
      ƒ}
      `,
    ],
  }),
  sketched("return-type-in-words", {
    seen: [
      "add the return type: {words}",
      "=return type [is missing|missing], [it's|it is] {words}",
      "={fn} [returns|gives back] {words}, [say so|annotate it|write it down|add the type]",
      "type the [return|return value|result]: {words}",
      "=should be typed as [returning |]{words}",
      "=explicit return type pls, {words}",
      "declare that {fn} returns {words}",
      "=return type {words}[ please|]",
      "=lint wants a return type [here|on {fn}]. [it's |]{words}",
      "=what does {fn} return? {words}, [put|write] it [there|in the signature]",
    ],
    unseen: ["=make the signature say that one gets {words}"],
    rows: [
      [
        { T: "Promise<‹Thing› | null>", words: "a promise of {Thing} or null", a: "async " },
        { T: "Promise<‹Thing›[]>", words: "a promise of an array of {Thing}", a: "async " },
        { T: "Promise<‹Thing› | undefined>", words: "a promise of {Thing} or undefined", a: "async " },
        { T: "Promise<void>", words: "a promise of nothing", a: "async " },
        { T: "Promise<‹Thing›>", words: "a Promise of {Thing}", a: "async " },
        {
          T: "Promise<Map<string, ‹Thing›>>",
          words: "a promise of a map from string to {Thing}",
          a: "async ",
        },
        { T: "Promise<boolean>", words: "a promise of a boolean", a: "async " },
        { T: "Promise<number>", words: "a promise of a number", a: "async " },
        { T: "‹Thing› | null", words: "{Thing} or null", a: "" },
        { T: "‹Thing› | undefined", words: "{Thing} or undefined", a: "" },
        { T: "‹Thing›[]", words: "an array of {Thing}", a: "" },
        { T: "Map<string, ‹Thing›>", words: "a map from string to {Thing}", a: "" },
        { T: "Set<string>", words: "a set of strings", a: "" },
        { T: "Record<string, number>", words: "a record of numbers", a: "" },
      ],
    ].map((table) => table.map((row) => ({ ...row, words: row.words.replaceAll("{Thing}", "‹Thing›") }))),
    vars: {
      fn: ["find‹Thing›", "load‹Thing›", "resolve‹Thing›", "get‹Thing›", "read‹Things›", "update‹Things›"],
      made: ["pick", "lookUp", "collect", "transform"],
    },
    code: [
      `
      export ‹a›function ‹fn›(id: string, filter: Filter)⟦→: ‹T›⟧ {
        ‹fill›
        return ‹made›(id, filter);
      }

      «function ‹made›Key(id: string): string {
        return ´‹thing›:€{id}´;
      }|const keyOf = (id: string): string => ´‹thing›:€{id}´;»
      `,
      `
      export class ‹Thing›Repository {
        constructor(private readonly «db: Database|pool: Pool|client: Client») {}

        ‹a›‹fn›(id: string)⟦→: ‹T›⟧ {
          «this.count++;|»
          return this.‹made›(id);
        }

        describe(): string {
          return "‹things›";
        }
      }
      `,
      `
      const ‹fn› = ‹a›(source: Source)⟦→: ‹T›⟧ => {
        const key = source.«key|id|name»;
        ‹fill›
        return source.‹made›(key);
      };
      `,
    ],
  }),
  sketched("any-becomes-that-type", {
    seen: [
      "=no any: {p} is [a |]{T}",
      "type {p} as {T}[ instead of any|]",
      "=[any -> {T}|{p} is {T}, not any]",
      "={p} should [be typed as|be] {T}, not any",
      "replace [the any|any] [of {p} |]with {T}",
      "=get rid of [any|the any], {p} is [a |]{T}",
      "=eslint complains about [any|the any], [use|take] {T}",
      "=we have {T} for this, [why any?|no need for any]",
      "=why is {p} any? [it's|use] {T}",
      "=any is lazy here, {T} [pls|please]",
      "use {T} instead of any[ for {p}|]",
    ],
    unseen: ["=the compiler should know that {p} is {T}"],
    vars: {
      p: [
        "input",
        "payload",
        "row",
        "data",
        "event",
        "item",
        "response",
        "body",
        "‹thing›",
        "record",
        "entry",
      ],
      T: [
        "‹Thing›",
        "‹Thing›Input",
        "‹Thing›Row",
        "Create‹Thing›Dto",
        "‹Thing›Event",
        "unknown",
        "Partial<‹Thing›>",
        "‹Thing›Payload",
      ],
    },
    code: [
      `
      ƒ to‹Thing›(⟦‹p›: any→‹p›: ‹T›⟧, now: Date) {
        «const id = crypto.randomUUID();|‹fill›»
        return normalize(‹p›, { now });
      ƒ}
      `,
      `
      @Controller("‹things›")
      export class ‹Thing›Controller {
        constructor(private readonly service: ‹Thing›Service) {}

        @Post()
        create(@Body() ⟦‹p›: any→‹p›: ‹T›⟧, @CurrentUser() user: User) {
          return this.service.create(‹p›, user.id);
        }

        «@Get(":id")
        find(@Param("id") id: string) {
          return this.service.find(id);
        }|@Delete(":id")
        remove(@Param("id") id: string) {
          return this.service.remove(id);
        }»
      }
      `,
      `
      «queue|socket|bus|worker».on("‹thing›", async (⟦‹p›: any→‹p›: ‹T›⟧) => {
        «metrics.increment("‹thing›");|logger.debug("got ‹thing›");»
        await store‹Thing›(‹p›);
      });
      `,
      `
      const ⟦‹p›: any→‹p›: ‹T›⟧ = await readJson("«fixtures|data|samples»/‹thing:kebab›.json");
      const limit: number = settings.limit;

      export async function seed() {
        «await reset();|»
        await insert(‹p›, limit);
      }
      `,
    ],
  }),
  sketched("arguments-swapped-in-call", {
    seen: [
      "=the arguments of {fn} are [swapped|mixed up|the wrong way round|in the wrong order]",
      "swap the [arguments|args] of {fn}",
      "={a} and {b} are [swapped|mixed up|the wrong way round][ in the call|]",
      "={fn} wants {b} [first|before {a}]",
      "={fn} takes {b} first, then {a}",
      "=wrong order, {fn} is ({b}, {a})",
      "=args [mixed up|swapped][ in {fn}|]",
      "pass {b} before {a}[ to {fn}|]",
      "={b} [goes|comes] first[ in {fn}|]",
      "=shouldn't {b} come before {a}?",
      "=order of the [arguments|args] to {fn} is wrong",
    ],
    unseen: ["=someone called {fn} with {a} where {b} belongs and vice versa"],
    rows: [
      [
        { fn: "transfer", a: "targetId", b: "sourceId" },
        { fn: "moveTo", a: "folderId", b: "fileId" },
        { fn: "clamp", a: "max", b: "min" },
        { fn: "assign", a: "userId", b: "taskId" },
        { fn: "daysBetween", a: "end", b: "start" },
        { fn: "renameFile", a: "newPath", b: "oldPath" },
        { fn: "addMember", a: "memberId", b: "teamId" },
        { fn: "compareHashes", a: "expected", b: "actual" },
        { fn: "setSetting", a: "value", b: "key" },
        { fn: "convert", a: "to", b: "from" },
        { fn: "replaceIn", a: "replacement", b: "pattern" },
        { fn: "grantRole", a: "role", b: "account" },
      ],
    ],
    code: [
      `
      ƒ async apply‹Thing›({ ‹a›, ‹b› }: ‹Thing›Command) {
        «await check(‹a›);|logger.debug("apply", { ‹a›, ‹b› });»
        const result = await ‹fn›(⟦‹a›, ‹b›→‹b›, ‹a›⟧);
        ‹fill›
        return result;
      ƒ}
      `,
      `
      it("works for a ‹thing›", async () => {
        const ‹a› = make‹Thing›("a");
        const ‹b› = make‹Thing›("b");

        const result = «await |»‹fn›(⟦‹a›, ‹b›→‹b›, ‹a›⟧);

        expect(result).toMatchSnapshot();
        «expect(log(‹a›, ‹b›)).toBe(true);|»
      });
      `,
      `
      export class ‹Thing›Service {
        constructor(private readonly api: ‹Thing›Api) {}

        run(‹b›: Value, ‹a›: Value, note = "") {
          this.notes.push(note);
          return this.api.‹fn›(⟦‹a›, ‹b›→‹b›, ‹a›⟧);
        }

        check(‹a›: Value, ‹b›: Value) {
          return this.api.isAllowed(‹a›, ‹b›);
        }
      }
      `,
    ],
  }),
  sketched("swap-parameters-and-calls", {
    seen: [
      "swap the [parameters|params] of {fn}[, {b} first| and fix the calls|]",
      "swap {a} and {b}",
      "=swap the params, {b} first",
      "={b} should [be|come] first[ in {fn}|]",
      "={fn} should take {b} before {a}",
      "put {b} before {a} in {fn} and [its calls|where it is called]",
      "change the order of the [params|parameters] to {b}, {a}[ (calls too)|]",
      "=param order: {b} then {a} pls[, callers too|]",
      "make {b} the first [param|parameter] and {a} the second",
      "=can we have {b} first and {a} second?",
      "=i keep mixing up the order in {fn}, {b} first would be natural",
    ],
    unseen: ["=signature of {fn} is the wrong way round, start with {b}"],
    rows: [
      [
        { a: "predicate", TA: "Predicate", b: "items", TB: "Item[]", va: "isOpen", vb: "rows" },
        { a: "locale", TA: "string", b: "date", TB: "Date", va: '"de"', vb: "today" },
        { a: "size", TA: "number", b: "list", TB: "Item[]", va: "10", vb: "entries" },
        { a: "message", TA: "string", b: "condition", TB: "boolean", va: '"empty"', vb: "isReady" },
        { a: "currency", TA: "string", b: "amount", TB: "number", va: '"EUR"', vb: "total" },
        { a: "callback", TA: "Callback", b: "eventName", TB: "string", va: "onChange", vb: '"change"' },
        { a: "options", TA: "Options", b: "path", TB: "string", va: "defaults", vb: '"/tmp"' },
        { a: "value", TA: "string", b: "key", TB: "string", va: "next", vb: '"theme"' },
      ],
    ],
    vars: { fn: ["select", "format", "prepare", "run", "apply", "handle", "process", "build"] },
    code: [
      `
      function ‹fn›(⟦‹a›: ‹TA›, ‹b›: ‹TB›→‹b›: ‹TB›, ‹a›: ‹TA›⟧) {
        ‹fill›
        return perform(‹b›, { ‹a› });
      }

      export const result = ‹fn›(⟦‹va›, ‹vb›→‹vb›, ‹va›⟧);
      `,
      `
      const ‹fn› = (⟦‹a›: ‹TA›, ‹b›: ‹TB›→‹b›: ‹TB›, ‹a›: ‹TA›⟧, isLast = false) => {
        «if (isLast) finish();|track(isLast);»
        return { ‹b›, with: ‹a› };
      };

      ƒ main(‹things›: ‹Thing›[]) {
        const made = ‹fn›(⟦‹va›, ‹vb›→‹vb›, ‹va›⟧);
        return ‹things›.concat(made, ‹fn›(⟦‹va›, ‹vb›→‹vb›, ‹va›⟧, true));
      ƒ}
      `,
      `
      class ‹Thing›Helper {
        show() {
          return this.‹fn›(⟦‹va›, ‹vb›→‹vb›, ‹va›⟧);
        }

        private ‹fn›(⟦‹a›: ‹TA›, ‹b›: ‹TB›→‹b›: ‹TB›, ‹a›: ‹TA›⟧) {
          this.last = ‹b›;
          return this.render(‹b›, ‹a›);
        }
      }
      `,
    ],
  }),
  sketched("pass-one-more-to-the-call", {
    seen: [
      "pass {v} to {fn}[ as well| too| as last argument]",
      "={fn} [needs|wants|takes] {v} [too|as well|now][ (last)|, last|]",
      "also [pass|give] {fn} {v}[ as last argument| at the end]",
      "={v} is missing in the call of {fn}[, last argument|]",
      "=[add|append] {v} to the [arguments|args] of {fn}",
      "=forgot to pass {v} to {fn}[ (last argument)|]",
      "call {fn} with {v} as well[ (at the end)|]",
      "hand {v} to {fn}[ too|, as the last argument]",
      "=why doesn't {fn} get {v}?[ should be last|]",
      "=ts: {fn} expects one argument more, {v}",
    ],
    unseen: ["=signature of {fn} has grown by {v} at its end, adapt the call"],
    vars: {
      v: ["signal", "user", "locale", "tenantId", "options", "requestId", "tx", "now", "currency", "config"],
      fn: [
        "create‹Thing›",
        "price‹Thing›",
        "render‹Thing›",
        "validate‹Thing›",
        "publish‹Thing›",
        "sync‹Thing›",
      ],
    },
    code: [
      `
      ƒ async handle(request: Request, { ‹v›, ...rest }: Context) {
        const ‹thing› = await request.json();
        «await authorize(‹thing›.id, ‹v›);|logger.info("‹thing›", { ‹v› });»
        const result = await ‹fn›(‹thing›⟦→, ‹v›⟧);
        «await notify(result);|»
        return Response.json(result);
      ƒ}
      `,
      `
      export class ‹Thing›Runner {
        async run(ids: string[], ‹v›: Value) {
          for (const id of ids) {
            const ‹thing› = await this.find(id);
            if (!‹thing›) continue;
            await this.‹fn›(‹thing›, id⟦→, ‹v›⟧);
            «this.done.add(id);|await this.mark(id);»
          }
        }
      }
      `,
      `
      const ‹v› = use‹v:Pascal›();
      const { data: ‹things› = [] } = useQuery(["‹things›"], load‹Things›);
      const shown = ‹things›.map((‹thing›) => ‹fn›(‹thing›⟦→, ‹v›⟧));
      const hidden = other‹Things›.map((‹thing›) => hide(‹thing›));
      `,
    ],
  }),
  sketched("parameter-nobody-reads", {
    seen: [
      "remove the [unused |][parameter|param] {p}",
      "={p} is [not used|unused|never read|never used]",
      "=unused [parameter|param] {p}",
      "={p} isn't [used|needed][ anymore| any more|]",
      "=nobody [uses|reads|needs] {p}",
      "drop {p}[ from {fn}|]",
      "=lint: {p} is defined but never used",
      "=why does {fn} [take|want|need] {p}? [it's unused|it does nothing with it]",
      "get rid of {p}",
      "=do we [still |]need {p}? [if not remove it|looks unused]",
      "={p} can go",
    ],
    unseen: ["={fn} ignores its {p}, so it shouldn't ask for one"],
    vars: {
      p: [
        "options",
        "context",
        "locale",
        "index",
        "user",
        "config",
        "callback",
        "depth",
        "now",
        "settings",
        "flags",
      ],
      fn: ["format‹Thing›", "save‹Thing›", "describe‹Thing›", "check‹Thing›", "map‹Thing›", "load‹Thing›"],
    },
    code: [
      `
      ƒ ‹fn›(‹thing›: ‹Thing›⟦, ‹p›: «Value|any|unknown»→⟧): string {
        const parts = [‹thing›.name, ‹thing›.«status|code|kind»];
        ‹fill›
        return parts.filter(Boolean).join("«, | - |/»");
      ƒ}
      `,
      `
      const ‹fn› = async (⟦‹p›: Value, →⟧id: string, force: boolean) => {
        const ‹thing› = await store.get(id);
        if (!force && ‹thing›.locked) return;
        await store.put(id, { ...‹thing›, «seen: true|force» });
      };

      «export const reload = () => ‹fn›(⟦‹p›, →⟧"all", true);|await ‹fn›(⟦‹p›, →⟧first.id, false);»
      `,
      `
      export class ‹Thing›Mapper {
        ‹fn›(row: Row, key: string⟦, ‹p›?: Value→⟧) {
          const { id, ...fields } = row;
          return { id: ´€{key}-€{id}´, «fields|...fields» };
        }

        all(rows: Row[], ‹other›Key: string) {
          return rows.map((row) => this.‹fn›(row, ‹other›Key));
        }
      }
      `,
    ],
  }),
];
