import { sketched } from "./sketch.ts";

/** What goes wrong with conditions. */
export const LOGIC_CONDITIONS = [
  sketched("compare-with-each", {
    seen: [
      "=always true, whatever the {wordsField}",
      "=[every|any] {wordsField} [passes|gets through]",
      "=the condition is always true",
      "=it's true for every {wordsField}",
      "=a [bare |]string is always truthy",
      "compare {field} with {textB} too",
      "compare {field} with both[ of them|]",
      "=should only be true for {textA} and {textB}",
      "=only {textA} and {textB} should count",
      "=why is it true for a {wordsField} like {textOdd}?",
      "={textOdd} is accepted, only {textA} and {textB} should be",
      "=|| {textB} isn't a comparison",
      "={field} === is missing in front of {textB}",
      "=true for {textOdd} [too|as well], must be {textA} or {textB}",
      "=a string on its own is always true",
      "=lets everything [through|pass][, even {textOdd}|]",
      "=second half of the condition isn't a comparison[ at all|]",
      "={field} has to be compared [twice|with each of them|with {textB} as well]",
    ],
    unseen: [
      "=you can't leave the second comparison out, {textB} alone says nothing",
      "mind what stands right of the ||",
    ],
    rows: [
      [
        { field: "role", a: "admin", b: "owner", odd: "guest" },
        { field: "status", a: "paid", b: "shipped", odd: "open" },
        { field: "type", a: "image", b: "video", odd: "text" },
        { field: "level", a: "error", b: "fatal", odd: "debug" },
        { field: "key", a: "Enter", b: "Tab", odd: "a" },
        { field: "method", a: "POST", b: "PUT", odd: "GET" },
        { field: "state", a: "failed", b: "cancelled", odd: "running" },
        { field: "plan", a: "pro", b: "team", odd: "free" },
        { field: "format", a: "csv", b: "tsv", odd: "json" },
      ],
    ],
    vars: { or: ["||"] },
    code: [
      `
      ƒ canEdit‹Thing›(‹thing›: ‹Thing›): boolean {
        «if (!‹thing›.id ‹or› ‹thing›.locked) return false;
        |const { ‹field›: kind } = ‹thing›;
        |»return ‹thing›.‹field› === "‹a›" || ⟦→‹thing›.‹field› === ⟧"‹b›";
      ƒ}
      `,
      `
      ƒ handle‹Thing›({ ‹field›, name }: ‹Thing›) {
        if (‹field› === "‹a›" || ⟦→‹field› === ⟧"‹b›") {
          notify(name);
        } else if (name === "" || name === "none") {
          skip();
        }
      ƒ}
      `,
      `
      export class ‹Thing›Filter {
        private readonly hidden = new Set<string>();

        accepts(‹thing›: ‹Thing›) {
          if (this.hidden.has(‹thing›.id) || ‹thing›.size === 0) return false;
          return ‹thing›.‹field› === "‹a›" || ⟦→‹thing›.‹field› === ⟧"‹b›";
        }
      }
      `,
      `
      export function ‹Thing›Actions({ name, ‹field›, onOpen }: ‹Thing›ActionsProps) {
        const isSpecial = ‹field› === "‹a›" || ⟦→‹field› === ⟧"‹b›";
        const title = name || "untitled";
        return <div>{isSpecial && <button onClick={onOpen}>{title}</button>}</div>;
      }
      `,
    ],
  }),
  sketched("neither-of-them", {
    seen: [
      "=always true, [a {wordsField}|it] is always different from one of them",
      "=the condition [is always true|can't be false]",
      "=should be && [not|instead of] ||",
      "use && between the two !==",
      "=[rejects|refuses] {textA} and {textB} too",
      "={textA} is [rejected|refused] although it's allowed",
      "=|| should be &&[ between the two !==|]",
      "=[even|also] {textA} ends up in there",
      "=why is {textB} [not accepted|refused]?",
      "=only if it's neither {textA} nor {textB}",
      "=neither {textA} nor {textB}, so both must hold",
      "=nothing gets past this, not even {textB}",
      "=de morgan: && please",
      "=[x !== a or x !== b|this] is [a tautology|always true]",
      "=all values are [refused|rejected|treated as wrong]",
      "=should let {textA} and {textB} [through|pass]",
      "=wrong operator between the two [checks|comparisons]",
    ],
    unseen: [
      "=whatever i choose I end up in there, {textA} and {textB} included",
      "=both inequalities have to hold at once",
    ],
    rows: [
      [
        { field: "role", a: "admin", b: "owner" },
        { field: "unit", a: "kg", b: "lb" },
        { field: "order", a: "asc", b: "desc" },
        { field: "format", a: "json", b: "csv" },
        { field: "method", a: "GET", b: "HEAD" },
        { field: "theme", a: "light", b: "dark" },
        { field: "language", a: "en", b: "de" },
        { field: "status", a: "open", b: "draft" },
        { field: "mode", a: "read", b: "write" },
      ],
    ],
    code: [
      `
      ƒ check‹Thing›(‹thing›: ‹Thing›) {
        if (‹thing›.name === "" || ‹thing›.name.length > 50) throw new Error("bad name");
        if (‹thing›.‹field› !== "‹a›" ⟦||→&&⟧ ‹thing›.‹field› !== "‹b›") {
          throw new Error(´bad ‹field›: €{‹thing›.‹field›}´);
        }
        ‹fill›
      ƒ}
      `,
      `
      router.get("/‹things:kebab›", async (req, res) => {
        const { ‹field›, query } = req.query;
        if (‹field› !== "‹a›" ⟦||→&&⟧ ‹field› !== "‹b›") return res.status(400).end();
        const ‹things› = await search(query || "*", ‹field›);
        res.json(‹things›);
      });
      `,
      `
      ƒ read‹Field›(text: string | undefined) {
        const ‹field› = (text || "‹a›").trim();
        if (‹field› !== "‹a›" ⟦||→&&⟧ ‹field› !== "‹b›") {
          console.warn("unknown ‹field›", ‹field›);
          return "‹a›";
        }
        return ‹field›;
      ƒ}
      `,
    ],
  }),
  // The two that are joined by "or" are what people mean to go together.
  sketched("or-goes-together", {
    seen: [
      "=[also|even] true [if|when] {wordsWhere} is off, as long as {wordsA} is on",
      "={where} has to hold in both cases",
      "=&& binds [stronger|tighter] than ||",
      "put [parentheses|parens|brackets] around the ||",
      "=[parens|parentheses|brackets] missing around the or",
      "=the precedence of && and || is wrong here",
      "={where} is only checked together with {b}",
      "=only if {where}, and then {a} or {b}",
      "=why does {a} alone suffice? {where} must be true too",
      "=with {a} it doesn't check {where} at all",
      "require {where} for both",
      "={a} or {b}, but always {where}",
      "=({a} or {b}) and {where} is what was meant",
      "=someone with {a} but without {where} [gets through|is let in|passes]",
      "=missing [brackets|parens], {where} [must|should] apply to {a} too",
      "=no-mixed-operators, {a} || {b} belongs together",
      "group {a} [and|with] {b}",
    ],
    unseen: [
      "=the or part needs to be grouped, {where} applies to either one",
      "never let {a} do without {where}",
    ],
    rows: [
      [
        { a: "isAdmin", b: "isOwner", where: "isActive" },
        { a: "isEditor", b: "isAuthor", where: "isSignedIn" },
        { a: "hasCoupon", b: "isMember", where: "isOpen" },
        { a: "isUrgent", b: "isOverdue", where: "isAssigned" },
        { a: "isManager", b: "isReviewer", where: "isVerified" },
        { a: "isNew", b: "isChanged", where: "isVisible" },
        { a: "isPinned", b: "isFavorite", where: "isPublished" },
        { a: "canWrite", b: "canManage", where: "isEnabled" },
      ],
    ],
    code: [
      `
      ƒ mayChange‹Thing›(‹thing›: ‹Thing›): boolean {
        const isOld = ‹thing›.isArchived || ‹thing›.isDeleted;
        «if (isOld) return false;|if (isOld && !‹thing›.isRestored) return false;|console.debug(isOld);»
        return ⟦‹thing›.‹a› || ‹thing›.‹b›→(‹thing›.‹a› || ‹thing›.‹b›)⟧ && ‹thing›.‹where›;
      ƒ}
      `,
      `
      export function ‹Thing›Row({ ‹a›, ‹b›, ‹where›, name }: ‹Thing›RowProps) {
        const label = name || "‹thing:words›";
        return (
          <li>
            <span>{label}</span>
            {‹where› && ⟦‹a› || ‹b›→(‹a› || ‹b›)⟧ ? <button>«Edit|Open|Show»</button> : null}
          </li>
        );
      }
      `,
      `
      ƒ select‹Things›(‹things›: ‹Thing›[], query: string) {
        return ‹things›
          .filter(({ name, city }) => name === query || city === query)
          .filter(({ ‹a›, ‹b›, ‹where› }) => ⟦‹a› || ‹b›→(‹a› || ‹b›)⟧ && ‹where›);
      ƒ}
      `,
      `
      export class ‹Thing›Policy {
        constructor(private readonly ‹thing›: ‹Thing›) {}

        check() {
          const { ‹where›, ‹a›, ‹b› } = this.‹thing›;
          if (⟦‹a› || ‹b›→(‹a› || ‹b›)⟧ && ‹where›) return "allowed";
          return "denied";
        }
      }
      `,
    ],
  }),
  sketched("not-around-the-whole", {
    seen: [
      "=never true",
      "=the ! [only applies to|belongs to] {left}, not the whole check",
      "=! binds [tighter|stronger] than {op}",
      "=[parens|parentheses|brackets] missing after the !",
      "put [parens|parentheses|brackets] around the {op} check",
      "=the check never [fires|hits]",
      "=negation is [wrong|misplaced]",
      "negate the whole {op} expression",
      "=should be !( … )",
      "=why does it never get into the if?",
      "=!{left} {op} is always false",
      "=ts says the left side of {op} is a boolean",
      "=condition never holds because of operator precedence",
      "=! {op} [doesn't do|isn't] what [you think|it looks like]",
      "=the branch is [dead|never reached|never taken]",
      "=eslint no-unsafe-negation",
      "negate [the result|the whole thing], not {left}",
    ],
    unseen: ["=the exclamation mark grabs too little", "negate the result of {op}, not {left}"],
    rows: [
      [
        { left: "key", op: "in", right: "cache" },
        { left: "name", op: "in", right: "handlers" },
        { left: "id", op: "in", right: "byId" },
        { left: "error", op: "instanceof", right: "AppError" },
        { left: "value", op: "instanceof", right: "Date" },
        { left: "reason", op: "instanceof", right: "Error" },
        { left: "locale", op: "in", right: "messages" },
        { left: "target", op: "instanceof", right: "HTMLElement" },
      ],
    ],
    code: [
      `
      ƒ handle‹Thing›(‹left›: any, isQuiet: boolean) {
        if (⟦!‹left› ‹op› ‹right›→!(‹left› ‹op› ‹right›)⟧) return «null|undefined|false»;
        ‹fill›
        if (!isQuiet) console.log("‹thing:words›", ‹left›);
        return process‹Thing›(‹left›);
      ƒ}
      `,
      `
      export class ‹Thing›Service {
        private isReady = false;

        run(‹left›: any) {
          if (!this.isReady) throw new Error("not ready");
          if (⟦!‹left› ‹op› ‹right›→!(‹left› ‹op› ‹right›)⟧) {
            throw new TypeError("unexpected ‹left›");
          }
          return this.resolve(‹left›);
        }
      }
      `,
      `
      ƒ collect‹Things›(list: any[]) {
        const skipped = [];
        for (const ‹left› of list) {
          if (!‹left›) continue;
          if (⟦!‹left› ‹op› ‹right›→!(‹left› ‹op› ‹right›)⟧) skipped.push(‹left›);
        }
        return skipped;
      ƒ}
      `,
    ],
  }),
  sketched("false-in-words-is-false", {
    seen: [
      "={name}=false [turns it on|counts as true|is true]",
      "=the string {textFalse} is truthy",
      "=setting {name} to false [has no effect|doesn't turn it off]",
      "=can't turn it off with {name}=false",
      "=only {textTrue} should [count|turn it on]",
      "compare {name} with {textTrue}",
      "=on whenever {name} is set[ to anything|]",
      "=should only be [true|on] for {textTrue}",
      "=why is it on with {name}=false?",
      "=Boolean of a non-empty string is always true",
      "check {name} for {textTrue}",
      "=it's a string, {textFalse} isn't false",
      "=can {name}=false [mean off|turn it off]?",
      "=env variables are [always |]strings",
      "={name}=0 and {name}=false [both|also] turn it on",
      "=i set {name}=false in the .env and it's [still on|on anyway]",
      "=[only|just] {textTrue} means on",
    ],
    unseen: ["=no way to switch {name} off, any text switches it on", "be true just for the text {textTrue}"],
    rows: [
      [
        { name: "DEBUG", flag: "isDebug" },
        { name: "VERBOSE", flag: "verbose" },
        { name: "CACHE", flag: "useCache" },
        { name: "DRY_RUN", flag: "dryRun" },
        { name: "SSL", flag: "ssl" },
        { name: "TRACING", flag: "tracing" },
        { name: "MAINTENANCE", flag: "isMaintenance" },
        { name: "SIGNUPS", flag: "signupsOpen" },
      ],
    ],
    vars: { true: ["true"], false: ["false"] },
    code: [
      `
      export const config = {
        port: Number(process.env.PORT ?? «3000|8080|4000»),
        ‹flag›: ⟦Boolean(process.env.‹name›)→process.env.‹name› === "true"⟧,
        «databaseUrl: process.env.DATABASE_URL,|hasProxy: Boolean(process.env.PROXY_URL),»
      };
      `,
      `
      ƒ readConfig(env: NodeJS.ProcessEnv) {
        const hasKey = !!env.API_KEY;
        const ‹flag› = ⟦!!env.‹name›→env.‹name› === "true"⟧;
        ‹fill›
        return { hasKey, ‹flag›, region: env.REGION ?? "eu" };
      ƒ}
      `,
      `
      export class ‹Thing›Settings {
        readonly ‹flag›: boolean;
        readonly hasToken: boolean;

        constructor(values: Record<string, string | undefined>) {
          this.hasToken = Boolean(values.TOKEN);
          this.‹flag› = ⟦Boolean(values.‹name›)→values.‹name› === "true"⟧;
        }
      }
      `,
    ],
  }),
  sketched("stop-at-the-leaves", {
    seen: [
      "=crashes [at|below] the leaves, should [be|give|return] {value} there",
      "=no base case[ yet|], {value} for null",
      "add a base case: {value} [for null|when {node} is null|if there's no {wordsNode}]",
      "return {value} if {node} is null",
      "=cannot read properties of null, [want|i'd expect] {value} for a {wordsNode} that is null",
      "=missing end of the recursion, {value} for null",
      "=recursion runs into null, should be {value} then",
      "=why does it blow up below a leaf? null should give {value}",
      "=[an empty tree|no {wordsNode} at all] should give {value}",
      "=what about null? should be {value}",
      "stop the recursion at null with {value}",
      "=[blows up|crashes|throws] for a null {wordsNode}, {value} would be right",
      "=null check [missing|needed] [first|at the top], {value} then",
      "[handle|check for] null at the top, [result|return] {value}",
    ],
    unseen: [
      "=falls off the end of the tree, nothing there is worth {value}",
      "let a missing {wordsNode} be {value}",
    ],
    vars: { node: ["node", "tree", "root", "branch", "current", "entry"] },
    rows: [
      [
        { fn: "height", value: "0" },
        { fn: "countNodes", value: "0" },
        { fn: "sum", value: "0" },
        { fn: "toList", value: "[]" },
        { fn: "toText", value: '""' },
        { fn: "depthOf", value: "-1" },
        { fn: "largest", value: "-Infinity" },
        { fn: "keys", value: "[]" },
      ],
    ],
    code: [
      `
      ƒ ‹fn›(‹node›: ‹Thing›Node | null) {
        ⟦→if (‹node› === null) return ‹value›;⟧
        ‹fill›
        return combine(‹node›.value, ‹fn›(‹node›.left), ‹fn›(‹node›.right));
      ƒ}
      `,
      `
      export class ‹Thing›Tree {
        private root: ‹Thing›Node | null = null;

        get result() {
          return this.‹fn›(this.root);
        }

        private ‹fn›(‹node›: ‹Thing›Node | null): any {
          ⟦→if (‹node› === null) return ‹value›;⟧
          const left = this.‹fn›(‹node›.left);
          const right = this.‹fn›(‹node›.right);
          return this.merge(‹node›.value, left, right);
        }
      }
      `,
      `
      interface ‹Thing›Node {
        value: number;
        next: ‹Thing›Node | null;
      }

      ƒ ‹fn›(‹node›: ‹Thing›Node | null, depth = 0) {
        ⟦→if (‹node› === null) return ‹value›;⟧
        const rest = ‹fn›(‹node›.next, depth + 1);
        return join(‹node›.value, rest, depth);
      ƒ}
      `,
    ],
  }),
  sketched("take-what-recursion-finds", {
    seen: [
      "=nested {wordsThings} are [missing|never in the result]",
      "=only the [top level|first level] is [returned|there|collected]",
      "=[what the|the] recursive call [returns|finds] is [lost|thrown away|dropped]",
      "=the result of the recursive call isn't used",
      "push what {fn} returns for the children",
      "=doesn't collect the deeper levels",
      "=anything below the first level gets lost",
      "=why are {wordsThings} deeper in the tree missing?",
      "add the {wordsThings} of the children to {found}",
      "=the children's {wordsThings} never make it into {found}",
      "=can it return those of the children as well?",
      "=it recurses but does nothing with it",
      "spread the recursive result into {found}",
      "=returns only what's at the top",
      "=[deep|nested] ones [never show up|are lost]",
      "use the [return value|result] of the recursive call",
    ],
    unseen: ["=one floor down nothing is found any more", "don't throw away what comes back from {fn}"],
    vars: {
      fn: ["collect", "walk", "flatten", "findAll", "list‹Things›", "gather", "visit"],
      found: ["found", "result", "all", "list", "collected", "‹things›"],
    },
    code: [
      `
      ƒ ‹fn›(node: Node): ‹Thing›[] {
        const ‹found›: ‹Thing›[] = [];
        if (node.‹thing›) ‹found›.push(node.‹thing›);
        for (const child of node.children) {
          «if (child.isHidden) continue;
          |»⟦‹fn›(child)→‹found›.push(...‹fn›(child))⟧;
        }
        return ‹found›;
      ƒ}
      `,
      `
      ƒ async ‹fn›(folder: string): Promise<string[]> {
        const ‹found›: string[] = [];
        for (const entry of await readdir(folder, { withFileTypes: true })) {
          const path = join(folder, entry.name);
          if (entry.isDirectory()) {
            ⟦await ‹fn›(path)→‹found›.push(...(await ‹fn›(path)))⟧;
          } else {
            ‹found›.push(path);
          }
        }
        return ‹found›;
      ƒ}
      `,
      `
      export class ‹Other›Tree {
        constructor(private readonly isWanted: (‹thing›: ‹Thing›) => boolean) {}

        ‹fn›(‹thing›: ‹Thing›): ‹Thing›[] {
          const ‹found› = this.isWanted(‹thing›) ? [‹thing›] : [];
          ‹thing›.children.forEach((child) => {
            ⟦this.‹fn›(child)→‹found›.push(...this.‹fn›(child))⟧;
          });
          «this.log(‹thing›.id);
          |»return ‹found›;
        }
      }
      `,
    ],
  }),
  sketched("look-up-in-lower-case", {
    seen: [
      "=[doesn't work|fails|isn't found] if {wordsKey} is upper case",
      "=upper case {wordsKey}s aren't [recognised|found]",
      "=shouldn't matter whether {wordsKey} is upper or lower case",
      "={textSample} isn't [found|recognised|accepted]",
      "ignore the case of {key}",
      "make [it|the lookup] case-insensitive",
      "=should also work with {textSample}",
      "lower-case {key} first",
      "=case shouldn't matter[ here|]",
      "=why is {textSample} unknown?",
      "=toLowerCase missing",
      "=capital letters in {key} break it",
      "=all the keys are lower case, {key} isn't always",
      "=can {key} be in any case?",
      "={textSample} and its lower-case form should be [the same|treated alike|equal]",
      "=user [typed|wrote|sent] {textSample} and [nothing was found|it failed]",
      "=[case-sensitive|it's case-sensitive], shouldn't be",
      "use the lower-case [form|version] of {key}",
    ],
    unseen: ["=someone with caps lock on gets nothing", "be relaxed about capitals in {key}"],
    rows: [
      [
        { key: "ext", table: "IMAGE_TYPES", a: ".png", b: ".jpg", sample: ".PNG" },
        { key: "code", table: "COUNTRIES", a: "de", b: "fr", sample: "DE" },
        { key: "color", table: "PALETTE", a: "red", b: "blue", sample: "Red" },
        { key: "command", table: "COMMANDS", a: "start", b: "stop", sample: "Start" },
        { key: "unit", table: "UNITS", a: "kg", b: "g", sample: "KG" },
        { key: "header", table: "HEADERS", a: "accept", b: "host", sample: "Accept" },
        { key: "domain", table: "BLOCKED", a: "spam.com", b: "mail.ru", sample: "Spam.com" },
        { key: "language", table: "LANGUAGES", a: "english", b: "german", sample: "English" },
      ],
    ],
    code: [
      `
      const ‹table› = new Set(["‹a›", "‹b›"]);

      ƒ isKnown‹Thing›(‹thing›: ‹Thing›): boolean {
        const ‹key› = ‹thing›.‹key›⟦→.toLowerCase()⟧;
        «if (‹thing›.name.trim() === "") return false;
        |»return ‹table›.has(‹key›);
      ƒ}
      `,
      `
      const ‹table›: Record<string, «number|string|‹Thing›»> = load("‹a›", "‹b›");

      ƒ find‹Thing›(‹key›: string, size = 10) {
        ‹fill›
        return { size, ‹thing›: ‹table›[‹key›⟦→.toLowerCase()⟧] ?? null };
      ƒ}
      `,
      `
      export class ‹Thing›Registry {
        private readonly entries = new Map([
          ["‹a›", 1],
          ["‹b›", 2],
        ]);

        get(‹key›: string, name: string) {
          const found = this.entries.get(‹key›⟦→.toLowerCase()⟧);
          if (found === undefined) throw new Error(´€{name}: unknown ‹key›´);
          return found;
        }
      }
      `,
      `
      ƒ describe‹Thing›({ ‹key›, label }: ‹Thing›) {
        switch (‹key›⟦→.toLowerCase()⟧) {
          case "‹a›":
            return label;
          case "‹b›":
            return ´€{label} («2|b|second»)´;
          default:
            return "?";
        }
      ƒ}
      `,
    ],
  }),
];
