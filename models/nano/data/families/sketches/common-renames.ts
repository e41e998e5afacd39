import { sketched } from "./sketch.ts";

/** Each `§` is a place where the old name becomes the new one. */
const renamed = (codes: readonly string[]) => codes.map((code) => code.replaceAll("§", "⟦‹old›→‹new›⟧"));

const RENAME = [
  "rename {old} to {new}",
  "=rename {old} -> {new}",
  "=[{old} -> {new}|{old} to {new}]",
  "[call|name] {old} {new}[ instead|]",
  "={old} should be [called|named] {new}",
  "={old} is a [bad|vague|meaningless|terrible] name, [make it|use|take] {new}",
  "=better name for {old}: {new}",
  "=can we call {old} {new}?",
  "=can {old} be renamed to {new}?",
  "={old} tells me nothing. {new}[ please| pls|]",
  "={new} instead of {old}[ everywhere|]",
  "=i'd call {old} {new}",
  "change the name of {old} to {new}",
  "=not a fan of {old}, {new} is [better|clearer]",
  "=[nit|naming|naming nit]: {old} -> {new}",
  "use {new} as [the|a] name for {old}",
  "=what is {old} even? name it {new}",
  "=[maybe|perhaps] {new} [rather than|not] {old}",
];
const RENAME_UNSEEN = [
  "=nobody knows what {old} stands for, so {new} from now on",
  "replace the identifier {old} by {new}",
];

const SHORT = ["tmp", "m", "res", "data", "map", "x", "obj", "acc", "temp", "d", "lookup", "cache", "foo"];
const LISTS = ["arr", "list", "data", "tmp", "result", "res", "xs", "rows", "items", "out", "l", "stuff"];
const KEYS = ["customer", "region", "owner", "month", "status", "currency", "category", "author", "country"];

