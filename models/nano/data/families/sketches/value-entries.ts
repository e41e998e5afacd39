import { sketched } from "./sketch.ts";

/** Entries of lists, maps, menus and tables: one more, one less, another place, another name. */
export const VALUE_ENTRIES = [
  // What belongs in a known order goes where it belongs.
  sketched("sequence-has-a-gap", {
    seen: [
      "={gap} is missing[| here| in the list| in there]",
      "=there's no {gap}[| in the list| in there]",
      "=[after|behind] {left} comes {gap}, it's [not there|missing]",
      "=we forgot {gap}",
      "[add|put in] {gap} [between {left} and {right}|where it belongs]",
      "={gap} between {left} and {right} [pls|please]",
      "=it jumps from {left} to {right}, {gap} is [missing|left out]",
      "=why is there no {gap}?",
      "=users can't [choose|pick|see] {gap}",
      "=somebody [dropped|forgot|lost] {gap} [in|from] the list",
      "=list is incomplete, {gap} isn't in it",
    ],
    unseen: ["=one of them got lost: {gap}", "=how come nobody ever gets {gap}? it follows {left}"],
    rows: [
      [
        { first: "Mon", left: "Wed", gap: "Thu", right: "Fri", last: "Sat", what: "days" },
        {
          first: "Monday",
          left: "Monday",
          gap: "Tuesday",
          right: "Wednesday",
          last: "Friday",
          what: "workdays",
        },
        { first: "Jan", left: "Mar", gap: "Apr", right: "May", last: "Jun", what: "months" },
        {
          first: "July",
          left: "August",
          gap: "September",
          right: "October",
          last: "December",
          what: "halfYear",
        },
        { first: "XS", left: "S", gap: "M", right: "L", last: "XL", what: "sizes" },
        { first: "Q1", left: "Q1", gap: "Q2", right: "Q3", last: "Q4", what: "quarters" },
        { first: "trace", left: "info", gap: "warn", right: "error", last: "fatal", what: "levels" },
        { first: "low", left: "low", gap: "medium", right: "high", last: "urgent", what: "priorities" },
        { first: "A", left: "C", gap: "D", right: "E", last: "F", what: "grades" },
        { first: "north", left: "east", gap: "south", right: "west", last: "center", what: "regions" },
        {
          first: "spring",
          left: "summer",
          gap: "autumn",
          right: "winter",
          last: "all year",
          what: "seasons",
        },
        { first: "64", left: "256", gap: "512", right: "1024", last: "2048", what: "resolutions" },
      ],
    ],
    code: [
      `
      const ‹what:CONST› = ["‹left›", ⟦→"‹gap›", ⟧"‹right›", "‹last›"];

      ƒ indexOf«Name|Entry»(name: string) {
        return ‹what:CONST›.indexOf(name);
      ƒ}
      `,
      `
      export const ‹what›Options = [
        { value: "", label: "«Please choose|All|Any»" },
        { value: "‹left›", label: "‹left›" },
        ⟦→{ value: "‹gap›", label: "‹gap›" },⟧
        { value: "‹right›", label: "‹right›" },
        «{ value: "‹last›", label: "‹last›" },|»
      ];
      `,
      `
      <select value={«value|selected»} onChange={(e) => onChange(e.target.value)}>
        <option>‹left›</option>
        ⟦→<option>‹gap›</option>⟧
        <option>‹right›</option>
        <option>‹last›</option>
      </select>
      `,
      `
      type ‹what:Pascal› =
        | "‹left›"
        ⟦→| "‹gap›"⟧
        | "‹right›"
        | "‹last›";

      export interface ‹Thing› {
        id: «string|number»;
        value: ‹what:Pascal›;
      }
      `,
    ],
  }),
  sketched("two-in-the-wrong-order", {
    seen: [
      "={first} should come before {second}",
      "={first} [goes|belongs] before {second}",
      "[move|put] {first} before {second}",
      "[swap|switch] {first} and {second}",
      "={first} and {second} are the wrong way round",
      "=wrong order, {first} first and then {second}",
      "=can we have {first} in front of {second}?",
      "={first} before {second} [pls|please], [rest|the others] as [it is|they are]",
      "=shouldn't {first} be [above|ahead of] {second}?",
      "=people look for {first} before they look for {second}, the order should be the same",
      "=the order of {first} and {second} is [mixed up|wrong]",
    ],
    unseen: [
      "={second} is shown ahead of {first}, it must follow it",
      "=in the design {second} stands behind {first}",
    ],
    rows: [
      [
        { first: "name", second: "email" },
        { first: "title", second: "author" },
        { first: "date", second: "amount" },
        { first: "street", second: "city" },
        { first: "status", second: "owner" },
        { first: "price", second: "stock" },
        { first: "lastName", second: "firstName" },
        { first: "priority", second: "dueDate" },
        { first: "country", second: "zip" },
        { first: "summary", second: "details" },
        { first: "start", second: "end" },
      ],
      [
        { one: "id", two: "notes" },
        { one: "number", two: "updatedAt" },
        { one: "avatar", two: "tags" },
        { one: "code", two: "actions" },
        { one: "checkbox", two: "comment" },
      ],
    ],
    code: [
      `
      const columns = ["‹one›", "⟦‹second›→‹first›⟧", "⟦‹first›→‹second›⟧", "‹two›"];
      «const sortable = new Set(["‹one›"]);|»

      ƒ headerOf(column: string) {
        return column.toUpperCase();
      ƒ}
      `,
      `
      export const fields = [
        «{ key: "‹one›", label: "‹one:Words›", width: 80 },|»
        ⟦{ key: "‹second›", label: "‹second:Words›" },
        { key: "‹first›", label: "‹first:Words›" },→{ key: "‹first›", label: "‹first:Words›" },
        { key: "‹second›", label: "‹second:Words›" },⟧
        { key: "‹two›", label: "‹two:Words›" },
      ];
      `,
      `
      <tr key={‹thing›.id}>
        «<td>{‹thing›.‹one›}</td>|»
        ⟦<td>{‹thing›.‹second›}</td>
        <td>{‹thing›.‹first›}</td>→<td>{‹thing›.‹first›}</td>
        <td>{‹thing›.‹second›}</td>⟧
        <td className="«last|wide|muted»">{‹thing›.‹two›}</td>
      </tr>
      `,
      `
      <form onSubmit={save‹Thing›}>
        «<Field name="‹one›" />|»
        ⟦<Field name="‹second›" required />
        <Field name="‹first›" required />→<Field name="‹first›" required />
        <Field name="‹second›" required />⟧
        «<Field name="‹two›" />|»
        <SubmitButton />
      </form>
      `,
    ],
  }),
  sketched("entry-to-the-front", {
    seen: [
      "={it} should be [first|at the top|on top]",
      "={it} first [please|pls]",
      "[move|put] {it} [to the front|to the top|in the first place]",
      "=most [of our customers|people] [choose|take] {it}, it should be [first|at the top]",
      "=can {it} be the first [one|in the list]?",
      "={it} is too far down, [make it the first|it should lead the list]",
      "={it} before [everything else|all others|the rest]",
      "=list should [begin|start] with {it}",
      "=why is {it} not [the first one|at the top]?",
      "=i'd like {it} [at the beginning|in front], the others in the same order",
    ],
    unseen: ["=everybody has to scroll for {it}, which nearly all need", "let {it} open the list"],
    rows: [
      [
        { a: "Austria", b: "Belgium", it: "Germany", d: "Spain", list: "countries" },
        { a: "Cash", b: "PayPal", it: "Card", d: "Invoice", list: "payments" },
        { a: "Blog", b: "Docs", it: "Home", d: "About", list: "pages" },
        { a: "French", b: "Dutch", it: "English", d: "Czech", list: "languages" },
        { a: "Week", b: "Month", it: "Day", d: "Year", list: "ranges" },
        { a: "CSV", b: "Excel", it: "PDF", d: "JSON", list: "formats" },
        { a: "Archive", b: "Spam", it: "Inbox", d: "Trash", list: "folders" },
        { a: "Jazz", b: "Folk", it: "Pop", d: "Rock", list: "genres" },
        { a: "USD", b: "GBP", it: "EUR", d: "CHF", list: "currencies" },
        { a: "Bike", b: "Bus", it: "Train", d: "Car", list: "vehicles" },
      ],
    ],
    code: [
      `
      export const ‹list:CONST› = [⟦→"‹it›", ⟧"‹a›", "‹b›", ⟦"‹it›", →⟧"‹d›"];
      «export const MAX_‹list:CONST› = 3;|»
      `,
      `
      const ‹list› = [
        ⟦→{ label: "‹it›", value: "‹it:kebab›" },⟧
        { label: "‹a›", value: "‹a:kebab›" },
        «{ label: "‹b›", value: "‹b:kebab›" },|»
        ⟦{ label: "‹it›", value: "‹it:kebab›" },→⟧
        { label: "‹d›", value: "‹d:kebab›" },
      ];
      `,
      `
      <Choices>
        ⟦→<Item id="‹it:kebab›">‹it›</Item>⟧
        <Item id="‹a:kebab›">‹a›</Item>
        <Item id="‹b:kebab›">‹b›</Item>
        ⟦<Item id="‹it:kebab›">‹it›</Item>→⟧
        «<Item id="‹d:kebab›">‹d›</Item>|»
      </Choices>
      `,
    ],
  }),
  sketched("entry-has-to-go", {
    seen: [
      "=we don't [have|offer|support] {it} any [more|longer]",
      "={it} [is gone|no longer exists|was discontinued]",
      "=no {it} [please|any more|here]",
      "[remove|drop|delete] {it}[| from the list| here]",
      "[take|kick] {it} out[| of the list| of there]",
      "={it} shouldn't be [in the list|there|offered]",
      "={it} can go",
      "=why is {it} [still |]in there?",
      "=people still [choose|pick] {it} but it [is|has been] [gone|shut down]",
      "=without {it} [please|pls]",
      "={it} is still [listed|there] though we [stopped it|got rid of it]",
    ],
    unseen: [
      "=somebody ordered {it} last week, which we gave up long ago",
      "get rid of {it} but leave the rest",
    ],
    rows: [
      [
        { a: "Norway", it: "Iceland", b: "Sweden", c: "Denmark", list: "countries" },
        { a: "card", it: "giropay", b: "paypal", c: "invoice", list: "payments" },
        { a: "github", it: "twitter", b: "google", c: "gitlab", list: "providers" },
        { a: "small", it: "medium", b: "large", c: "huge", list: "sizes" },
        { a: "Chrome", it: "Opera", b: "Firefox", c: "Safari", list: "browsers" },
        { a: "email", it: "fax", b: "phone", c: "chat", list: "channels" },
        { a: "png", it: "bmp", b: "jpg", c: "webp", list: "formats" },
        { a: "staging", it: "sandbox", b: "preview", c: "production", list: "stages" },
        { a: "Tea", it: "Cocoa", b: "Coffee", c: "Water", list: "drinks" },
        { a: "summary", it: "forecast", b: "history", c: "export", list: "tabs" },
      ],
    ],
    code: [
      `
      const ‹list:CONST› = ["‹a›", «|"‹c›", »⟦"‹it›", →⟧"‹b›"];

      ƒ is«Known|Allowed|Valid»(name: string) {
        return ‹list:CONST›.includes(name);
      ƒ}
      `,
      `
      export const ‹list› = [
        { name: "‹a›", «isDefault: true|order: 1» },
        ⟦{ name: "‹it›", order: 2 },→⟧
        { name: "‹b›", order: 3 },
        «{ name: "‹c›", order: 4 },|»
      ];
      `,
      `
      <fieldset>
        <legend>«Choose one|Your choice|‹list:Words›»</legend>
        «<Radio name="‹list›" value="‹c›" />|»
        <Radio name="‹list›" value="‹b›" />
        ⟦<Radio name="‹list›" value="‹it›" />→⟧
        <Radio name="‹list›" value="‹a›" />
      </fieldset>
      `,
      `
      type ‹list:Pascal›Name = "‹a›"⟦ | "‹it›"→⟧ | "‹b›" | "‹c›";

      interface ‹Thing› {
        id: number;
        kind: ‹list:Pascal›Name;
      }
      `,
    ],
  }),
  sketched("entry-is-there-twice", {
    seen: [
      "={it} is [there|in there|listed] twice",
      "={it} [shows|turns] up twice",
      "=[two times|twice] {it}[| in the list]",
      "=duplicate {it}",
      "=we have {it} two times, one is enough",
      "[remove|drop] the second {it}",
      "[remove|delete] the duplicate of {it}",
      "=why do i see {it} twice?",
      "=react [warns|complains] about [two children with the same key|a duplicate key], it's {it}",
      "=one {it} too many",
    ],
    unseen: ["=somebody added {it} though it was there already", "=the last {it} repeats an earlier one"],
    rows: [
      [
        { a: "name", it: "email", b: "phone", c: "address" },
        { a: "react", it: "vite", b: "vitest", c: "eslint" },
        { a: "Berlin", it: "Paris", b: "Rome", c: "Vienna" },
        { a: "draft", it: "published", b: "archived", c: "deleted" },
        { a: "red", it: "green", b: "blue", c: "yellow" },
        { a: "dist", it: "coverage", b: "build", c: "tmp" },
        { a: "read", it: "write", b: "share", c: "export" },
        { a: "apples", it: "pears", b: "plums", c: "cherries" },
        { a: "home", it: "search", b: "profile", c: "help" },
      ],
    ],
    code: [
      `
      const ‹things› = ["‹a›", "‹it›", "‹b›", ⟦"‹it›", →⟧"‹c›"];
      «render(‹things›);|check‹Things›(‹things›);|export default ‹things›;»
      `,
      `
      export const ‹thing›Entries = [
        { key: "‹it›", «hidden: false|width: 120» },
        { key: "‹a›" },
        «{ key: "‹b›" },|»
        ⟦{ key: "‹it›", width: 120 },→⟧
        { key: "‹c›" },
      ];
      `,
      `
      <Checks onChange={update‹Thing›}>
        <Check id="‹a›" />
        <Check id="‹it›" />
        «<Check id="‹b›" />|»
        <Check id="‹c›" />
        ⟦<Check id="‹it›" />→⟧
      </Checks>
      `,
    ],
  }),
  sketched("one-more-right-taken-or-given", {
    seen: [
      "={wordsWho}s [may|can|should be able to] {act}[ too| as well|]",
      "allow {wordsWho}s to {act}[ too| as well|]",
      "={wordsWho}s [can't|cannot] {act} but [should|they should be able to]",
      "={who}: {act} as well",
      "give {wordsWho}s the right to {act}",
      "add {act} for {wordsWho}s",
      "=a {who} gets a 403 [when|if] they [want|try] to {act}",
      "=why can't {wordsWho}s {act}?",
      "={wordsWho}s need to {act} [as well|too|from now on]",
      "={act} is missing for {who}[s|]",
      "=can {wordsWho}s be allowed to {act}?",
    ],
    unseen: ["=my {who} account isn't permitted to {act}, which is wrong", "open {act} to {wordsWho}s"],
    rows: [
      [
        { who: "editor", near: "viewer", top: "admin" },
        { who: "member", near: "guest", top: "owner" },
        { who: "author", near: "reader", top: "publisher" },
        { who: "teacher", near: "student", top: "principal" },
        { who: "agent", near: "customer", top: "manager" },
        { who: "moderator", near: "visitor", top: "founder" },
        { who: "driver", near: "passenger", top: "dispatcher" },
      ],
      [
        { act: "delete", x: "read", y: "update" },
        { act: "export", x: "view", y: "edit" },
        { act: "invite", x: "see", y: "comment" },
        { act: "publish", x: "preview", y: "write" },
        { act: "approve", x: "list", y: "assign" },
        { act: "archive", x: "search", y: "rename" },
        { act: "share", x: "open", y: "copy" },
      ],
    ],
    code: [
      `
      const PERMISSIONS: Record<string, string[]> = {
        ‹near›: ["‹x›"],
        ‹who›: ["‹x›", "‹y›"⟦→, "‹act›"⟧],
        ‹top›: ["‹x›", "‹y›", "‹act›"],
      };
      `,
      `
      ƒ canDo(role: Role, action: string): boolean {
        switch (role) {
          case "‹near›":
            return ["‹x›"].includes(action);
          case "‹who›":
            return ["‹y›", "‹x›"⟦→, "‹act›"⟧].includes(action);
          default:
            return «true|role === "‹top›"»;
        }
      ƒ}
      `,
      `
      export const roles = [
        { name: "‹top›", can: ["‹act›", "‹x›", "‹y›"] },
        { name: "‹who›", can: ["‹x›"⟦→, "‹act›"⟧]«, invitedBy: "‹top›"|» },
        { name: "‹near›", can: ["‹x›"] },
      ];
      `,
    ],
  }),
  sketched("right-is-taken", {
    seen: [
      "={wordsWho}s [may|must|should] not {act}[| any more]",
      "={wordsWho}s [can|are able to] {act} but shouldn't",
      "=no {act} for {wordsWho}s",
      "=a {who} was able to {act}, [that's wrong|not good]",
      "[take|remove] {act} from {wordsWho}s",
      "don't let {wordsWho}s {act}",
      "=why can a {who} {act}?",
      "=only {wordsTop}s [may|should] {act}, not {wordsWho}s",
      "={who}: no {act}",
      "={act} is [not for|nothing for] {wordsWho}s",
      "=security found that {wordsWho}s can {act}",
    ],
    unseen: ["=it is too dangerous that {wordsWho}s {act}", "strip {wordsWho}s of the right to {act}"],
    rows: [
      [
        { who: "editor", near: "viewer", top: "admin" },
        { who: "member", near: "guest", top: "owner" },
        { who: "author", near: "reader", top: "publisher" },
        { who: "support", near: "customer", top: "manager" },
        { who: "moderator", near: "visitor", top: "founder" },
        { who: "trainee", near: "applicant", top: "supervisor" },
      ],
      [
        { act: "delete", x: "read", y: "update" },
        { act: "export", x: "view", y: "edit" },
        { act: "invite", x: "see", y: "comment" },
        { act: "publish", x: "preview", y: "write" },
        { act: "refund", x: "list", y: "assign" },
        { act: "impersonate", x: "search", y: "rename" },
      ],
    ],
    code: [
      `
      export const rights = {
        ‹near›: ["‹x›"],
        ‹who›: ["‹x›", ⟦"‹act›", →⟧"‹y›"],
        ‹top›: ["‹x›", "‹act›", "‹y›"],
      };
      `,
      `
      const RULES: Record<Action, Role[]> = {
        ‹x›: ["‹near›", "‹who›", "‹top›"],
        ‹act›: [⟦"‹who›", →⟧"‹top›"],
        «‹y›: ["‹who›", "‹top›"],|»
      };

      ƒ isAllowed(role: Role, action: Action) {
        return RULES[action].includes(role);
      ƒ}
      `,
      `
      ƒ may‹act:Pascal›(user: User, ‹thing›: ‹Thing›) {
        if (‹thing›.isLocked) return false;
        return user.role === "‹top›"⟦ || user.role === "‹who›"→⟧;
      ƒ}

      ƒ may‹y:Pascal›(user: User) {
        return user.role === "‹top›" || user.role === "‹who›";
      ƒ}
      `,
    ],
  }),
  sketched("link-leads-elsewhere", {
    seen: [
      "={label} [leads|goes|takes me] to the wrong page[, should be {right}|, it's {right}]",
      "=[clicking |]{label} [opens|brings me to] {wrong}, [should be|must be] {right}",
      "={label} should [go|lead] to {right}",
      "=the {label} link is [wrong|broken], [it's|should be] {right}",
      "[point|send] {label} to {right}",
      "let {label} link to {right}",
      "=wrong target [behind|of] {label}, {right} [please|is right]",
      "=why does {label} open {wrong}? should be {right}",
      "={label} -> {right}",
      "=can {label} [lead|go] to {right} instead?",
    ],
    unseen: [
      "=i clicked on {label} and landed on {wrong}, not on {right}",
      "=copy and paste mistake, {label} has to open {right}",
    ],
    rows: [
      [
        { label: "Contact", wrong: "/about", right: "/contact", one: "About", two: "Jobs" },
        { label: "Imprint", wrong: "/privacy", right: "/imprint", one: "Privacy", two: "Terms" },
        { label: "Pricing", wrong: "/features", right: "/pricing", one: "Features", two: "Blog" },
        { label: "Settings", wrong: "/profile", right: "/settings", one: "Profile", two: "Help" },
        { label: "Docs", wrong: "/blog", right: "/docs", one: "Blog", two: "Changelog" },
        { label: "Orders", wrong: "/invoices", right: "/orders", one: "Invoices", two: "Customers" },
        { label: "Sign up", wrong: "/login", right: "/signup", one: "Log in", two: "Tour" },
        { label: "Team", wrong: "/members", right: "/team", one: "Members", two: "Billing" },
        { label: "Status", wrong: "/support", right: "/status", one: "Support", two: "Forum" },
      ],
    ],
    code: [
      `
      <nav«| className="main"»>
        «<Link to="/">Home</Link>|»
        <Link to="‹wrong›">‹one›</Link>
        <Link to="⟦‹wrong›→‹right›⟧">‹label›</Link>
        <Link to="/‹two:kebab›">‹two›</Link>
      </nav>
      `,
      `
      export const links = [
        { text: "‹label›", href: "⟦‹wrong›→‹right›⟧" },
        { text: "‹one›", href: "‹wrong›" },
        «{ text: "‹two›", href: "/‹two:kebab›" },|»
      ];
      `,
      `
      <footer>
        <a href="/‹two:kebab›">‹two›</a>
        <a href="‹wrong›">‹one›</a>
        <a href="⟦‹wrong›→‹right›⟧"«| className="last"»>
          ‹label›
        </a>
      </footer>
      `,
    ],
  }),
  sketched("entry-is-called-otherwise", {
    seen: [
      "={old} should be called {label}",
      "=call it {textLabel} [instead of|rather than|, not] {textOld}",
      "[rename|change] {textOld} to {textLabel}[| in the menu| for the users]",
      "=users don't understand {textOld}, [we say|make it|use] {textLabel}",
      "={textLabel} instead of {textOld} please",
      "={textOld} is [now|from now on] {textLabel}[|, the id stays]",
      "=it says {textOld}, [should be|should say] {textLabel}",
      "=we [say|write] {textLabel}, not {textOld}",
      "=wording: {textOld} -> {textLabel}",
      "=can we write {textLabel} where it says {textOld}?",
      "=marketing wants {textLabel} [instead of|for] {textOld}",
    ],
    unseen: [
      "=nobody knows what {textOld} means, {textLabel} would be clearer",
      "put {textLabel} where users read {textOld}",
    ],
    rows: [
      [
        { old: "Log in", label: "Sign in", id: "login", one: "Register", two: "Help" },
        { old: "Preferences", label: "Settings", id: "preferences", one: "Profile", two: "Billing" },
        { old: "Basket", label: "Cart", id: "basket", one: "Wishlist", two: "Orders" },
        { old: "Remove", label: "Delete", id: "remove", one: "Edit", two: "Copy" },
        { old: "Users", label: "People", id: "users", one: "Groups", two: "Roles" },
        { old: "Submit", label: "Send request", id: "submit", one: "Back", two: "Cancel" },
        { old: "Dashboard", label: "Overview", id: "dashboard", one: "Reports", two: "Alerts" },
        { old: "Paused", label: "On hold", id: "paused", one: "Active", two: "Done" },
        { old: "Mobile", label: "Phone", id: "mobile", one: "Email", two: "Address" },
        { old: "Zip", label: "Postal code", id: "zip", one: "City", two: "Street" },
      ],
    ],
    code: [
      `
      export const «menu|entries|items» = [
        { id: "‹one:kebab›", label: "‹one›" },
        { id: "‹id›", label: "⟦‹old›→‹label›⟧" },
        «{ id: "‹two:kebab›", label: "‹two›" },|»
      ];
      `,
      `
      const LABELS: Record<string, string> = {
        «second: "‹two›",|»
        ‹id›: "⟦‹old›→‹label›⟧",
        first: "‹one›",
      };

      ƒ labelOf(id: string) {
        return LABELS[id] ?? id;
      ƒ}
      `,
      `
      <Toolbar>
        <Button id="‹one:kebab›">‹one›</Button>
        <Button id="‹id›" onClick={on‹id:Pascal›}>
          ⟦‹old›→‹label›⟧
        </Button>
        «<Button id="‹two:kebab›">‹two›</Button>|»
      </Toolbar>
      `,
    ],
  }),
  sketched("label-for-one-more", {
    seen: [
      "={key} has no [label|text], [should be|take|use] {textLabel}",
      "=for {key} it [shows|says] undefined, should be {textLabel}",
      "give {key} [the label|the text] {textLabel}",
      "=label for {key} is missing: {textLabel}",
      "={key}: {textLabel} [please|pls]",
      "=users see nothing [for|with] {key}, [write|show] {textLabel}",
      "add {key} with {textLabel}",
      "={key} isn't in the [texts|labels] yet, call it {textLabel}",
      "=ts says property {key} is missing, the text is {textLabel}",
      "=can we show {textLabel} for {key}?",
      "=new one: {key}, shown as {textLabel}",
    ],
    unseen: [
      "=there is nothing to read when it's {key}, people should see {textLabel}",
      "translate {key} as {textLabel}",
    ],
    rows: [
      [
        { key: "archived", label: "In the archive", a: "draft", b: "published" },
        { key: "refunded", label: "Money back", a: "paid", b: "open" },
        { key: "onHold", label: "On hold", a: "active", b: "done" },
        { key: "delivered", label: "Arrived", a: "packed", b: "shipped" },
        { key: "rejected", label: "Turned down", a: "pending", b: "accepted" },
        { key: "expired", label: "Too late", a: "valid", b: "used" },
        { key: "blocked", label: "Can't go on", a: "todo", b: "doing" },
        { key: "offline", label: "Not there", a: "online", b: "away" },
        { key: "failed", label: "Went wrong", a: "queued", b: "running" },
      ],
    ],
    code: [
      `
      const LABELS«: Record<Status, string>|» = {
        ‹a›: "‹a:Words›",
        ‹b›: "‹b:Words›",
        ⟦→‹key›: "‹label›",⟧
      };

      ƒ ‹thing›Label(‹thing›: ‹Thing›) {
        return LABELS[‹thing›.status];
      ƒ}
      `,
      `
      ƒ textFor(status: string) {
        switch (status) {
          case "‹a›":
            return "‹a:Words›";
          case "‹b›":
            return "‹b:Words›";
          ⟦→case "‹key›":
            return "‹label›";⟧
        }
      ƒ}
      `,
      `
      export const statusTexts = new Map([
        ["‹a›", "‹a:Words›"],
        ["‹b›", "‹b:Words›"],
        ⟦→["‹key›", "‹label›"],⟧
      ]);
      `,
    ],
  }),
  sketched("operation-in-the-table", {
    seen: [
      "={name} is missing",
      "=there's no {name}[| yet]",
      "=we [need|want] {name} [as well|too]",
      "add {name}[| as well| to the others]",
      "={name} doesn't work, [it's not there|unknown]",
      "=what about {name}?",
      "=can it do {name} [as well|too]?",
      "=calling {name} throws [not a function|an error]",
      "=[users|people] ask for {name}",
      "={name} [pls|please], like the others",
      "=forgot {name}",
      "support {name} too",
    ],
    unseen: ["=you can do all of it but {name}", "teach it {name}"],
    rows: [
      [
        { name: "subtract", how: "a - b", x: "add", xh: "a + b", y: "multiply", yh: "a * b" },
        { name: "multiply", how: "a * b", x: "add", xh: "a + b", y: "subtract", yh: "a - b" },
        { name: "divide", how: "a / b", x: "subtract", xh: "a - b", y: "multiply", yh: "a * b" },
        { name: "add", how: "a + b", x: "subtract", xh: "a - b", y: "divide", yh: "a / b" },
        { name: "lessThan", how: "a < b", x: "equals", xh: "a === b", y: "greaterThan", yh: "a > b" },
        { name: "greaterThan", how: "a > b", x: "equals", xh: "a === b", y: "lessThan", yh: "a < b" },
        { name: "notEquals", how: "a !== b", x: "equals", xh: "a === b", y: "lessThan", yh: "a < b" },
        { name: "max", how: "Math.max(a, b)", x: "min", xh: "Math.min(a, b)", y: "sum", yh: "a + b" },
        { name: "min", how: "Math.min(a, b)", x: "max", xh: "Math.max(a, b)", y: "product", yh: "a * b" },
        { name: "modulo", how: "a % b", x: "plus", xh: "a + b", y: "minus", yh: "a - b" },
        { name: "power", how: "a ** b", x: "times", xh: "a * b", y: "minus", yh: "a - b" },
      ],
    ],
    code: [
      `
      const operations«: Record<string, (a: number, b: number) => unknown>|» = {
        ‹x›: (a, b) => ‹xh›,
        ‹y›: (a, b) => ‹yh›,
        ⟦→‹name›: (a, b) => ‹how›,⟧
      };
      `,
      `
      ƒ calculate(how: string, a: number, b: number) {
        switch (how) {
          case "‹x›":
            return ‹xh›;
          case "‹y›":
            return ‹yh›;
          ⟦→case "‹name›":
            return ‹how›;⟧
          default:
            throw new Error(´unknown: €{how}´);
        }
      ƒ}
      `,
      `
      export class Machine {
        ‹x›(a: number, b: number) {
          return ‹xh›;
        }

        ‹y›(a: number, b: number) {
          return ‹yh›;
        }
      ⟦→
        ‹name›(a: number, b: number) {
          return ‹how›;
        }⟧
      }
      `,
    ],
  }),
];
