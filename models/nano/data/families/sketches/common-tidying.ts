import { sketched } from "./sketch.ts";

/** What people ask of code that works but should read better. */
export const COMMON_TIDYING = [
  sketched("magic-number-to-named-constant", {
    seen: [
      "extract {n} into a constant {name}",
      "[move|pull] {n} [in|out in]to a const {name} [at the top|on top|above]",
      "=no magic numbers, {n} is {name}",
      "=magic number {n}[, make it a constant|]: {name}",
      "give {n} a name, {name}",
      "=what is {n}? [make it|introduce] a constant {name}",
      "=const {name} = {n} on top[ and use it|]",
      "introduce [a constant |]{name} for {n}",
      "=can {n} be a constant called {name}?",
      "=nobody knows what {n} means. constant {name} pls",
      "put {n} into {name}[ at module level|]",
    ],
    unseen: ["=hard coded {n} deserves a name on top of the file: {name}"],
    rows: [
      [
        { n: "86400000", name: "DAY_MS" },
        { n: "3600", name: "TTL_SECONDS" },
        { n: "0.19", name: "VAT_RATE" },
        { n: "5000", name: "TIMEOUT_MS" },
        { n: "25", name: "PAGE_SIZE" },
        { n: "1024", name: "MAX_BYTES" },
        { n: "14", name: "TRIAL_DAYS" },
        { n: "0.8", name: "THRESHOLD" },
        { n: "500", name: "MAX_LENGTH" },
        { n: "60", name: "SECONDS_PER_MINUTE" },
        { n: "7", name: "RETENTION_DAYS" },
        { n: "99", name: "MAX_QUANTITY" },
      ],
    ],
    code: [
      `
      ⟦→const ‹name› = ‹n›;
      ⟧
      ƒ check‹Thing›(‹thing›: ‹Thing›, at = Date.now()) {
        const value = ‹thing›.«amount|total|age|size» * 2;
        ‹fill›
        if (value > ⟦‹n›→‹name›⟧) return { ok: false, reason: "«too much|limit|refused»" };
        return { ok: true, at };
      ƒ}
      `,
      `
      import { «http|client|api» } from "./«http|client|api»";

      ⟦→const ‹name› = ‹n›;
      ⟧
      export class ‹Thing›Service {
        private retries = 3;

        async load(id: string) {
          return this.source.get(id, { limit: ⟦‹n›→‹name›⟧, retries: this.retries });
        }

        «describe() {
          return ´at most €{⟦‹n›→‹name›⟧}´;
        }|reset() {
          this.retries = 3;
        }»
      }
      `.replaceAll("«http|client|api»", "http"),
      `
      ⟦→const ‹name› = ‹n›;
      ⟧
      export function ‹Thing›Meter({ value }: { value: number }) {
        const share = value / ⟦‹n›→‹name›⟧;
        return (
          <div className="meter">
            <Bar width={share * 100} />
            «<span>{value} of {⟦‹n›→‹name›⟧}</span>|<span>{value}</span>»
          </div>
        );
      }
      `,
    ],
  }),
  sketched("text-twice-to-constant", {
    seen: [
      "extract {textValue} into a constant {name}",
      "=the text {textValue} is there twice, make it a const {name} [at the top|on top]",
      "=duplicated string {textValue}, constant {name} [please|pls]",
      "use a constant {name} for {textValue}",
      "=const {name} = {textValue} on top, use it [everywhere|in both places]",
      "[pull|move] {textValue} out into {name}",
      "introduce {name} [for|instead of] {textValue}",
      "=same literal {textValue} twice. {name}?",
      "=can we have {textValue} just once, as {name}?",
      "=hardcoded {textValue}, [should be|make it] a constant {name}",
      "=[define|declare] {name} for {textValue}[ once on top|]",
    ],
    unseen: ["={textValue} must not be spelled out every time: {name} at module level"],
    rows: [
      [
        { value: "theme", name: "THEME_KEY" },
        { value: "auth-token", name: "TOKEN_KEY" },
        { value: "cart", name: "CART_KEY" },
        { value: "x-request-id", name: "REQUEST_ID_HEADER" },
        { value: "/api/v1", name: "API_BASE" },
        { value: "en-US", name: "DEFAULT_LOCALE" },
        { value: "session", name: "SESSION_COOKIE" },
        { value: "draft", name: "DRAFT_KEY" },
        { value: "emails", name: "QUEUE_NAME" },
        { value: "EUR", name: "DEFAULT_CURRENCY" },
      ],
    ],
    vars: { text: ['"‹value›"'] },
    code: [
      `
      ⟦→const ‹name› = ‹text›;
      ⟧
      export function read‹Thing›(store: Store) {
        return store.get(⟦‹text›→‹name›⟧, "none");
      }

      export function write‹Thing›(store: Store, value: string) {
        ‹fill›
        store.set(⟦‹text›→‹name›⟧, value);
      }
      `,
      `
      ⟦→const ‹name› = ‹text›;
      ⟧
      ƒ use‹Thing›Setting(initial: string) {
        const [value, setValue] = useState(() => source.read(⟦‹text›→‹name›⟧) ?? initial);

        useEffect(() => {
          source.write(⟦‹text›→‹name›⟧, value);
        }, [value]);

        return [value, setValue] as const;
      ƒ}
      `,
      `
      import { connect } from "./connect";

      ⟦→const ‹name› = ‹text›;
      ⟧
      export class ‹Thing›Gateway {
        private readonly link = connect("‹things›", ⟦‹text›→‹name›⟧);

        send(‹thing›: ‹Thing›) {
          return this.link.post(‹thing›, { with: ⟦‹text›→‹name›⟧, kind: "‹thing›" });
        }
      }
      `,
    ],
  }),
  sketched("expression-to-named-variable", {
    seen: [
      "extract {expr} into a variable {name}",
      "=put {expr} in a variable [called |]{name}",
      "introduce [a variable |]{name} for {expr}",
      "=const {name} = {expr} [first|before it], then use it",
      "=[computed|read] twice: {expr}. store it as {name}",
      "store {expr} in {name}[ and use that|]",
      "pull {expr} out as {name}",
      "=local {name} for {expr} pls",
      "=can {expr} be a variable named {name}?",
      "=too long, name {expr} {name}",
      "give {expr} a name: {name}",
      "=[i would|let's|we could] keep {expr} in a {name} variable[ first|]",
      "=[repeated|ugly]: {expr}, {name} instead",
    ],
    unseen: ["=reads better with {expr} kept in a local {name}"],
    rows: [
      [
        { expr: "user.address.country", name: "country" },
        { expr: "order.customer.email", name: "email" },
        { expr: "items.length - 1", name: "lastIndex" },
        { expr: "req.headers.authorization", name: "header" },
        { expr: "price * quantity", name: "subtotal" },
        { expr: "config.api.baseUrl", name: "baseUrl" },
        { expr: "name.trim().toLowerCase()", name: "key" },
        { expr: "new Date(row.createdAt)", name: "createdAt" },
        { expr: "Object.keys(errors)", name: "fields" },
        { expr: 'path.split("/")', name: "segments" },
      ],
    ],
    code: [
      `
      ƒ describe‹Thing›(context: Context) {
        ‹fill›
        ⟦→const ‹name› = ‹expr›;⟧
        if (!isKnown(⟦‹expr›→‹name›⟧)) return null;
        return format(⟦‹expr›→‹name›⟧, "‹thing›");
      ƒ}
      `,
      `
      export const handle‹Thing› = async () => {
        await prepare("‹thing›");
        ⟦→const ‹name› = ‹expr›;⟧
        logger.info("‹thing›", ⟦‹expr›→‹name›⟧);
        return store.find(⟦‹expr›→‹name›⟧);
      };
      `,
      `
      const current = load‹Thing›();
      ⟦→const ‹name› = ‹expr›;⟧
      current.«apply|show|set»(⟦‹expr›→‹name›⟧, { «label|title»: "‹Thing›" });
      «save‹Thing›(current);|export default current;»
      `,
    ],
  }),
  sketched("used-once-so-inline", {
    seen: [
      "inline {v}",
      "={v} is [only |]used once, inline it",
      "=[no need for|don't need] [the variable |]{v}",
      "=[we can|just] do without the variable {v}",
      "get rid of the variable {v}[, inline it|]",
      "=why [the extra variable|store it in] {v}? inline",
      "=inline {v} pls",
      "=the [temp|temporary] variable {v} is [unnecessary|superfluous]",
      "={v} as a variable is not needed",
      "put the value of {v} where it is used",
      "drop {v} and use its value directly",
    ],
    unseen: ["={v} exists for a single use on the next line, fold it in"],
    rows: [
      [
        { v: "result", value: "await repo.save(entry)" },
        { v: "url", value: "buildUrl(entry.id)" },
        { v: "tmp", value: "entry.name.trim()" },
        { v: "options", value: "{ limit: 10, entry }" },
        { v: "response", value: "await client.send(entry)" },
        { v: "ids", value: "entry.parts.map((part) => part.id)" },
        { v: "body", value: "JSON.stringify(entry)" },
        { v: "label", value: "labels[entry.kind]" },
        { v: "key", value: "keyOf(entry)" },
        { v: "total", value: "sumOf(entry.lines)" },
      ],
    ],
    code: [
      `
      ƒ async push‹Thing›(entry: ‹Thing›) {
        const «started|now» = Date.now();
        ⟦const ‹v› = ‹value›;→⟧
        await publish("‹thing›", ⟦‹v›→‹value›⟧);
        metrics.timing("‹thing›", «started|now»);
      ƒ}
      `.replaceAll("«started|now»", "started"),
      `
      class ‹Thing›Sender {
        async one(entry: ‹Thing›) {
          ‹fill›
          ⟦const ‹v› = ‹value›;→⟧
          return this.finish(⟦‹v›→‹value›⟧);
        }

        async many(entries: ‹Thing›[]) {
          const done = await Promise.all(entries.map((entry) => this.one(entry)));
          return done.length;
        }
      }
      `,
      `
      export async function POST(request: Request) {
        const entry = await request.json();
        ⟦const ‹v› = ‹value›;→⟧
        return Response.json(⟦‹v›→‹value›⟧);
      }
      `,
    ],
  }),
  sketched("concatenation-to-template", {
    seen: [
      "use a template [string|literal]",
      "=template [string|literal] instead of [+|concatenation]",
      "=no string concatenation[ please|]",
      "[turn|make|convert] the [concatenation|string] into a template [string|literal]",
      "=backticks[ please| pls| instead of plus|]",
      "=the string should be a template literal",
      "=lint: prefer-template",
      "replace the [pluses|concatenation] with a template [string|literal]",
      "=can this be a template string?",
      "=that + mess is hard to read, backticks",
      "=nicer with interpolation",
    ],
    unseen: ["=glueing strings with plus is old style, interpolate", "write the text with placeholders"],
    vars: {
      a: ["‹thing›.id", "userId", "page", "‹thing›.slug", "name", "count", "‹thing›.code"],
      b: ["‹thing›.version", "reason", "total", "error.message", "suffix", "locale"],
    },
    code: [
      `
      ƒ async report‹Thing›(‹thing›: ‹Thing›, «page = 1|reason = "none"|name = "x"») {
        const total = ‹thing›.«count|amount»;
        «logger.«info|warn|debug»|notify»(⟦"‹thing:words› " + ‹a› + " «failed|moved|done»: " + ‹b›→´‹thing:words› €{‹a›} ‹end›: €{‹b›}´⟧);
        return total;
      ƒ}
      `.replaceAll("«failed|moved|done»", "‹end›"),
      `
      export class ‹Thing›Client {
        constructor(private readonly baseUrl: string) {}

        «url|path|link»(‹thing›: ‹Thing›) {
          return ⟦this.baseUrl + "/‹things›/" + ‹a› + "?by=" + ‹b›→´€{this.baseUrl}/‹things›/€{‹a›}?by=€{‹b›}´⟧;
        }

        list() {
          return fetch("/‹things›");
        }
      }
      `,
      `
      const ‹Thing›Link = ({ ‹thing›, ...props }: Props) => (
        <a «className="link" |»href={⟦"/‹things›/" + ‹thing›.‹key› + "/‹end›"→´/‹things›/€{‹thing›.‹key›}/‹end›´⟧} {...props}>
          {‹thing›.«name|title|label»}
        </a>
      );
      `,
      `
      if (!‹thing›) {
        throw new «Error|NotFoundError»(⟦"No ‹thing:words› with ‹key› " + ‹key›→´No ‹thing:words› with ‹key› €{‹key›}´⟧);
      }
      ‹thing›.«touch|open|start»("‹end›");
      `,
    ],
    rows: [
      [
        { end: "failed", key: "id" },
        { end: "moved", key: "slug" },
        { end: "edit", key: "code" },
        { end: "closed", key: "number" },
        { end: "history", key: "key" },
        { end: "settings", key: "handle" },
      ],
    ],
  }),
  sketched("body-in-if-to-early-return", {
    seen: [
      "use an early return",
      "=early return [instead|please|pls]",
      "return early [if|when] [the condition isn't met|not {c}]",
      "=[too much|less] nesting, [return early|early return]",
      "=guard clause instead of wrapping everything in the if",
      "invert the if and return early",
      "=everything is inside [the|one] if, [return early|early return]",
      "flatten [this|it|{fn}] with [a guard clause|an early return]",
      "=reduce [nesting|the nesting][ of {fn}|]",
      "=whole body in an if, [invert|flip] it",
      "=one level less[ please|], return when not {c}",
    ],
    unseen: ["=why indent all of {fn}? leave first when there's nothing to do"],
    rows: [
      [
        { c: "user", not: "!user" },
        { c: "ids.length > 0", not: "ids.length === 0" },
        { c: "isReady", not: "!isReady" },
        { c: "‹thing›.active", not: "!‹thing›.active" },
        { c: "this.enabled", not: "!this.enabled" },
        { c: "token !== null", not: "token === null" },
        { c: 'status === "open"', not: 'status !== "open"' },
        { c: "total >= minimum", not: "total < minimum" },
        { c: "response.ok", not: "!response.ok" },
        { c: "!locked", not: "locked" },
      ],
    ],
    vars: { fn: ["sync‹Thing›", "notify‹Thing›", "refresh", "handle‹Thing›", "flush", "update‹Thing›"] },
    code: [
      `
      async function ‹fn›(‹thing›: ‹Thing›, { user, ids, isReady, token, status }: State) {
      ⟦  if (‹c›) {
          await prepare(‹thing›);
          await send(‹thing›.id);
          finish();
        }→  if (‹not›) return;
        await prepare(‹thing›);
        await send(‹thing›.id);
        finish();⟧
      }

      «export const start = () => ‹fn›(first, state);|function finish() {
        if (debug) {
          console.log("done");
        }
      }»
      `,
      `
      export class ‹Thing›Watcher {
        ‹fn›(‹thing›: ‹Thing›) {
          const now = Date.now();
      ⟦    if (‹c›) {
            this.last = ‹thing›;
            this.emit("change", ‹thing›);
          }→    if (‹not›) return;
          this.last = ‹thing›;
          this.emit("change", ‹thing›);⟧
        }
      }
      `,
      `
      const ‹fn› = useCallback(async (‹thing›: ‹Thing›) => {
      ⟦  if (‹c›) {
          const next = await load(‹thing›.id);
          setCurrent(next);
          onChange(next);
        }→  if (‹not›) return;
        const next = await load(‹thing›.id);
        setCurrent(next);
        onChange(next);⟧
      }, [onChange]);
      `,
    ],
  }),
  sketched("no-else-after-leaving", {
    seen: [
      "remove the else",
      "=no else after [return|a return|the return]",
      "=the else is [unnecessary|not needed|superfluous|redundant]",
      "drop the else",
      "=lint: no-else-return",
      "=[don't|we don't] need the else[ since the if leaves|]",
      "=else can go",
      "=why the else? the if returns or throws already",
      "unindent the else[ branch|]",
      "=useless else[ pls remove|]",
      "get rid of the else",
    ],
    unseen: ["=the branch above leaves anyway, so the rest needn't be indented"],
    vars: {
      c: [
        "!‹thing›",
        "‹thing›.archived",
        "cached",
        "amount === 0",
        "!user.isAdmin",
        "ids.length === 0",
        "dryRun",
      ],
      out: [
        "return null;",
        "return [];",
        "return cached;",
        'throw new Error("no");',
        "return false;",
        "return 0;",
      ],
    },
    code: [
      `
      ƒ async pick‹Thing›(id: string, user: User, cached?: ‹Thing›) {
        const ‹thing› = await find‹Thing›(id);
      ⟦  if (‹c›) {
          ‹out›
        } else {
          await touch(id);
          return compute(‹thing›, user);
        }→  if (‹c›) {
          ‹out›
        }
        await touch(id);
        return compute(‹thing›, user);⟧
      ƒ}
      `,
      `
      class ‹Thing›Rules {
        check(‹thing›: ‹Thing›, amount: number) {
          ‹fill›
      ⟦    if (‹c›) {
            ‹out›
          } else {
            return this.limit - amount;
          }→    if (‹c›) {
            ‹out›
          }
          return this.limit - amount;⟧
        }

        describe(amount: number) {
          let text = "small";
          if (amount > 10) {
            text = "large";
          } else {
            this.count++;
          }
          return text;
        }
      }
      `,
    ],
  }),
  sketched("foreach-to-for-of", {
    seen: [
      "use for of[ instead of forEach|]",
      "=for...of instead of forEach",
      "=forEach -> for of",
      "=no forEach[ please|], [a loop|for of]",
      "turn the forEach into a [for of loop|for loop|loop]",
      "=[we prefer|prefer] for of [over|to] forEach",
      "replace forEach with for of",
      "=lint: no-array-for-each",
      "=can we use a normal loop [here|instead of forEach]?",
      "make the forEach a for of",
      "=for of loop pls",
    ],
    unseen: ["=a plain loop over {list} rather than a callback, please"],
    vars: {
      list: [
        "‹things›",
        "this.‹things›",
        "response.items",
        "rows",
        "selected",
        "open‹Things›",
        "result.data",
      ],
      item: ["‹thing›", "item", "entry", "row", "current"],
    },
    code: [
      `
      ƒ sum‹Things›(‹things›: ‹Thing›[], rows = ‹things›) {
        const totals = new Map<string, number>();
      ⟦  ‹list›.forEach((‹item›) => {
          const soFar = totals.get(‹item›.kind) ?? 0;
          totals.set(‹item›.kind, soFar + ‹item›.amount);
        });→  for (const ‹item› of ‹list›) {
          const soFar = totals.get(‹item›.kind) ?? 0;
          totals.set(‹item›.kind, soFar + ‹item›.amount);
        }⟧
        ‹fill›
        return totals;
      ƒ}
      `,
      `
      export class ‹Thing›Queue {
        flush() {
          «const now = Date.now();|this.flushing = true;»
      ⟦    ‹list›.forEach((‹item›) => {
            this.send(‹item›);
          });→    for (const ‹item› of ‹list›) {
            this.send(‹item›);
          }⟧
          «this.flushing = false;|this.clear();»
        }

        ids() {
          return this.known.map((one) => one.id);
        }
      }
      `,
      `
      const errors: string[] = [];
      ⟦‹list›.forEach((‹item›) => {
        if (!‹item›.name) errors.push(´no name: €{‹item›.id}´);
        if (‹item›.amount < 0) errors.push(´negative: €{‹item›.id}´);
      });→for (const ‹item› of ‹list›) {
        if (!‹item›.name) errors.push(´no name: €{‹item›.id}´);
        if (‹item›.amount < 0) errors.push(´negative: €{‹item›.id}´);
      }⟧
      export default errors;
      `,
    ],
  }),
  sketched("if-else-value-to-ternary", {
    seen: [
      "use a ternary",
      "=ternary instead of if/else[ for {v}|]",
      "=[could|can] be a ternary",
      "make {v} a const [with|using] a ternary",
      "=const {v} with a ternary[ please|]",
      "=if/else -> ternary",
      "turn the if else into a ternary",
      "=one line with a ternary[ would do|]",
      "shorten [the if|this|it] [with|to] a ternary",
      "=let {v} is ugly, const with a ternary",
      "=no let for {v}[, use the conditional operator|, ternary]",
    ],
    unseen: ["={v} could be decided in one expression and be const"],
    rows: [
      [
        { v: "label", x: '"Edit"', y: '"Create"' },
        { v: "color", x: '"green"', y: '"gray"' },
        { v: "path", x: '"/admin"', y: '"/home"' },
        { v: "limit", x: "100", y: "20" },
        { v: "method", x: '"PUT"', y: '"POST"' },
        { v: "discount", x: "0.1", y: "0" },
        { v: "icon", x: '"check"', y: '"cross"' },
        { v: "price", x: "plan.yearly", y: "plan.monthly" },
        { v: "sender", x: "team.email", y: "user.email" },
      ],
    ],
    vars: { c: ["‹thing›.id", "isAdmin", "user.isMember", "‹thing›.active", "options.full", "count > 10"] },
    code: [
      `
      ƒ render‹Thing›(‹thing›: ‹Thing›, options: Options) {
      ⟦  let ‹v›;
        if (‹c›) {
          ‹v› = ‹x›;
        } else {
          ‹v› = ‹y›;
        }→  const ‹v› = ‹c› ? ‹x› : ‹y›;⟧
        ‹fill›
        return build(‹thing›, { ‹v› });
      ƒ}
      `,
      `
      export function ‹Thing›Header({ ‹thing›, user, options }: Props) {
      ⟦  let ‹v› = ‹y›;
        if (‹c›) {
          ‹v› = ‹x›;
        }→  const ‹v› = ‹c› ? ‹x› : ‹y›;⟧

        return <Header «size="large" |»‹v›={‹v›} text={‹thing›.name} />;
      }
      `,
    ],
  }),
  sketched("ternary-to-if-else", {
    seen: [
      "use if/else instead of the ternary",
      "=if/else [please|pls|instead], no ternary",
      "=ternary -> if/else",
      "=no ternary[ here| please|], [a normal if|if else]",
      "[turn|convert|expand] the ternary [into|to] [an if else|if/else]",
      "=the ternary is hard to read, [use an if|if else]",
      "write [it|the ternary] [out |]as if/else",
      "=can this be a normal if[ else|]?",
      "=ternary for side effects, [use if|make it an if]",
      "replace the ternary with if else",
      "=calls in a ternary, if/else pls",
    ],
    unseen: ["=an expression just to pick which call to make? spell out both branches"],
    vars: {
      c: ["‹thing›.id", "isNew", "user.isAdmin", "‹thing›.active", "selected.has(id)", "count > limit"],
      x: [
        "create‹Thing›(id)",
        "enable(id)",
        "selected.add(id)",
        "onOpen(id)",
        "await store.put(id)",
        "next()",
      ],
      y: ["update‹Thing›(id)", "disable(id)", "selected.delete(id)", "onClose(id)", "skip(id)", "reset()"],
    },
    code: [
      `
      ƒ async toggle‹Thing›(id: string, ‹thing›: ‹Thing›) {
        «const user = await currentUser();|log("toggle", id);»
      ⟦  ‹c› ? ‹x› : ‹y›;→  if (‹c›) {
          ‹x›;
        } else {
          ‹y›;
        }⟧
        refresh();
      ƒ}
      `,
      `
      class ‹Thing›Panel {
        async onClick(id: string) {
          «event.preventDefault();|this.clicks++;»
      ⟦    ‹c› ? ‹x› : ‹y›;→    if (‹c›) {
            ‹x›;
          } else {
            ‹y›;
          }⟧
        }

        title(id: string) {
          return id ? this.name : "none";
        }
      }
      `,
    ],
  }),
];
