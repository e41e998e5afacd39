import { sketched } from "./sketch.ts";

const EVENT = ["e", "e", "event", "ev"];

/** What happens when somebody clicks, and after. */
export const SCREEN_ACTIONS = [
  sketched("button-submits-the-form", {
    seen: [
      '=can the {textLabel} button be type="button"?',
      "=clicking {textLabel} [submits|sends] the [form|surrounding form|whole form]",
      "=the form [gets|is] [submitted|sent] when i [click|press] {textLabel}",
      "=the page reloads on {textLabel}",
      '[add|set] type="button" on {textLabel}',
      "=why does {textLabel} submit?",
      "=the {textLabel} button shouldn't submit [the form|anything]",
      "stop the {textLabel} button from [submitting|sending] the form",
      "=type button is missing [on|for] {textLabel}",
      "=react/button-has-type [at|on|for] {textLabel}",
      "=a button in a form is a submit button by default, {textLabel} must not be one",
      "make {textLabel} a button that doesn't submit",
      "=validation errors pop up as soon as you click {textLabel}",
    ],
    unseen: [
      "=only the big button at the end is there to send the form off, {textLabel} isn't",
      "={textLabel} wants an explicit type so that it doesn't count as submit",
    ],
    rows: [
      [
        { label: "Show", act: "togglePassword" },
        { label: "Add row", act: "addRow" },
        { label: "Remove", act: "removeRow" },
        { label: "Cancel", act: "onCancel" },
        { label: "Clear", act: "clear" },
        { label: "Generate", act: "generateName" },
        { label: "Choose file", act: "openPicker" },
        { label: "Preview", act: "showPreview" },
        { label: "Add tag", act: "addTag" },
        { label: "Back", act: "goBack" },
        { label: "Look up", act: "lookUp" },
      ],
    ],
    code: [
      `
      <form onSubmit={handleSubmit}>
        <input name="«name|title|code»" value={value} onChange={onChange} />
        <button⟦→ type="button"⟧ onClick={‹act›}>‹label›</button>
        <button type="submit">«Save|Send|Create»</button>
      </form>
      `,
      `
      ƒ ‹Thing›Fields({ ‹things›, ‹act› }: Props) {
        return (
          <div className="«fields|group|field»">
            {‹things›.map((‹thing›) => (
              <Input key={‹thing›.id} {...‹thing›} />
            ))}
            <button⟦→ type="button"⟧ className="«link|secondary|ghost»" onClick={‹act›}>
              ‹label›
            </button>
          </div>
        );
      ƒ}
      `,
      `
      <form onSubmit={save‹Thing›}>
        «<Fields />|<‹Thing›Fields value={‹thing›} />»
        <footer>
          <button type="button" onClick={onHelp}>Help</button>
          <button⟦→ type="button"⟧ onClick={() => ‹act›(«‹thing›.id|»)}>‹label›</button>
          <button type="submit">OK</button>
        </footer>
      </form>
      `,
    ],
  }),
  sketched("confirm-before-doing", {
    seen: [
      "ask before {wordsDoing}: {textText}",
      "=gone with one click... {textText} [first|before that] pls",
      "=want a question {textText} [before|ahead of] {call}",
      "=ask first! {textText}",
      "=[it would be nice|would be good] to be asked {textText} [before|first]",
      "=one wrong click and it's gone, ask {textText} with confirm",
      "[show|add] a confirm {textText} before {wordsDoing}",
      "=people [click|hit] this by accident, {textText} should be confirmed [first|before]",
      "confirm first: {textText}",
      "=there should be a confirm ({textText}) before {call} is called",
      "=shouldn't [do it|happen] without asking {textText}",
      "=can we confirm with {textText} first?",
      "=no confirmation when {wordsDoing}... {textText}",
      "only [go on|continue] when {textText} is confirmed",
      "use window.confirm({textText}) and stop if they say no",
    ],
    unseen: [
      "=one misclick and there's no way back - a browser prompt {textText} should come ahead of {call}",
      "get an OK from the user ({textText}) or leave everything as it is",
    ],
    rows: [
      [
        { verb: "delete", doing: "deleting" },
        { verb: "remove", doing: "removing" },
        { verb: "archive", doing: "archiving" },
        { verb: "cancel", doing: "cancelling" },
        { verb: "reset", doing: "resetting" },
        { verb: "publish", doing: "publishing" },
        { verb: "revoke", doing: "revoking" },
        { verb: "discard", doing: "discarding" },
      ],
    ],
    vars: {
      text: [
        "‹Verb› this ‹thing:words›?",
        "Are you sure?",
        "Really ‹verb› it?",
        "This can't be undone. Continue?",
        "‹Verb› the ‹thing:words› for good?",
        "Do you want to ‹verb› this ‹thing:words›?",
      ],
      call: ["‹verb›‹Thing›", "api.‹verb›‹Thing›", "‹things›.‹verb›", "on‹Verb›"],
    },
    code: [
      `
      const handle‹Verb› = async () => {
        ⟦→if (!window.confirm("‹text›")) return;⟧
        await ‹call›(‹thing›.id);
        «navigate("/‹things:kebab›");|refetch();|onClose();»
      };
      `,
      `
      ƒ ‹Thing›Actions({ ‹thing›, reload }: Props) {
        const edit = () => openEditor(‹thing›.id);

        const handle‹Verb› = () => {
          ⟦→if (!window.confirm("‹text›")) return;⟧
          ‹call›(‹thing›.id).then(reload);
        };

        return (
          <Toolbar>
            <button onClick={edit}>Edit</button>
            <button onClick={handle‹Verb›}>‹Verb›</button>
          </Toolbar>
        );
      ƒ}
      `,
      `
      class ‹Thing›Panel extends Component<Props, State> {
        save = () => this.props.onSave(this.state.draft);

        ‹verb› = async () => {
          ⟦→if (!window.confirm("‹text›")) return;⟧
          this.setState({ busy: true });
          await ‹call›(this.props.‹thing›);
          this.setState({ busy: false });
        };
      }
      `,
      `
      export function use‹Verb›‹Thing›() {
        const client = useQueryClient();
        return async (id: string) => {
          ⟦→if (!window.confirm("‹text›")) return;⟧
          ‹fill›
          await ‹call›(id);
          client.invalidateQueries({ queryKey: ["‹things›"] });
        };
      }
      `,
    ],
  }),
  // The other key gets a branch of its own, behind the one that is there.
  sketched("escape-closes-too", {
    seen: [
      "close [it|the {wordsPlace}] on escape too, [right now|so far] only Enter does something",
      "=escape does nothing, should call {close}",
      "=pressing [esc|escape] should close the {wordsPlace}",
      "=can't [get out|leave|close it] with [esc|the escape key|Escape]",
      "=esc → {close}",
      "[call|run] {close} on Escape[ as well| too|]",
      "=Enter works but [esc|Escape] doesn't close the {wordsPlace}",
      "=[i|people] expect [esc|the escape key] to close the {wordsPlace}",
      "=can Escape [close the {wordsPlace}|call {close}][ too| as well|]?",
      "=[wish|it would be nice if] the {wordsPlace} could be closed with the escape key",
      "handle Escape [too|as well]: {close}",
      "=keyboard users can't close the {wordsPlace}",
    ],
    unseen: [
      "=there's no way to dismiss the {wordsPlace} from the keyboard, the usual key has no effect",
      "besides Enter let Escape do something: {close}",
    ],
    vars: {
      place: ["modal", "dialog", "popup", "dropdown", "drawer", "editor", "sidePanel", "suggestionList"],
      close: ["onClose", "close", "dismiss", "onCancel", "hide", "cancel"],
      confirm: ["onConfirm", "submit", "save", "select", "apply", "onSubmit"],
      target: ["window", "document"],
      e: EVENT,
    },
    code: [
      `
      const onKeyDown = (‹e›: React.KeyboardEvent) => {
        if (‹e›.key === "Enter") {
          ‹confirm›();
        }⟦→ else if (‹e›.key === "Escape") {
          ‹close›();
        }⟧
      };

      return (
        <‹Place› «title={title} »onKeyDown={onKeyDown}>
          {children}
          <button onClick={‹close›}>Close</button>
        </‹Place›>
      );
      `,
      `
      ƒ ‹Place›({ children, ‹confirm›, ‹close› }: ‹Place›Props) {
        const handleKey = (‹e›: KeyboardEvent<HTMLDivElement>) => {
          if (‹e›.key === "Enter") ‹confirm›();
          ⟦→if (‹e›.key === "Escape") ‹close›();⟧
        };

        return (
          <div role="dialog" «className="‹place:kebab›" »onKeyDown={handleKey}>
            {children}
            <button onClick={‹close›}>«Close|×»</button>
          </div>
        );
      ƒ}
      `,
      `
      useEffect(() => {
        const listener = (‹e›: KeyboardEvent) => {
          switch (‹e›.key) {
            case "ArrowDown":
              move(1);
              break;
            case "Enter":
              ‹confirm›();
              break;
            ⟦→case "Escape":
              ‹close›();
              break;⟧
          }
        };
        ‹target›.addEventListener("keydown", listener);
        return () => ‹target›.removeEventListener("keydown", listener);
      }, [‹confirm›, ‹close›]);
      `,
    ],
  }),
  sketched("only-on-enter", {
    seen: [
      "=only [{act}|do it|do that] when Enter is pressed, not [on every key|every key]",
      "=every [key|keystroke] [calls|runs|triggers] {act}",
      "=it {wordsDoes} on [every|each] key[ press|stroke|]",
      "=should wait for Enter",
      "[check|only react to] the Enter key",
      "=pressing any key {wordsDoes}, should be Enter [only|alone]",
      "=typing a single letter already {wordsDoes}",
      "call {act} only on Enter",
      "=can {act} be limited to Enter?",
      "=Enter only [pls|please]",
      "=i can't finish typing, the first key already {wordsDoes}",
      "ignore all keys but Enter",
      "=[even|also] shift and tab [call|trigger] {act}, want [just|only] Enter",
    ],
    unseen: [
      "=the other keys are for typing, the return key alone is meant to be the one that {wordsDoes}",
      "restrict {act} to the key Enter",
    ],
    rows: [
      [
        { act: "commit", does: "commits" },
        { act: "save", does: "saves" },
        { act: "search", does: "searches" },
        { act: "submit", does: "submits" },
        { act: "onAdd", does: "adds it" },
        { act: "addTag", does: "adds a tag" },
        { act: "sendMessage", does: "sends the message" },
        { act: "applyFilter", does: "applies the filter" },
        { act: "onRename", does: "renames it" },
        { act: "goToPage", does: "goes to the page" },
        { act: "createRoom", does: "creates a room" },
      ],
    ],
    vars: {
      value: ["name", "text", "draft", "query", "title", "input", "label"],
      element: ["input", "field", "box", "nameInput"],
      e: EVENT,
    },
    code: [
      `
      <input
        value={‹value›}
        onChange={(‹e›) => set‹Value›(‹e›.target.value)}
        onKeyDown={(⟦→‹e›⟧) => ⟦→‹e›.key === "Enter" && ⟧‹act›(‹value›)}
      />
      `,
      `
      ƒ ‹Thing›Input({ ‹act› }: Props) {
        const [‹value›, set‹Value›] = useState("");

        const handleKeyDown = (‹e›: React.KeyboardEvent) => {
          ⟦→if (‹e›.key !== "Enter") return;⟧
          ‹act›(‹value›);
          set‹Value›("");
        };

        return (
          <input
            value={‹value›}
            onChange={(‹e›) => set‹Value›(‹e›.target.value)}
            onKeyDown={handleKeyDown}
          />
        );
      ƒ}
      `,
      `
      <div className="«toolbar|row»">
        <TextField value={‹value›} onChange={set‹Value›} onKeyUp={(‹e›) => ⟦→‹e›.key === "Enter" && ⟧‹act›(‹value›)} />
        <Button onClick={() => ‹act›(‹value›)}>«OK|Go|Add»</Button>
      </div>
      `,
      `
      ‹element›.addEventListener("keydown", (‹e›) => {
        ⟦→if (‹e›.key !== "Enter") return;⟧
        ‹e›.preventDefault();
        ‹act›(‹element›.value);
      });
      `,
    ],
  }),
  sketched("click-goes-no-further", {
    seen: [
      "=clicking {textLabel} also [opens|selects] the {wordsThing}",
      "=[the |]{textLabel} button also triggers the [click|onClick] of the {wordsOuter}",
      "=when i click {textLabel} the {wordsThing} [opens|gets opened|is opened] as well",
      "=click on {textLabel} [bubbles|bubbles up|goes through] to the {wordsOuter}",
      "stop the click [on|of] {textLabel} from [bubbling|reaching the {wordsOuter}]",
      "=stopPropagation [missing|needed] [on|for] {textLabel}",
      "=[why does {textLabel}|how does {textLabel} come to] open the {wordsThing}?",
      "=the {wordsOuter} shouldn't react [when|if] {textLabel} is clicked",
      "=can we stop the {textLabel} click before the {wordsOuter}?",
      "=tester: {textLabel} works but then it [also |]navigates to the {wordsThing}",
      "don't let the {textLabel} click through to the {wordsOuter}",
    ],
    unseen: [
      "=pressing {textLabel} counts as a press on the whole {wordsOuter}",
      "=the {wordsOuter} has its own click, {textLabel} must keep its event for itself",
    ],
    rows: [
      [
        { label: "Delete", act: "onDelete" },
        { label: "Remove", act: "remove" },
        { label: "Edit", act: "onEdit" },
        { label: "Like", act: "toggleLike" },
        { label: "Pin", act: "onPin" },
        { label: "Copy link", act: "copyLink" },
        { label: "Archive", act: "onArchive" },
        { label: "Share", act: "share" },
        { label: "Mark as read", act: "markRead" },
        { label: "Download", act: "download" },
      ],
    ],
    vars: { outer: ["card", "row", "tile", "listItem", "tableRow", "panel"], e: EVENT },
    code: [
      `
      <div className="‹outer:kebab›" onClick={() => open‹Thing›(‹thing›.id)}>
        <h3>{‹thing›.name}</h3>
        <button onClick={(⟦→e⟧) => ⟦‹act›(‹thing›.id)→{
          e.stopPropagation();
          ‹act›(‹thing›.id);
        }⟧}>‹label›</button>
      </div>
      `,
      `
      ƒ ‹Thing›‹Outer›({ ‹thing›, onSelect, ‹act› }: Props) {
        return (
          <li className="‹outer:kebab›" onClick={() => onSelect(‹thing›)}>
            <span>{‹thing›.«name|title|label»}</span>
            <«Button|IconButton»
              «title="‹label›"|aria-label="‹label›"»
              onClick={(⟦→e⟧) => {
                ⟦→e.stopPropagation();⟧
                ‹act›(‹thing›.id);
              }}
            />
          </li>
        );
      ƒ}
      `,
      `
      export const ‹Thing›‹Outer› = ({ ‹thing›, ‹act› }: Props) => {
        const navigate = useNavigate();

        const handleOpen = () => navigate(´/‹things:kebab›/€{‹thing›.id}´);

        const handleClick = (‹e›: React.MouseEvent) => {
          ⟦→‹e›.stopPropagation();⟧
          ‹act›(‹thing›);
        };

        return (
          <article className="‹outer:kebab›" onClick={handleOpen}>
            <p>{‹thing›.summary}</p>
            <button onClick={handleClick}>‹label›</button>
          </article>
        );
      };
      `,
    ],
  }),
  sketched("callback-may-be-left-out", {
    seen: [
      "={callback} is optional now, this blows up without it",
      "={callback} can be [undefined|missing]",
      "=TypeError: {callback} is not a function[ when it isn't passed|]",
      "=crashes [when|if] nobody passes {callback}",
      "=[Cannot invoke an object which is possibly 'undefined'|ts2722] for {callback}",
      "only call {callback} [if|when] it is [there|given|passed]",
      "=not every parent [passes|gives] {callback}",
      "call {callback} only if there is one",
      "=what if there's no {callback}?",
      "=can this work without {callback}?",
      "=not everybody needs {callback}, don't [crash|throw] then",
      "=shouldn't need {callback} to work",
      "use `?.` [for|with|when calling] {callback}",
      "=optional call for {callback} pls",
    ],
    unseen: [
      "=since the prop {callback} doesn't have to be set anymore, care is needed where it is called",
      "survive a parent that leaves {callback} away",
    ],
    vars: {
      callback: [
        "onSelect",
        "onClose",
        "onChange",
        "onDone",
        "onToggle",
        "onRemove",
        "onSaved",
        "onHover",
        "onExpand",
        "onError",
        "afterSave",
        "onPick",
      ],
      sure: ["onRender", "setActive", "track", "update"],
    },
    code: [
      `
      ƒ ‹Thing›Option({ ‹thing›, ‹callback› }: OptionProps) {
        return (
          <li role="option" onMouseEnter={() => ‹sure›(‹thing›)} onClick={() => ‹callback›⟦→?.⟧(‹thing›.id)}>
            {‹thing›.label}
          </li>
        );
      ƒ}
      `,
      `
      interface Props {
        ‹thing›: ‹Thing›;
        ‹callback›?: (id: string) => void;
        ‹sure›: (id: string) => void;
      }

      export function ‹Thing›Row({ ‹thing›, ‹callback›, ‹sure› }: Props) {
        const handleClick = () => {
          ‹sure›(‹thing›.id);
          ‹callback›⟦→?.⟧(‹thing›.id);
        };
        ‹fill›
        return <div onClick={handleClick}>{‹thing›.name}</div>;
      }
      `,
      `
      const submit = async () => {
        setBusy(true);
        const saved = await save‹Thing›(draft);
        setBusy(false);
        «props.|»‹sure›(saved.id);
        «props.|»‹callback›⟦→?.⟧(saved);
      };
      `,
      `
      class ‹Thing›Picker {
        constructor(private options: PickerOptions) {}

        pick(‹thing›: ‹Thing›) {
          this.current = ‹thing›;
          this.options.‹sure›(‹thing›);
          this.options.‹callback›⟦→?.⟧(‹thing›);
        }
      }
      `,
    ],
  }),
  sketched("back-after-a-while", {
    seen: [
      "={state} for {wordsSeconds} only, then {off}",
      "=how do we get {state} back to {off} after {wordsSeconds}?",
      "=after [clicking|it] {state} is {on} for ever, {wordsSeconds} would be enough",
      "set {state} back to {off} after [{wordsSeconds}|{wordsSeconds} or so]",
      "=[the |]{wordsState} [state|message] [never goes away|stays forever], {wordsSeconds} is enough",
      "=the {wordsState} thing should only last {wordsSeconds}",
      "reset {state} after {wordsSeconds}",
      "=after {wordsSeconds} {state} should be {off} again",
      "=can {state} [go back|switch back] to {off} after {wordsSeconds}?",
      "={state} stays {on} [forever|for ever], should reset after {wordsSeconds}",
      "=it still says {wordsState} minutes later - {wordsSeconds}, then back to {off}",
      "[hide|clear] it after {wordsSeconds} (state {state})",
      "use a timeout of {wordsSeconds} to put {state} back[ to {off}|]",
    ],
    unseen: [
      "=the {wordsState} hint is meant to be short: {wordsSeconds} and gone",
      "let {state} fall back to {off} once {wordsSeconds} are over",
    ],
    rows: [
      [
        { state: "copied", on: "true", off: "false", type: "boolean" },
        { state: "saved", on: "true", off: "false", type: "boolean" },
        { state: "showToast", on: "true", off: "false", type: "boolean" },
        { state: "highlighted", on: "true", off: "false", type: "boolean" },
        { state: "shaking", on: "true", off: "false", type: "boolean" },
        { state: "flash", on: "true", off: "false", type: "boolean" },
        { state: "notice", on: '"Saved"', off: "null", type: "string | null" },
        { state: "message", on: '"Done"', off: '""', type: "string" },
        { state: "hint", on: '"Sent"', off: "null", type: "string | null" },
        { state: "isNew", on: "true", off: "false", type: "boolean" },
      ],
      [
        { seconds: "2 sec", ms: "2000" },
        { seconds: "3 seconds", ms: "3000" },
        { seconds: "5 seconds", ms: "5000" },
        { seconds: "1.5 s", ms: "1500" },
        { seconds: "half a second", ms: "500" },
        { seconds: "one second", ms: "1000" },
        { seconds: "10s", ms: "10000" },
        { seconds: "4000 ms", ms: "4000" },
      ],
    ],
    code: [
      `
      const [‹state›, set‹State›] = useState<‹type›>(‹off›);

      const handleCopy = () => {
        «navigator.clipboard.writeText(code)|copy(‹thing›.url)|save‹Thing›(‹thing›)»;
        set‹State›(‹on›);
        ⟦→setTimeout(() => set‹State›(‹off›), ‹ms›);⟧
      };
      `,
      `
      ƒ ‹Thing›Card({ ‹thing› }: Props) {
        const [open, setOpen] = useState(false);
        const [‹state›, set‹State›] = useState<‹type›>(‹off›);

        const save = async () => {
          await update‹Thing›(‹thing›);
          setOpen(false);
          set‹State›(‹on›);
          ⟦→setTimeout(() => set‹State›(‹off›), ‹ms›);⟧
        };

        return (
          <div>
            {‹state› && <Badge>«New|Saved|OK»</Badge>}
            {open && <Editor ‹thing›={‹thing›} onSave={save} />}
          </div>
        );
      ƒ}
      `,
      `
      class ‹Thing›Store {
        ‹state›: ‹type› = ‹off›;
        count = 0;

        add(‹thing›: ‹Thing›) {
          this.list.push(‹thing›);
          this.count++;
          this.‹state› = ‹on›;
          ⟦→setTimeout(() => {
            this.‹state› = ‹off›;
          }, ‹ms›);⟧
        }
      }
      `,
    ],
  }),
  sketched("remember-it-in-local-storage", {
    seen: [
      "=[loses|forgets] the {wordsValue} on reload, localStorage {textKey} please",
      "=shouldn't the {wordsValue} be in localStorage as {textKey}?",
      "remember the {wordsValue}: also write it to localStorage under {textKey}",
      "[store|save|keep] the {wordsValue} in localStorage [as|under] {textKey}",
      "=the {wordsValue} is forgotten after a reload, put it into localStorage ({textKey})",
      "=reloading [resets|loses] the {wordsValue}. localStorage key {textKey}",
      "=should survive a reload, localStorage {textKey}",
      "=can we persist the {wordsValue} in localStorage, key {textKey}?",
      "persist {value} to localStorage [with|under] the key {textKey}",
      "=i have to choose the {wordsValue} again after [each|every] reload, remember it in localStorage as {textKey}",
      "=[the |]localStorage.setItem [for|of] {textKey} is missing",
      "[keep|hold] the {wordsValue} across visits: {textKey} in localStorage",
      "also set {textKey} in localStorage",
      "=we read {textKey} from localStorage at start but never write it",
    ],
    unseen: [
      "=next time people come by they want the same {wordsValue} (localStorage, {textKey})",
      "let the browser keep the {wordsValue} - entry {textKey} of localStorage",
    ],
    rows: [
      [
        { value: "theme", key: "theme" },
        { value: "theme", key: "app-theme" },
        { value: "language", key: "lang" },
        { value: "sidebar", key: "sidebar" },
        { value: "sortOrder", key: "sort" },
        { value: "density", key: "table.density" },
        { value: "currency", key: "currency" },
        { value: "view", key: "lastView" },
        { value: "fontSize", key: "font-size" },
        { value: "activeTab", key: "tab" },
        { value: "region", key: "user.region" },
      ],
    ],
    vars: { next: ["next", "value", "chosen", "selected"], e: EVENT },
    code: [
      `
      const change‹Value› = (‹next›: «string|‹Value›») => {
        set‹Value›(‹next›);
        «document.documentElement.dataset.‹value› = ‹next›;|track("‹value›", ‹next›);|closeMenu();»
        ⟦→localStorage.setItem("‹key›", ‹next›);⟧
      };
      `,
      `
      ƒ ‹Value›Picker({ options }: Props) {
        const [‹value›, set‹Value›] = useState(() => localStorage.getItem("‹key›") ?? options[0]);

        const pick = (‹next›: string) => {
          set‹Value›(‹next›);
          ⟦→localStorage.setItem("‹key›", ‹next›);⟧
        };

        return (
          <select value={‹value›} onChange={(‹e›) => pick(‹e›.target.value)}>
            {options.map((option) => (
              <option key={option}>{option}</option>
            ))}
          </select>
        );
      ƒ}
      `,
      `
      class Settings {
        ‹value› = "";
        private listeners = new Set<() => void>();

        set‹Value›(‹next›: string) {
          ‹fill›
          this.‹value› = ‹next›;
          ⟦→localStorage.setItem("‹key›", ‹next›);⟧
        }

        get‹Value›() {
          return this.‹value›;
        }
      }
      `,
    ],
  }),
  sketched("close-when-saved", {
    seen: [
      "=the {wordsPlace} stays open after {wordsDoing}",
      "=the {wordsPlace} should close [when|once] [it's done|the {wordsThing} is {wordsDone}]",
      "close [the {wordsPlace}|it] after {wordsDoing}",
      "call {close} [after|when] {wordsDoing}[ is done|]",
      "=have to close the {wordsPlace} [myself|by hand] after {wordsDoing}",
      "=the {wordsPlace} doesn't close",
      "=[people|users] click again because the {wordsPlace} is still [open|there] after {wordsDoing}",
      "=can the {wordsPlace} close [itself|by itself] after {wordsDoing}?",
      "={close} is never called [on success|after {wordsDoing}]",
      "=once the {wordsThing} is {wordsDone}, {close}",
      "=[why|how come] the {wordsPlace} is still open after {wordsDoing}?",
    ],
    unseen: [
      "=nobody needs the {wordsPlace} any longer as soon as the {wordsThing} has been {wordsDone}",
      "finish with {close} when the request has gone well",
    ],
    rows: [
      [
        { verb: "save", doing: "saving", done: "saved" },
        { verb: "create", doing: "creating", done: "created" },
        { verb: "update", doing: "updating", done: "updated" },
        { verb: "delete", doing: "deleting", done: "deleted" },
        { verb: "send", doing: "sending", done: "sent" },
        { verb: "invite", doing: "inviting", done: "invited" },
        { verb: "import", doing: "importing", done: "imported" },
        { verb: "rename", doing: "renaming", done: "renamed" },
      ],
      [
        { place: "dialog", close: "onClose" },
        { place: "modal", close: "closeModal" },
        { place: "drawer", close: "onClose" },
        { place: "popover", close: "close" },
        { place: "sheet", close: "dismiss" },
        { place: "sidePanel", close: "closePanel" },
        { place: "dialog", close: "hideDialog" },
      ],
    ],
    code: [
      `
      ƒ ‹Verb›‹Thing›‹Place›({ ‹thing›, ‹close› }: Props) {
        const [error, setError] = useState<string | null>(null);

        const handle‹Verb› = async () => {
          try {
            await ‹verb›‹Thing›(‹thing›);
            ⟦→‹close›();⟧
          } catch {
            setError("Could not ‹verb› the ‹thing:words›");
          }
        };

        return (
          <‹Place› onClose={‹close›}>
            {error && <p role="alert">{error}</p>}
            <button onClick={handle‹Verb›}>‹Verb›</button>
          </‹Place›>
        );
      ƒ}
      `,
      `
      const submit = async (values: ‹Thing›Values) => {
        setBusy(true);
        await api.‹things›.‹verb›(values);
        setBusy(false);
        ⟦→‹close›();⟧
      };

      const cancel = () => ‹close›();
      `,
      `
      export const use‹Verb›‹Thing› = (‹close›: () => void) => {
        const client = useQueryClient();
        return useMutation({
          mutationFn: ‹verb›‹Thing›,
          onSuccess: () => {
            client.invalidateQueries({ queryKey: ["‹things›"] });
            ⟦→‹close›();⟧
          },
          onError: (error) => «toast.error(error.message)|console.error(error)»,
        });
      };
      `,
    ],
  }),
  sketched("tell-that-it-worked", {
    seen: [
      "[show|add] a toast {textText} after {wordsDoing}",
      "=no [feedback|message] after {wordsDoing}, {notify} with {textText}",
      "=people don't [notice|know|see] that the {wordsThing} was {wordsDone}: {textText}",
      "=[you|users] can't tell whether it worked, say {textText}",
      "tell [people|the user] {textText} when the {wordsThing} has been {wordsDone}",
      "=nothing [happens|is shown] after {wordsDoing} - should say {textText}",
      "=should [say|show] {textText} [on success|when done|once the {wordsThing} is {wordsDone}]",
      "=can we [show|say] {textText} after {wordsDoing}?",
      "call {notify} with {textText} on success",
      "=success message [missing|pls]: {textText}",
      "=a short {textText} would be nice after {wordsDoing}",
      "=they click again since they see no confirmation. {textText} when it went through",
    ],
    unseen: [
      "=a success goes by in silence here, let the notification read {textText}",
      "give feedback with {notify}: {textText}",
    ],
    rows: [
      [
        { verb: "save", doing: "saving", done: "saved" },
        { verb: "delete", doing: "deleting", done: "deleted" },
        { verb: "send", doing: "sending", done: "sent" },
        { verb: "update", doing: "updating", done: "updated" },
        { verb: "archive", doing: "archiving", done: "archived" },
        { verb: "create", doing: "creating", done: "created" },
        { verb: "publish", doing: "publishing", done: "published" },
        { verb: "duplicate", doing: "duplicating", done: "duplicated" },
      ],
      [
        { notify: "toast.success", fail: "toast.error" },
        { notify: "showToast", fail: "showError" },
        { notify: "notify", fail: "alert" },
        { notify: "message.success", fail: "message.error" },
        { notify: "setNotice", fail: "setError" },
        { notify: "snackbar.show", fail: "snackbar.error" },
      ],
    ],
    vars: {
      text: [
        "‹thing:Words› ‹done›",
        "‹Done›!",
        "The ‹thing:words› was ‹done›",
        "Successfully ‹done›",
        "Your ‹thing:words› has been ‹done›",
        "Done",
      ],
    },
    code: [
      `
      const handle‹Verb› = async () => {
        try {
          await ‹verb›‹Thing›(‹thing›«.id|»);
          ⟦→‹notify›("‹text›");⟧
        } catch {
          ‹fail›("Could not ‹verb› the ‹thing:words›");
        }
      };

      const remind = () => ‹notify›("«Don't forget|Please wait|Still working on it»");
      `,
      `
      ƒ use‹Verb›‹Thing›() {
        const [busy, setBusy] = useState(false);

        const run = async (‹thing›: ‹Thing›) => {
          setBusy(true);
          const response = await ‹verb›‹Thing›(‹thing›);
          setBusy(false);
          if (!response.ok) {
            ‹fail›("Failed");
            return;
          }
          ⟦→‹notify›("‹text›");⟧
        };

        const copy = async (‹thing›: ‹Thing›) => {
          await copyText(‹thing›.url);
          ‹notify›("Link copied");
        };

        return { run, copy, busy };
      ƒ}
      `,
      `
      const mutation = useMutation({
        mutationFn: ‹verb›‹Thing›,
        onSuccess: () => {
          refetch();
          ⟦→‹notify›("‹text›");⟧
        },
        onError: () => ‹fail›("«Something went wrong|That did not work»"),
        onMutate: () => ‹notify›("«One moment|Working on it»"),
      });
      `,
    ],
  }),
  sketched("go-there-afterwards", {
    seen: [
      "go [back |]to {textPath} after {wordsDoing}",
      "=after {wordsDoing} [i'd like to land|it should land|people should land] on {textPath}",
      "=[you|people] stay on the [page|form] after {wordsDoing}, should go to {textPath}",
      "navigate to {textPath} [when|once] the {wordsThing} is {wordsDone}",
      "=should redirect to {textPath} [afterwards|after {wordsDoing}|on success]",
      "redirect to {textPath} afterwards",
      "=nothing happens after {wordsDoing}. take me to {textPath}",
      "=can we send people to {textPath} once it's {wordsDone}?",
      "=the next page after {wordsDoing} should be {textPath}",
      "=redirect missing, {textPath}",
      "open {textPath} when {wordsDoing} worked",
    ],
    unseen: [
      "=having {wordsDone} the {wordsThing} one is stuck here - the place to be is {textPath} then",
      "leave for {textPath} as soon as the {wordsThing} was {wordsDone}",
    ],
    rows: [
      [
        { verb: "save", doing: "saving", done: "saved" },
        { verb: "delete", doing: "deleting", done: "deleted" },
        { verb: "submit", doing: "submitting", done: "submitted" },
        { verb: "create", doing: "creating", done: "created" },
        { verb: "register", doing: "registering", done: "registered" },
        { verb: "archive", doing: "archiving", done: "archived" },
        { verb: "confirm", doing: "confirming", done: "confirmed" },
      ],
    ],
    vars: {
      path: [
        "/‹things:kebab›",
        "/",
        "/home",
        "/dashboard",
        "/thank-you",
        "/‹others:kebab›",
        "/admin/‹things:kebab›",
      ],
      go: ["navigate", "router.push", "history.push", "navigate"],
      cancelPath: ["/start", "/overview", "/search", "/settings"],
    },
    code: [
      `
      const handle‹Verb› = async () => {
        await ‹verb›‹Thing›(‹thing›«.id|»);
        ⟦→‹go›("‹path›");⟧
      };

      const handleCancel = () => {
        ‹go›("‹cancelPath›");
      };
      `,
      `
      ƒ ‹Verb›‹Thing›Page() {
        const { navigate, router, history } = useNavigation();
        const [error, setError] = useState("");

        const onSubmit = async (values: ‹Thing›Values) => {
          const result = await api.‹verb›‹Thing›(values);
          if (result.error) {
            setError(result.error);
            return;
          }
          ⟦→‹go›("‹path›");⟧
        };

        return <‹Thing›Form error={error} onSubmit={onSubmit} onCancel={() => ‹go›("‹cancelPath›")} />;
      ƒ}
      `,
      `
      const mutation = useMutation({
        mutationFn: (id: string) => api.‹verb›(´/‹things:kebab›/€{id}´),
        onSuccess: () => {
          «toast("‹thing:Words› ‹done›");|track("‹thing›_‹done›");»
          ⟦→‹go›("‹path›");⟧
        },
        onError: () => ‹go›("/error"),
      });
      `,
    ],
  }),
  // What is read from the same scope: set‹Open›(!‹open›).
  sketched("second-click-closes", {
    seen: [
      "=clicking {textLabel} again doesn't close it",
      "=[the |]{textLabel} only ever opens, [a second click|clicking again] should close it[ again|]",
      "[make|let] {textLabel} toggle {state}",
      "=second click on {textLabel} does nothing",
      "={textLabel} should toggle {state}, not [just|only] set it[ to true|]",
      "toggle {state} instead of setting it to true",
      "=can't [close|hide] it again with {textLabel}",
      "=once it's open {textLabel} [is dead|does nothing|has no effect]",
      "=how do i close it? {textLabel} should do both",
      "=can {textLabel} [open and close|switch {state} on and off]?",
      "={textLabel} should flip {state}",
      "=always sets {state} to true, should be a toggle",
    ],
    unseen: [
      "=what {textLabel} has unfolded it should fold up the next time",
      "let {state} become the opposite of what it is when {textLabel} is clicked",
    ],
    rows: [
      [
        { state: "open", label: "Menu" },
        { state: "isOpen", label: "Filters" },
        { state: "expanded", label: "Details" },
        { state: "showMore", label: "More" },
        { state: "visible", label: "Show password" },
        { state: "showHelp", label: "Help" },
        { state: "menuOpen", label: "Account" },
        { state: "sidebarOpen", label: "Sidebar" },
        { state: "showComments", label: "Comments" },
        { state: "showPreview", label: "Preview" },
        { state: "cartOpen", label: "Cart" },
      ],
    ],
    code: [
      `
      ƒ ‹Thing›Section({ children }: Props) {
        const [‹state›, set‹State›] = useState(false);
        const [busy, setBusy] = useState(false);

        return (
          <section>
            <button onClick={() => set‹State›(⟦true→!‹state›⟧)}>‹label›</button>
            <button onClick={() => setBusy(true)}>«Load|Print|Run»</button>
            {‹state› && <div className="content">{children}</div>}
          </section>
        );
      ƒ}
      `,
      `
      const [‹state›, set‹State›] = useState(false);
      ‹fill›

      const handleClick = () => {
        set‹State›(⟦true→!‹state›⟧);
        track("‹label›");
      };

      const handleStart = () => {
        setStarted(true);
      };

      return (
        <Panel isActive={‹state›}>
          <Button onClick={handleClick}>‹label›</Button>
          <Button onClick={handleStart}>Start</Button>
        </Panel>
      );
      `,
      `
      class ‹Thing›Panel extends Component<Props> {
        state = { ‹state›: false, loaded: false };

        render() {
          return (
            <div onMouseEnter={() => this.setState({ loaded: true })}>
              <button onClick={() => this.setState({ ‹state›: ⟦true→!this.state.‹state›⟧ })}>‹label›</button>
              {this.state.‹state› && <‹Thing›List />}
            </div>
          );
        }
      }
      `,
    ],
  }),
  sketched("buttons-mixed-up", {
    seen: [
      "={textLabelOne} and {textLabelTwo} are [swapped|mixed up|the wrong way round]",
      "={textLabelOne} does what {textLabelTwo} should do",
      "=clicking {textLabelOne} calls {two}",
      "=[the |]{textLabelOne} button runs {two} and {textLabelTwo} runs {one}",
      "swap the handlers of {textLabelOne} and {textLabelTwo}",
      "=the handlers [of|behind] {textLabelOne} and {textLabelTwo} [should be swapped|are exchanged]",
      "={textLabelOne} should call {one}, {textLabelTwo} {two}",
      "=why does {textLabelOne} do the same as {textLabelTwo} should?",
      "=i clicked {textLabelOne} and it did {two}",
      "=whoever [clicks|presses|hits] {textLabelTwo} gets {one}",
      "=[wrong|mixed up] handlers: {textLabelOne} / {textLabelTwo}",
      "exchange what {textLabelOne} and {textLabelTwo} do on click",
    ],
    unseen: [
      "=what {textLabelTwo} does belongs to {textLabelOne} and the other way about",
      "let {one} be behind {textLabelOne}, and {two} behind {textLabelTwo}",
    ],
    rows: [
      [
        { one: "onSave", labelOne: "Save", two: "onCancel", labelTwo: "Cancel" },
        { one: "handleYes", labelOne: "Yes", two: "handleNo", labelTwo: "No" },
        { one: "goNext", labelOne: "Next", two: "goBack", labelTwo: "Back" },
        { one: "onAccept", labelOne: "Accept", two: "onDecline", labelTwo: "Decline" },
        { one: "undo", labelOne: "Undo", two: "redo", labelTwo: "Redo" },
        { one: "zoomIn", labelOne: "Zoom in", two: "zoomOut", labelTwo: "Zoom out" },
        { one: "approve", labelOne: "Approve", two: "reject", labelTwo: "Reject" },
        { one: "increase", labelOne: "More", two: "decrease", labelTwo: "Less" },
        { one: "signIn", labelOne: "Sign in", two: "signUp", labelTwo: "Create account" },
      ],
    ],
    code: [
      `
      <div className="«actions|buttons|footer»">
        «<button onClick={onHelp}>Help</button>|»
        <button «type="button" »onClick={⟦‹two›→‹one›⟧}>‹labelOne›</button>
        <button «type="button" »onClick={⟦‹one›→‹two›⟧}>‹labelTwo›</button>
      </div>
      `,
      `
      ƒ ‹Thing›Toolbar({ ‹one›, ‹two›, children }: ToolbarProps) {
        ‹fill›
        return (
          <Toolbar>
            <ToolbarButton icon="«left|minus|ok»" onClick={⟦‹one›→‹two›⟧}>
              ‹labelTwo›
            </ToolbarButton>
            <ToolbarButton icon="«right|plus|x»" onClick={⟦‹two›→‹one›⟧}>
              ‹labelOne›
            </ToolbarButton>
            {children}
          </Toolbar>
        );
      ƒ}
      `,
      `
      const actions: Action[] = [
        { label: "‹labelOne›", «primary: true, »run: ⟦‹two›→‹one›⟧ },
        { label: "‹labelTwo›", run: ⟦‹one›→‹two›⟧ },
        { label: "«Print|Help|Settings»", run: «print|openHelp|openSettings» },
      ];
      `,
    ],
  }),
  sketched("handler-gets-the-id", {
    seen: [
      "={handler} [gets|receives|is called with] the [click event|event] instead of the {wordsKey}",
      "={handler} [wants|needs|expects] the {wordsThing}'s {key}",
      "=an event object is sent as {key} when {textLabel} is clicked",
      "pass the {wordsThing}'s {key} to {handler}",
      "call {handler} with {thing}.{key}",
      "=why does {handler} get an event?",
      "={textLabel} [removes|changes] nothing because {handler} gets [an event|the event, not the {key}]",
      "={handler} doesn't know which {wordsThing}, hand it the {key}",
      "=MouseEvent is not assignable to string at {handler}",
      "=can {handler} get the {key} of the {wordsThing}?",
      "={textLabel} should say which {wordsThing} is meant ({key})",
      "hand {thing}.{key} to {handler}",
    ],
    unseen: [
      "=what arrives in {handler} is a mouse event, but it must be told the {key}",
      "tell {handler} by {key} which {wordsThing} was clicked",
    ],
    rows: [
      [
        { handler: "onDelete", label: "Delete" },
        { handler: "onRemove", label: "Remove" },
        { handler: "onEdit", label: "Edit" },
        { handler: "select", label: "Select" },
        { handler: "archive", label: "Archive" },
        { handler: "onOpen", label: "Open" },
        { handler: "toggle", label: "Toggle" },
        { handler: "duplicate", label: "Duplicate" },
        { handler: "approve", label: "Approve" },
      ],
    ],
    vars: { key: ["id", "id", "slug", "uuid", "name", "code"], button: ["button", "Button"] },
    code: [
      `
      interface Props {
        ‹thing›: ‹Thing›;
        ‹handler›: (‹key›: string) => void;
        onClose: () => void;
      }

      export const ‹Thing›Item = ({ ‹thing›, ‹handler›, onClose }: Props) => (
        <li>
          <span>{‹thing›.title}</span>
          <button onClick={onClose}>Close</button>
          <button onClick={⟦‹handler›→() => ‹handler›(‹thing›.‹key›)⟧}>‹label›</button>
        </li>
      );
      `,
      `
      ƒ ‹Thing›Table({ ‹things›, ‹handler›, reload }: TableProps) {
        return (
          <>
            <button onClick={reload}>Reload</button>
            <ul>
              {‹things›.map((‹thing›) => (
                <li key={‹thing›.‹key›}>
                  {‹thing›.«title|summary|total»}
                  <‹button› onClick={⟦‹handler›→() => ‹handler›(‹thing›.‹key›)⟧}>‹label›</‹button›>
                </li>
              ))}
            </ul>
          </>
        );
      ƒ}
      `,
      `
      {‹things›.map((‹thing›) => (
        <Card key={‹thing›.‹key›} onHover={preload}>
          <h3>{‹thing›.title}</h3>
          <Menu>
            <MenuItem onSelect={⟦‹handler›→() => ‹handler›(‹thing›.‹key›)⟧}>‹label›</MenuItem>
            <MenuItem onSelect={openHelp}>Help</MenuItem>
          </Menu>
        </Card>
      ))}
      `,
    ],
  }),
];
