import { sketched } from "./sketch.ts";

/** Elements and attributes: links, what screen readers are told, what is shown and how. */
export const SCREEN_MARKUP = [
  sketched("link-without-reload", {
    seen: [
      "=clicking {textLabel} reloads the whole [page|app]",
      "=[the |]{textLabel} link [causes|does] a full page [load|reload]",
      "=state is lost when i go to {textLabel}, [should be|use] a router link",
      "use Link for {textLabel}",
      "[make {textLabel}|turn {textLabel} into] a router link",
      "={textLabel} should be a Link like the others",
      "=white flash on {textLabel}, it isn't client side navigation",
      "=can {textLabel} be a Link, too?",
      "=[why|how come] everything reloads when you click {textLabel}?",
      "={path} should be opened by the router, [not|without] the browser reloading",
      "=anchor should be Link for {path}",
      "replace the a of {textLabel} by Link",
    ],
    unseen: [
      "=only {textLabel} makes the browser fetch the app once more, the other entries don't",
      "let the router handle {path}",
    ],
    rows: [
      [
        { label: "Settings", path: "/settings" },
        { label: "Dashboard", path: "/dashboard" },
        { label: "Activity", path: "/activity" },
        { label: "Billing", path: "/account/billing" },
        { label: "Help", path: "/help" },
        { label: "Back to the list", path: "/list" },
        { label: "People", path: "/people" },
        { label: "Home", path: "/" },
        { label: "Privacy", path: "/legal/privacy" },
        { label: "All bookmarks", path: "/bookmarks" },
      ],
    ],
    vars: { wrapper: ["nav", "footer", "aside", "header"] },
    code: [
      `
      <‹wrapper› className="«links|menu|bar»">
        <Link to="/‹things:kebab›">‹thing:Words›</Link>
        <⟦a href→Link to⟧="‹path›">‹label›</⟦a→Link⟧>
        <Link to="/‹others:kebab›">‹other:Words›</Link>
      </‹wrapper›>
      `,
      `
      ƒ ‹Thing›Header({ ‹thing›, user }: HeaderProps) {
        ‹fill›
        return (
          <header>
            <h1>{‹thing›.name}</h1>
            <Link to={´/‹things:kebab›/€{‹thing›.id}/edit´}>Edit</Link>
            <⟦a href→Link to⟧="‹path›">‹label›</⟦a→Link⟧>
            <a href="https://example.com/docs" target="_blank" rel="noreferrer">Docs</a>
          </header>
        );
      ƒ}
      `,
      `
      import { Link } from "react-router-dom";

      export const NotFound = () => (
        <main>
          <h1>Nothing here</h1>
          <p>
            Try <Link to="/search">the search</Link> or <⟦a href→Link to⟧="‹path›">‹label›</⟦a→Link⟧>.
          </p>
        </main>
      );
      `,
    ],
  }),
  sketched("tell-whether-it-is-expanded", {
    seen: [
      "=screen readers [can't tell|don't say|don't know] whether the {wordsPart} is open",
      "add aria-expanded[ to the {textLabel} button| to {textLabel}|]",
      "=[missing|needs] aria-expanded[ on {textLabel}|]",
      "={textLabel} should have aria-expanded with {state}",
      "=a11y: the state of the {wordsPart} [isn't announced|is not exposed]",
      "set aria-expanded from {state}",
      "=can the {textLabel} button tell whether the {wordsPart} is open? aria-expanded",
      "=accessibility audit: toggle button {textLabel} without aria-expanded",
      "expose {state} as aria-expanded",
      "=VoiceOver reads {textLabel} the same way whether it's open or not",
      "=blind users don't know [if|whether] {textLabel} [opened|has opened] anything",
    ],
    unseen: [
      "=assistive tech gets no hint that the {wordsPart} is unfolded",
      "reflect {state} in the aria attribute made for it on {textLabel}",
    ],
    rows: [
      [
        { state: "open", label: "Menu", part: "menu" },
        { state: "isOpen", label: "Filters", part: "filterPanel" },
        { state: "expanded", label: "Details", part: "details" },
        { state: "showOptions", label: "Options", part: "optionList" },
        { state: "menuOpen", label: "Account", part: "accountMenu" },
        { state: "navOpen", label: "Navigation", part: "navigation" },
        { state: "visible", label: "Answer", part: "answer" },
        { state: "showHelp", label: "Help", part: "helpText" },
      ],
    ],
    code: [
      `
      ƒ ‹Part›Toggle({ children }: Props) {
        const [‹state›, set‹State›] = useState(false);

        return (
          <div>
            <button «type="button" »onClick={() => set‹State›(!‹state›)}⟦→ aria-expanded={‹state›}⟧>‹label›</button>
            <button «type="button" »onClick={() => window.print()}>Print</button>
            {‹state› && children}
          </div>
        );
      ƒ}
      `,
      `
      <section>
        <IconButton title="Close" onClick={onClose} />
        <IconButton title="‹label›" onClick={() => set‹State›((old) => !old)}⟦→ aria-expanded={‹state›}⟧ />
        {‹state› ? <‹Part› items={‹things›} /> : null}
      </section>
      `,
      `
      export const ‹Thing›Header = ({ ‹state›, on‹Part›, onSearch }: HeaderProps) => (
        <header>
          <button
            className="«icon|plain»"
            onClick={onSearch}
          >
            Search
          </button>
          <button
            className="«icon|plain»"
            onClick={on‹Part›}
            ⟦→aria-expanded={‹state›}⟧
          >
            ‹label›
          </button>
          {‹state› && <‹Part› />}
        </header>
      );
      `,
    ],
  }),
  sketched("errors-are-announced", {
    seen: [
      "=screen readers don't [announce|read] the error",
      "=the error [isn't announced|is not read out]",
      'give the error [message|text|paragraph] role="alert"',
      "=[role alert|alert role] for the error pls",
      "=blind users don't [notice|hear] that {error} appeared",
      "=can the error be an alert?",
      "[make|turn] the error [message |]into an alert[ for screen readers|]",
      "=error text needs a role so that it gets read out",
      "=a11y: {error} appears silently",
      "=NVDA says nothing when {error} [shows up|is set]",
      "=the error should be role alert",
      "mark the error as an alert",
    ],
    unseen: [
      "=someone who can't see the red text has no idea that it failed",
      "let {error} speak up by the role made for that",
    ],
    vars: {
      error: ["error", "errorMessage", "problem", "formError", "loadError", "failure", "serverError"],
      tag: ["p", "div", "span"],
      cls: ["error", "form-error", "text-red-600", "danger", "notice", "message"],
    },
    code: [
      `
      <form onSubmit={onSubmit}>
        <p className="intro">Please log in</p>
        <input name="«email|user|name»" />
        {‹error› && <‹tag› className="‹cls›"⟦→ role="alert"⟧>{‹error›}</‹tag›>}
        <button type="submit">«Log in|Send»</button>
      </form>
      `,
      `
      ƒ ‹Thing›Page() {
        const { ‹things›, ‹error› } = use‹Things›();

        if (‹error›) {
          return (
            <‹tag› className="‹cls›"⟦→ role="alert"⟧>
              {‹error›}
            </‹tag›>
          );
        }

        return (
          <div className="page">
            <‹tag› className="hint">{‹things›.length} found</‹tag›>
            <‹Thing›List items={‹things›} />
          </div>
        );
      ƒ}
      `,
      `
      export const ‹Thing›Dialog = ({ title, ‹error›, children }: DialogProps) => (
        <div role="dialog" aria-label={title}>
          <h2>{title}</h2>
          {‹error› ? <‹tag› className="‹cls›"⟦→ role="alert"⟧>{‹error›}</‹tag›> : null}
          {children}
        </div>
      );
      `,
    ],
  }),
  // A real button; beside it there is one that shows how they are written here.
  sketched("clickable-box-becomes-button", {
    seen: [
      "=can't reach {textLabel} with the [keyboard|tab key]",
      "={textLabel} should be a [real |]button",
      "[make {textLabel}|turn {textLabel} into] a [real|proper] button",
      "={textLabel} is a {tag} with an onClick, should be a button",
      "=tab [skips|jumps over] {textLabel}",
      "=[only a mouse can|you need a mouse to] press {textLabel}, [make it a button|button pls]",
      "=Enter and space don't work on {textLabel}",
      "use a button [instead of|not] a {tag} for {textLabel}",
      "=a11y: clickable {tag}, use a button for {textLabel}",
      "=click-events-have-key-events at {textLabel}, a button would fix it",
      "=why is {textLabel} a {tag}? button pls",
      "=screen reader doesn't know that {textLabel} can be clicked",
      "=keyboard users have no way to press {textLabel}",
    ],
    unseen: [
      "=without a mouse there is no {textLabel}",
      "replace the {tag} around {textLabel} by the element meant for clicking, as its neighbour has it",
    ],
    rows: [
      [
        { label: "Add filter", act: "addFilter" },
        { label: "Close", act: "onClose" },
        { label: "Show more", act: "showMore" },
        { label: "Edit", act: "startEditing" },
        { label: "Undo", act: "undo" },
        { label: "Next", act: "goNext" },
        { label: "Log out", act: "logOut" },
        { label: "Retry", act: "retry" },
        { label: "Collapse", act: "collapse" },
        { label: "Copy", act: "copy" },
      ],
    ],
    vars: { tag: ["div", "span", "div"], cls: ["action", "link", "btn", "toggle", "chip"] },
    code: [
      `
      <div className="toolbar">
        <button type="button" className="‹cls›" onClick={onHelp}>Help</button>
        <⟦‹tag›→button type="button"⟧ className="‹cls›" onClick={‹act›}>‹label›</⟦‹tag›→button⟧>
      </div>
      `,
      `
      ƒ ‹Thing›Footer({ ‹thing›, ‹act›, onPrint }: FooterProps) {
        ‹fill›
        return (
          <footer>
            <‹tag› className="info">{‹thing›.updatedAt}</‹tag›>
            <⟦‹tag›→button type="button"⟧ className="‹cls›" onClick={() => ‹act›(‹thing›.id)}>
              ‹label›
            </⟦‹tag›→button⟧>
            <button type="button" className="‹cls›" onClick={onPrint}>
              Print
            </button>
          </footer>
        );
      ƒ}
      `,
      `
      export const ‹Thing›Card = ({ ‹thing›, ‹act› }: CardProps) => (
        <article>
          <h3>{‹thing›.title}</h3>
          <button type="button" onClick={() => share(‹thing›)}>Share</button>
          <⟦‹tag›→button type="button"⟧ onClick={‹act›}>‹label›</⟦‹tag›→button⟧>
        </article>
      );
      `,
    ],
  }),
  sketched("class-from-outside-too", {
    seen: [
      "=would be nice if className could be passed in from outside",
      "=can't give it a class of my own",
      "let [callers|the parent] add [a class|a className]",
      "=parents need to [style|position] it, className should be added to {textBase}",
      "[accept|take] an optional className[ and add it to {textBase}|, added to {textBase}|]",
      "=className passed to {name} has no effect",
      "=how do i set a margin on {name} from outside? className prop pls",
      "add a className prop which is added to {textBase}",
      "=className prop is missing, {textBase} should stay",
      "=can {name} take a className besides its own?",
      "=should also have the className that the caller gives",
      "=i want to put an additional class on {name}",
    ],
    unseen: [
      "={name} swallows the class you hand it, it belongs behind {textBase}",
      "make {name} stylable for whoever uses it by an extra className",
    ],
    rows: [
      [
        { kind: "Card", base: "card" },
        { kind: "Badge", base: "badge" },
        { kind: "Panel", base: "panel" },
        { kind: "Tile", base: "tile p-4" },
        { kind: "Box", base: "box" },
        { kind: "Alert", base: "alert" },
        { kind: "Toolbar", base: "toolbar flex" },
        { kind: "Tag", base: "tag" },
      ],
    ],
    vars: {
      name: ["‹kind›", "‹Thing›‹kind›"],
      tag: ["div", "section", "article"],
      label: ["title", "heading", "label", "caption"],
    },
    code: [
      `
      type ‹name›Props = { ‹label›: string; children: React.ReactNode⟦→; className?: string⟧ };

      export function ‹name›({ ‹label›, children⟦→, className = ""⟧ }: ‹name›Props) {
        return (
          <‹tag› className=⟦"‹base›"→{´‹base› €{className}´}⟧>
            <h2 className="title">{‹label›}</h2>
            {children}
          </‹tag›>
        );
      }
      `,
      `
      interface ‹name›Props {
        ‹label›: string;
        ‹thing›: ‹Thing›;
        ⟦→className?: string;⟧
      }

      ƒ ‹name›({ ‹label›, ‹thing›⟦→, className = ""⟧ }: ‹name›Props) {
        ‹fill›
        return (
          <‹tag› className=⟦"‹base›"→{´‹base› €{className}´}⟧ title={‹label›}>
            <span className="name">{‹thing›.name}</span>
          </‹tag›>
        );
      ƒ}
      `,
      `
      export const ‹name› = ({ ‹label›⟦→, className = ""⟧ }: { ‹label›: string⟦→; className?: string⟧ }) => (
        <‹tag› className=⟦"‹base›"→{´‹base› €{className}´}⟧>{‹label›}</‹tag›>
      );
      `,
    ],
  }),
  sketched("other-currency", {
    seen: [
      "={wordsNew}s not {wordsOld}s",
      "=prices should be in {wordsNew}s",
      "=the prices are in {wordsNew}s, [but it|it] shows {wordsOld}s",
      "[show|format] [prices|amounts|money] in {wordsNew}s",
      "=wrong currency, it's {wordsNew}s",
      "use {newCode} [instead of|not] {oldCode}",
      "=should be {newCode}",
      "=why do I see {wordsOld}s? we charge {wordsNew}s",
      "=currency [is|should be] {newCode}, not {oldCode}",
      "=can [the amounts|the price|it] be shown in {wordsNew}s?",
      "change the currency to {newCode}",
      "=customers pay in {wordsNew}s",
      "={wordsOld}s → {wordsNew}s",
    ],
    unseen: [
      "=our shop has moved on to the {wordsNew}, but the totals still carry the old sign",
      "switch from the {wordsOld} to the {wordsNew}",
    ],
    rows: [
      [
        { old: "dollar", oldCode: "USD", new: "euro", newCode: "EUR" },
        { old: "euro", oldCode: "EUR", new: "dollar", newCode: "USD" },
        { old: "dollar", oldCode: "USD", new: "pound", newCode: "GBP" },
        { old: "pound", oldCode: "GBP", new: "euro", newCode: "EUR" },
        { old: "euro", oldCode: "EUR", new: "swiss franc", newCode: "CHF" },
        { old: "dollar", oldCode: "USD", new: "canadian dollar", newCode: "CAD" },
        { old: "dollar", oldCode: "USD", new: "rupee", newCode: "INR" },
        { old: "euro", oldCode: "EUR", new: "swedish krona", newCode: "SEK" },
      ],
    ],
    vars: {
      locale: ["de-DE", "en-US", "en-GB", "fr-FR", "nl-NL", "sv-SE"],
      format: ["currency", "money", "formatter", "prices"],
    },
    code: [
      `
      const ‹format› = new Intl.NumberFormat("‹locale›", {
        style: "currency",
        currency: "⟦‹oldCode›→‹newCode›⟧",
        «minimumFractionDigits: 2,|»
      });

      export const formatPrice = (cents: number) => ‹format›.format(cents / 100);
      `,
      `
      ƒ ‹Thing›Price({ amount }: { amount: number }) {
        return (
          <span className="price">
            {amount.toLocaleString("‹locale›", { style: "currency", currency: "⟦‹oldCode›→‹newCode›⟧" })}
          </span>
        );
      ƒ}
      `,
      `
      export const SHOP = {
        locale: "‹locale›",
        currency: "⟦‹oldCode›→‹newCode›⟧",
        pageSize: «10|20|25»,
      };
      `,
      `
      <ul className="totals">
        <li>{‹thing›.items.length} items</li>
        <li>
          <FormattedNumber value={‹thing›.total} style="currency" currency="⟦‹oldCode›→‹newCode›⟧" />
        </li>
        <li>
          <FormattedNumber value={‹thing›.weight} style="unit" unit="kilogram" />
        </li>
      </ul>
      `,
    ],
  }),
  // A date as the reader's locale has it.
  sketched("readable-date", {
    seen: [
      "=[the |]{wordsField} [is shown|shows up] as [2024-05-01T10:00:00Z|an iso string|a raw timestamp]",
      "=nobody can read the {wordsField}[, show a normal date|]",
      "[show|display|format] {field} as a [local|readable] date",
      "use toLocaleDateString for {field}",
      "=can the {wordsField} be a readable date?",
      "=the {wordsField} should look like a date[ in the user's language| for humans|]",
      "={field} is an ISO string, should be a local date",
      "=ugly {wordsField}, toLocaleDateString pls",
      "=just the date for {field} please, [as people write it|in the local format]",
      "=users don't get the T and Z in the {wordsField}",
      "format {field} with toLocaleDateString",
    ],
    unseen: [
      "=what stands there for {field} comes straight from the api, humans want a day as they write it",
      "let the browser's locale decide how {field} looks",
    ],
    vars: {
      field: [
        "createdAt",
        "updatedAt",
        "dueDate",
        "startDate",
        "publishedAt",
        "lastLogin",
        "expiresAt",
        "deliveredOn",
        "birthday",
      ],
      text: ["name", "title", "label"],
      tag: ["time", "span", "td", "p", "small"],
    },
    code: [
      `
      ƒ ‹Thing›Item({ ‹thing› }: { ‹thing›: ‹Thing› }) {
        return (
          <li>
            <strong>{‹thing›.‹text›}</strong>
            <‹tag›>{⟦‹thing›.‹field›→new Date(‹thing›.‹field›).toLocaleDateString()⟧}</‹tag›>
          </li>
        );
      ƒ}
      `,
      `
      const columns: Column<‹Thing›>[] = [
        { title: "‹text:Words›", render: (‹thing›) => ‹thing›.‹text› },
        { title: "‹field:Words›", render: (‹thing›) => ⟦‹thing›.‹field›→new Date(‹thing›.‹field›).toLocaleDateString()⟧ },
        { title: "Owner", render: (‹thing›) => ‹thing›.owner },
      ];
      `,
      `
      <dl>
        <dt>‹text:Words›</dt>
        <dd>{‹thing›.‹text›}</dd>
        <dt>‹field:Words›</dt>
        <dd>{⟦‹thing›.‹field›→new Date(‹thing›.‹field›).toLocaleDateString()⟧}</dd>
      </dl>
      `,
      `
      ƒ subtitleOf(‹thing›: ‹Thing›) {
        const parts = [‹thing›.‹text›, ⟦‹thing›.‹field›→new Date(‹thing›.‹field›).toLocaleDateString()⟧];
        return parts.join(" · ");
      ƒ}
      `,
    ],
  }),
  sketched("picture-in-its-place", {
    seen: [
      "use {textPath} when there is no {wordsField}",
      "=broken image [if|when] a {wordsThing} has no {wordsField}, [use|show] {textPath}",
      "=no {wordsField}? then {textPath}",
      "fall back to {textPath} for the {wordsField}",
      "={wordsThings} without [a |]{wordsField} show a broken picture, should be {textPath}",
      "=should show {textPath} [if|when] {field} is [missing|null]",
      "=can we show {textPath} if {field} is not set?",
      "={field} [may|can] be [null|missing], default {textPath}",
      "=[the |]{wordsField} is optional, {textPath} is the picture for [everyone else|the others]",
      "[show|put] {textPath} in place of a missing {wordsField}",
      "=placeholder {textPath} for those without {wordsField}",
    ],
    unseen: [
      "=new {wordsThings} look ugly as they don't have a {wordsField} yet; {textPath} is there for them",
      "let src be {textPath} as long as nobody has set {field}",
    ],
    rows: [
      [
        { field: "avatar", path: "/default-avatar.png" },
        { field: "photo", path: "/img/no-photo.svg" },
        { field: "cover", path: "/covers/empty.jpg" },
        { field: "logo", path: "/logo-placeholder.svg" },
        { field: "thumbnail", path: "/placeholder.png" },
        { field: "imageUrl", path: "/images/missing.png" },
        { field: "picture", path: "/static/blank.webp" },
        { field: "avatarUrl", path: "/avatars/unknown.png" },
        { field: "icon", path: "/icons/generic.svg" },
      ],
    ],
    vars: { cls: ["round", "cover", "small", "media"] },
    code: [
      `
      <div className="«row|card»">
        <img className="‹cls›" src={⟦‹thing›.‹field›→‹thing›.‹field› ?? "‹path›"⟧} alt={‹thing›.name} />
        <a href={‹thing›.url}>{‹thing›.name}</a>
      </div>
      `,
      `
      ƒ ‹Thing›Header({ ‹thing› }: { ‹thing›: ‹Thing› }) {
        ‹fill›
        return (
          <header>
            <img src="/brand.svg" alt="Home" />
            <img src={⟦‹thing›.‹field›→‹thing›.‹field› ?? "‹path›"⟧} alt="" width={48} height={48} />
            <h1>{‹thing›.title}</h1>
          </header>
        );
      ƒ}
      `,
      `
      export function to‹Thing›Option(‹thing›: ‹Thing›): Option {
        return {
          value: ‹thing›.id,
          label: ‹thing›.name,
          image: ⟦‹thing›.‹field›→‹thing›.‹field› ?? "‹path›"⟧,
        };
      }
      `,
    ],
  }),
  sketched("one-more-menu-entry", {
    seen: [
      "=where is {textLabel}? {path} isn't linked, it belongs at the end",
      "=users ask for {textLabel} ({path}) in the menu, after the rest",
      "add {textLabel} to the menu, going to {path}",
      "add a link {textLabel} to {path} [at the end|after the others|as the last one]",
      "=the [menu|navigation] should [also |]have {textLabel} ({path}) at the end",
      "=[no|there is no] way to get to {path}, add {textLabel} as the last entry",
      "=can we have {textLabel} in there too? it's {path}, last",
      "[put|append] {textLabel} [→|->|for] {path} at the end of the menu",
      "=menu entry missing: {textLabel}, {path}[, last|]",
      "=nobody finds {path}, it should be the last link, {textLabel}",
      "=a last entry {textLabel} that opens {path} pls",
      "link to {path} as well: {textLabel}, below the others",
    ],
    unseen: [
      "=the page {path} is new, make it reachable from here under the name {textLabel}, at the bottom",
      "extend the menu by {textLabel} which leads to {path}",
    ],
    rows: [
      [
        { label: "Activity", path: "/activity" },
        { label: "API keys", path: "/settings/keys" },
        { label: "Audit log", path: "/audit" },
        { label: "Billing", path: "/billing" },
        { label: "Integrations", path: "/integrations" },
        { label: "Help", path: "/help" },
        { label: "What's new", path: "/changelog" },
        { label: "Trash", path: "/trash" },
        { label: "Statistics", path: "/stats" },
        { label: "Contact", path: "/contact-us" },
      ],
    ],
    code: [
      `
      <nav className="«menu|sidebar»">
        <NavLink to="/«home|start|overview»">Home</NavLink>
        <NavLink to="/‹things:kebab›">‹thing:Words›</NavLink>
        <NavLink to="/‹others:kebab›">‹other:Words›</NavLink>
        ⟦→<NavLink to="‹path›">‹label›</NavLink>⟧
      </nav>
      `,
      `
      export const MENU: MenuEntry[] = [
        { label: "‹thing:Words›", path: "/‹things:kebab›" },
        { label: "‹other:Words›", path: "/‹others:kebab›" },
        ⟦→{ label: "‹label›", path: "‹path›" },⟧
      ];

      export const HIDDEN = ["/login", "/logout"];
      `,
      `
      ƒ Sidebar({ user }: SidebarProps) {
        return (
          <aside>
            <Avatar user={user} />
            <ul>
              <li>
                <a href="/‹things:kebab›">‹thing:Words›</a>
              </li>
              <li>
                <a href="/‹others:kebab›">‹other:Words›</a>
              </li>
              ⟦→<li>
                <a href="‹path›">‹label›</a>
              </li>⟧
            </ul>
          </aside>
        );
      ƒ}
      `,
    ],
  }),
  sketched("shown-to-them-only", {
    seen: [
      "=everybody sees {textLabel}, should [only be there|only be shown|be visible only] [if|when] {flag}",
      "only show {textLabel} [if|when] {flag}",
      "hide {textLabel} unless {flag}",
      "={textLabel} [should|must] not be [shown|visible] when {flag} is false",
      "=[why is|how is] {textLabel} there even if {flag} is false?",
      "=can {textLabel} be hidden for people who are not allowed to use it ({flag})?",
      "={textLabel} leads to a 403 if {flag} is false, hide it then",
      "show {textLabel} only to those with {flag}",
      "={textLabel} [only|just] for {flag} pls",
      "=people without {flag} shouldn't see {textLabel}",
      "render {textLabel} only if {flag} is set",
    ],
    unseen: [
      "=without {flag} the {textLabel} button is of no use and confuses people",
      "make {textLabel} depend on {flag}",
    ],
    rows: [
      [
        { label: "Delete", act: "onDelete" },
        { label: "Invite people", act: "onInvite" },
        { label: "Edit", act: "onEdit" },
        { label: "Publish", act: "publish" },
        { label: "Refund", act: "refund" },
        { label: "Export", act: "exportAll" },
        { label: "Merge", act: "merge" },
        { label: "Transfer", act: "transfer" },
        { label: "Archive", act: "archive" },
      ],
    ],
    vars: {
      flag: ["isAdmin", "canEdit", "isOwner", "canManage", "hasAccess", "isLoggedIn", "isMember", "allowed"],
    },
    code: [
      `
      <div className="actions">
        <button onClick={onShare}>Share</button>
        ⟦<button onClick={‹act›}>‹label›</button>→{‹flag› && <button onClick={‹act›}>‹label›</button>}⟧
        «<button onClick={onClose}>Close</button>|»
      </div>
      `,
      `
      ƒ ‹Thing›Toolbar({ ‹thing›, ‹flag›, ‹act› }: ToolbarProps) {
        const [open, setOpen] = useState(false);

        return (
          <Toolbar>
            {open && <‹Thing›Details ‹thing›={‹thing›} />}
            <ToolbarButton label="Details" onClick={() => setOpen(!open)} />
            ⟦<ToolbarButton label="‹label›" onClick={() => ‹act›(‹thing›.id)} />→{‹flag› && <ToolbarButton label="‹label›" onClick={() => ‹act›(‹thing›.id)} />}⟧
          </Toolbar>
        );
      ƒ}
      `,
      `
      export const ‹Thing›Menu = ({ ‹flag›, ‹act› }: MenuProps) => (
        <Menu>
          <MenuItem onClick={copyLink}>Copy link</MenuItem>
          ⟦<MenuItem onClick={‹act›}>‹label›</MenuItem>→{‹flag› && <MenuItem onClick={‹act›}>‹label›</MenuItem>}⟧
          <MenuItem onClick={print}>Print</MenuItem>
        </Menu>
      );
      `,
    ],
  }),
  sketched("width-in-percent", {
    seen: [
      "=the bar is [a few pixels|tiny], {value} is [a percentage|in percent]",
      "=the {prop} should be in percent, not [pixels|px]",
      "=50 should [mean|be] half of the {prop}, not 50 pixels",
      "use percent for the {prop}",
      "make the {prop} {value} percent",
      "=at 100 the bar is only 100px, should be full",
      "={value} is 0 to 100 and means percent",
      "=[missing|needs a] % [for|on] the {prop}",
      "=can the {prop} be in %?",
      "=why is the bar so small? {value} are percent",
      "=react turns the number into px, [we need|should be] %",
    ],
    unseen: [
      "=a finished one doesn't fill the box, as the unit behind {value} is the wrong one",
      "let the {prop} be {value} hundredths of the box",
    ],
    vars: {
      value: ["progress", "percent", "percentage", "share", "completion", "fill", "ratioInPercent"],
      prop: ["width", "width", "height"],
      size: ["8", "12", "20"],
      otherProp: ["padding", "margin", "borderRadius", "marginTop"],
    },
    code: [
      `
      ƒ ‹Thing›Bar({ ‹value›, label }: BarProps) {
        return (
          <div className="bar" style={{ ‹otherProp›: ‹size› }}>
            <div className="fill" style={{ ‹prop›: ⟦‹value›→´€{‹value›}%´⟧ }} />
            <span>{label}</span>
          </div>
        );
      ƒ}
      `,
      `
      <li key={‹thing›.id}>
        <span>{‹thing›.name}</span>
        <span className="meter" style={{ ‹otherProp›: ‹size›, ‹prop›: ⟦‹thing›.‹value›→´€{‹thing›.‹value›}%´⟧ }} />
      </li>
      `,
      `
      const barStyle = (‹value›: number): React.CSSProperties => ({
        ‹otherProp›: ‹size›,
        ‹prop›: ⟦‹value›→´€{‹value›}%´⟧,
        background: ‹value› === 100 ? "green" : "gray",
      });
      `,
    ],
  }),
  sketched("ref-has-its-type", {
    seen: [
      "[type|annotate] the ref, it's a {words} element",
      "=[ref|the ref] is {type}",
      "={ref} has no type, should be {type}",
      "=TS: Property '{method}' does not exist on type 'never' ({ref})",
      "=ts doesn't know {method} [on|of] {ref}.current, it's {type}",
      "give {ref} its type, {type}",
      "=useRef needs {type}[ here|]",
      "=[what's|what is] in {ref}? {type} [would be|is] the right type",
      "add the type {type} to {ref}",
      "=can {ref} be typed as {type}?",
      "=no completion on {ref}.current, it points to a {type}",
      "={ref} is a ref to a {type}, [tell|say so to] typescript",
    ],
    unseen: [
      "=the compiler believes {ref}.current is always null, though {type} is what it holds",
      "make useRef generic over {type} for {ref}",
    ],
    rows: [
      [
        { type: "HTMLInputElement", words: "input", el: "input", method: "select", base: "input" },
        { type: "HTMLInputElement", words: "input", el: "input", method: "focus", base: "search" },
        { type: "HTMLDivElement", words: "div", el: "div", method: "scrollIntoView", base: "box" },
        { type: "HTMLButtonElement", words: "button", el: "button", method: "focus", base: "button" },
        { type: "HTMLFormElement", words: "form", el: "form", method: "reset", base: "form" },
        { type: "HTMLDialogElement", words: "dialog", el: "dialog", method: "showModal", base: "dialog" },
        { type: "HTMLVideoElement", words: "video", el: "video", method: "play", base: "video" },
        { type: "HTMLTextAreaElement", words: "textarea", el: "textarea", method: "focus", base: "editor" },
        { type: "HTMLUListElement", words: "list", el: "ul", method: "scrollIntoView", base: "list" },
        { type: "HTMLSelectElement", words: "select", el: "select", method: "focus", base: "select" },
      ],
    ],
    vars: { ref: ["‹base›Ref", "‹base›Ref", "‹thing›Ref", "ref"] },
    code: [
      `
      const ‹ref› = useRef⟦→<‹type›>⟧(null);
      const timer = useRef<number | null>(null);

      useEffect(() => {
        ‹ref›.current?.‹method›();
      }, []);
      `,
      `
      ƒ ‹Thing›Screen({ ‹thing› }: Props) {
        const count = useRef(0);
        const ‹ref› = useRef⟦→<‹type›>⟧(null);

        const handleClick = () => {
          count.current++;
          ‹ref›.current?.‹method›();
        };

        return (
          <Screen title={‹thing›.name} onClick={handleClick}>
            <‹el› ref={‹ref›} className="‹thing:kebab›" />
          </Screen>
        );
      ƒ}
      `,
      `
      export function use‹Thing›(active: boolean) {
        const ‹ref› = useRef⟦→<‹type›>⟧(null);
        const started = useRef(false);
        ‹fill›

        useEffect(() => {
          if (active && !started.current) ‹ref›.current?.‹method›();
        }, [active]);

        return ‹ref›;
      }
      `,
    ],
  }),
  sketched("read-from-destructured-props", {
    seen: [
      "use the destructured props instead of props.x",
      "=props.{one}, props.{two}... so much props",
      "=i'd write {one} and {two} without props in front",
      "destructure the props",
      "=[why|how come] props.{one} and props.{two} [everywhere|all over]? destructure",
      "=props. everywhere is noisy, [destructure|destructure it in the parameters]",
      "destructure {one} and {two} in the [parameter|signature|parameter list]",
      "take {one} and {two} out of props in the signature",
      "[get rid of|drop] the props. [prefix|everywhere]",
      "=prefer {one} over props.{one} etc",
      "=can we have the props destructured?",
      "=react/destructuring-assignment",
      "=all our components destructure their props in the signature, this one doesn't",
      "=just {one}, not props.{one}, same for {two}",
    ],
    unseen: [
      "=the word props is in every line, one should see in the head what {name} takes",
      "let {name} name its props in the parentheses",
    ],
    rows: [
      [
        { one: "label", two: "value" },
        { one: "title", two: "text" },
        { one: "name", two: "email" },
        { one: "heading", two: "count" },
        { one: "caption", two: "url" },
        { one: "from", two: "until" },
        { one: "question", two: "answer" },
        { one: "unit", two: "amount" },
      ],
    ],
    vars: { name: ["‹Thing›Stat", "‹Thing›Info", "‹Thing›Summary", "‹Thing›Box", "‹Thing›Line"] },
    code: [
      `
      ƒ ‹name›(⟦props→{ ‹one›, ‹two› }⟧: ‹name›Props) {
        return (
          <div className="«stat|info|box»">
            <dt>{⟦props.→⟧‹one›}</dt>
            <dd>{⟦props.→⟧‹two›}</dd>
          </div>
        );
      ƒ}
      `,
      `
      ƒ ‹name›(⟦props→{ ‹one›, ‹two› }⟧: ‹name›Props) {
        const [open, setOpen] = useState(false);

        return (
          <section className="«fold|panel»">
            <h3 onClick={() => setOpen(!open)}>{⟦props.→⟧‹one›}</h3>
            {open && <p>{⟦props.→⟧‹two›}</p>}
          </section>
        );
      ƒ}
      `,
      `
      export const ‹name› = (⟦props→{ ‹one›, ‹two› }⟧: { ‹one›: string; ‹two›: string }) => {
        const line = ´€{⟦props.→⟧‹one›}: €{⟦props.→⟧‹two›}´;
        ‹fill›
        return <li title={⟦props.→⟧‹one›}>{line}</li>;
      };
      `,
    ],
  }),
];
