import { sketched } from "./sketch.ts";

/** Texts, names, paths, statuses and versions that are to be others. */
export const VALUE_TEXTS = [
  sketched("answer-with-another-status", {
    seen: [
      "=should be [a |]{to}[| there], not [a |]{from}, when {wordsWhen}",
      "=[when|if] {wordsWhen} [it|this] should [answer|return|give] {to}[| instead of {from}]",
      "=[when|if] {wordsWhen} we [answer|send] {from}, [correct is|should be] {to}",
      "[return|send|answer with] {to} [when|if] {wordsWhen}",
      "=wrong status [when|if] {wordsWhen}, {to} please",
      "=[the client|the app] expects {to} [when|if] {wordsWhen}",
      "=i get {from} [when|if|although] {wordsWhen}, [should be|i expected] {to}",
      "={from} is wrong [when|if] {wordsWhen}, {to} is right",
      "=can it be {to} [when|if] {wordsWhen}?",
      "={wordsWhen} -> {to}",
    ],
    unseen: [
      "=in case {wordsWhen} clients have to see {to}",
      "=status code: {to} whenever {wordsWhen}, the others are ok",
    ],
    rows: [
      [
        {
          when: "the name is taken",
          test: "await isTaken(body.name)",
          text: "name is taken",
          from: "400",
          to: "409",
        },
        { when: "nobody is logged in", test: "!user", text: "not logged in", from: "403", to: "401" },
        {
          when: "the input is invalid",
          test: "!isValid(body)",
          text: "invalid input",
          from: "400",
          to: "422",
        },
        { when: "the user is blocked", test: "user.isBlocked", text: "blocked", from: "401", to: "403" },
        { when: "it was deleted", test: "found.deletedAt", text: "deleted", from: "404", to: "410" },
        {
          when: "the file is too large",
          test: "body.size > MAX_SIZE",
          text: "too large",
          from: "400",
          to: "413",
        },
        {
          when: "the limit is reached",
          test: "count >= LIMIT",
          text: "limit reached",
          from: "503",
          to: "429",
        },
        { when: "it is missing", test: "!found", text: "missing", from: "500", to: "404" },
        {
          when: "the type is wrong",
          test: "!TYPES.has(body.type)",
          text: "wrong type",
          from: "400",
          to: "415",
        },
      ],
    ],
    code: [
      `
      app.post("/‹things:kebab›", async (req, res) => {
        const { user, body, found, count } = await read(req);
        if (body.isSpam) return res.status(‹from›).send("«no|spam»");
        if (‹test›) return res.status(⟦‹from›→‹to›⟧).send("‹text›");
        «const ‹thing› = await create‹Thing›(body);|await log(user, body);»
        res.status(201).json(«{ ok: true }|body»);
      });
      `,
      `
      ƒ async handle‹Thing›(req: Request, res: Response) {
        const { user, body, found, count } = req.context;
        if (‹test›) {
          throw new HttpError(⟦‹from›→‹to›⟧, "‹text›");
        }
        if (!body.terms) {
          throw new HttpError(‹from›, "«terms not accepted|accept the terms»");
        }
        return «store‹Thing›(body)|‹things›.add(body)»;
      ƒ}
      `,
      `
      export async function POST(request: Request) {
        const { user, body, found, count } = await parse(request);
        if (body.isOld) {
          return Response.json({ error: "outdated" }, { status: ‹from› });
        }
        if (‹test›) {
          return Response.json({ error: "‹text›" }, { status: ⟦‹from›→‹to›⟧ });
        }
        return Response.json(await save‹Thing›(body), { status: 201 });
      }
      `,
    ],
  }),
  sketched("button-says-something-else", {
    seen: [
      "=the button [should say|must read] {textNow}[|, not {textOld}| instead of {textOld}]",
      "=button {textOld}: [should be|make it] {textNow}",
      "[change|rename] the {textOld} button to {textNow}",
      "=users don't know what {textOld} does, [call it|say|write] {textNow}",
      "={textOld} is [unclear|confusing] on the button, {textNow} [is better|please]",
      "=can the button say {textNow} instead of {textOld}?",
      "=better text for {textOld}: {textNow}",
      "=why does the button say {textOld}? it should say {textNow}",
      "={textNow} rather than {textOld}[|, please]",
      "=ux wants {textNow} [where|on the button where] it says {textOld}",
    ],
    unseen: [
      "=what reads {textOld} today shall read {textNow}",
      "label that button {textNow}, now it's {textOld}",
    ],
    rows: [
      [
        { old: "Save", now: "Save changes", fn: "save", other1: "Cancel", o: "cancel" },
        { old: "OK", now: "Got it", fn: "accept", other1: "Close", o: "close" },
        { old: "Submit", now: "Place order", fn: "submit", other1: "Back", o: "goBack" },
        { old: "Send", now: "Send invitation", fn: "send", other1: "Preview", o: "preview" },
        { old: "Go", now: "Search", fn: "search", other1: "Reset", o: "reset" },
        { old: "Delete", now: "Delete for ever", fn: "remove", other1: "Keep", o: "keep" },
        { old: "Next", now: "Continue", fn: "next", other1: "Previous", o: "previous" },
        { old: "Buy", now: "Add to cart", fn: "buy", other1: "Compare", o: "compare" },
        { old: "Join", now: "Join for free", fn: "join", other1: "Learn more", o: "explain" },
        { old: "Download", now: "Download as PDF", fn: "download", other1: "Print", o: "print" },
      ],
    ],
    code: [
      `
      <div className="«actions|buttons|footer»">
        <button onClick={‹o›}>‹other1›</button>
        <button «className="primary" |»onClick={‹fn›}>
          ⟦‹old›→‹now›⟧
        </button>
      </div>
      `,
      `
      export function ‹Thing›Footer({ ‹fn›, ‹o› }: Props) {
        return (
          <>
            <Button «size="small" |»label="⟦‹old›→‹now›⟧" onPress={‹fn›} />
            <Button «size="small" |»label="‹other1›" onPress={‹o›} />
          </>
        );
      }
      `,
      `
      const buttons = [
        { text: "‹other1›", action: ‹o› },
        { text: "⟦‹old›→‹now›⟧", action: ‹fn›«, primary: true|» },
      ];
      «showDialog("‹Thing›", buttons);|openDialog({ title, buttons });»
      `,
    ],
  }),
  sketched("api-has-moved", {
    seen: [
      "=the [api|endpoint|url] for {wordsOne} moved to {now}",
      "={wordsOne} are [at|under] {now} now",
      "=loading {wordsOne} gives a 404, the path is {now}",
      "=wrong path for {wordsOne}, [it's|should be] {now}",
      "[use|take] {now} for {wordsOne}",
      "load {wordsOne} from {now}",
      "={old} is [gone|deprecated], [use {now}|it's {now}]",
      "=can we use {now} instead of {old}?",
      "=backend [renamed|moved] {old} to {now}",
      "={old} -> {now}",
      "=why still {old}? it's {now}",
    ],
    unseen: [
      "=requests for {wordsOne} go to {now} by now",
      "=there is nothing under {old} any more, but there is under {now}",
    ],
    rows: [
      [
        { old: "/api/users", now: "/api/v2/users", path: "/api/roles", one: "users", two: "roles" },
        { old: "/v1/orders", now: "/v2/orders", path: "/v1/carts", one: "orders", two: "carts" },
        { old: "/events", now: "/api/events", path: "/places", one: "events", two: "places" },
        { old: "/songs/all", now: "/songs", path: "/albums/all", one: "songs", two: "albums" },
        { old: "/api/get-photos", now: "/api/photos", path: "/api/get-videos", one: "photos", two: "videos" },
        { old: "/rest/tickets", now: "/public/tickets", path: "/rest/shows", one: "tickets", two: "shows" },
        { old: "/api/news", now: "/api/articles", path: "/api/authors", one: "articles", two: "authors" },
        { old: "/me/friends", now: "/me/contacts", path: "/me/groups", one: "contacts", two: "groups" },
        { old: "/products", now: "/catalog/products", path: "/vendors", one: "products", two: "vendors" },
        { old: "/api/rooms/list", now: "/api/rooms", path: "/api/bookings", one: "rooms", two: "bookings" },
      ],
    ],
    code: [
      `
      ƒ async load‹One›() {
        const response = await fetch("⟦‹old›→‹now›⟧"«|, { headers }»);
        return response.json();
      ƒ}

      ƒ async load‹Two›() {
        const response = await fetch("‹path›"«|, { headers }»);
        return response.json();
      ƒ}
      `,
      `
      export const api = {
        ‹two›: () => client.get("‹path›"),
        ‹one›: («|filter?: Filter») => client.get("⟦‹old›→‹now›⟧"),
        «version: () => client.get("/version"),|»
      };
      `,
      `
      useEffect(() => {
        axios.get("‹path›").then((res) => set‹Two›(res.data));
        axios.get("⟦‹old›→‹now›⟧").then((res) => set‹One›(res.data));
      }, []);
      `,
    ],
  }),
  sketched("colour-of-a-class", {
    seen: [
      "={wordsWhat} should be {to}[|, not {from}| instead of {from}]",
      "[make|paint] {wordsWhat} {to}",
      "={wordsWhat} in {to} [please|pls]",
      "={wordsWhat} is {from}, [should be|we want|make it] {to}",
      "=why is {wordsWhat} {from}? {to} [was|is] the design",
      "={to} for {wordsWhat}[|, same shade]",
      "=can {wordsWhat} be {to}?",
      "={from} [looks wrong|is too dull|doesn't fit] for {wordsWhat}, {to} [would be|is] better",
      "={wordsWhat}: {from} -> {to}",
      "=according to figma {wordsWhat} is {to}",
    ],
    unseen: ["=i'd expect {to} for {wordsWhat}, as in the mockup", "give {wordsWhat} the colour {to}"],
    rows: [
      [
        { what: "the badge", tag: "span" },
        { what: "the heading", tag: "h2" },
        { what: "the hint", tag: "small" },
        { what: "the caption", tag: "figcaption" },
        { what: "the paragraph", tag: "p" },
        { what: "the label", tag: "label" },
      ],
      [
        { from: "red", to: "orange" },
        { from: "gray", to: "blue" },
        { from: "blue", to: "green" },
        { from: "green", to: "teal" },
        { from: "yellow", to: "amber" },
        { from: "purple", to: "pink" },
        { from: "slate", to: "indigo" },
      ],
      [{ shade: "500" }, { shade: "600" }, { shade: "700" }],
    ],
    code: [
      `
      export function ‹Thing›Box({ ‹thing› }: Props) {
        return (
          <section className="border-‹from›-‹shade› p-4">
            <‹tag› className="«font-bold |mt-2 |»text-⟦‹from›→‹to›⟧-‹shade›">{‹thing›.«name|text»}</‹tag›>
            <button className="bg-‹from›-‹shade›">«Edit|Open|More»</button>
          </section>
        );
      }
      `,
      `
      <div className="«flex|grid» gap-2">
        <i className="text-‹from›-‹shade›">{‹thing›.note}</i>
        <‹tag› className="text-⟦‹from›→‹to›⟧-‹shade›« uppercase| mb-1|»">{‹thing›.«title|label»}</‹tag›>
      </div>
      `,
      `
      <article style={{ borderColor: "‹from›" }}>
        <‹tag› style={{ «padding: 8, |margin: 4, |»color: "⟦‹from›→‹to›⟧" }}>{‹thing›.«name|text»}</‹tag›>
        <strong style={{ color: "‹from›" }}>{‹thing›.count}</strong>
      </article>
      `,
    ],
  }),
  sketched("log-is-a-warning", {
    seen: [
      "={textText} should be [logged as |][a|an] {to}",
      "log {textText} as {to}",
      "=level of {textText} should be {to}[|, not {from}]",
      "={textText} is only {from}, [make it|should be] {to}",
      "=why is {textText} logged as {from}? {to} please",
      "={to} for {textText}",
      "=we [missed|overlooked] {textText} because it is [only |]{from}, should be {to}",
      "[change|set] the level of {textText} to {to}",
      "={textText}: {from} -> {to}",
      "=can {textText} be {to} level?",
      "=alerts don't see {textText} at {from}, {to} please",
    ],
    unseen: [
      "=nobody notices {textText} among the {from} lines, it belongs to {to}",
      "=with {to} instead of {from} we'd find {textText}",
    ],
    rows: [
      [
        { from: "info", to: "warn" },
        { from: "warn", to: "error" },
        { from: "debug", to: "info" },
        { from: "log", to: "error" },
        { from: "log", to: "warn" },
        { from: "info", to: "error" },
      ],
      [
        { text: "payment failed", near: "payment started" },
        { text: "queue is full", near: "job queued" },
        { text: "token expired", near: "token read" },
        { text: "no rows", near: "rows loaded" },
        { text: "cache miss", near: "cache ready" },
        { text: "retry given up", near: "retrying" },
        { text: "disk almost full", near: "disk checked" },
        { text: "user locked", near: "user seen" },
      ],
    ],
    vars: { logger: ["console", "logger", "log", "this.logger"] },
    code: [
      `
      ƒ async process‹Thing›(‹thing›: ‹Thing›) {
        ‹logger›.‹from›("‹near›");
        const ok = await «send|store|check»(‹thing›);
        if (!ok) ‹logger›.⟦‹from›→‹to›⟧("‹text›"«|, ‹thing›.id»);
        return ok;
      ƒ}
      `,
      `
      try {
        ‹logger›.‹from›("‹near›");
        «await run‹Thing›()|‹things›.forEach(work)»;
      } catch (error) {
        ‹logger›.⟦‹from›→‹to›⟧("‹text›", error);
        «throw error;|failed++;»
      }
      `,
      `
      ƒ on‹Thing›(event: Event) {
        if (event.isBad) {
          ‹logger›.⟦‹from›→‹to›⟧("‹text›");
          return;
        }
        ‹logger›.‹from›("‹near›");
        ‹thing›Count += 1;
      ƒ}
      `,
    ],
  }),
  sketched("shortcut-is-another", {
    seen: [
      "=the shortcut for {wordsDoing} should be {now}[|, not {old}]",
      "use {now} for {wordsDoing}",
      "={old} [clashes|collides] with the browser, [take|use] {now} for {wordsDoing}",
      "={wordsDoing}: {now} instead of {old}",
      "=can {wordsDoing} be on {now}?",
      "[put|move] {wordsDoing} on {now}",
      "={wordsDoing} should [happen on|be triggered by] {now}",
      "=[people|users|i] expect {now} for {wordsDoing}",
      "={now} is [what everyone uses|usual|better] for {wordsDoing}",
      "=[pressing|hitting] {now} does nothing, it should be [the key|there] for {wordsDoing}",
      "=why {old}? {wordsDoing} is {now} everywhere else",
      "=key for {wordsDoing} {old} -> {now}",
    ],
    unseen: [
      "=pressing {now} ought to do the {wordsDoing}, {old} shouldn't",
      "rebind {wordsDoing} from {old} to {now}",
    ],
    rows: [
      [
        { doing: "search", fn: "openSearch", old: "f", now: "k" },
        { doing: "help", fn: "showHelp", old: "h", now: "?" },
        { doing: "saving", fn: "save", old: "w", now: "s" },
        { doing: "zoom", fn: "zoomIn", old: "z", now: "+" },
        { doing: "closing", fn: "close", old: "q", now: "Escape" },
        { doing: "the menu", fn: "toggleMenu", old: "t", now: "m" },
        { doing: "filter", fn: "focusFilter", old: "l", now: "/" },
        { doing: "deleting", fn: "removeItem", old: "d", now: "Delete" },
        { doing: "sending", fn: "send", old: "g", now: "Enter" },
      ],
      [
        { x: "c", xf: "copy" },
        { x: "b", xf: "toggleBold" },
        { x: "n", xf: "createNew" },
        { x: "e", xf: "edit" },
      ],
    ],
    code: [
      `
      ƒ onKeyDown(event: KeyboardEvent) {
        if (event.key === "‹x›") ‹xf›();
        if (event.key === "⟦‹old›→‹now›⟧") {
          event.preventDefault();
          ‹fn›();
        }
      ƒ}
      `,
      `
      const shortcuts = [
        { key: "‹x›", run: ‹xf› },
        { key: "⟦‹old›→‹now›⟧", run: ‹fn› },
        «{ key: "Tab", run: next },|»
      ];
      `,
      `
      switch (event.key) {
        case "⟦‹old›→‹now›⟧":
          ‹fn›();
          break;
        case "‹x›":
          ‹xf›();
          break;
        «default:
          return;|»
      }
      `,
      `
      useHotkey("‹x›", () => ‹xf›());
      useHotkey("⟦‹old›→‹now›⟧", () => ‹fn›());
      «const [isOpen, setIsOpen] = useState(false);|»
      `,
    ],
  }),
  sketched("variable-of-environment-renamed", {
    seen: [
      "=the variable is called {now}[|, not {old}]",
      "={old} isn't set [in production|on the server], it's {now} there",
      "=ops renamed it {now}, {old} is gone",
      "[read|use|take] {now} instead of {old}",
      "={old} is [now|meanwhile] {now}",
      "=env: {old} -> {now}",
      "={old} comes out [empty|undefined], they call it {now}",
      "=the name is wrong, [we have|there's only] {now}, no {old}",
      "=should be {now}, {old} is [undefined|empty] [on the server|in prod]",
      "=can we read {now} rather than {old}?",
      "=why {old}? in the [docs|compose file] it's {now}",
      "rename the env var {old} to {now}",
    ],
    unseen: ["=we agreed on {now} for what was {old}", "=the deployment passes {now}, this looks for {old}"],
    rows: [
      [
        { old: "API_KEY", now: "STRIPE_API_KEY", near: "API_URL" },
        { old: "DB_URL", now: "DATABASE_URL", near: "DB_POOL" },
        { old: "SECRET", now: "SESSION_SECRET", near: "SECRET_AGE" },
        { old: "MAIL_USER", now: "SMTP_USER", near: "MAIL_FROM" },
        { old: "REDIS", now: "REDIS_URL", near: "REDIS_PREFIX" },
        { old: "BUCKET", now: "S3_BUCKET", near: "REGION" },
        { old: "SERVER_PORT", now: "PORT", near: "SERVER_HOST" },
        { old: "ENVIRONMENT", now: "APP_ENV", near: "LOG_LEVEL" },
      ],
    ],
    code: [
      `
      export const config = {
        other: process.env.‹near›,
        value: process.env.⟦‹old›→‹now›⟧«| ?? ""»,
        «isProduction: process.env.NODE_ENV === "production",|»
      };
      `,
      `
      const ‹thing›Client = new ‹Thing›Client(process.env.⟦‹old›→‹now›⟧«!|», {
        «retries: 3,|»
        extra: process.env.‹near›,
      });
      `,
      `
      ƒ check«Setup|Environment»() {
        const { ‹near›, ⟦‹old›→‹now›⟧: value } = process.env;
        if (!value) throw new Error("⟦‹old›→‹now›⟧ is «missing|not set»");
        return { value, extra: ‹near› };
      ƒ}
      `,
    ],
  }),
  sketched("request-by-another-method", {
    seen: [
      "=the api wants {to} for {wordsDoing}[|, not {from}]",
      "=we get a 405 when {wordsDoing}, [should be|has to be|it's] {to}",
      "={wordsDoing} should [use|be] {to}[| instead of {from}]",
      "[use|send] {to} for {wordsDoing}",
      "={wordsDoing} [needs|has to be] [a |]{to}[| request]",
      "=why {from} for {wordsDoing}? should be {to}",
      "={wordsDoing}: {to} please",
      "=wrong method for {wordsDoing}, {to}",
      "=can {wordsDoing} be a {to}?",
      "={from} -> {to} for {wordsDoing}",
    ],
    unseen: [
      "=the server refuses our {from} for {wordsDoing} and asks for {to}",
      "=when {wordsDoing} we have to go with {to}",
    ],
    rows: [
      [
        { doing: "updating", fn: "update", from: "POST", to: "PUT", x: "create", path: "" },
        { doing: "renaming", fn: "rename", from: "POST", to: "PATCH", x: "copy", path: "/name" },
        { doing: "removing", fn: "remove", from: "POST", to: "DELETE", x: "restore", path: "" },
        { doing: "archiving", fn: "archive", from: "PUT", to: "POST", x: "replace", path: "/archive" },
        { doing: "searching", fn: "search", from: "PUT", to: "POST", x: "store", path: "/search" },
        { doing: "changing", fn: "change", from: "PUT", to: "PATCH", x: "replace", path: "" },
        { doing: "unlinking", fn: "unlink", from: "POST", to: "DELETE", x: "link", path: "/link" },
      ],
    ],
    code: [
      `
      ƒ async ‹x›‹Thing›(‹thing›: ‹Thing›) {
        await fetch("/‹things:kebab›", { method: "‹from›", body: JSON.stringify(‹thing›) });
      ƒ}

      ƒ async ‹fn›‹Thing›(id: string«|, body: string») {
        await fetch(´/‹things:kebab›/€{id}‹path›´, { method: "⟦‹from›→‹to›⟧"«|, headers» });
      ƒ}
      `,
      `
      export const ‹thing›Api = {
        ‹fn›: (id: string) => request(´/‹things:kebab›/€{id}‹path›´, "⟦‹from›→‹to›⟧"),
        ‹x›: (id: string) => request(´/‹things:kebab›/€{id}´, "‹from›"),
        «list: () => request("/‹things:kebab›", "GET"),|»
      };
      `,
      `
      const endpoints = [
        { name: "‹x›", method: "‹from›", path: "/‹things:kebab›" },
        { name: "‹fn›", method: "⟦‹from›→‹to›⟧", path: "/‹things:kebab›/:id‹path›" },
        «{ name: "show", method: "GET", path: "/‹things:kebab›/:id" },|»
      ];
      `,
    ],
  }),
];
