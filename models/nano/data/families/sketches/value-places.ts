import { sketched } from "./sketch.ts";

/** Formats, intervals, sizes and members that are to be others. */
export const VALUE_PLACES = [
  sketched("runs-more-or-less-often", {
    seen: [
      "={wordsJob} should run every {to} minutes[|, not every {from}| instead of every {from}]",
      "run {wordsJob} every {to} minutes",
      "=every {from} minutes is too [often|much|seldom|slow] for {wordsJob}, [every {to}|make it {to}]",
      "={wordsJob}: every {to} min",
      "=can {wordsJob} run every {to} minutes?",
      "[change|set] the interval of {wordsJob} to {to} minutes",
      "={wordsJob} every {to} minutes [please|pls]",
      "=we [want|need] {wordsJob} every {to} minutes",
      "=why does {wordsJob} run every {from} minutes? {to} was agreed",
      "=interval of {wordsJob} is {to} min [now|from now on]",
    ],
    unseen: [
      "=let {to} minutes pass between two runs of {wordsJob}",
      "={wordsJob} is to happen once in {to} minutes",
    ],
    rows: [
      [
        { from: "15", to: "5" },
        { from: "5", to: "10" },
        { from: "10", to: "30" },
        { from: "30", to: "15" },
        { from: "20", to: "10" },
        { from: "5", to: "2" },
      ],
      [
        { job: "cleanup", x: "backup" },
        { job: "sync", x: "report" },
        { job: "import", x: "export" },
        { job: "polling", x: "ping" },
        { job: "newsletter", x: "digest" },
        { job: "indexing", x: "rotation" },
        { job: "billing", x: "audit" },
        { job: "healthcheck", x: "warmup" },
      ],
    ],
    code: [
      `
      cron.schedule("*/‹from› * * * *", run‹x:Pascal›);
      cron.schedule("*/⟦‹from›→‹to›⟧ * * * *", run‹job:Pascal›);
      «log("‹thing› jobs are scheduled");|»
      `,
      `
      export const jobs = {
        ‹job›Job: { cron: "⟦*/‹from›→*/‹to›⟧ * * * *", «enabled: true|retries: 2» },
        ‹x›Job: { cron: "*/‹from› * * * *", timeout: 30 },
        «nightly: { cron: "0 3 * * *" },|»
      };
      `,
      `
      ƒ start«Jobs|Timers»() {
        setInterval(() => run‹x:Pascal›(), ‹from› * 60_000);
        setInterval(() => run‹job:Pascal›(«db|»), ⟦‹from›→‹to›⟧ * 60_000);
        ‹fill›
      ƒ}
      `,
    ],
  }),
  sketched("test-expects-the-new-value", {
    seen: [
      "={wordsWhat} is {to} [now|by now|meanwhile], the test [still |]expects {from}",
      "=test fails, {wordsWhat} [is|should be] {to} now",
      "=the test [is outdated|is old], {wordsWhat} is {to}",
      "expect {to} for {wordsWhat}",
      "=expected {from}, received {to}[|, which is right] for {wordsWhat}",
      "[update|adapt] the test, {wordsWhat} is {to} now",
      "={wordsWhat}: {to} in the test",
      "=we changed {wordsWhat} to {to} on purpose, fix the [test|expectation]",
      "=why does the test want {from} as {wordsWhat}? it's {to}",
      "=ci is red since {wordsWhat} went from {from} to {to}",
    ],
    unseen: [
      "={from} isn't what comes out as {wordsWhat} any longer, {to} is, and that's correct",
      "let the spec ask for {to} as {wordsWhat}",
    ],
    rows: [
      [
        { what: "total", x: "count" },
        { what: "price", x: "weight" },
        { what: "score", x: "level" },
        { what: "length", x: "depth" },
        { what: "discount", x: "tax" },
        { what: "status", x: "version" },
        { what: "width", x: "height" },
        { what: "limit", x: "offset" },
      ],
      [
        { from: "10", to: "12" },
        { from: "3", to: "4" },
        { from: "100", to: "120" },
        { from: "7", to: "5" },
        { from: "42", to: "45" },
        { from: "200", to: "201" },
        { from: "0", to: "1" },
      ],
    ],
    code: [
      `
      it("«builds|makes|reads» a ‹thing:words›", «async |»() => {
        const ‹thing› = «make|build»‹Thing›();
        expect(‹thing›.‹x›).toBe(‹from›);
        expect(‹thing›.‹what›).toBe(⟦‹from›→‹to›⟧);
        «expect(‹thing›.name).toBe("a");|»
      });
      `,
      `
      test("‹thing:words›", () => {
        expect(describe‹Thing›(input)).toEqual({
          «name: "a",|»
          ‹what›: ⟦‹from›→‹to›⟧,
          ‹x›: ‹from›,
        });
      });
      `,
      `
      it("knows its ‹what›", () => {
        assert.equal(‹what›Of(‹thing›), ⟦‹from›→‹to›⟧);
      });

      it("knows its ‹x›", () => {
        assert.equal(‹x›Of(‹thing›), ‹from›);
      });
      `,
    ],
  }),
  sketched("newer-version-of-it", {
    seen: [
      "={wordsWhat} should be {to}[|, not {from}]",
      "[bump|update|raise] {wordsWhat} to {to}",
      "={wordsWhat} {from} is [too old|outdated|end of life], [take|use] {to}",
      "={wordsWhat} -> {to}",
      "=we're on {wordsWhat} {to} [now|by now]",
      "={to} for {wordsWhat} [please|pls]",
      "=can we go to {wordsWhat} {to}?",
      "=why still {wordsWhat} {from}? {to} is out",
      "=upgrade {wordsWhat}: {from} to {to}",
      "=[we need|we want] {wordsWhat} {to}",
    ],
    unseen: [
      "=everything else runs with {wordsWhat} {to} already",
      "=no more {from} for {wordsWhat}, go with {to}",
    ],
    rows: [
      [
        { what: "node", x: "npm", from: "18", to: "22" },
        { what: "node", x: "pnpm", from: "20", to: "24" },
        { what: "postgres", x: "redis", from: "14", to: "16" },
        { what: "redis", x: "nginx", from: "6", to: "7" },
        { what: "python", x: "pip", from: "3.10", to: "3.12" },
        { what: "mysql", x: "adminer", from: "5.7", to: "8.4" },
        { what: "chrome", x: "firefox", from: "110", to: "120" },
        { what: "safari", x: "edge", from: "14", to: "16" },
        { what: "mongo", x: "mailhog", from: "5", to: "7" },
        { what: "java", x: "gradle", from: "17", to: "21" },
      ],
    ],
    code: [
      `
      export const images = {
        ‹x›: "‹x›:‹from›",
        ‹what›: "‹what›:⟦‹from›→‹to›⟧«-alpine|-slim|»",
        «app: "app:latest",|»
      };
      `,
      `
      ƒ async start«Stack|Services|Containers»() {
        await container("‹what›", "⟦‹from›→‹to›⟧");
        await container("‹x›", "‹from›");
        «await seed‹Things›();|»
      ƒ}
      `,
      `
      export default defineConfig({
        «name: "‹thing:kebab›",|»
        targets: ["‹x› ‹from›", "‹what› ⟦‹from›→‹to›⟧"],
        «minify: true,|sourcemap: true,|»
      });
      `,
    ],
  }),
  sketched("member-of-a-type-has-a-new-name", {
    seen: [
      "={old} should be called {now}[|, everywhere here]",
      "=[we|they] say {now} [instead of|rather than] {old} now",
      "[rename|change] {old} to {now}",
      "={old} is [now|called] {now}",
      "=backend sends {now}[|, not {old}]",
      "={old} -> {now}[|, type and code]",
      "=wrong name {old}, it's {now}",
      "=can we call it {now}, not {old}?",
      "={now} instead of {old} [please|pls]",
      "=the api [docs|people] write {now} where we have {old}",
      "=why {old}? the status is {now}",
    ],
    unseen: ["=nothing ever is {old}, what comes is {now}", "speak of {now} where the code speaks of {old}"],
    rows: [
      [
        { old: "paused", now: "on-hold", x: "active", y: "done" },
        { old: "canceled", now: "cancelled", x: "paid", y: "open" },
        { old: "deleted", now: "removed", x: "draft", y: "published" },
        { old: "finished", now: "completed", x: "started", y: "failed" },
        { old: "waiting", now: "pending", x: "running", y: "idle" },
        { old: "declined", now: "rejected", x: "accepted", y: "invited" },
        { old: "blocked", now: "suspended", x: "trial", y: "member" },
        { old: "shipped", now: "in-transit", x: "packed", y: "delivered" },
        { old: "error", now: "failed", x: "success", y: "loading" },
      ],
    ],
    code: [
      `
      type Status = "‹x›" | "⟦‹old›→‹now›⟧" | "‹y›";

      ƒ is«Over|Still»(status: Status) {
        return status === "⟦‹old›→‹now›⟧";
      ƒ}
      `,
      `
      export interface ‹Thing› {
        id: string;
        status: "‹x›" | "‹y›" | "⟦‹old›→‹now›⟧";
      }

      export const icons = { ‹x›: "✓", ‹y›: "…", "⟦‹old›→‹now›⟧": "!" };
      `,
      `
      const STATES = ["‹x›", "⟦‹old›→‹now›⟧", "‹y›"];

      ƒ on‹Thing›Change(‹thing›: ‹Thing›) {
        if (‹thing›.state === "⟦‹old›→‹now›⟧") stop(‹thing›);
        if (‹thing›.state === "‹x›") start(‹thing›);
      ƒ}
      `,
    ],
  }),
  sketched("column-goes-between", {
    seen: [
      "=[there should be|we need] a column {now} between {a} and {b}",
      "=column {now} is missing, between {a} and {b}",
      "[add|put] {now} between {a} and {b}",
      "show {now} [after|behind] {a}, before {b}",
      "={now} [should come|comes|belongs] right after {a}",
      "=can we [see|have] {now} next to {a}, before {b}?",
      "={now} too, [between {a} and {b}|after {a}]",
      "=users [want to see|miss] {now}, [put it|best] after {a}",
      "=one more column: {now}, between {a} and {b}",
      "insert {now} after {a}",
    ],
    unseen: [
      "=i can't see the {wordsNow} in there; it fits in before {b}",
      "={a}, {now}, {b} is the order that we'd like",
    ],
    rows: [
      [
        { a: "name", now: "email", b: "role", z: "actions" },
        { a: "title", now: "author", b: "year", z: "notes" },
        { a: "date", now: "amount", b: "status", z: "receipt" },
        { a: "street", now: "zip", b: "city", z: "country" },
        { a: "product", now: "quantity", b: "price", z: "stock" },
        { a: "player", now: "points", b: "rank", z: "team" },
        { a: "subject", now: "priority", b: "assignee", z: "dueDate" },
        { a: "number", now: "customer", b: "total", z: "paidAt" },
        { a: "start", now: "duration", b: "room", z: "speaker" },
      ],
    ],
    code: [
      `
      const columns = ["‹a›", ⟦→"‹now›", ⟧"‹b›", "‹z›"];
      «const pageSize = 20;|»

      ƒ csvOf(‹things›: ‹Thing›[]) {
        return ‹things›.map((one) => columns.map((column) => one[column]).join()).join("\\n");
      ƒ}
      `,
      `
      export const ‹thing›Columns = [
        { field: "‹a›", header: "‹a:Words›" },
        ⟦→{ field: "‹now›", header: "‹now:Words›" },⟧
        { field: "‹b›", header: "‹b:Words›" },
        «{ field: "‹z›", header: "‹z:Words›" },|»
      ];
      `,
      `
      <tr key={‹thing›.id}>
        <td>{‹thing›.‹a›}</td>
        ⟦→<td>{‹thing›.‹now›}</td>⟧
        <td>{‹thing›.‹b›}</td>
        «<td>{‹thing›.‹z›}</td>|»
      </tr>
      `,
    ],
  }),
  sketched("space-and-size-of-a-box", {
    seen: [
      "={wordsKey} [of|for] the {wordsTag} should be {to}[|, not {from}]",
      "[set|change] the {wordsKey} of the {wordsTag} to {to}",
      "=the {wordsTag} [needs|should have] a {wordsKey} of {to}",
      "=the {wordsTag} looks [off|wrong|odd], {wordsKey} [should be|must be] {to}",
      "=figma says {wordsKey} {to} for the {wordsTag}",
      "={wordsTag}: {wordsKey} {to} [please|pls]",
      "=can the {wordsTag} have {wordsKey} {to}?",
      "=why {wordsKey} {from} [on|for] the {wordsTag}? {to} please",
      "={wordsTag} {wordsKey} {from} -> {to}",
      "=design wants {to} as {wordsKey} of the {wordsTag}",
    ],
    unseen: [
      "=i measured the {wordsTag}, the {wordsKey} is {from} where the mockup has {to}",
      "let the {wordsKey} on the {wordsTag} be {to}",
    ],
    rows: [
      [
        { key: "padding", x: "margin", from: "8", to: "12" },
        { key: "gap", x: "padding", from: "4", to: "8" },
        { key: "fontSize", x: "lineHeight", from: "14", to: "16" },
        { key: "borderRadius", x: "padding", from: "2", to: "6" },
        { key: "width", x: "height", from: "200", to: "240" },
        { key: "maxWidth", x: "minHeight", from: "600", to: "720" },
        { key: "height", x: "width", from: "40", to: "48" },
        { key: "margin", x: "padding", from: "16", to: "24" },
        { key: "zIndex", x: "top", from: "1", to: "10" },
      ],
      [
        { tag: "header", near: "footer" },
        { tag: "card", near: "title" },
        { tag: "avatar", near: "badge" },
        { tag: "sidebar", near: "content" },
        { tag: "dialog", near: "backdrop" },
        { tag: "toolbar", near: "canvas" },
        { tag: "row", near: "cell" },
      ],
    ],
    code: [
      `
      const styles = {
        ‹near›: { ‹key›: ‹from›, «display: "flex"|color: "gray"» },
        ‹tag›: { «display: "flex", |»‹key›: ⟦‹from›→‹to›⟧, ‹x›: ‹from› },
      };
      `,
      `
      const styles = StyleSheet.create({
        ‹tag›: {
          ‹x›: ‹from›,
          ‹key›: ⟦‹from›→‹to›⟧,
          «flex: 1,|backgroundColor: "white",|»
        },
        ‹near›: {
          ‹key›: ‹from›,
        },
      });
      `,
      `
      <main>
        <div id="‹near›" style={{ ‹key›: ‹from› }}>{«title|children»}</div>
        <div id="‹tag›" style={{ ‹x›: ‹from›, ‹key›: ⟦‹from›→‹to›⟧ }}>
          {«content|items.map(renderItem)|‹thing›.name»}
        </div>
      </main>
      `,
    ],
  }),
  sketched("default-is-another", {
    seen: [
      "=[the |]default {wordsKey} should be {to}[|, not {from}]",
      "=without a {wordsKey} it should be {to}",
      "make {to} the default {wordsKey}",
      "=default for {key} is {to}[|, not {from}]",
      "={to} by default [for|as] {wordsKey}",
      "=can [the |]{wordsKey} default to {to}?",
      "=if nobody [says|gives] a {wordsKey}, [take|use] {to}",
      "=why is {from} the default {wordsKey}? {to} please",
      "=default {wordsKey} {from} -> {to}",
      "=most [people|callers] want {to}, [it should be|make it] the default {wordsKey}",
    ],
    unseen: [
      "=whoever leaves {wordsKey} out gets {from} but should get {to}",
      "let {wordsKey} be {to} unless told otherwise",
    ],
    rows: [
      [
        { key: "role", from: "admin", to: "viewer", x: "status" },
        { key: "locale", from: "en", to: "de", x: "fallback" },
        { key: "currency", from: "USD", to: "EUR", x: "unit" },
        { key: "theme", from: "dark", to: "light", x: "contrast" },
        { key: "variant", from: "primary", to: "secondary", x: "tone" },
        { key: "size", from: "large", to: "medium", x: "width" },
        { key: "order", from: "asc", to: "desc", x: "direction" },
        { key: "format", from: "csv", to: "json", x: "encoding" },
        { key: "country", from: "US", to: "GB", x: "region" },
        { key: "layout", from: "grid", to: "list", x: "density" },
      ],
    ],
    code: [
      `
      ƒ create‹Thing›(name: string, ‹x› = "‹from›", ‹key› = "⟦‹from›→‹to›⟧") {
        ‹fill›
        return { name, ‹x›, ‹key› };
      ƒ}
      `,
      `
      export function ‹Thing›View({ ‹key› = "⟦‹from›→‹to›⟧", ‹x› = "‹from›", children }: Props) {
        return (
          <section data-‹key›={‹key›} data-‹x›={‹x›}>
            {children}
          </section>
        );
      }
      `,
      `
      ƒ read‹Thing›Options(options: Options) {
        const ‹x› = options.‹x› ?? "‹from›";
        const ‹key› = options.‹key› ?? "⟦‹from›→‹to›⟧";
        return «{ ‹x›, ‹key› }|build(‹key›, ‹x›)»;
      ƒ}
      `,
    ],
  }),
  sketched("placeholder-says-something-else", {
    seen: [
      "=the placeholder [of|for] {wordsOne} should [say|be|read] {textNow}",
      "={wordsOne}: placeholder {textNow}",
      "[change|set] the placeholder of {wordsOne} to {textNow}",
      "[write|show] {textNow} in the empty {wordsOne} field",
      "=users don't know what to type as {wordsOne}, [hint at|show|write] {textNow}",
      "=placeholder {textNow} for {wordsOne} please",
      "=the empty {wordsOne} field should say {textNow}",
      "=can the {wordsOne} placeholder be {textNow}?",
      "=better hint in {wordsOne}: {textNow}",
      "=the grey text in {wordsOne} [is wrong|doesn't help], {textNow} [please|would]",
    ],
    unseen: [
      "=before anything is typed the {wordsOne} box shall show {textNow}",
      "=i'd rather read {textNow} in the {wordsOne} input",
    ],
    rows: [
      [
        { one: "email", old: "Email", now: "you@example.com", x: "name", xp: "Name" },
        { one: "phone", old: "Phone", now: "+49 30 1234", x: "city", xp: "City" },
        { one: "search", old: "Search", now: "Search by title", x: "tag", xp: "Tag" },
        { one: "url", old: "URL", now: "https://", x: "title", xp: "Title" },
        { one: "amount", old: "Amount", now: "0.00", x: "purpose", xp: "Purpose" },
        { one: "date", old: "Date", now: "dd.mm.yyyy", x: "place", xp: "Place" },
        { one: "comment", old: "Text", now: "What do you think?", x: "author", xp: "Your name" },
        { one: "code", old: "Code", now: "6 digits", x: "device", xp: "Device" },
        { one: "coupon", old: "Coupon", now: "e.g. SPRING25", x: "note", xp: "Note" },
      ],
    ],
    code: [
      `
      <form onSubmit={send‹Thing›}>
        <input name="‹x›" placeholder="‹xp›" />
        <input name="‹one›" placeholder="⟦‹old›→‹now›⟧"« required|» />
        <button type="submit">«Send|OK|Go on»</button>
      </form>
      `,
      `
      export const fields = {
        ‹one›: { placeholder: "⟦‹old›→‹now›⟧", «required: true|maxLength: 80» },
        ‹x›: { placeholder: "‹xp›" },
      };
      `,
      `
      function ‹Thing›Fields({ «value|‹thing›», onChange }: Props) {
        return (
          <>
            <TextField id="‹one›" label="‹old›" placeholder="⟦‹old›→‹now›⟧" onChange={onChange} />
            <TextField id="‹x›" label="‹xp›" placeholder="‹xp›" onChange={onChange} />
          </>
        );
      }
      `,
    ],
  }),
];
