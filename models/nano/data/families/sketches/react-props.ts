import { FIELDS, HOOK_LINES } from "./react-names.ts";
import { sketched } from "./sketch.ts";

/** What components and hooks take, give away and expect. */
export const REACT_PROPS = [
  sketched("context-required", {
    seen: [
      "=if somebody [forgets|leaves out] {provider}[ we want|, say] {textMessage}",
      "[throw|raise] an error here if the context is [empty|null|undefined], {textMessage}",
      "=[needs|there should be] a check for {provider} that throws {textMessage}",
      "=new colleagues forget {provider} and [wonder|get lost]. {textMessage} would tell them",
      "=outside of the provider it's just undefined, throw an error that says {textMessage}",
      "throw {textMessage} when there is no provider",
      "=should throw {textMessage} [outside|without] the provider",
      "=without the provider we get a strange [crash|error] later, better throw {textMessage} here",
      "throw an Error({textMessage}) if the context is missing",
      "=cannot read properties of null when [one forgets|I forget] the provider. throw {textMessage}",
      "=could it throw {textMessage} if {provider} is missing?",
      "=a forgotten {provider} should be an error: {textMessage}",
      "fail with {textMessage} outside of {provider}",
      "=it'd help to get an error like {textMessage} if the provider was forgotten",
      "check that there is a provider, otherwise throw {textMessage}",
      "=no error when {provider} is missing, should be {textMessage}",
      "=I'd [like|want] {textMessage} [as|to be] the error when {provider} is [missing|not there]",
      "[add|write] a check: no {provider} => throw {textMessage}",
    ],
    unseen: [
      "=whoever forgets {provider} should be told {textMessage}",
      "guard against the missing provider ({textMessage})",
    ],
    rows: [
      [
        "Auth",
        "Theme",
        "Cart",
        "Locale",
        "Toast",
        "Modal",
        "Form",
        "Session",
        "Layout",
        "Tabs",
        "Settings",
        "Router",
      ].map((name) => ({
        name,
      })),
      [
        { message: "use‹name› must be used within ‹name›Provider" },
        { message: "use‹name› outside of ‹name›Provider" },
        { message: "‹name›Provider is missing" },
        { message: "No ‹name›Provider found" },
        { message: "use‹name› needs a ‹name›Provider" },
        { message: "Wrap your app in ‹name›Provider" },
        { message: "missing ‹name›Context" },
      ],
    ],
    vars: { provider: ["‹name›Provider"], context: ["context", "value", "ctx", "found"] },
    code: [
      `
      ƒ use‹name›() {
        const ‹context› = useContext(‹name›Context);
        ⟦→if (!‹context›) throw new Error("‹message›");⟧
        return ‹context›;
      ƒ}
      `,
      `
      const ‹name›Context = createContext<‹name›State | null>(null);

      export function ‹name›Provider({ children }: { children: ReactNode }) {
        const [state, setState] = useState(initialState);
        return <‹name›Context.Provider value={{ state, setState }}>{children}</‹name›Context.Provider>;
      }

      export function use‹name›() {
        const ‹context› = useContext(‹name›Context);
        ⟦→if (!‹context›) throw new Error("‹message›");⟧
        return ‹context›;
      }
      `,
      `
      export const use‹name›Setting = (key: string) => {
        const ‹context› = useContext(‹name›Context);
        ⟦→if (!‹context›) throw new Error("‹message›");⟧
        const change = useCallback((next: unknown) => ‹context›.set(key, next), [‹context›, key]);
        return [‹context›.get(key), change] as const;
      };
      `,
    ],
  }),

  sketched("optional-callback-called", {
    seen: [
      "=if I [omit|don't pass|leave out] {callback}, [a click|it] throws",
      "=[should|could] {callback} [be|really be] optional? it throws without[ it|]",
      "guard the call of {callback}",
      "={callback} is optional now, this [blows up|crashes] without it",
      "=crashes [if|when] {callback} isn't [passed|given]",
      "={callback} is not a function",
      "={callback} may be undefined",
      "only call {callback} if it's there",
      "=ts: cannot invoke an object which is possibly undefined ({callback})",
      "use optional chaining for {callback}",
      "=not everyone passes {callback}[, so it crashes|]",
      "=should also work without {callback}",
      "=why does it crash when I leave out {callback}?",
      "=can {callback} be left out?",
      "=`?.` for {callback} pls",
      "=where it's used without {callback} it throws",
      "={callback} isn't required any more, take that into account",
      "=TypeError[ in production|]: {callback} is [undefined|not a function]",
      "=[works|fine] with {callback}, [crashes|throws] without",
      "=[should|must] not [crash|throw] if there's no {callback}",
    ],
    unseen: ["=leaving out {callback} should be fine", "call {callback} just in case somebody passed it"],
    vars: {
      callback: [
        "onSelect",
        "onChange",
        "onClose",
        "onOpen",
        "onSubmit",
        "onDelete",
        "onHover",
        "onDone",
        "onError",
        "onToggle",
        "onEdit",
        "onLoad",
      ],
      line: HOOK_LINES,
    },
    code: [
      `
      function ‹Thing›Option({ ‹thing›, ‹callback› }: ‹Thing›OptionProps) {
        ‹line›
        return (
          <li role="option" onClick={() => ‹callback›⟦→?.⟧(‹thing›.«id|value|slug»)}>
            {‹thing›.label}
          </li>
        );
      }
      `,
      `
      export function ‹Thing›Box({ ‹callback›, ‹other› }: ‹Thing›BoxProps) {
        const [value, setValue] = useState(‹other›.value);

        const handleEvent = (next: string) => {
          setValue(next);
          ‹callback›⟦→?.⟧(next);
          report(next);
        };

        return <Box value={value} onEvent={handleEvent} />;
      }
      `,
      `
      ƒ use‹Thing›Upload({ url, ‹callback› }: ‹Thing›UploadOptions) {
        const [busy, setBusy] = useState(false);

        const start = async (file: File) => {
          setBusy(true);
          const result = await upload(url, file);
          setBusy(false);
          ‹callback›⟦→?.⟧(result);
        };

        return { busy, start };
      ƒ}
      `,
      `
      class ‹Thing›Picker extends React.Component<Props, State> {
        handleClick = (‹thing›: ‹Thing›) => {
          this.setState({ ‹thing› });
          this.props.‹callback›⟦→?.⟧(‹thing›);
          «this.close();|this.props.track("‹thing:kebab›");|»
        };
      }
      `,
    ],
  }),

  // With an empty default, and after the component's own class.
  sketched("class-name-from-outside", {
    seen: [
      "=would be nice if className could be passed in[ from outside|]",
      "=className is ignored[, should be added to {cls}|]",
      "accept a className[ and add it to {cls}|]",
      "=can it take a className, too?",
      "=I can't style it from outside, add className after {cls}",
      "let me pass a className[, in addition to {cls}|]",
      "=should accept an [optional|additional] className",
      "support className[ next to {cls}|]",
      "=why can't I give it a class of my own?",
      "add an optional className prop that comes after {cls}",
      "=callers need to add their own class[, keep {cls}|]",
      "=no way to set a margin from outside. className please",
      "=how do I add a class to {name}? doesn't take one",
      "=[could|can] you [add|support] a className[ prop|]?",
      "=I [tried|set] className [on it|from outside] and nothing [happened|changed]",
      "=[need|I need|we need] to [position|style] it from outside, [so take a className|className please]",
      "[merge|append] a className [from|that comes from] the props",
      "=className [should be|to be] [added|appended] to {cls}",
    ],
    unseen: [
      "=the parent wants to add a class to the outer element",
      "=className prop pls, in addition to the one it has",
    ],
    vars: {
      name: [
        "Card",
        "Panel",
        "Badge",
        "‹Thing›Card",
        "‹Thing›Tile",
        "Callout",
        "Toolbar",
        "‹Thing›Box",
        "Avatar",
        "Chip",
        "Section",
        "‹Thing›Row",
      ],
      cls: ["‹name:kebab›", "‹name:kebab›", "box", "item", "wrapper", "inner", "flex", "rounded", "stack"],
      line: HOOK_LINES,
      own: ["title", "label", "heading", "text", "caption"],
    },
    code: [
      `
      type ‹name›Props = { ‹own›: string⟦→; className?: string⟧ };

      «export »function ‹name›({ ‹own›⟦→, className = ""⟧ }: ‹name›Props) {
        ‹line›
        return (
          <div className=⟦"‹cls›"→{´‹cls› €{className}´}⟧>
            <h3>{‹own›}</h3>
          </div>
        );
      }
      `,
      `
      interface ‹name›Props {
        ‹own›: string;
        onClick?: () => void;
        ⟦→className?: string;⟧
      }

      export const ‹name› = ({ ‹own›, onClick⟦→, className = ""⟧ }: ‹name›Props) => (
        <section className=⟦"‹cls›"→{´‹cls› €{className}´}⟧ onClick={onClick}>
          <span className="text">{‹own›}</span>
        </section>
      );
      `,
      `
      export interface ‹name›Props {
        ‹own›: string;
        children: React.ReactNode;
        ⟦→className?: string;⟧
      }

      function ‹name›({ ‹own›, children⟦→, className = ""⟧ }: ‹name›Props) {
        return (
          <article className=⟦"‹cls›"→{´‹cls› €{className}´}⟧>
            <header>{‹own›}</header>
            {children}
          </article>
        );
      }

      export default ‹name›;
      `,
    ],
  }),

  sketched("children-shown", {
    seen: [
      "=whatever I put [between the tags|into {name}] isn't shown",
      "={name} doesn't [render|show] its children",
      "=children are [ignored|not rendered]",
      "render the children [in|inside] the {wordsPart}",
      "show children in the {part} div",
      "=the content of {name} is [missing|not there]",
      "=why is {name} empty[ although it has children|]?",
      "=should render its children [in|inside] the {wordsPart}",
      "=nothing shows up inside of {name}",
      "={name} only shows its title, the children should be in the {wordsPart}",
      "=could {name} take children? in the {wordsPart}",
      "accept children and put them into the {wordsPart}",
      "=<{name}>text</{name}> shows no text",
      "=I [wrapped|put] [a form|some text] in {name} and [it's gone|it isn't visible|can't see it]",
      "=[expected|should]: content in the {wordsPart}. [actual|is]: nothing",
      "=ts [says|complains]: {name} has no property children",
      "[put|place|render] {name}'s children in the {wordsPart}",
      "=children [support|please], in the {wordsPart}",
    ],
    unseen: [
      "=the {wordsPart} of {name} stays blank whatever is nested in it",
      "={part} should hold the children",
    ],
    vars: {
      name: [
        "Card",
        "Panel",
        "Modal",
        "Section",
        "‹Thing›Card",
        "‹Thing›Panel",
        "Accordion",
        "Drawer",
        "Callout",
        "Layout",
        "Dialog",
      ],
      part: ["body", "content", "inner", "main", "details"],
      line: HOOK_LINES,
      own: ["title", "heading", "label", "caption", "header"],
    },
    code: [
      `
      type ‹name›Props = { ‹own›: string⟦→; children: React.ReactNode⟧ };

      «export »function ‹name›({ ‹own›⟦→, children⟧ }: ‹name›Props) {
        ‹line›
        return (
          <div className="‹name:kebab›">
            <h2>{‹own›}</h2>
            <div className="‹part›"⟦ /→>{children}</div⟧>
          </div>
        );
      }
      `,
      `
      interface ‹name›Props {
        ‹own›: string;
        onClose: () => void;
        ⟦→children: React.ReactNode;⟧
      }

      export const ‹name› = ({ ‹own›, onClose⟦→, children⟧ }: ‹name›Props) => (
        <section className="‹name:kebab›">
          <header>
            {‹own›} <button onClick={onClose}>×</button>
          </header>
          <div className="‹name:kebab›-‹part›"⟦></div>→>{children}</div>⟧
          <div className="footer" />
        </section>
      );
      `,
      `
      export function ‹name›(props: PropsWithChildren<{ ‹own›: string }>) {
        const [open, setOpen] = useState(true);
        return (
          <aside onClick={() => setOpen(!open)}>
            <strong>{props.‹own›}</strong>
            <div className="‹part›" hidden={!open}⟦ /→>{props.children}</div⟧>
            <div className="line" />
          </aside>
        );
      }
      `,
    ],
  }),

  sketched("rest-props-passed-on", {
    seen: [
      "={prop} [isn't passed on|gets lost|is swallowed]",
      "={prop} has no effect on {name}",
      "pass [the other|all other|the remaining] props on to the {el}",
      "spread the [rest of the|other|remaining] props on the {el}",
      "=can I set {prop} on {name}? it doesn't arrive",
      "=should pass everything else to the {el}",
      "=other props like {prop} don't [arrive|reach] the {el}",
      "forward unknown props to the {el}",
      "=why is {prop} ignored?",
      "use ...props for whatever else is passed",
      "=I'd like to pass {prop} and the like through to the {el}",
      "collect the rest in props and spread it on the {el}",
      "=set {prop}, but the {el} in the page doesn't have it",
      "=I [passed|set] {prop} on {name} and [nothing happened|it's not in the dom]",
      "=[expected|should be]: {prop} on the {el}. [actual|is]: nowhere",
      "=everything but what {name} knows [is lost|gets dropped][, pass it on|]",
      "[support|allow] all [attributes|props] of {el}[ on {name}|]",
      "=[could|should] {name} take any [prop|attribute] of {el}?",
    ],
    unseen: [
      "=any attribute of {el} should be possible, {prop} for one",
      "={prop} and so on should go through to the {el}",
    ],
    rows: [
      [
        { name: "TextField", el: "input", prop: "placeholder" },
        { name: "TextField", el: "input", prop: "maxLength" },
        { name: "Input", el: "input", prop: "disabled" },
        { name: "IconButton", el: "button", prop: "aria-label" },
        { name: "PrimaryButton", el: "button", prop: "data-testid" },
        { name: "Dropdown", el: "select", prop: "id" },
        { name: "Multiline", el: "textarea", prop: "rows" },
        { name: "ExternalLink", el: "a", prop: "title" },
        { name: "Photo", el: "img", prop: "loading" },
        { name: "‹Thing›Form", el: "form", prop: "onSubmit" },
        { name: "‹Thing›Table", el: "table", prop: "aria-describedby" },
      ],
    ],
    vars: { line: HOOK_LINES, own: ["label", "size", "variant", "color", "hint", "icon", "tone"] },
    code: [
      `
      export function ‹name›({ ‹own›, className⟦→, ...props⟧ }: ‹name›Props) {
        ‹line›
        return (
          <div className="‹name:kebab›">
            <Marker kind={‹own›} />
            <‹el› className={className}⟦→ {...props}⟧ />
          </div>
        );
      }
      `,
      `
      const ‹name› = ({ ‹own›⟦→, ...props⟧ }: ‹name›Props) => (
        <‹el› className={´«field|control|base» €{‹own›}´}⟦→ {...props}⟧ />
      );
      `,
      `
      export const ‹name› = forwardRef<HTMLElement, ‹name›Props>(({ ‹own›⟦→, ...props⟧ }, ref) => {
        const style = useStyle(‹own›);
        return <‹el› ref={ref} style={style}⟦→ {...props}⟧ />;
      });
      `,
    ],
  }),

  sketched("default-instead-of-undefined", {
    seen: [
      "[use|take] {textValue} [if|when] {prop} is [missing|left out|not given]",
      "=the [look|style] is broken [without|unless I pass] a {wordsProp}[, should be {textValue} then|. {textValue} is normal]",
      "=the class is '{base} undefined' [when|if] no {wordsProp} is [given|passed]",
      "=without a {wordsProp} it [says|renders] undefined, default is {textValue}",
      "default {prop} to {textValue}",
      "=should be {textValue} when no {wordsProp} is passed",
      "=when {prop} is missing use {textValue}",
      "=most callers want {textValue}, make it the default[ for {prop}|]",
      "make {textValue} the default {wordsProp}",
      "={prop} should default to {textValue}",
      "=I don't want to pass {prop} every time, {textValue} is the usual",
      "=can {textValue} be the default for {prop}?",
      "={prop}: default {textValue} pls",
      "=undefined ends up in the class, {prop} should be {textValue} by default",
      "=leaving out {prop} should mean {textValue}",
      "=without {prop} [it looks broken|the style is missing], [we want|should be] {textValue}",
    ],
    unseen: [
      "=nobody passes {prop}, they all mean {textValue}",
      "={textValue} unless the caller says another {wordsProp}",
    ],
    rows: [
      [
        { prop: "size", value: "md" },
        { prop: "size", value: "small" },
        { prop: "variant", value: "primary" },
        { prop: "variant", value: "outline" },
        { prop: "color", value: "gray" },
        { prop: "tone", value: "neutral" },
        { prop: "align", value: "left" },
        { prop: "placement", value: "bottom" },
        { prop: "status", value: "open" },
        { prop: "kind", value: "info" },
        { prop: "theme", value: "light" },
        { prop: "density", value: "compact" },
      ],
      [
        { base: "btn", name: "Button", second: "label" },
        { base: "badge", name: "Badge", second: "count" },
        { base: "alert", name: "Alert", second: "message" },
        { base: "tooltip", name: "Tooltip", second: "text" },
        { base: "avatar", name: "Avatar", second: "url" },
        { base: "tag", name: "Tag", second: "caption" },
        { base: "menu", name: "Menu", second: "title" },
        { base: "card", name: "‹Thing›Card", second: "‹thing›" },
        { base: "chip", name: "‹Thing›Chip", second: "name" },
      ],
    ],
    vars: { line: HOOK_LINES },
    code: [
      `
      «export »function ‹name›({ ‹second›, ‹prop›⟦→ = "‹value›"⟧ }: ‹name›Props) {
        ‹line›
        return <span className={´‹base› €{‹prop›}´}>{describe(‹second›)}</span>;
      }
      `,
      `
      const ‹name› = ({ ‹prop›⟦→ = "‹value›"⟧, ‹second›, ...props }: ‹name›Props) => (
        <div className={["‹base›", ´‹base›-€{‹prop›}´].join(" ")} {...props}>
          <Content value={‹second›} />
        </div>
      );
      `,
      `
      ƒ ‹base›Classes(‹second›: string, ‹prop›⟦?: string→ = "‹value›"⟧) {
        const list = ["‹base›", ´‹base›--€{‹prop›}´];
        if (‹second› === "") list.push("empty");
        return list.join(" ");
      ƒ}
      `,
      `
      export class ‹name› extends React.Component<‹name›Props> {
        render() {
          const { ‹prop›⟦→ = "‹value›"⟧, ‹second› } = this.props;
          return <div className={´‹base› €{‹prop›}´}>{format(‹second›)}</div>;
        }
      }
      `,
    ],
  }),

  sketched("props-taken-apart", {
    seen: [
      "use the destructured props instead of props.x",
      "destructure the props",
      "=props. all over the place, destructure them",
      "[destructure|take apart] the props in the [parameter list|signature]",
      "=can we destructure props[ here|]?",
      "=we [always|usually] destructure props",
      "=too many props.",
      "=no props. pls, destructure",
      "get rid of props.",
      "=would be [nicer|shorter] with destructured props",
      "=style: destructure props in the [parameters|signature]",
      "replace props by its parts",
      "=why do we write props. everywhere? take it apart in the signature",
      "=I'd destructure {a} and {b}",
      "destructure {a} and {b} in the signature",
      "=[could|can] {a} and {b} be taken [from|out of] props in the [signature|parameter list]?",
      "=reviewer [says|wants]: destructure[d props|]",
      "[unpack|destructure] props[ right away| in the signature|]",
      "=reads [better|nicer] without props. [everywhere|all over]",
    ],
    unseen: ["=all that props. is noise", "name {a} and {b} in the parameter instead of props"],
    rows: [
      [
        { a: "label", b: "value", first: "dt", second: "dd" },
        { a: "title", b: "subtitle", first: "h2", second: "p" },
        { a: "name", b: "role", first: "strong", second: "span" },
        { a: "question", b: "answer", first: "h4", second: "p" },
        { a: "date", b: "author", first: "time", second: "address" },
        { a: "caption", b: "credit", first: "figcaption", second: "small" },
        { a: "term", b: "meaning", first: "dfn", second: "span" },
        { a: "amount", b: "currency", first: "b", second: "sup" },
        { a: "from", b: "until", first: "time", second: "time" },
        { a: "code", b: "message", first: "code", second: "p" },
        { a: "‹thing›", b: "‹other›", first: "span", second: "em" },
      ],
    ],
    vars: {
      line: HOOK_LINES,
      name: ["Stat", "Entry", "Heading", "‹Thing›Info", "Detail", "Fact", "‹Thing›Summary", "Line", "Block"],
    },
    code: [
      `
      «export »function ‹name›(⟦props→{ ‹a›, ‹b› }⟧: ‹name›Props) {
        ‹line›
        return (
          <div className="‹name:kebab›">
            <‹first›>{⟦props.→⟧‹a›}</‹first›>
            <‹second›>{⟦props.→⟧‹b›}</‹second›>
          </div>
        );
      }
      `,
      `
      const ‹name› = (⟦props→{ ‹a›, ‹b› }⟧: ‹name›Props) => (
        <section title={⟦props.→⟧‹a›}>
          <‹first›>{⟦props.→⟧‹a›}</‹first›>
          {⟦props.→⟧‹b› && <‹second›>{⟦props.→⟧‹b›}</‹second›>}
        </section>
      );
      `,
      `
      export const ‹name› = (⟦props→{ ‹a›, ‹b›, onClose }⟧: ‹name›Props) => {
        const text = format(⟦props.→⟧‹a›, ⟦props.→⟧‹b›);
        ‹line›
        return (
          <Box title={text} onClose={⟦props.→⟧onClose}>
            <‹first›>{text}</‹first›>
          </Box>
        );
      };
      `,
    ],
  }),

  sketched("ref-typed", {
    seen: [
      "={ref} is for [a|an] {wordsEl}, [type it|tell typescript]",
      "=[tsc|the compiler] says {ref}.current [has no|doesn't have] {method}, [because|as] the ref has no type",
      "type the ref, it's [a|an] {wordsEl} element",
      "=ts: {method} does not exist on type never",
      "={ref}.current is never, should be {type}",
      "give {ref} its type[, {type}|]",
      "type {ref} as {type}",
      "={ref} needs the type {type}",
      "=the ref is untyped[, {type} please|]",
      "=ts doesn't know what {ref}.current is. a {wordsEl} element",
      "=useRef<{type}>",
      "=why is {ref}.current never? it's [a|an] {wordsEl}",
      "=can {ref} be typed? it's for [a|an] {wordsEl}",
      "=type error on {ref}.current.{method}, it's a {type}",
      "add the type argument {type} to the useRef of {ref}",
      "=should be a ref to {type}",
      "={ref} [points to|is on] [a|an] {wordsEl}, [typescript should know|so type it]",
    ],
    unseen: [
      "=the compiler takes {ref} for a ref to nothing at all, while it is for the {wordsEl}",
      "tell ts that {ref} holds a {type}",
    ],
    rows: [
      [
        { el: "input", type: "HTMLInputElement", ref: "inputRef", method: "focus" },
        { el: "div", type: "HTMLDivElement", ref: "boxRef", method: "scrollIntoView" },
        { el: "button", type: "HTMLButtonElement", ref: "buttonRef", method: "click" },
        { el: "video", type: "HTMLVideoElement", ref: "videoRef", method: "play" },
        { el: "audio", type: "HTMLAudioElement", ref: "player", method: "pause" },
        { el: "canvas", type: "HTMLCanvasElement", ref: "canvasRef", method: "toBlob" },
        { el: "form", type: "HTMLFormElement", ref: "formRef", method: "reset" },
        { el: "dialog", type: "HTMLDialogElement", ref: "dialogRef", method: "showModal" },
        { el: "select", type: "HTMLSelectElement", ref: "selectRef", method: "focus" },
        { el: "textarea", type: "HTMLTextAreaElement", ref: "textRef", method: "select" },
        { el: "img", type: "HTMLImageElement", ref: "image", method: "decode" },
        { el: "ul", type: "HTMLUListElement", ref: "listRef", method: "scrollTo" },
        { el: "iframe", type: "HTMLIFrameElement", ref: "frame", method: "focus" },
        { el: "svg", type: "SVGSVGElement", ref: "chart", method: "remove" },
      ],
    ],
    vars: { line: HOOK_LINES },
    code: [
      `
      const ‹ref› = useRef⟦→<‹type›>⟧(null);
      «const isFirst = useRef(true);|const [open, setOpen] = useState(false);|»

      useEffect(() => {
        ‹ref›.current?.‹method›();
      }, []);

      const element = <‹el› ref={‹ref›} />;
      `,
      `
      export function ‹Thing›Area({ ‹thing›, ...props }: ‹Thing›AreaProps) {
        const ‹ref› = useRef⟦→<‹type›>⟧(null);
        const renders = useRef(0);
        ‹line›

        const handleClick = () => {
          renders.current += 1;
          ‹ref›.current?.‹method›();
        };

        return (
          <Area onClick={handleClick}>
            <‹el› ref={‹ref›} {...props} />
          </Area>
        );
      }
      `,
      `
      const ‹Thing›Preview = forwardRef((props: Props, ref) => {
        const [ready, setReady] = useState(false);
        const ‹ref› = useRef⟦→<‹type›>⟧(null);
        useImperativeHandle(ref, () => ({ ‹method›: () => ‹ref›.current?.‹method›() }));
        return <‹el› ref={‹ref›} data-ready={ready} onLoad={() => setReady(true)} />;
      });
      `,
    ],
  }),

  sketched("controlled-from-the-start", {
    seen: [
      "=input goes from uncontrolled to controlled[ warning|] [bc|because] {field} can be undefined",
      "=react warns about an uncontrolled input becoming controlled",
      "=[warning|react says]: changing an uncontrolled input to be controlled",
      "=the {wordsField} can be undefined[ at first|], use an empty string then",
      "fall back to an empty string for the {wordsField}",
      "={field} may be [undefined|null], the input wants a string",
      "={field} is undefined [at first|until it's loaded], should be an empty string",
      "use '' when there is no {wordsField}",
      "=value should not be [undefined|null] when there's no {wordsField}",
      "=why does react warn about the {wordsField} input?",
      "=can we default the value to an empty string?",
      "=?? '' for the {wordsField}",
      "=the {wordsField} input keeps the old text when {field} becomes undefined",
      "=uncontrolled/controlled warning when I type the {wordsField}",
      "=[console|there's a] warning as soon as I [type|enter] the {wordsField}",
      "=when there is no {wordsField} [react warns|there's a warning|we get a warning]",
      "[make sure|ensure] {field} is never undefined[ here| in the input|]",
      "=[should|must] always be [a string|controlled], also without a {wordsField}",
      "=no {wordsField} yet => [empty|blank] input, [no warning|controlled]",
    ],
    unseen: [
      "=without a {wordsField} the input isn't controlled",
      "=empty text in case there's no {wordsField} yet",
    ],
    vars: {
      field: FIELDS,
      of: ["‹thing›", "values", "form", "draft", "data", "state"],
      line: HOOK_LINES,
      second: ["id", "kind", "status", "version"],
    },
    code: [
      `
      <TextInput
        label="‹field:Words›"
        value={‹of›.‹field›⟦→ ?? ""⟧}
        onChange={(‹field›) => set‹Of›({ ...‹of›, ‹field› })}
      />
      `,
      `
      export function ‹Thing›Form({ ‹of›, onChange }: ‹Thing›FormProps) {
        ‹line›
        return (
          <form>
            <select value={‹of›.‹second›} onChange={(e) => onChange({ ‹second›: e.target.value })}>
              <Options />
            </select>
            <input
              name="‹field›"
              value={‹of›.‹field›⟦→ ?? ""⟧}
              onChange={(e) => onChange({ ‹field›: e.target.value })}
            />
          </form>
        );
      }
      `,
      `
      const ‹field:Pascal›Field = ({ ‹of›, onEdit }: Props) => (
        <label>
          ‹field:Words›
          <textarea value={‹of›.‹field›⟦→ ?? ""⟧} onChange={onEdit} data-‹second›={‹of›.‹second›} />
        </label>
      );
      `,
      `
      ƒ use‹Thing›Field(‹of›: ‹Thing›Values, onChange: (‹field›: string) => void) {
        return {
          name: "‹field›",
          id: ‹of›.‹second›,
          value: ‹of›.‹field›⟦→ ?? ""⟧,
          onChange: (event: ChangeEvent<HTMLInputElement>) => onChange(event.target.value),
        };
      ƒ}
      `,
    ],
  }),

  sketched("input-takes-typing", {
    seen: [
      "=can't type [into|in] the {wordsField} [field|input]",
      "=the {wordsField} [input|field] [is read-only|doesn't accept any text]",
      "=value without onChange[ warning|] on the {wordsField}",
      "=react warns: you provided a value prop without an onChange handler",
      "=nothing happens when I type the {wordsField}",
      "=typing the {wordsField} [does nothing|has no effect]",
      "add onChange to the {wordsField}",
      "=onChange is missing[ on {field}|]",
      "call {setter} when it changes",
      "=nobody calls {setter}",
      "=why can't I [change|edit] the {wordsField}?",
      "=the {wordsField} should be editable",
      "hook up {setter}[ to the input|]",
      "=can the {wordsField} be changed? the input is stuck",
      "=I [press keys|type] in the {wordsField} [box|field] and [nothing appears|it stays empty]",
      "=[form is|it's] stuck: the {wordsField} can't be [edited|changed|entered]",
      "=[shouldn't|doesn't] the {wordsField} need an onChange?",
      "[wire|connect] the {wordsField} [input|field] to {setter}",
    ],
    unseen: ["=the {wordsField} box swallows every key", "make the {wordsField} input write back"],
    vars: { field: FIELDS, setter: ["set‹Field›"], event: ["e", "event", "ev"], line: HOOK_LINES },
    rows: [
      [
        { second: "password" },
        { second: "query" },
        { second: "amount" },
        { second: "notes" },
        { second: "color" },
      ],
    ],
    code: [
      `
      export function ‹Thing›Form({ onSubmit }: ‹Thing›FormProps) {
        const [‹field›, ‹setter›] = useState("");
        const [‹second›, set‹Second›] = useState("");
        ‹line›

        return (
          <form onSubmit={() => onSubmit({ ‹field›, ‹second› })}>
            <input value={‹second›} onChange={(‹event›) => set‹Second›(‹event›.target.value)} />
            <input value={‹field›}⟦→ onChange={(‹event›) => ‹setter›(‹event›.target.value)}⟧ />
          </form>
        );
      }
      `,
      `
      const ‹Thing›Fields = ({ ‹field›, ‹setter›, ‹second›, set‹Second› }: Props) => (
        <fieldset>
          <label>
            ‹field:Words› <input value={‹field›}⟦→ onChange={(‹event›) => ‹setter›(‹event›.target.value)}⟧ />
          </label>
          <label>
            ‹second:Words›
            <input value={‹second›} onChange={(‹event›) => set‹Second›(‹event›.target.value)} />
          </label>
        </fieldset>
      );
      `,
      `
      const [‹second›, set‹Second›] = useState("");
      const [‹field›, ‹setter›] = useState("");

      const fields = (
        <>
          <Select value={‹second›} onChange={(‹event›) => set‹Second›(‹event›.target.value)} />
          <textarea value={‹field›}⟦→ onChange={(‹event›) => ‹setter›(‹event›.target.value)}⟧ />
        </>
      );
      `,
    ],
  }),

  sketched("hook-returns-this-too", {
    seen: [
      "=[components|the component that uses it] [can't see|knows nothing of] {state}",
      "return {state}[ too|, too| as well]",
      "also return {state}",
      "=I need {state} outside[ of the hook|]",
      "=how do I get at {state}? the hook [doesn't return|keeps] it",
      "expose {state}[ from the hook|]",
      "={state} is [computed|kept] but never returned",
      "=can the hook return {state}, too?",
      "=should [give out|return] {state} as well",
      "add {state} to [what is|the values] returned",
      "=callers want {state} as well",
      "=nobody outside can see {state}",
      "=it would help to have {state} in the result",
      "=where do I get {state} from? [it's not in the result|not returned]",
      "=I [would like|want|need] to [show|use] {state} in the component",
      "={state} [should|has to|must] be [returned|in the result][ too|]",
      "={state} from this hook gives undefined",
      "=the hook [hides|swallows] {state}",
    ],
    unseen: ["=from the outside {state} is invisible", "let callers know {state}"],
    rows: [
      [
        { state: "loading", setter: "setLoading", init: "true" },
        { state: "isLoading", setter: "setIsLoading", init: "true" },
        { state: "error", setter: "setError", init: "null" },
        { state: "isDirty", setter: "setIsDirty", init: "false" },
        { state: "isConnected", setter: "setIsConnected", init: "false" },
        { state: "updatedAt", setter: "setUpdatedAt", init: "0" },
        { state: "attempts", setter: "setAttempts", init: "0" },
        { state: "isStale", setter: "setIsStale", init: "false" },
        { state: "progress", setter: "setProgress", init: "0" },
        { state: "total", setter: "setTotal", init: "0" },
        { state: "hasMore", setter: "setHasMore", init: "true" },
      ],
    ],
    vars: { line: HOOK_LINES, verb: ["reload", "save", "remove", "send", "sync"] },
    code: [
      `
      ƒ use‹Thing›(id: string) {
        const [‹thing›, set‹Thing›] = useState<‹Thing›>();
        const [‹state›, ‹setter›] = useState(‹init›);

        useEffect(() => {
          load‹Thing›(id, { onData: set‹Thing›, onChange: ‹setter› });
        }, [id]);

        return { ‹thing›⟦→, ‹state›⟧ };
      ƒ}
      `,
      `
      export function use‹Things›() {
        const [‹state›, ‹setter›] = useState(‹init›);
        const [‹things›, set‹Things›] = useState<‹Thing›[]>([]);
        ‹line›

        const ‹verb› = useCallback(async () => {
          set‹Things›(await api.‹verb›‹Things›(‹setter›));
        }, []);

        return {
          ‹things›,
          ‹verb›,
          ⟦→‹state›,⟧
        };
      }
      `,
      `
      const use‹Thing›Channel = (url: string) => {
        const { ‹state›, last, close } = useChannel(url);
        const ‹thing› = useMemo(() => parse‹Thing›(last), [last]);
        return { ‹thing›, close⟦→, ‹state›⟧ };
      };
      `,
    ],
  }),

  sketched("reducer-resets", {
    seen: [
      "[introduce|create] a {textAction} action[ that|, it] [goes back to|gives|returns] {initial}",
      "=[users|people] want to start over: {textAction} should [give|return] {initial}[ again|]",
      "=a {textAction} [action|case] is missing[ here|], [it returns|the result is] {initial}",
      "=falls through to the default on {textAction}, should return {initial}",
      "=reducer: add a {textAction} action that goes back to {initial}",
      "add a {textAction} action[ to the reducer|], it returns {initial}",
      "handle {textAction}: back to {initial}",
      "=dispatching {textAction} does nothing, should give {initial}",
      "=there is no {textAction} yet, it should return {initial}",
      "=the reducer ignores {textAction}[, return {initial}|: should be {initial}]",
      "=can the reducer handle {textAction}? back to {initial}",
      "=I want to go back to {initial} with a {textAction} action",
      "=should go back to {initial} on {textAction}",
      "=new case {textAction} that returns {initial}",
      "=we need {textAction} in the reducer, which starts over with {initial}",
      "=how about a {textAction} action that gives {initial}?",
      "={textAction} => {initial}",
    ],
    unseen: [
      "=nothing brings us back to {initial}, {textAction} should",
      "={textAction} in the reducer => {initial}",
    ],
    rows: [
      [
        { action: "reset", done: "changed" },
        { action: "clear", done: "added" },
        { action: "restart", done: "moved" },
        { action: "discard", done: "edited" },
        { action: "logout", done: "login" },
        { action: "startOver", done: "next" },
        { action: "‹thing›/reset", done: "‹thing›/set" },
        { action: "‹thing›/cleared", done: "‹thing›/loaded" },
        { action: "RESET", done: "UPDATE" },
        { action: "CANCEL", done: "CHANGE" },
      ],
    ],
    vars: {
      initial: ["initialState", "INITIAL", "emptyState", "initial‹Thing›", "defaultState", "EMPTY"],
      key: ["value", "step", "‹thing›", "filter", "count"],
    },
    code: [
      `
      function reducer(state: State, action: Action): State {
        switch (action.type) {
          case "‹done›":
            return { ...state, ‹key›: action.‹key› };
          ⟦→case "‹action›":
            return ‹initial›;⟧
          default:
            return state;
        }
      }
      `,
      `
      export const ‹thing›Reducer = (state = ‹initial›, action: Action): State => {
        switch (action.type) {
          case "open":
            return { ...state, isOpen: true };
          case "‹done›":
            return { ...state, ‹key›: action.payload };
          ⟦→case "‹action›":
            return ‹initial›;⟧
          default:
            return state;
        }
      };
      `,
      `
      ƒ reduce‹Thing›(state: State, action: Action): State {
        switch (action.type) {
          case "‹done›": {
            const ‹key› = next‹Thing›(state.‹key›, action);
            return { ...state, ‹key› };
          }
          case "failed":
            return { ...state, error: action.error };
          ⟦→case "‹action›":
            return ‹initial›;⟧
          default:
            throw new Error(´unknown action €{action.type}´);
        }
      ƒ}
      `,
    ],
  }),

  sketched("reducer-keeps-rest", {
    seen: [
      "=after {textAction} everything else [is gone|is undefined]",
      "={textAction} [wipes|drops|loses] the rest of the state",
      "keep the rest of the state [on|in] {textAction}",
      "=the {textAction} case forgets to spread state",
      "spread the state in [the|] {textAction}[ case|]",
      "=needs ...state in {textAction}",
      "=the other fields are undefined after dispatching {textAction}",
      "=why is the rest of the state lost after {textAction}?",
      "={textAction} should only change {key}",
      "=only {key} should change on {textAction}",
      "=can {textAction} leave the other fields alone?",
      "=the page crashes after {textAction}, as the state has nothing but {key} then",
      "=...state is missing for {textAction}",
      "=[after|following] {textAction} the state is [only|just] {key}",
      "=dispatch {textAction} and the [page|screen] [is broken|loses everything]",
      "=[looks like|seems that] {textAction} [replaces|overwrites] the whole state",
      "={textAction} [must|should] [keep|preserve] the [other fields|rest]",
      "=[expected|should be]: {key} changed, rest as before. {textAction} [drops|loses] it",
      "don't [lose|drop|forget] the other fields [on|in] {textAction}",
    ],
    unseen: [
      "=once {textAction} was dispatched, {key} is all that's left",
      "={textAction}: don't lose what else is in the state",
    ],
    rows: [
      [
        { action: "loaded", key: "‹things›", second: "filter", second2: "filtered" },
        { action: "select", key: "selected", second: "page", second2: "page" },
        { action: "failed", key: "error", second: "‹things›", second2: "received" },
        { action: "search", key: "query", second: "sort", second2: "sort" },
        { action: "‹thing›/rename", key: "name", second: "color", second2: "‹thing›/paint" },
        { action: "open", key: "isOpen", second: "tab", second2: "switch" },
        { action: "SET_USER", key: "user", second: "token", second2: "SET_TOKEN" },
        { action: "ZOOM", key: "zoom", second: "center", second2: "PAN" },
        { action: "theme/changed", key: "theme", second: "locale", second2: "locale/changed" },
        { action: "progress", key: "percent", second: "status", second2: "status" },
      ],
    ],
    vars: { payload: ["action.payload", "action.‹key›", "action.value", "action.next"] },
    code: [
      `
      function reducer(state: State, action: Action): State {
        switch (action.type) {
          case "‹second2›":
            return { ...state, ‹second›: action.‹second› };
          case "‹action›":
            return { ⟦→...state, ⟧‹key›: ‹payload› };
          default:
            return state;
        }
      }
      `,
      `
      export const ‹thing›Reducer = (state: ‹Thing›State, action: ‹Thing›Action) => {
        switch (action.type) {
          case "‹action›":
            return { ⟦→...state, ⟧‹key›: ‹payload› };
          case "‹second2›":
            return { ...state, ‹second›: compute(action) };
          case "reset":
            return initialState;
          default:
            return state;
        }
      };
      `,
      `
      ƒ update‹Thing›(state: State, action: Action): State {
        if (action.type === "‹action›") return { ⟦→...state, ⟧‹key›: ‹payload› };
        if (action.type === "‹second2›") return { ...state, ‹second›: action.‹second› };
        return state;
      ƒ}
      `,
    ],
  }),

  sketched("prop-handed-down", {
    seen: [
      "=the {wordsProp} [gets lost|ends here|stops here], {child} should [get|have] it",
      "[forward|give] {prop} to {child} [too|as well]",
      "=I set {prop} but {child} [ignores it|looks the same|doesn't care]",
      "=typescript: property {prop} is missing on {child}",
      "={child} doesn't [know|get] the {wordsProp}",
      "pass {prop} [on|down] to {child}",
      "={child} needs {prop}",
      "hand {prop} to {child}",
      "=the {wordsProp} isn't passed on to {child}",
      "={prop} is undefined in {child}",
      "=we forget to pass {prop} to {child}",
      "=why does {child} have no {wordsProp}?",
      "={child} should get {prop}, too",
      "=can {child} have the {wordsProp} as well?",
      "give {child} the {wordsProp}",
      "=inside of {child} {prop} is always undefined",
      "={prop} is missing on {child}",
      "=[inside|in] {child} I can't [see|use] {prop}",
    ],
    unseen: ["=whatever {prop} is, {child} never hears of it", "={child} wants to be told the {wordsProp}"],
    rows: [
      [
        { prop: "currency", own: "amount" },
        { prop: "locale", own: "date" },
        { prop: "selection", own: "items" },
        { prop: "mode", own: "value" },
        { prop: "theme", own: "text" },
        { prop: "size", own: "name" },
        { prop: "progress", own: "rows" },
        { prop: "width", own: "title" },
        { prop: "userId", own: "token" },
        { prop: "errors", own: "values" },
        { prop: "permissions", own: "user" },
        { prop: "timezone", own: "start" },
      ],
    ],
    vars: {
      child: [
        "Price",
        "Table",
        "Header",
        "‹Other›List",
        "‹Other›View",
        "Toolbar",
        "Body",
        "Fields",
        "Label",
        "Footer",
      ],
      line: HOOK_LINES,
    },
    code: [
      `
      export function ‹Thing›Card({ ‹own›, ‹prop›, note }: ‹Thing›CardProps) {
        ‹line›
        return (
          <article>
            <Note text={note} />
            <‹child› ‹own›={‹own›}⟦→ ‹prop›={‹prop›}⟧ />
            <Divider />
          </article>
        );
      }
      `,
      `
      const ‹Thing›Panel = ({ ‹prop›, ‹own›, children }: Props) => (
        <Panel>
          <‹child› ‹own›={‹own›}⟦→ ‹prop›={‹prop›}⟧>{children}</‹child›>
          <Status of={‹own›} />
        </Panel>
      );
      `,
      `
      export function ‹Thing›Page({ id }: { id: string }) {
        const { ‹own›, ‹prop› } = use‹Thing›(id);
        const [tab, setTab] = useState("main");

        return (
          <Page tab={tab} onTab={setTab}>
            <‹child›
              key={id}
              ‹own›={‹own›}
              ⟦→‹prop›={‹prop›}⟧
            />
          </Page>
        );
      }
      `,
    ],
  }),

  sketched("nothing-before-loaded", {
    seen: [
      "=crashes on the first render[, since {thing} is null|]",
      "=cannot read properties of [null|undefined] until the {wordsThing} is loaded",
      "render nothing [until|before] the {wordsThing} is [there|loaded]",
      "return null [while|as long as] there's no {wordsThing}",
      "={thing} is null at first[, return null then|]",
      "=white screen [at first|on load], the {wordsThing} isn't there yet",
      "=should render nothing without a {wordsThing}",
      "=why does it crash before the {wordsThing} is loaded?",
      "=can we show nothing as long as there's no {wordsThing}?",
      "=TypeError when {thing} hasn't arrived yet",
      "return null if {thing} is missing",
      "=the {wordsThing} takes a moment, until then it throws",
      "=null check for {thing} pls, render nothing",
      "=[reload|open] the page: [crash|blank], [because|since] there's no {wordsThing} [yet|at first]",
      "=we use the {wordsThing} [before|though] it's [loaded|there]",
      "=[add|needs] a guard for {thing}[ that returns null|, return null]",
      "[don't|do not] render [anything|a thing] [without a|before the] {wordsThing}",
      "={thing}.{field} throws [at first|on the first render]",
    ],
    unseen: [
      "=the first paint happens before we have the {wordsThing}, and that blows up",
      "=no {wordsThing}, no output",
    ],
    vars: { line: HOOK_LINES, field: ["name", "title", "label", "number", "email"] },
    code: [
      `
      export function ‹Thing›Header({ id }: { id: string }) {
        const ‹thing› = use‹Thing›(id);
        ‹line›
        ⟦→if (!‹thing›) return null;⟧

        return (
          <header>
            <h1>{‹thing›.‹field›}</h1>
          </header>
        );
      }
      `,
      `
      const ‹Thing›Details = ({ ‹other›Id }: Props) => {
        const [‹thing›, set‹Thing›] = useState<‹Thing› | null>(null);

        useEffect(() => {
          fetch‹Thing›Of(‹other›Id).then(set‹Thing›);
        }, [‹other›Id]);

        ⟦→if (!‹thing›) return null;⟧
        return <p className="details">{‹thing›.‹field›}</p>;
      };
      `,
      `
      class ‹Thing›Info extends React.Component<Props, State> {
        state: State = { ‹thing›: null };

        async componentDidMount() {
          this.setState({ ‹thing›: await load‹Thing›(this.props.id) });
        }

        render() {
          const { ‹thing› } = this.state;
          ⟦→if (!‹thing›) return null;⟧
          return <span title={‹thing›.id}>{‹thing›.‹field›}</span>;
        }
      }
      `,
    ],
  }),

  sketched("prop-made-optional", {
    seen: [
      "=I [get|have] a type error [when|if] {prop} isn't [passed|given]",
      "={prop} should not be [required|mandatory]",
      "=some {name}s have no {wordsProp}, [types should allow that|the type doesn't allow it]",
      "=could [we|you] make {prop} optional[ in the type|]?",
      "=ts [complains|wants {prop}] when I leave out {prop}",
      "=property {prop} is missing in type, but it's optional",
      "make {prop} optional",
      "={prop} should be optional",
      "=not every {name} has {prop}",
      "=can {prop} be left out?",
      "=I don't always have {prop}, ts insists on it",
      "=why do I have to pass {prop}?",
      "={prop} optional pls",
      "=shouldn't have to pass {prop} [each time|everywhere]",
      "={prop} isn't required",
      "=half of the callers pass {prop} as undefined, it should be optional",
      "allow {name} without {prop}",
      "={prop}?: [instead of|not] {prop}:",
    ],
    unseen: ["=type error at every {name} that comes without {prop}", "={prop} needn't be given"],
    rows: [
      [
        { prop: "footer", type: "ReactNode" },
        { prop: "onClose", type: "() => void" },
        { prop: "subtitle", type: "string" },
        { prop: "icon", type: "ReactElement" },
        { prop: "maxWidth", type: "number" },
        { prop: "disabled", type: "boolean" },
        { prop: "renderEmpty", type: "() => ReactNode" },
        { prop: "href", type: "string" },
        { prop: "badge", type: "number" },
        { prop: "style", type: "CSSProperties" },
        { prop: "onError", type: "(error: Error) => void" },
      ],
    ],
    vars: {
      name: ["‹Thing›Card", "Panel", "‹Thing›List", "Dialog", "Header", "‹Thing›Row", "Toolbar", "Page"],
      line: HOOK_LINES,
    },
    code: [
      `
      interface ‹name›Props {
        title: string;
        ‹prop›⟦→?⟧: ‹type›;
        children: ReactNode;
      }

      export function ‹name›({ title, ‹prop›, children }: ‹name›Props) {
        ‹line›
        return (
          <Frame title={title} ‹prop›={‹prop›}>
            {children}
          </Frame>
        );
      }
      `,
      `
      type ‹name›Props = {
        ‹things›: ‹Thing›[];
        onSelect: (‹thing›: ‹Thing›) => void;
        ‹prop›⟦→?⟧: ‹type›;
      };
      `,
      `
      export const ‹name› = ({ id, ‹prop› }: { id: string; ‹prop›⟦→?⟧: ‹type› }) => (
        <Shell id={id} ‹prop›={‹prop›} />
      );
      `,
    ],
  }),
];
