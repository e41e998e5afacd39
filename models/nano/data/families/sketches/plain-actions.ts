import { ACTIONS, RECORDS } from "./plain-words.ts";
import { sketched } from "./sketch.ts";

/** What people want of buttons, links and what is handed from one component to another. */
export const PLAIN_ACTIONS = [
  sketched("called-with-its-id", {
    seen: [
      "[pass|give] the {wordsRec} id to {cb}",
      "[call|invoke] {cb} with the id of the {wordsRec}",
      "=the parent [doesn't know|can't tell] which {wordsRec} was clicked, {cb} should get the id",
      "=which {wordsRec}? {cb} needs the id",
      "=can {cb} get the id[ of the {wordsRec}|]?",
      "=i need the id in {cb}",
      "=all i get in {cb} is the click event, [the id please|i want the id]",
      "=why does {cb} get an event and not the {wordsRec}'s id",
      "hand the id of the {wordsRec} to {cb}[ on click|]",
      "=[id|the id] of the {wordsRec} [to|into] {cb}, not the event",
      "=[the receiver|the caller] of {cb} [wants|needs] to know the id",
    ],
    unseen: [
      "=from outside you can't see whose button it was; let {cb} tell, by id",
      "=on a click {cb} has to say the id",
    ],
    rows: [RECORDS],
    vars: {
      cb: [
        "onSelect",
        "onOpen",
        "onRemove",
        "onPick",
        "onToggle",
        "onClick",
        "onEdit",
        "onChoose",
        "onShare",
      ],
    },
    code: [
      `
      ƒ ‹Rec›Row({ ‹rec›, ‹cb›, onHover }: ‹Rec›RowProps) {
        return (
          <li onMouseEnter={onHover}>
            <span>{‹rec›.‹head›}</span>
            <button onClick={⟦‹cb›→() => ‹cb›(‹rec›.id)⟧}>«Open|Choose|…|OK»</button>
          </li>
        );
      ƒ}
      `,
      `
      <ul>
        {‹recs›.map((‹rec›) => (
          <li key={‹rec›.id}>
            <a href="#" onClick={⟦‹cb›→() => ‹cb›(‹rec›.id)⟧}>
              {‹rec›.‹head›}
            </a>
            <Details text={‹rec›.‹one›} onClose={onClose} />
          </li>
        ))}
      </ul>
      `,
      `
      export const ‹Rec›Card = ({ ‹rec›, ‹cb›, onClose }: Props) => (
        <Card>
          <h3>{‹rec›.‹head›}</h3>
          <p>{‹rec›.‹two›}</p>
          <Button onClick={⟦‹cb›→() => ‹cb›(‹rec›.id)⟧}>«More|Do it|Go»</Button>
          <Button onClick={onClose}>Close</Button>
        </Card>
      );
      `,
    ],
  }),
  sketched("link-in-a-new-tab", {
    seen: [
      "open the {textL} link in a new tab[, with noreferrer|]",
      "=the {textL} link should open in a new tab",
      "=can {textL} open [in a new tab|in another tab]?",
      "=clicking {textL} leaves our app, [new tab please|open a new tab]",
      "=people lose what they typed when they click {textL}[, it should be a new tab|; new tab]",
      "=[new tab|a new tab] for {textL}",
      "=target _blank on {textL}",
      "=i don't want to leave the page when i click on {textL}",
      "let {textL} open a new tab",
      "=[a new tab|another tab] [would be|is] better for {textL}",
      "=[could we|can you] [make|have] {textL} a new-tab link?",
    ],
    unseen: [
      "=you're thrown out of the app by {textL}, keep it open beside it",
      "=the page behind {textL} replaces ours, it belongs in its own tab",
    ],
    rows: [
      [
        { l: "Docs", u: "docsUrl", l2: "Settings", u2: "/settings" },
        { l: "Terms", u: "termsUrl", l2: "Start", u2: "/start" },
        { l: "Help", u: "helpUrl", l2: "Home", u2: "/" },
        { l: "Website", u: "siteUrl", l2: "Profile", u2: "/profile" },
        { l: "Privacy policy", u: "privacyUrl", l2: "Sign in", u2: "/login" },
        { l: "Source code", u: "repoUrl", l2: "Overview", u2: "/overview" },
        { l: "Invoice (PDF)", u: "pdfUrl", l2: "Back", u2: "/billing" },
        { l: "Map", u: "mapUrl", l2: "Contact", u2: "/contact" },
        { l: "Forum", u: "forumUrl", l2: "News", u2: "/news" },
      ],
    ],
    code: [
      `
      ƒ Footer({ ‹u›, version }: FooterProps) {
        return (
          <footer>
            <a href="‹u2›">‹l2›</a>
            <a href={‹u›}⟦→ target="_blank" rel="noreferrer"⟧>‹l›</a>
            <small>{version}</small>
          </footer>
        );
      ƒ}
      `,
      `
      <nav className="«menu|links|side»">
        <a href={‹u›}⟦→ target="_blank" rel="noreferrer"⟧>
          ‹l›
        </a>
        <a href="‹u2›">
          ‹l2›
        </a>
        «<ThemeSwitch />|<Avatar user={user} />|»
      </nav>
      `,
      `
      export default function ‹Thing›Info({ ‹thing›, ‹u› }: Props) {
        ‹fill›
        return (
          <section>
            <h2>{‹thing›.title}</h2>
            <p>
              See <a className="link" href={‹u›}⟦→ target="_blank" rel="noreferrer"⟧>‹l›</a> or{" "}
              <a className="link" href="‹u2›">‹l2›</a>.
            </p>
          </section>
        );
      }
      `,
    ],
  }),
  sketched("one-more-prop-to-child", {
    seen: [
      "[pass|hand] {p} [on |]to {child}[ too|]",
      "=the {wordsChild} needs {p} too",
      "=the {wordsChild} doesn't [get|know] {p}",
      "=can {child} get {p} as well?",
      "=we have {p} here but the {wordsChild} doesn't, pass it on",
      "=in the {wordsChild} {p} is [always |]undefined",
      "=why is {p} not passed [down |]to {child}",
      "=forgot to pass {p} to {child}",
      "give {child} the {p} as well",
      "=[missing prop|there's a prop missing]: {p} [on|for] {child}",
      "=[also|and] {p} [for|to] {child}",
    ],
    unseen: [
      "=down in the {wordsChild} there is no {p}",
      "=i changed {child} to take {p}, it has to come from here",
    ],
    vars: {
      p: [
        "locale",
        "currency",
        "theme",
        "user",
        "timezone",
        "filter",
        "readOnly",
        "onError",
        "compact",
        "pageSize",
      ],
      child: [
        "PriceList",
        "Timeline",
        "CommentBox",
        "DataGrid",
        "Chart",
        "ProfileCard",
        "ResultList",
        "Editor",
      ],
      b: ["Header", "Toolbar", "Intro", "Summary"],
    },
    code: [
      `
      ƒ ‹Thing›Page({ ‹thing›, ‹p› }: ‹Thing›PageProps) {
        ‹fill›
        return (
          <main>
            <‹b› title={‹thing›.title} />
            <‹child› ‹thing›={‹thing›}⟦→ ‹p›={‹p›}⟧ />
            <Footer />
          </main>
        );
      ƒ}
      `,
      `
      export default function ‹Thing›Screen({ id, ‹p› }: Props) {
        const { ‹things›, reload } = use‹Thing›List(id);
        return (
          <>
            <‹b› onReload={reload} />
            {‹things›.length > 0 && <‹child› items={‹things›}⟦→ ‹p›={‹p›}⟧ />}
          </>
        );
      }
      `,
      `
      const ‹Thing›Tab = ({ ‹thing›, ‹p›, onClose }: TabProps) => (
        <Tab title={‹thing›.name} onClose={onClose}>
          <‹b› ‹p›={‹p›} />
          <‹child›
            key={‹thing›.id}
            ‹thing›={‹thing›}
            ⟦→‹p›={‹p›}⟧
          />
        </Tab>
      );
      `,
    ],
  }),
  sketched("prop-has-another-name", {
    seen: [
      "rename the prop {old} to {neu}",
      "=the prop {old} should be called {neu}",
      "call the prop {neu} instead of {old}",
      "=can we call it {neu} instead of {old}?",
      "={neu} is a better name [than|for] {old}",
      "={old} to {neu}[ please|]",
      "=all our other components [call|name] it {neu}, not {old}",
      "=the name {old} is misleading, [should be|make it] {neu}",
      "[use|take] the name {neu} [for the prop |]instead of {old}",
      "=[please|can you] [name|call] that prop {neu}, [{old} is not our style|not {old}]",
    ],
    unseen: [
      "=review: {old}? everybody else says {neu}",
      "=I keep typing {neu} because that's its name everywhere but here, where it's {old}",
    ],
    rows: [
      [
        { old: "callback", neu: "onDone" },
        { old: "handleClose", neu: "onClose" },
        { old: "saveFn", neu: "onSave" },
        { old: "select", neu: "onSelect" },
        { old: "clicked", neu: "onPress" },
        { old: "cb", neu: "onChange" },
        { old: "submitHandler", neu: "onSubmit" },
        { old: "remove", neu: "onRemove" },
        { old: "finish", neu: "onFinish" },
        { old: "openIt", neu: "onOpen" },
      ],
    ],
    code: [
      `
      interface ‹Thing›CardProps {
        ‹thing›: ‹Thing›;
        ⟦‹old›→‹neu›⟧: () => void;
      }

      ƒ ‹Thing›Card({ ‹thing›, ⟦‹old›→‹neu›⟧ }: ‹Thing›CardProps) {
        return (
          <div>
            <h3>{‹thing›.name}</h3>
            <button onClick={⟦‹old›→‹neu›⟧}>OK</button>
          </div>
        );
      ƒ}
      `,
      `
      type Props = { title: string; ⟦‹old›→‹neu›⟧: (id: string) => void };

      export const ‹Thing›Item = ({ title, ⟦‹old›→‹neu›⟧ }: Props) => {
        const id = useId();
        return (
          <li>
            {title}
            <button onClick={() => ⟦‹old›→‹neu›⟧(id)}>«Go|Pick|×»</button>
          </li>
        );
      };
      `,
      `
      export function ‹Thing›Bar({ label, ⟦‹old›→‹neu›⟧, disabled }: { label: string; ⟦‹old›→‹neu›⟧: () => void; disabled: boolean }) {
        return (
          <Button disabled={disabled} onClick={⟦‹old›→‹neu›⟧}>
            {label}
          </Button>
        );
      }
      `,
    ],
  }),
  sketched("field-empty-after-adding", {
    seen: [
      "[clear|empty] the {wordsFld} [field|input] after [adding|submitting]",
      "=the {wordsFld} [stays|is still] in the [field|input] after [i add it|adding]",
      "=after adding, the {wordsFld} [field|input] should be empty[ again|]",
      "=can the {wordsFld} [field|input] be [cleared|emptied] afterwards?",
      "=i have to delete the old {wordsFld} before i can type the next one",
      "reset {fld} to an empty text [at the end|afterwards]",
      "=adding several {wordsFld}s in a row is tedious, the field keeps the last one",
      "={fld} isn't reset after submit",
      "=[once added|after that], [empty the {wordsFld}|the {wordsFld} should be empty][ please| again]",
    ],
    unseen: [
      "=the last {wordsFld} is always left standing in the box",
      "=once it's added i want a fresh {wordsFld} box",
    ],
    vars: {
      fld: ["title", "text", "label", "tag", "comment", "note", "email", "message", "keyword", "guest"],
      set: ["set‹Fld›"],
    },
    code: [
      `
      ƒ Add‹Thing›({ onAdd }: { onAdd: (‹fld›: string) => void }) {
        const [‹fld›, ‹set›] = useState("");
        const handleSubmit = (e: FormEvent) => {
          e.preventDefault();
          onAdd(‹fld›);
          ⟦→‹set›("");⟧
        };
        return (
          <form onSubmit={handleSubmit}>
            <input value={‹fld›} onChange={(e) => ‹set›(e.target.value)} />
            <button>Add</button>
          </form>
        );
      ƒ}
      `,
      `
      export function ‹Thing›Box({ ‹things›, add‹Thing› }: Props) {
        const [open, setOpen] = useState(true);
        const [‹fld›, ‹set›] = useState("");
        const submit = async () => {
          await add‹Thing›({ ‹fld› });
          ⟦→‹set›("");⟧
        };
        return (
          <Panel open={open} onToggle={setOpen}>
            <Input value={‹fld›} onChange={‹set›} />
            <Button onClick={submit}>Add ({‹things›.length})</Button>
          </Panel>
        );
      }
      `,
      `
      export default function ‹Thing›Tags() {
        const [‹fld›, ‹set›] = useState("");
        const [items, setItems] = useState<string[]>([]);

        const add = () => {
          setItems([...items, ‹fld›]);
          ⟦→‹set›("");⟧
        };

        return (
          <div>
            <input value={‹fld›} onChange={(e) => ‹set›(e.target.value)} />
            <button onClick={add}>Add</button>
          </div>
        );
      }
      `,
    ],
  }),
  sketched("enter-does-the-same", {
    seen: [
      "=[enter|return|the enter key] should [{wordsDo}|do the same as the button] too, [when typing in|in] the {wordsFld} [field|input]",
      "[call|run] {fn} on Enter in the {wordsFld} [field|input][ too|]",
      "=hitting enter in the {wordsFld} [field|box] does nothing, [should call|call] {fn}",
      "=can Enter [trigger|call] {fn} in {wordsFld}?",
      "=Enter in {wordsFld} = {fn}",
      "=i always have to reach for the mouse, Enter in {wordsFld} should call {fn}",
      "=why doesn't Enter in the {wordsFld} [field|box] call {fn}",
      "=[also|and] {fn} [on Enter|when Enter is pressed] [in|inside] {wordsFld}",
    ],
    unseen: [
      "=keyboard people want to {wordsDo} with Enter while in {wordsFld}",
      "=pressing return after typing the {wordsFld} should be as good as the button",
    ],
    rows: [
      [
        { fn: "addTag", do: "add", fld: "tag" },
        { fn: "search", do: "search", fld: "query" },
        { fn: "sendMessage", do: "send", fld: "message" },
        { fn: "join", do: "join", fld: "code" },
        { fn: "saveTitle", do: "save", fld: "title" },
        { fn: "login", do: "log in", fld: "password" },
        { fn: "invite", do: "invite", fld: "email" },
        { fn: "addGuest", do: "add", fld: "guest" },
        { fn: "lookUp", do: "look it up", fld: "word" },
        { fn: "applyFilter", do: "filter", fld: "keyword" },
      ],
    ],
    code: [
      `
      ƒ ‹Thing›Bar({ ‹fld›, set‹Fld›, ‹fn› }: Props) {
        ‹fill›
        return (
          <div className="bar">
            <input
              value={‹fld›}
              onChange={(e) => set‹Fld›(e.target.value)}
              ⟦→onKeyDown={(e) => e.key === "Enter" && ‹fn›()}⟧
            />
            <button onClick={‹fn›}>«OK|Go|Done»</button>
            <button onClick={reset}>Reset</button>
          </div>
        );
      ƒ}
      `,
      `
      <Toolbar>
        <Select options={options} value={option} onChange={setOption} />
        <Input
          placeholder="‹fld:Words›"
          value={‹fld›}
          onChange={(e) => set‹Fld›(e.target.value)}
          ⟦→onKeyDown={(e) => e.key === "Enter" && ‹fn›()}⟧
        />
        <IconButton icon="check" onClick={‹fn›} />
      </Toolbar>
      `,
      `
      export default function ‹Thing›Panel() {
        const [‹fld›, set‹Fld›] = useState("");
        const { ‹fn› } = use‹Thing›(‹fld›);
        return (
          <section>
            <input
              className="«wide|box»"
              value={‹fld›}
              onChange={(e) => set‹Fld›(e.target.value)}
              ⟦→onKeyDown={(e) => e.key === "Enter" && ‹fn›()}⟧
            />
            <button onClick={() => ‹fn›()}>«Go|OK»</button>
          </section>
        );
      }
      `,
    ],
  }),
  sketched("tooltip-on-the-button", {
    seen: [
      "[add|put] the tooltip {textTip} [to|on] the button with the {icon}",
      "=the {wordsAct} button [needs|should have] {textTip} as its [title|tooltip]",
      "=nobody knows what the {icon} does, [tooltip|title] {textTip}",
      "=can we have a tooltip {textTip} on the {wordsAct} button? just [title|the title attribute]",
      "=title {textTip} for the {wordsAct} button",
      "=when you hover over the {icon} it should [say|show] {textTip}",
      "[give|set] the {wordsAct} button the title {textTip}",
      "=[hover text|hovering text] for [the |]{icon}: {textTip}",
      "=[no tooltip|there's no tooltip] on {wordsAct}, {textTip}",
    ],
    unseen: [
      "=people ask what that {icon} is for, let it tell on hover: {textTip}",
      "=a bare {icon} is a riddle, title {textTip} would help",
    ],
    rows: [ACTIONS],
    vars: {
      tip: ["‹say›", "‹say› this ‹thing:words›", "‹say› (Ctrl+E)", "‹say› now", "‹say› the ‹thing:words›"],
    },
    code: [
      `
      ƒ ‹Thing›Tools({ ‹thing›, on‹Act›, onInfo }: Props) {
        return (
          <div>
            <button title="Info" onClick={onInfo}>
              <InfoIcon />
            </button>
            <button onClick={() => on‹Act›(‹thing›.id)}⟦→ title="‹tip›"⟧>
              <‹icon› />
            </button>
          </div>
        );
      ƒ}
      `,
      `
      <td className="actions">
        <IconButton onClick={handle‹Act›}⟦→ title="‹tip›"⟧>
          <‹icon› />
        </IconButton>
        <IconButton onClick={() => open(‹thing›)}>
          <EyeIcon />
        </IconButton>
      </td>
      `,
      `
      export const ‹Act›Button = ({ ‹thing›, on‹Act› }: Props) => {
        ‹fill›
        return (
          <span className="‹thing:kebab›">
            {‹thing›.name}
            <button type="button" onClick={on‹Act›}⟦→ title="‹tip›"⟧>
              <‹icon› />
            </button>
          </span>
        );
      };
      `,
    ],
  }),
  sketched("text-in-bold", {
    seen: [
      "[make|show] the {wordsOne} [bold|in bold], with strong",
      "=the {wordsOne} should be [bold|in bold type] (strong)",
      "=can the {wordsOne} be in a strong?",
      "=bold {wordsOne} (strong)[ please|]",
      "=the {wordsOne} should stand out more, [put it in|use] strong",
      "=people overlook the {wordsOne}, strong [around it|would help]",
      "[put|wrap] the {wordsOne} [in|into] a strong",
      "=strong around the {wordsOne}",
      "=[the {wordsOne} is easy to miss|i can hardly see the {wordsOne}], [use a strong|strong please]",
    ],
    unseen: [
      "=what matters here is the {wordsOne}, make it bold with strong",
      "=I don't spot the {wordsOne}, a strong around it and I would",
    ],
    rows: [RECORDS],
    code: [
      `
      ƒ ‹Rec›Line({ ‹rec› }: { ‹rec›: ‹Rec› }) {
        ‹fill›
        return (
          <p>
            {‹rec›.‹head›}, ⟦{‹rec›.‹one›}→<strong>{‹rec›.‹one›}</strong>⟧, {‹rec›.‹two›}
          </p>
        );
      ƒ}
      `,
      `
      <li key={‹rec›.id} className="item">
        <span>{‹rec›.‹head›}</span>
        <span>⟦{‹rec›.‹one›}→<strong>{‹rec›.‹one›}</strong>⟧</span>
        <span>{‹rec›.‹two›}</span>
      </li>
      `,
      `
      <tbody>
        {‹recs›.map((‹rec›) => (
          <tr key={‹rec›.id}>
            <td>{‹rec›.‹head›}</td>
            <td>{‹rec›.‹two›}</td>
            <td>⟦{‹rec›.‹one›}→<strong>{‹rec›.‹one›}</strong>⟧</td>
          </tr>
        ))}
      </tbody>
      `,
    ],
  }),
  sketched("text-in-capitals", {
    seen: [
      "[show|write] the {wordsOne} in [uppercase|capitals|upper case]",
      "=the {wordsOne} should be [uppercase|in capitals|all caps]",
      "=can the {wordsOne} be in [capital letters|upper case]?",
      "=all caps for the {wordsOne}[, toUpperCase|]",
      "uppercase the {wordsOne}",
      "=i want the {wordsOne} in big letters only (toUpperCase)",
      "=the {wordsOne} comes in any case, [show it|display it] in capitals",
      "=[only capitals|capitals] [for|in] the {wordsOne} [please|here]",
    ],
    unseen: [
      "=design has the {wordsOne} in capitals throughout",
      "=no small letters in the {wordsOne} on screen",
    ],
    rows: [RECORDS],
    code: [
      `
      ƒ ‹Rec›Badge({ ‹rec› }: Props) {
        ‹fill›
        return (
          <div>
            <b>{‹rec›.‹head›}</b>
            <i>{‹rec›.‹one›⟦→.toUpperCase()⟧}</i>
            <i>{‹rec›.‹two›}</i>
          </div>
        );
      ƒ}
      `,
      `
      <Card title={‹rec›.‹head›} «wide |»onClose={onClose}>
        <Tag>{‹rec›.‹two›}</Tag>
        <Tag>{‹rec›.‹one›⟦→.toUpperCase()⟧}</Tag>
      </Card>
      `,
      `
      export const ‹Rec›Row = ({ ‹head›, ‹one›, ‹two› }: ‹Rec›) => (
        <tr>
          <td>{‹head›}</td>
          <td>{‹one›⟦→.toUpperCase()⟧}</td>
          <td>{‹two›}</td>
        </tr>
      );
      `,
    ],
  }),
];
