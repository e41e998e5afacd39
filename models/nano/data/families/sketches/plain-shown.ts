import { ACTIONS, RECORDS } from "./plain-words.ts";
import { sketched } from "./sketch.ts";

/** What people want to see on a screen, and what not. */
export const PLAIN_SHOWN = [
  // In the same kind of element as the one that it goes below.
  sketched("show-one-more-field", {
    seen: [
      "[also show|show] the {wordsTwo} [below|under] the {wordsOne}",
      "=the {wordsTwo} is missing, [put it|it goes] [below|under|right after] the {wordsOne}",
      "add the {wordsTwo} [after|below] the {wordsOne}",
      "=[can we|could we] [also |]see the {wordsTwo} too? [below|under] the {wordsOne}",
      "=i'd like to see {two} [under|below] {one}",
      "=where is the {wordsTwo}? [should be|belongs] [under|below] the {wordsOne}, same markup",
      "=users want the {wordsTwo} of [a|the] {wordsRec} [here too|on here], below the {wordsOne}",
      "=show {two} too, after {one}",
      "=we never show the {wordsTwo}[, add it under the {wordsOne}|; it should come after the {wordsOne}]",
    ],
    unseen: [
      "=there's {wordsOne} but no {wordsTwo} - next line please",
      "put the {wordsTwo} right beneath the {wordsOne}, same style",
    ],
    rows: [RECORDS],
    code: [
      `
      ƒ ‹Rec›Card({ ‹rec› }: { ‹rec›: ‹Rec› }) {
        «const { t } = useTranslation();|»
        return (
          <div className="«card|box|‹rec:kebab›-card»">
            <h3>{‹rec›.‹head›}</h3>
            <p>{‹rec›.‹one›}</p>
            ⟦→<p>{‹rec›.‹two›}</p>⟧
            «<button onClick={«open|select|remove»}>«More|Open|Details»</button>|<Footer />|»
          </div>
        );
      ƒ}
      `,
      `
      <ul className="«list|‹recs›»">
        {‹recs›.map((‹rec›) => (
          <li key={‹rec›.id}>
            <strong>{‹rec›.‹head›}</strong>
            <span>{‹rec›.‹one›}</span>
            ⟦→<span>{‹rec›.‹two›}</span>⟧
            «<Badge value={‹rec›.«state|kind»} />|»
          </li>
        ))}
      </ul>
      `,
      `
      export default function ‹Rec›Page({ ‹rec› }: Props) {
        ‹fill›
        return (
          <main>
            <h1>{‹rec›.‹head›}</h1>
            <dl>
              «<dt>No.</dt>|<dt>ID</dt>»
              <dd>{‹rec›.id}</dd>
              <dt>‹one:Words›</dt>
              <dd>{‹rec›.‹one›}</dd>
              ⟦→<dt>‹two:Words›</dt>
              <dd>{‹rec›.‹two›}</dd>⟧
            </dl>
          </main>
        );
      }
      `,
    ],
  }),
  sketched("not-shown-when-flag", {
    seen: [
      "hide the {wordsAct} button [when|if] {flag}[ is true|]",
      "[don't show|don't render] the {wordsAct} button [when|if|while] {flag}",
      "=the {wordsAct} button [should not|shouldn't|must not] be there [when|if] {flag}",
      "=if {flag}, no {wordsAct} button[ please|]",
      "=why do we [still |]show the {textSay} button when {flag} is [set|true]?",
      "=the {textSay} button makes no sense [when|if] {flag}, hide it",
      "=can the {textSay} button [go away|disappear] when {flag} is true",
      "=no {textSay} button when {flag}",
      "=testers can still [click|see] {textSay} even though {flag} is true; hide it then",
    ],
    unseen: [
      "=as long as {flag} there should be no way to {wordsAct}, take the button out then",
      "=with {flag} the {textSay} button is in the way",
    ],
    rows: [ACTIONS],
    vars: {
      flag: [
        "readOnly",
        "isArchived",
        "isLocked",
        "disabled",
        "isGuest",
        "isClosed",
        "archived",
        "isPreview",
        "compact",
        "offline",
      ],
      o: ["onClose", "onCancel", "onOpen", "onSelect"],
    },
    code: [
      `
      ƒ Toolbar({ ‹flag›, on‹Act›, ‹o› }: ToolbarProps) {
        return (
          <div «className="toolbar"|role="toolbar"»>
            <button onClick={‹o›}>«Close|Back|Open»</button>
            ⟦<button onClick={on‹Act›}>‹say›</button>→{!‹flag› && <button onClick={on‹Act›}>‹say›</button>}⟧
            «<Clock />|<HelpLink />|»
          </div>
        );
      ƒ}
      `,
      `
      export const ‹Thing›Actions = ({ ‹thing›, ‹flag› }: Props) => {
        const { ‹act›‹Thing›, open‹Thing› } = use‹Thing›Actions(«‹thing›.id|‹thing›»);
        ‹fill›
        return (
          <>
            ⟦<Button onClick={‹act›‹Thing›}>‹say›</Button>→{!‹flag› && <Button onClick={‹act›‹Thing›}>‹say›</Button>}⟧
            <Button onClick={open‹Thing›}>Open</Button>
          </>
        );
      };
      `,
      `
      <footer className="«bar|actions|footer»">
        <span>{«message|status|hint»}</span>
        ⟦<button type="button" onClick={handle‹Act›}>
          <‹icon› /> ‹say›
        </button>→{!‹flag› && (
          <button type="button" onClick={handle‹Act›}>
            <‹icon› /> ‹say›
          </button>
        )}⟧
        <button type="button" onClick={‹o›}>
          «Close|Done|Back»
        </button>
      </footer>
      `,
    ],
  }),
  sketched("shown-only-for-flag", {
    seen: [
      "only show the {wordsPart} [if|when] {flag}",
      "[show|render] the {wordsPart} only [when|if] {flag}[ is true|]",
      "=the {wordsPart} should only [be there|show|appear] [when|if] {flag}",
      "=everybody [sees|gets] the {wordsPart}, [should be|make it] only when {flag}",
      "=why is the {wordsPart} always [there|visible]? only if {flag}",
      "=can we hide the {wordsPart} unless {flag}[?|]",
      "={part} only for {flag}",
      "=no {wordsPart} unless {flag}",
      "=I see the {wordsPart} even though {flag} is false",
    ],
    unseen: [
      "=the {wordsPart} is none of their business unless {flag} is set",
      "put the {wordsPart} behind {flag}",
    ],
    vars: {
      flag: [
        "isAdmin",
        "isOwner",
        "canEdit",
        "showDetails",
        "isLoggedIn",
        "hasAccess",
        "isOpen",
        "expanded",
        "isPremium",
        "debug",
      ],
      part: [
        "AuditLog",
        "EditPanel",
        "BillingInfo",
        "CommentBox",
        "ShareMenu",
        "PriceTable",
        "NoteList",
        "InviteForm",
        "ActivityFeed",
        "SettingsLink",
      ],
      b: ["Header", "TopBar", "Summary", "Overview"],
      c: ["Footer", "Sidebar", "HelpText", "Legend"],
    },
    code: [
      `
      ƒ ‹Thing›Page({ ‹thing›, ‹flag› }: ‹Thing›PageProps) {
        ‹fill›
        return (
          <main>
            <‹b› ‹thing›={‹thing›} />
            ⟦<‹part› ‹thing›={‹thing›} />→{‹flag› && <‹part› ‹thing›={‹thing›} />}⟧
            <‹c› />
          </main>
        );
      ƒ}
      `,
      `
      export default function ‹Thing›View() {
        const { ‹flag›, user } = use«Session|Auth|Viewer»();
        const ‹thing› = use‹Thing›(«user.id|»);

        return (
          <Layout>
            <‹b› title={‹thing›.«name|title»} />
            <‹c› />
            ⟦<‹part› id={‹thing›.id} user={user} />→{‹flag› && <‹part› id={‹thing›.id} user={user} />}⟧
          </Layout>
        );
      }
      `,
      `
      <section «className="panel"|id="‹thing:kebab›"»>
        ⟦<‹part› items={items} onChange={setItems} />→{‹flag› && <‹part› items={items} onChange={setItems} />}⟧
        <‹c› />
        {«busy|pending» && <Spinner />}
        <‹b› />
      </section>
      `,
    ],
  }),
  sketched("date-behind-the-name", {
    seen: [
      "[put|show|add] the {day} date in [brackets|parentheses] after the {wordsHead}",
      "=the {wordsHead} should be followed by {day} in [brackets|parentheses]",
      "=can we have ({day}) behind the {wordsHead}?",
      "[show|write] {day} in parentheses behind the {wordsHead}",
      "=i want to see {day} after the {wordsHead}, in [brackets|parentheses]",
      "=there are several with the same {wordsHead}; [add|show] {day} in brackets behind it",
      "=people can't tell them apart, put {day} in [brackets|parentheses] behind the {wordsHead}",
      "=nobody knows from when [it|the {wordsRec}] is. {day} in brackets after the {wordsHead} pls",
      "=needs {day} in brackets after {head}",
    ],
    unseen: [
      "=which {wordsRec} is the newest? i'd show its {day} right behind the {wordsHead}, in parens",
      "append ({day}) to the displayed {wordsHead}",
    ],
    rows: [RECORDS],
    code: [
      `
      <ul>
        {‹recs›.map((‹rec›) => (
          <li key={‹rec›.id} onClick={() => «open|onSelect|select»(‹rec›.id)}>
            <b>{‹rec›.‹head›}⟦→ ({‹rec›.‹day›})⟧</b>
            <small>{‹rec›.‹one›}</small>
          </li>
        ))}
      </ul>
      `,
      `
      ƒ ‹Rec›Header({ ‹rec› }: Props) {
        ‹fill›
        return (
          <header>
            «<small>{‹rec›.‹two›}</small>|<Avatar src={‹rec›.image} />|»
            <h2>{‹rec›.‹head›}⟦→ ({‹rec›.‹day›})⟧</h2>
            <p>{‹rec›.‹one›}</p>
          </header>
        );
      ƒ}
      `,
      `
      <select value={«selected|current|value»} onChange={«onChange|handleChange»}>
        <option value="">«Choose|Select» a ‹rec:words›</option>
        {‹recs›.map((‹rec›) => (
          <option key={‹rec›.id} value={‹rec›.id}>
            {‹rec›.‹head›}⟦→ ({‹rec›.‹day›})⟧
          </option>
        ))}
      </select>
      `,
    ],
  }),
  sketched("label-before-the-value", {
    seen: [
      "[put|write|add] {textLabel} [in front of|before] the {wordsOne}",
      "=nobody knows what the {wordsOne} is, [write|put] {textLabel} before it",
      "=the {wordsOne} needs {textLabel} in front[ of it|]",
      "=[can|could] it say {textLabel} before the {wordsOne}?",
      "=it should read {textLabel} and then the {wordsOne}",
      "prefix the {wordsOne} with {textLabel}",
      "=just the bare {wordsOne} looks odd, {textLabel} before it please",
      "[label|introduce] the {wordsOne} with {textLabel}[ in front|]",
      "[start|begin] the {wordsOne} with {textLabel}",
    ],
    unseen: [
      "=you can't tell which one is the {wordsOne}; a {textLabel} in front would help",
      "=I'd start that line with {textLabel}, the one with the {wordsOne}",
    ],
    rows: [RECORDS],
    vars: { label: ["‹one:Words›:", "‹one:Words› –", "The ‹one:words›:"] },
    code: [
      `
      ƒ ‹Rec›Info({ ‹rec› }: { ‹rec›: ‹Rec› }) {
        return (
          <div className="info">
            <h4>{‹rec›.‹head›}</h4>
            «<p>{‹rec›.‹two›}</p>|»
            <p>⟦→‹label› ⟧{‹rec›.‹one›}</p>
            <p>{‹rec›.‹day›}</p>
          </div>
        );
      ƒ}
      `,
      `
      <article key={‹rec›.id}>
        <span className="name">{‹rec›.‹head›}</span>
        <span className="‹one:kebab›">⟦→‹label› ⟧{‹rec›.‹one›}</span>
        «<span className="‹two:kebab›">{‹rec›.‹two›}</span>|<Tag kind={‹rec›.kind} />|»
      </article>
      `,
      `
      export const ‹Rec›Row = ({ ‹head›, ‹one›, ‹two› }: ‹Rec›RowProps) => (
        <li className="row">
          {‹head›}
          <em>⟦→‹label› ⟧{‹one›}</em>
          <em>{‹two›}</em>
        </li>
      );
      `,
    ],
  }),
  // `||`, as the text that comes from a form or a database may be empty too.
  sketched("text-when-there-is-none", {
    seen: [
      "[show|say] {textNone} [when|if] the {wordsOne} is [empty|an empty text]",
      "=if the {wordsOne} is empty [show|it should say] {textNone}",
      "=[an empty|a blank] {wordsOne} should [read|say|show as] {textNone}",
      "=there's just a blank when [the {wordsRec}|a {wordsRec}] has an empty {wordsOne}, [show|put] {textNone} [there|instead]",
      "=can we write {textNone} if [the {wordsOne}|{one}] is [empty|blank]?",
      "fall back to {textNone} when {one} is [empty|blank]",
      "=empty {wordsOne}? then {textNone}",
      "=blank line for a {wordsRec} with an empty {wordsOne}. {textNone} would be better",
    ],
    unseen: [
      "=some left the {wordsOne} empty and it looks broken, {textNone} would do",
      "=I'd rather read {textNone} than an empty text where the {wordsOne} goes",
    ],
    rows: [RECORDS],
    vars: {
      none: [
        "No ‹one:words›",
        "no ‹one:words› yet",
        "Unknown ‹one:words›",
        "n/a",
        "Not given",
        "(none)",
        "–",
        "‹one:Words› missing",
      ],
    },
    code: [
      `
      ƒ ‹Rec›Card({ ‹rec› }: Props) {
        return (
          <div className="card">
            <h3>{‹rec›.‹head›}</h3>
            <p>{⟦‹rec›.‹one›→‹rec›.‹one› || "‹none›"⟧}</p>
            «<p>{‹rec›.‹two›}</p>|<time>{‹rec›.‹day›}</time>»
          </div>
        );
      ƒ}
      `,
      `
      <tr key={‹rec›.id}>
        <td>{‹rec›.‹head›}</td>
        «<td>{‹rec›.‹two›}</td>|»
        <td>{⟦‹rec›.‹one›→‹rec›.‹one› || "‹none›"⟧}</td>
        <td>{«formatDate|format|toText»(‹rec›.‹day›)}</td>
      </tr>
      `,
      `
      export function ‹Rec›Line({ ‹head›, ‹one›, ‹two› }: ‹Rec›) {
        ‹fill›
        return (
          <li>
            <b>{‹head›}</b>
            <span>{⟦‹one›→‹one› || "‹none›"⟧}</span>
            <span>{‹two›}</span>
          </li>
        );
      }
      `,
    ],
  }),
  sketched("s-for-more-than-one", {
    seen: [
      "=it says 1 {recs}",
      '=[1 {recs}|"1 {recs}"] [is wrong|looks silly|reads wrong], should be 1 {rec}',
      "[use|write] {textRec} [when|if] there is [only one|just one]",
      "=[singular|it should be singular] [when|if] there's only one {rec}",
      "=with one {rec} it should say {rec}, not {recs}",
      "=can it be {rec} instead of {recs} when the count is 1?",
      "=the plural is wrong for [a single|one] {rec}",
      "handle the singular[: 1 {rec}|]",
      "=if there's exactly 1 it [still |]reads {recs}",
    ],
    unseen: ["=grammar: one {recs}?", "=a lone {rec} gets the plural"],
    rows: [RECORDS],
    vars: { n: ["count", "total", "‹recs›.length"], w: ["selected", "found", "in total", "left", "open"] },
    code: [
      `
      ƒ ‹Rec›Count({ ‹recs›, count, total }: Props) {
        ‹fill›
        return (
          <p className="count">
            {‹n›} ⟦‹recs›→{‹n› === 1 ? "‹rec›" : "‹recs›"}⟧ ‹w›
          </p>
        );
      ƒ}
      `,
      `
      <header>
        <h2>{title}</h2>
        <small>
          {‹n›} ⟦‹recs›→{‹n› === 1 ? "‹rec›" : "‹recs›"}⟧
        </small>
        «<button onClick={clear}>Clear all</button>|<Spinner show={loading} />»
      </header>
      `,
      `
      export function Toolbar({ ‹recs›, count, total, onClear }: ToolbarProps) {
        const label = ´€{‹n›} ⟦‹recs›→€{‹n› === 1 ? "‹rec›" : "‹recs›"}⟧ ‹w›´;
        return (
          <div>
            <span>{label}</span>
            <button onClick={onClear}>«Clear|Reset|Clear all»</button>
          </div>
        );
      }
      `,
    ],
  }),
];
