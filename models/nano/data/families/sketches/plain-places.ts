import { ACTIONS, RECORDS } from "./plain-words.ts";
import { sketched } from "./sketch.ts";

const PARTS = {
  part: [
    "SearchBox",
    "FilterBar",
    "PriceTable",
    "Chart",
    "CommentList",
    "MapView",
    "TagCloud",
    "UploadArea",
    "Calendar",
    "Pagination",
  ],
  b: ["Header", "Summary", "Toolbar", "Banner", "Stats"],
  c: ["Footer", "Legend", "HelpText", "Newsletter", "Sponsors"],
};

/** Where people want things to be, and in what. */
export const PLAIN_PLACES = [
  sketched("part-goes-above", {
    seen: [
      "move the {wordsPart} above the {wordsB}",
      "=the {wordsPart} [should be|belongs|has to be] above the {wordsB}",
      "[put|show|render] the {wordsPart} [before|above|over] the {wordsB}",
      "=can the {wordsPart} go [before|above] the {wordsB}?",
      "=the {wordsPart} is too far down, i want it [above|on top of] the {wordsB}",
      "=nobody scrolls down to the {wordsPart}, [move|put] it above the {wordsB}",
      "={part} above {b}",
      "=first the {wordsPart}, then the {wordsB}",
      "=wouldn't it be better to have the {wordsPart} [over|above] the {wordsB}?",
    ],
    unseen: [
      "=the {wordsB} should come after the {wordsPart}",
      "=swap {wordsB} and {wordsPart}, that's the order of the design",
    ],
    vars: PARTS,
    code: [
      `
      ƒ ‹Thing›Page({ ‹things›, «filter|query|page», onChange }: Props) {
        return (
          <main>
            ⟦→<‹part› items={‹things›} onChange={onChange} />⟧
            <‹b› count={‹things›.length} />
            ⟦<‹part› items={‹things›} onChange={onChange} />→⟧
            <‹c› />
          </main>
        );
      ƒ}
      `,
      `
      export default function ‹Thing›Screen() {
        const ‹thing› = use‹Thing›();
        ‹fill›
        return (
          <Layout>
            ⟦→<‹part› ‹thing›={‹thing›} />⟧
            <‹b›>
              <h1>{‹thing›.title}</h1>
            </‹b›>
            ⟦<‹part› ‹thing›={‹thing›} />→⟧
            <‹c› ‹thing›={‹thing›} />
          </Layout>
        );
      }
      `,
      `
      <section id="‹thing:kebab›">
        <h2>{title}</h2>
        ⟦→<‹part› data={data} />⟧
        <‹b› data={data} />
        ⟦<‹part› data={data} />→⟧
        {isOpen && <‹c› />}
      </section>
      `,
    ],
  }),
  sketched("part-goes-to-the-end", {
    seen: [
      "move the {wordsPart} [below|under] the {wordsC}",
      "=the {wordsPart} [should be|belongs] [below|under|after] the {wordsC}",
      "[put|show] the {wordsPart} [after|below] the {wordsC}",
      "=can the {wordsPart} go [below|under|after] the {wordsC}?",
      "=the {wordsPart} is in the way, put it [under|below] the {wordsC}",
      "={part} after {c}",
      "=first the {wordsC} and only then the {wordsPart}",
      "=i'd rather have the {wordsPart} [beneath|below] the {wordsC}",
      "=wouldn't it be better to have the {wordsPart} [under|after] the {wordsC}?",
    ],
    unseen: [
      "=the {wordsPart} pushes the {wordsC} down, it should be the other way round",
      "let the {wordsC} come first, the {wordsPart} follows",
    ],
    vars: PARTS,
    code: [
      `
      ƒ ‹Thing›Overview({ ‹things›, onSelect }: Props) {
        ‹fill›
        return (
          <div className="overview">
            <‹b› />
            ⟦<‹part› items={‹things›} onSelect={onSelect} />→⟧
            <‹c› />
            ⟦→<‹part› items={‹things›} onSelect={onSelect} />⟧
          </div>
        );
      ƒ}
      `,
      `
      <aside className="«side|panel|column»">
        ⟦<‹part› value={value} onChange={setValue} />→⟧
        {«showHelp|isNew» && <Help />}
        <‹c› />
        ⟦→<‹part› value={value} onChange={setValue} />⟧
        <‹b› />
      </aside>
      `,
      `
      export const ‹Thing›Tab = ({ ‹thing› }: { ‹thing›: ‹Thing› }) => (
        <>
          <‹b› title={‹thing›.«name|title»} />
          ⟦<‹part› id={‹thing›.id} />→⟧
          <‹c› id={‹thing›.id} />
          ⟦→<‹part› id={‹thing›.id} />⟧
        </>
      );
      `,
    ],
  }),
  sketched("put-into-a-box", {
    seen: [
      "wrap the {wordsPart} in a {w}",
      "[put|pack] the {wordsPart} [in|into|inside] a {w}",
      "=the {wordsPart} should [sit|be] [in|inside] a {w}",
      "=can the {wordsPart} have a {w} around it?",
      "=the {wordsPart} needs a {w} around it",
      "=around {part} goes a {w}",
      "=i want a {w} [round|around] the {wordsPart}, nothing else",
      "surround {part} with a {w}",
      "=[a |]{w} around the {wordsPart}[ please| pls|, not around the rest]",
      "[nest|move] the {wordsPart} into a [new |]{w}",
    ],
    unseen: [
      "=in the design there's a {w} and in it only the {wordsPart}",
      "=the {wordsPart} looks lost without a {w} around",
    ],
    rows: [
      [
        { tag: "Card", w: "Card" },
        { tag: "Suspense", w: "Suspense" },
        { tag: "section", w: "section" },
        { tag: "aside", w: "aside" },
        { tag: "Panel", w: "Panel" },
        { tag: "ErrorBoundary", w: "ErrorBoundary" },
        { tag: "Box", w: "Box" },
        { tag: "nav", w: "nav" },
        { tag: "div", w: "div" },
        { tag: "Container", w: "Container" },
      ],
    ],
    vars: PARTS,
    code: [
      `
      ƒ ‹Thing›Page({ ‹things›, onSelect }: Props) {
        ‹fill›
        return (
          <main>
            <‹b› />
            ⟦<‹part› items={‹things›} onSelect={onSelect} />→<‹tag›>
              <‹part› items={‹things›} onSelect={onSelect} />
            </‹tag›>⟧
            <‹c› />
          </main>
        );
      ƒ}
      `,
      `
      <Layout title="‹Thing›">
        ⟦<‹part› />→<‹tag›>
          <‹part› />
        </‹tag›>⟧
        <‹b› value={value} />
        <‹c› />
      </Layout>
      `,
      `
      export default function ‹Thing›Detail({ ‹thing› }: { ‹thing›: ‹Thing› }) {
        return (
          <>
            <h1>{‹thing›.«name|title»}</h1>
            <‹b› ‹thing›={‹thing›} />
            <‹c› ‹thing›={‹thing›} />
            ⟦<‹part› ‹thing›={‹thing›} />→<‹tag›>
              <‹part› ‹thing›={‹thing›} />
            </‹tag›>⟧
          </>
        );
      }
      `,
    ],
  }),
  sketched("buttons-change-places", {
    seen: [
      "swap the [two |]buttons[, {textB} first|: {textB} comes first]",
      "=the {textB} button [should be|goes] [left of|before] the {textA} button",
      "[put|move] {textB} [before|left of|in front of] {textA}",
      "=the buttons are [the wrong way round|in the wrong order]",
      "=can we have {textB} first and then {textA}?",
      "=first {textB}, then {textA}[ please|]",
      "=everywhere else {textB} is left of {textA}, [here too please|please make it the same here]",
      "change the order of the [two |]buttons",
      "=i [expect|would expect] {textB} on the left[ and {textA} on the right|]",
    ],
    unseen: [
      "=people hit {textA} by mistake because it's first; {textB} should be",
      "=design has {textB} on the left and {textA} on the right",
    ],
    rows: [
      [
        { a: "Save", b: "Cancel", x: "onSave", y: "onCancel" },
        { a: "Delete", b: "Keep", x: "onDelete", y: "onKeep" },
        { a: "Next", b: "Back", x: "onNext", y: "onBack" },
        { a: "Yes", b: "No", x: "onYes", y: "onNo" },
        { a: "Send", b: "Preview", x: "onSend", y: "onPreview" },
        { a: "Accept", b: "Decline", x: "onAccept", y: "onDecline" },
        { a: "Publish", b: "Save draft", x: "onPublish", y: "onSaveDraft" },
        { a: "OK", b: "Discard", x: "onConfirm", y: "onDiscard" },
      ],
    ],
    code: [
      `
      ƒ «ConfirmDialog|Actions|ButtonRow|‹Thing›Footer»({ «title|message», ‹x›, ‹y› }: Props) {
        ‹fill›
        return (
          <div className="«buttons|actions|row»">
            ⟦<button onClick={‹x›}>‹a›</button>→<button onClick={‹y›}>‹b›</button>⟧
            ⟦<button onClick={‹y›}>‹b›</button>→<button onClick={‹x›}>‹a›</button>⟧
          </div>
        );
      ƒ}
      `,
      `
      <footer>
        «<Hint text={hint} />|<span>{status}</span>|»
        ⟦→<Button variant="secondary" onClick={‹y›}>
          ‹b›
        </Button>⟧
        <Button variant="primary" disabled={busy} onClick={‹x›}>
          ‹a›
        </Button>
        ⟦<Button variant="secondary" onClick={‹y›}>
          ‹b›
        </Button>→⟧
      </footer>
      `,
      `
      <form onSubmit={«submit|handleSubmit»}>
        <Fields value={‹thing›} onChange={setValue} />
        ⟦→<button type="button" onClick={‹y›}>‹b›</button>⟧
        <button type="submit">‹a›</button>
        ⟦<button type="button" onClick={‹y›}>‹b›</button>→⟧
      </form>
      `,
    ],
  }),
  sketched("text-becomes-a-link", {
    seen: [
      "make the {wordsHead} a link to {textUrl}",
      "=the {wordsHead} should [link|be a link|lead] to {textUrl}",
      "link the {wordsHead} to {textUrl}",
      "=can i click [on |]the {wordsHead} and get to {textUrl}? [a Link|as a Link]",
      "=the {wordsHead} isn't clickable, [should go|link it] to {textUrl}",
      "=i want to get to {textUrl} by clicking the {wordsHead}",
      "=people click on the {wordsHead} and nothing happens, it should be a Link to {textUrl}",
      "turn the {wordsHead} into a Link to {textUrl}",
      "=[link|Link] on the {wordsHead} to {textUrl}[ please|]",
      "=[clicking|a click on] the {wordsHead} should [open|go to] {textUrl} (Link)",
    ],
    unseen: [
      "=from the {wordsHead} of a {wordsRec} you should get to its page, {textUrl}",
      "=no way to reach {textUrl} from here, use the {wordsHead} for it",
    ],
    rows: [RECORDS],
    vars: { base: ["/‹recs›", "/‹rec›", "/admin/‹recs›", "/app/‹recs›"], url: ["‹base›/:id", "‹base›/<id>"] },
    code: [
      `
      <ul>
        {‹recs›.map((‹rec›) => (
          <li key={‹rec›.id}>
            ⟦{‹rec›.‹head›}→<Link to={´‹base›/€{‹rec›.id}´}>{‹rec›.‹head›}</Link>⟧
            <small>{‹rec›.‹one›}</small>
          </li>
        ))}
      </ul>
      `,
      `
      ƒ ‹Rec›Row({ ‹rec› }: { ‹rec›: ‹Rec› }) {
        return (
          <tr>
            <td>⟦{‹rec›.‹head›}→<Link to={´‹base›/€{‹rec›.id}´}>{‹rec›.‹head›}</Link>⟧</td>
            <td>{‹rec›.‹two›}</td>
            <td>{format(‹rec›.‹day›)}</td>
          </tr>
        );
      ƒ}
      `,
      `
      export function ‹Rec›Card({ ‹rec›, children }: Props) {
        ‹fill›
        return (
          <article>
            <h3>⟦{‹rec›.‹head›}→<Link to={´‹base›/€{‹rec›.id}´}>{‹rec›.‹head›}</Link>⟧</h3>
            <p>{‹rec›.‹one›}</p>
            {children}
          </article>
        );
      }
      `,
    ],
  }),
  sketched("text-becomes-a-heading", {
    seen: [
      "make the {wordsHead} [a heading (h2)|an h2]",
      "=the {wordsHead} should be [a heading, h2|an h2]",
      "=can the {wordsHead} be an h2 instead of a {tag}?",
      "=screen readers don't find the {wordsHead}, it should be an h2",
      "=h2 for the {wordsHead}[ please|]",
      "[use|take] an h2 for the {wordsHead}[ instead of the {tag}|]",
      "=the {wordsHead} is just a {tag}, [h2 please|should be h2]",
      "turn the {tag} [with|around] the {wordsHead} into an h2",
      "=why is the {wordsHead} only a {tag}[? it's a second-level heading|, it should be h2]",
      "=[h2|an h2] fits the {wordsHead} better than a {tag}",
    ],
    unseen: [
      "=our outline has no second level here, the {wordsHead} would be the one",
      "=a {tag} for the {wordsHead}? that's a heading of level 2",
    ],
    rows: [RECORDS],
    vars: { tag: ["div", "span", "p", "strong", "b"] },
    code: [
      `
      ƒ ‹Rec›Card({ ‹rec› }: Props) {
        ‹fill›
        return (
          <section>
            <⟦‹tag›→h2⟧>{‹rec›.‹head›}</⟦‹tag›→h2⟧>
            <‹tag›>{‹rec›.‹one›}</‹tag›>
            «<time>{‹rec›.‹day›}</time>|»
          </section>
        );
      ƒ}
      `,
      `
      <header className="«top|page-header»">
        <‹tag›>{‹rec›.‹two›}</‹tag›>
        <⟦‹tag›→h2⟧ className="«title|name|head»">{‹rec›.‹head›}</⟦‹tag›→h2⟧>
        «<Menu items={items} />|<button onClick={onClose}>Close</button>»
      </header>
      `,
      `
      <Grid>
        {‹recs›.map((‹rec›) => (
          <Card key={‹rec›.id}>
            <⟦‹tag›→h2⟧>{‹rec›.‹head›}</⟦‹tag›→h2⟧>
            <‹tag›>{‹rec›.‹one›}</‹tag›>
            <‹tag›>{‹rec›.‹two›}</‹tag›>
          </Card>
        ))}
      </Grid>
      `,
    ],
  }),
  sketched("icon-before-the-text", {
    seen: [
      "[put|add] [the|a|an] {icon} [before|in front of] {textSay}",
      "=the {textSay} button needs [its|the] {icon} [before the text|in front]",
      "=can we have the {icon} [left of|before] the word {textSay}?",
      "[show|render] {tagged} in front of {textSay}",
      "=the {textSay} button should have the {icon} on the left",
      "=there's no icon on {textSay}, {icon} before the text please",
      "={tagged} goes before {textSay}",
      "=it'd be nice to see the {icon} in the {textSay} button, left of the text",
      "=[icon|an icon] for {textSay}: {icon}, [before|left of] the text",
    ],
    unseen: [
      "=all the buttons got icons but {textSay} didn't, it gets {icon} at the front",
      "start the {textSay} button's content with {icon}",
    ],
    rows: [ACTIONS],
    vars: { tagged: ["<‹icon› />"] },
    code: [
      `
      ƒ ‹Thing›Menu({ ‹thing›, on‹Act›, onClose }: Props) {
        return (
          <menu>
            <button onClick={onClose}>Close</button>
            <button onClick={() => on‹Act›(‹thing›.id)}>
              ⟦→<‹icon› />⟧
              ‹say›
            </button>
          </menu>
        );
      ƒ}
      `,
      `
      <div className="«toolbar|actions»">
        <Button variant="ghost" onClick={handle‹Act›}>
          ⟦→<‹icon› />⟧
          ‹say›
        </Button>
        <Button variant="ghost" onClick={«goBack|close|cancel»}>
          <CloseIcon />
          «Back|Close|Cancel»
        </Button>
      </div>
      `,
      `
      export function ‹Thing›Row({ ‹thing› }: { ‹thing›: ‹Thing› }) {
        const { open, handle‹Act› } = use‹Thing›Actions();
        ‹fill›
        return (
          <tr>
            <td>{‹thing›.name}</td>
            <td>
              <a href="#" onClick={open}>Open</a>
              <a href="#" onClick={handle‹Act›}>⟦→<‹icon› /> ⟧‹say›</a>
            </td>
          </tr>
        );
      }
      `,
    ],
  }),
  sketched("line-between-two-parts", {
    seen: [
      "[put|add] [a line|a divider|an hr] between the {wordsB} and the {wordsPart} (<hr />)",
      "=there should be [a line|an hr|a rule] between {wordsB} and {wordsPart}, <hr />",
      "=can we have an <hr /> between {b} and {part}?",
      "=hr between {wordsB} and {wordsPart}",
      "=the {wordsB} and the {wordsPart} run together, [put|add] an hr between them",
      "separate the {wordsB} from the {wordsPart} with an <hr />",
      "=you can't see where the {wordsB} ends and the {wordsPart} begins; a simple hr would do",
      "=needs an hr before the {wordsPart}",
      "=a [simple |]hr [below|under] the {wordsB}, before {wordsPart}",
    ],
    unseen: [
      "=after the {wordsB} I'd draw a horizontal rule (hr)",
      "draw an hr on top of the {wordsPart}, right under the {wordsB}",
    ],
    vars: PARTS,
    code: [
      `
      ƒ ‹Thing›Page({ ‹thing› }: { ‹thing›: ‹Thing› }) {
        ‹fill›
        return (
          <main>
            <‹b› ‹thing›={‹thing›} />
            ⟦→<hr />⟧
            <‹part› ‹thing›={‹thing›} />
            <‹c› />
          </main>
        );
      ƒ}
      `,
      `
      <Layout>
        <h1>{title}</h1>
        <‹c› />
        <‹b› items={items} />
        ⟦→<hr />⟧
        <‹part›
          items={items}
          onChange={setItems}
        />
      </Layout>
      `,
      `
      export const ‹Thing›Sidebar = ({ ‹things›, onPick }: Props) => (
        <aside>
          <‹b› count={‹things›.length} />
          ⟦→<hr />⟧
          <‹part› items={‹things›} onPick={onPick} />
          {‹things›.length > 0 && <‹c› />}
        </aside>
      );
      `,
    ],
  }),
];