/** What people call things anew. */
export const COMMON_RENAMES = [
  sketched("rename-map-of-groups", {
    seen: [...RENAME, "=the map should be called {new}", "give the map a [real|better|proper] name: {new}"],
    unseen: RENAME_UNSEEN,
    vars: {
      old: SHORT,
      key: KEYS,
      new: ["by‹Key›", "‹things›By‹Key›", "groups", "per‹Key›", "‹key›Groups", "grouped‹Things›"],
    },
    code: renamed([
      `
      ƒ group‹Things›(‹things›: ‹Thing›[]): Map<string, ‹Thing›[]> {
        const § = new Map<string, ‹Thing›[]>();
        for (const ‹thing› of ‹things›) {
          «const list = §.get(‹thing›.‹key›) ?? [];
          list.push(‹thing›);
          §.set(‹thing›.‹key›, list);|if (!§.has(‹thing›.‹key›)) §.set(‹thing›.‹key›, []);
          §.get(‹thing›.‹key›)?.push(‹thing›);»
        }
        return §;
      ƒ}
      `,
      `
      ƒ async ‹key›Report(‹key›Ids: string[]) {
        const ‹things› = await «repo|db|store».find‹Things›({ ‹key›Ids });
        const § = new Map<string, number>();

        ‹things›.forEach((‹thing›) => {
          const «sum|soFar|previous» = §.get(‹thing›.‹key›Id) ?? 0;
          §.set(‹thing›.‹key›Id, «sum|soFar|previous» + ‹thing›.«amount|total|count»);
        });
        ‹fill›
        return [...§.entries()].map(([id, total]) => ({ id, total }));
      ƒ}
      `.replaceAll("«sum|soFar|previous»", "soFar"),
      `
      class ‹Thing›Index {
        private readonly § = new Map<string, Set<‹Thing›>>();

        add(‹thing›: ‹Thing›) {
          const known = this.§.get(‹thing›.‹key›) ?? new Set<‹Thing›>();
          known.add(‹thing›);
          this.§.set(‹thing›.‹key›, known);
        }

        «get size() {
          return this.§.size;
        }|clear() {
          this.§.clear();
        }|has(‹key›: string) {
          return this.§.has(‹key›);
        }»
      }
      `,
      `
      export function ‹Thing›List({ ‹things› }: { ‹things›: ‹Thing›[] }) {
        const §: Record<string, ‹Thing›[]> = {};
        for (const ‹thing› of ‹things›) (§[‹thing›.‹key›] ??= []).push(‹thing›);

        return (
          <«section|div|main»>
            {Object.keys(§).map((key) => (
              <‹Thing›Group key={key} title={key} ‹things›={§[key]} />
            ))}
          </«section|div|main»>
        );
      }
      `.replaceAll("«section|div|main»", "section"),
    ]),
  }),
  sketched("rename-list-of-records", {
    seen: [
      ...RENAME,
      "=the list should be called {new}",
      "give the array a [real|better|proper] name: {new}",
    ],
    unseen: RENAME_UNSEEN,
    vars: {
      old: LISTS,
      by: ["createdAt", "total", "score", "amount", "rank", "priority"],
      quality: ["overdue", "open", "active", "pending", "selected", "recent", "unpaid", "expired", "failed"],
      new: ["‹quality›‹Things›", "‹quality›", "‹things›", "all‹Things›", "‹quality›Ones", "matching‹Things›"],
    },
    code: renamed([
      `
      ƒ async remind‹Quality›(«client|api|db»: Client): Promise<number> {
        const § = await client.find({ status: "‹quality›" });
        if (§.length === 0) return 0;
        ‹fill›
        for (const ‹thing› of §) {
          await «notify|remind|sendMail»(‹thing›.«ownerId|email|userId»);
        }
        «logger.info(´reminded €{§.length} ‹things›´);|»
        return §.length;
      ƒ}
      `.replaceAll("«client|api|db»", "client"),
      `
      export async function GET(request: Request) {
        const { searchParams } = new URL(request.url);
        const § = await prisma.‹thing›.findMany({
          where: { ‹quality›: searchParams.get("‹quality›") },
        });
        «const total = §.reduce((sum, ‹thing›) => sum + ‹thing›.amount, 0);
        return Response.json({ ‹thing›Count: §.length, total });|return Response.json({ count: §.length, page: §.slice(0, 20) });»
      }
      `,
      `
      ƒ summarize(input: ‹Thing›[], limit = «10|5|20»): Summary {
        const § = input.filter((‹thing›) => ‹thing›.is‹Quality›);
        §.sort((a, b) => b.‹by› - a.‹by›);
        return {
          first: §[0],
          «last: §.at(-1),|ids: §.map(({ id }) => id),»
          isLong: §.length > limit,
        };
      ƒ}
      `,
      `
      ƒ ‹Thing›Table({ teamId }: Props) {
        const § = use‹Things›({ only: "‹quality›"«, teamId|, sort: true|» });
        if (!§) return <Spinner />;
        return (
          <table>
            <caption>{§.length} ‹quality› ‹things›</caption>
            <tbody>
              {§.map((‹thing›) => (
                <‹Thing›Row key={‹thing›.id} ‹thing›={‹thing›} />
              ))}
            </tbody>
          </table>
        );
      ƒ}
      `,
    ]),
  }),
  sketched("rename-parameter-of-handler", {
    seen: [
      ...RENAME,
      "rename the [parameter|param|argument] {old} to {new}",
      "=the [parameter|param|argument] should be [called|named] {new}[, not {old}|]",
    ],
    unseen: RENAME_UNSEEN,
    rows: [
      [
        { old: "e", new: "event" },
        { old: "ev", new: "event" },
        { old: "d", new: "input" },
        { old: "data", new: "payload" },
        { old: "obj", new: "draft" },
        { old: "p", new: "params" },
        { old: "o", new: "options" },
        { old: "x", new: "request" },
        { old: "arg", new: "change" },
        { old: "val", new: "update" },
        { old: "dto", new: "body" },
        { old: "cmd", new: "command" },
        { old: "msg", new: "message" },
        { old: "info", new: "details" },
      ],
    ],
    vars: {
      verb: ["save", "update", "handle", "create", "import", "publish", "apply", "register", "close"],
      field: ["name", "status", "email", "title", "reason", "color", "address", "code"],
      field2: ["ownerId", "priority", "dueDate", "notes", "teamId", "amount", "country"],
    },
    code: renamed([
      `
      ƒ async ‹verb›‹Thing›(id: string, §: ‹Thing›Input): Promise<‹Thing›> {
        if (!§.‹field›) throw new «BadRequestError|ValidationError|Error»("‹field› is required");
        const ‹thing› = await repo.«findById|get|load»(id);
        ‹thing›.‹field› = §.‹field›«.trim()|»;
        ‹thing›.‹field2› = §.‹field2› ?? ‹thing›.‹field2›;
        return repo.save(‹thing›);
      ƒ}
      `,
      `
      @Injectable()
      export class ‹Thing›Service {
        constructor(private readonly repo: ‹Thing›Repository) {}

        async ‹verb›(§: ‹Verb›‹Thing›Dto, userId: string) {
          «this.logger.debug("‹verb›", { userId });|»
          const { ‹field›, ‹field2› } = §;
          return this.repo.insert({ ‹field›, ‹field2›, tags: §.tags ?? [], userId });
        }

        «async remove(id: string) {
          await this.repo.delete(id);
        }|count() {
          return this.repo.count();
        }»
      }
      `,
      `
      export const on‹Thing›‹Verb› = async (§: ‹Thing›Event) => {
        ‹fill›
        await queue.add("‹verb›-‹thing:kebab›", {
          ‹field›: §.‹field›,
          ‹field2›: §.‹field2›,
        });
        metrics.increment("‹thing›.‹verb›", { source: §.source });
      };
      `,
    ]),
  }),
  sketched("rename-function-and-its-calls", {
    seen: [
      ...RENAME,
      "rename the function {old} to {new}",
      "=[the function|{old}] should be [called|named] {new}, it [does not|doesn't] just {wordsOld}",
    ],
    unseen: RENAME_UNSEEN,
    rows: [
      [
        { oldVerb: "get", newVerb: "load" },
        { oldVerb: "get", newVerb: "fetch" },
        { oldVerb: "do", newVerb: "process" },
        { oldVerb: "handle", newVerb: "save" },
        { oldVerb: "check", newVerb: "validate" },
        { oldVerb: "make", newVerb: "build" },
        { oldVerb: "calc", newVerb: "compute" },
        { oldVerb: "process", newVerb: "normalize" },
        { oldVerb: "parse", newVerb: "read" },
        { oldVerb: "find", newVerb: "search" },
        { oldVerb: "update", newVerb: "sync" },
        { oldVerb: "convert", newVerb: "format" },
      ],
    ],
    vars: {
      what: ["‹Thing›", "‹Things›", "It", "Data", "‹Thing›Data", "‹Thing›Info"],
      old: ["‹oldVerb›‹what›"],
      new: ["‹newVerb›‹Thing›", "‹newVerb›‹Things›", "‹newVerb›‹Thing›Summary", "‹newVerb›Open‹Things›"],
    },
    code: renamed([
      `
      async function §(id: string): Promise<‹Thing›> {
        const response = await fetch(´/api/‹things›/€{id}´);
        «if (!response.ok) throw new Error("no such ‹thing›");|»
        return response.json();
      }

      export async function refresh(ids: string[]) {
        const ‹things› = await Promise.all(ids.map(«§|(id) => §(id)»));
        ‹fill›
        return ‹things›.filter((‹thing›) => !‹thing›.archived);
      }
      `,
      `
      const § = (‹thing›: ‹Thing›) => ({
        ...‹thing›,
        name: ‹thing›.name.trim(),
        «total: ‹thing›.price * ‹thing›.quantity,|slug: slugify(‹thing›.name),»
      });

      export const ‹thing›Router = Router();

      ‹thing›Router.post("/", (req, res) => {
        res.status(201).json(§(req.body));
      });

      ‹thing›Router.put("/:id", (req, res) => {
        const ‹thing› = §({ ...req.body, id: req.params.id });
        res.json(‹thing›);
      });
      `,
      `
      import { §, type ‹Thing› } from "«./|../lib/|@/services/»‹thing:kebab›s";

      export function use‹Thing›(id: string) {
        const [‹thing›, set‹Thing›] = useState<‹Thing› | null>(null);

        useEffect(() => {
          §(id).then(set‹Thing›);
        }, [id]);

        const reload = () => §(id).then(set‹Thing›);
        return { ‹thing›, reload };
      }
      `,
      `
      export class ‹Thing›Importer {
        async run(lines: string[]) {
          let count = 0;
          for (const line of lines) {
            if (await this.§(line)) count++;
          }
          return count;
        }

        private async §(line: string): Promise<boolean> {
          const [id, name] = line.split("«;|,|:»");
          «if (!id) return false;|»
          await this.store.put(id, { name });
          return true;
        }
      }
      `,
    ]),
  }),
  sketched("rename-field-and-its-uses", {
    seen: [
      ...RENAME,
      "rename the [field|property] {old} to {new}",
      "=the [field|property] is called {new} now, not {old}",
      "=the api [sends|gives|returns] {new} now[ instead of {old}|, no more {old}]",
    ],
    unseen: RENAME_UNSEEN,
    rows: [
      [
        { old: "name", new: "title", T: "string" },
        { old: "desc", new: "description", T: "string" },
        { old: "qty", new: "quantity", T: "number" },
        { old: "amt", new: "amount", T: "number" },
        { old: "user", new: "ownerId", T: "string" },
        { old: "date", new: "dueDate", T: "string" },
        { old: "type", new: "kind", T: "string" },
        { old: "addr", new: "address", T: "string" },
        { old: "active", new: "isActive", T: "boolean" },
        { old: "price", new: "unitPrice", T: "number" },
        { old: "created", new: "createdAt", T: "string" },
        { old: "mail", new: "email", T: "string" },
        { old: "state", new: "status", T: "string" },
        { old: "num", new: "number", T: "number" },
      ],
    ],
    vars: { more: ["id", "slug", "code", "version"] },
    code: renamed([
      `
      interface ‹Thing› {
        ‹more›: string;
        §: ‹T›;
        «tags: string[];|parentId?: string;|»
      }

      ƒ to‹Thing›Row(‹thing›: ‹Thing›) {
        «if (‹thing›.§ === undefined) return null;
        |»return { key: ‹thing›.‹more›, label: ‹thing›.§, search: ´€{‹thing›.‹more›} €{‹thing›.§}´ };
      ƒ}
      `,
      `
      type ‹Thing›Props = { ‹more›: string; §: ‹T›; on«Select|Open|Click»: () => void };

      export function ‹Thing›Card({ ‹more›, §, on«Select|Open|Click» }: ‹Thing›Props) {
        return (
          <article id={‹more›} onClick={on«Select|Open|Click»}>
            <«h2|h3|strong»>{§}</«h2|h3|strong»>
            «<small>{‹more›}</small>|<Badge text={‹more›} />»
          </article>
        );
      }
      `
        .replaceAll("on«Select|Open|Click»", "onSelect")
        .replaceAll("«h2|h3|strong»", "h3"),
      `
      const rows = await db.query<‹Thing›Row>("select * from ‹thing:snake›s");
      const ‹things› = rows.map((row) => ({ ‹more›: row.‹more›, §: row.raw_value }));
      ‹fill›
      const known = new Set(‹things›.map(({ § }) => §));
      export const first = ‹things›.find((‹thing›) => known.has(‹thing›.§) && ‹thing›.§ !== undefined);
      `,
    ]),
  }),
  sketched("rename-callback-parameter", {
    seen: [
      ...RENAME,
      "=[no|avoid] one letter names: {old} is {new}",
      "use {new} instead of {old} in the callback[s|]",
    ],
    unseen: RENAME_UNSEEN,
    vars: {
      old: ["x", "i", "e", "t", "el", "o", "p", "it", "v", "a"],
      new: ["‹thing›", "‹thing›", "current", "entry", "candidate"],
      fn: ["open‹Things›", "visible‹Things›", "billable‹Things›", "sorted‹Things›", "active‹Things›"],
    },
    code: renamed([
      `
      ƒ ‹fn›(‹things›: ‹Thing›[], «teamId|ownerId|tag»: string): string[] {
        return ‹things›
          .filter((§) => §.«isOpen|visible|enabled» && §.«amount|total|size» > 0)
          .map((§) => §.«name|id|title»);
      ƒ}
      `,
      `
      const ‹fn› = useMemo(() => ‹things›.filter((§) => §.status === status), [‹things›, status]);
      const total = ‹fn›.reduce((sum, §) => sum + §.«price|hours|amount», 0);
      const hasLate = ‹fn›.some((§) => §.dueAt < now);
      `,
      `
      export class ‹Thing›Service {
        async ‹fn›(ids: string[]) {
          const found = await this.«repo|store|db».find(ids);
          found.forEach((§) => {
            §.seen = true;
            this.«bus|events|emitter».emit("‹thing›.seen", §.id);
          });
          return found;
        }
      }
      `,
      `
      export const ‹Thing›Select = ({ ‹things›, onPick }: ‹Thing›SelectProps) => (
        <select onChange={(ev) => onPick(ev.target.value)}>
          {‹things›.map((§) => (
            <option key={§.id} value={§.id}>
              {§.«label|name|title»}
            </option>
          ))}
        </select>
      );
      `,
    ]),
  }),
  sketched("rename-state-and-setter", {
    seen: [
      "rename {old} to {new} and {setOld} to {setNew}",
      "rename the state {old} to {new}[, the setter too|, with its setter| (and the setter)]",
      "=the state should be called {new}, not {old}[, setter as well|]",
      "={old} and {setOld} should be {new} and {setNew}",
      "call the state {new} instead of {old}",
      "={old}/{setOld} -> {new}/{setNew}",
      "=state {old} is a bad name, make it {new} (setter too)",
      "={old} says nothing, {new} and {setNew} pls",
      "=can we name the state {new} and not {old}? the setter too[ please|]",
      "=better name for the {old} state: {new}",
      "=nit: {old} state -> {new}, setter accordingly",
      "=[i'd|we should|let's] name this state {new} instead of {old}[, setter as well|]",
    ],
    unseen: ["=what does {old} hold? {new} and {setNew} would tell me"],
    rows: [
      [
        { old: "val", setOld: "setVal", new: "query", setNew: "setQuery" },
        { old: "value", setOld: "setValue", new: "search", setNew: "setSearch" },
        { old: "text", setOld: "setText", new: "comment", setNew: "setComment" },
        { old: "data", setOld: "setData", new: "email", setNew: "setEmail" },
        { old: "state", setOld: "setState", new: "filter", setNew: "setFilter" },
        { old: "str", setOld: "setStr", new: "name", setNew: "setName" },
        { old: "x", setOld: "setX", new: "code", setNew: "setCode" },
        { old: "input", setOld: "setInput", new: "draft", setNew: "setDraft" },
        { old: "s", setOld: "setS", new: "title", setNew: "setTitle" },
        { old: "current", setOld: "setCurrent", new: "selectedId", setNew: "setSelectedId" },
      ],
    ],
    code: renamed([
      `
      ƒ ‹Thing›Search({ onSubmit }: Props) {
        const [§, ⟦‹setOld›→‹setNew›⟧] = useState("");
        «const [open, setOpen] = useState(false);|const inputRef = useRef<HTMLInputElement>(null);|»

        return (
          <form onSubmit={() => onSubmit(§)}>
            <input value={§} onChange={(event) => ⟦‹setOld›→‹setNew›⟧(event.target.value)} />
            <button «type="submit" |»disabled={!§}>«Go|Send|Save|Search»</button>
          </form>
        );
      ƒ}
      `,
      `
      export function use‹Thing›Field(initial«: string| = ""») {
        const [§, ⟦‹setOld›→‹setNew›⟧] = useState(initial);
        const [error, setError] = useState<string | null>(null);

        const clear = () => {
          ⟦‹setOld›→‹setNew›⟧("");
          setError(null);
        };

        useEffect(() => {
          if (§.length > «50|80|120») setError("too long");
        }, [§]);

        return { ‹thing›: §, clear, error };
      }
      `,
    ]),
  }),
  sketched("rename-constant-everywhere", {
    seen: [...RENAME, "rename the constant {old} to {new}"],
    unseen: RENAME_UNSEEN,
    rows: [
      [
        { old: "LIMIT", new: "MAX_RETRIES", n: "5" },
        { old: "MAX", new: "PAGE_SIZE", n: "50" },
        { old: "TIMEOUT", new: "REQUEST_TIMEOUT_MS", n: "5000" },
        { old: "SIZE", new: "BATCH_SIZE", n: "100" },
        { old: "TTL", new: "CACHE_TTL_MS", n: "60_000" },
        { old: "COUNT", new: "MAX_ATTEMPTS", n: "3" },
        { old: "DELAY", new: "RETRY_DELAY_MS", n: "250" },
        { old: "N", new: "CHUNK_SIZE", n: "25" },
      ],
    ],
    code: renamed([
      `
      const § = ‹n›;
      «const API_URL = "/api/‹things›";|const DEBUG = false;»

      ƒ async load‹Things›(page: number) {
        «if (page > §) throw new RangeError(´at most €{§}´);|const skip = page * §;»
        ‹fill›
        return client.list("‹things›", { page, limit: § });
      ƒ}
      `,
      `
      import { §, BASE_URL } from "«./config|../constants|@/config»";

      export class ‹Thing›Client {
        private options = { value: §, url: BASE_URL };

        async call(path: string, given = §) {
          const used = Math.min(given, §);
          return this.http.get(´€{BASE_URL}/€{path}´, { used });
        }
      }
      `,
    ]),
  }),
  sketched("rename-type-everywhere", {
    seen: [...RENAME, "rename the [type|interface] {old} to {new}"],
    unseen: RENAME_UNSEEN,
    vars: {
      old: ["‹Thing›", "I‹Thing›", "‹Thing›Type", "Data", "Item", "‹Thing›Dto", "Doc"],
      new: ["‹Thing›Summary", "‹Thing›Record", "‹Thing›Entry", "Stored‹Thing›", "‹Thing›Details", "‹Other›"],
    },
    code: renamed([
      `
      «export |»interface § {
        id: string;
        «name|label|title»: string;
        «amount: number;|createdAt: Date;»
      }

      ƒ async load(ids: string[]): Promise<§[]> {
        const found = await store.many<§>(ids);
        return found.filter((one): one is § => one !== undefined);
      ƒ}
      `,
      `
      import type { §, Paging } from "./types";

      export class Repository {
        private readonly known = new Map<string, §>();

        find(id: string): § | undefined {
          return this.known.get(id);
        }

        async save(value: §«, force = false|»): Promise<void> {
          this.known.set(value.id, value);
        }
      }
      `,
    ]),
  }),
  sketched("rename-flag-to-say-it", {
    seen: [...RENAME, "=booleans start with is or has: {old} -> {new}"],
    unseen: RENAME_UNSEEN,
    rows: [
      [
        { old: "flag", new: "isDirty" },
        { old: "loading", new: "isLoading" },
        { old: "admin", new: "isAdmin" },
        { old: "ok", new: "isValid" },
        { old: "check", new: "hasAccess" },
        { old: "valid", new: "isValid" },
        { old: "found", new: "hasMatch" },
        { old: "open", new: "isOpen" },
        { old: "b", new: "isExpired" },
        { old: "status", new: "isOnline" },
        { old: "ready", new: "isReady" },
        { old: "edit", new: "canEdit" },
      ],
    ],
    code: renamed([
      `
      ƒ async submit‹Thing›(‹thing›: ‹Thing›, user: User) {
        const § = user.roles.includes("«editor|owner|staff»")« && !‹thing›.locked|»;
        if (!§) {
          logger.warn("not submitted", { id: ‹thing›.id, user: user.id });
          return «null|false|undefined»;
        }
        ‹fill›
        return api.post("/‹things›", { ...‹thing›, «verified: §|by: user.id» });
      ƒ}
      `,
      `
      export const ‹Thing›Panel = ({ ‹thing›, § }: { ‹thing›: ‹Thing›; §: boolean }) => (
        <section className={§ ? "on" : "off"}>
          <h2>{‹thing›.name}</h2>
          {§ && <‹Thing›Actions id={‹thing›.id} />}
        </section>
      );
      `,
      `
      let § = false;
      for (const ‹thing› of ‹things›) {
        if (‹thing›.«total|count|size» > limit) {
          § = true;
          break;
        }
      }
      «if (§) notify("‹thing› over the limit");|console.log(§ ? "yes" : "no");»
      export default §;
      `,
    ]),
  }),
];
