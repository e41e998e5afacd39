import { sketched } from "./sketch.ts";

const EVENT = ["e", "e", "event", "ev"];

/** Where people are on a screen, what they may do there, and what they are told. */
export const SCREEN_FOCUS = [
  sketched("checkbox-saves-on", {
    seen: [
      '=[checkbox|box] for {wordsField} is stuck[ on "on"|]',
      "=[needs|has to be] checked for {field}, not value",
      '=[the |]{wordsField} checkbox always saves "on"',
      '={field} [is|becomes] "on" instead of true',
      "=the {wordsField} checkbox can't be [unchecked|turned off]",
      "=ticking {wordsField} [has no effect|doesn't work]",
      "use checked [instead of value |]for {field}",
      "=a checkbox has checked, not value ({field})",
      "={field} should be a boolean, gets a string",
      "=TS: string is not assignable to boolean, for {field}",
      "=can {field} be true or false and not a text?",
      "read checked for the {wordsField} box",
      "=unticking {wordsField} still sends it",
      '=why is {field} "on" in the db?',
      "=wrong property of the target for {field}",
    ],
    unseen: [
      "=whatever i do with the {wordsField} box, it counts as ticked",
      "={field} has to be taken from the state of the box, its value never changes",
    ],
    vars: {
      field: [
        "darkMode",
        "subscribed",
        "isPublic",
        "accepted",
        "newsletter",
        "remember",
        "archived",
        "sendCopy",
        "notify",
        "visible",
        "giftWrap",
        "allDay",
      ],
      second: ["name", "title", "language", "email"],
      state: ["settings", "values", "draft", "form", "options"],
      e: EVENT,
    },
    code: [
      `
      <input
        type="checkbox"
        checked={‹state›.‹field›}
        onChange={(‹e›) => update({ ‹field›: ‹e›.target.⟦value→checked⟧ })}
      />
      `,
      `
      ƒ ‹Thing›Settings({ ‹state›, onChange }: SettingsProps) {
        return (
          <fieldset>
            <input value={‹state›.‹second›} onChange={(‹e›) => onChange({ ...‹state›, ‹second›: ‹e›.target.value })} />
            <label>
              <input
                type="checkbox"
                checked={‹state›.‹field›}
                onChange={(‹e›) => onChange({ ...‹state›, ‹field›: ‹e›.target.⟦value→checked⟧ })}
              />
              ‹field:Words›
            </label>
          </fieldset>
        );
      ƒ}
      `,
      `
      const change‹Second› = (‹e›: React.ChangeEvent<HTMLInputElement>) => {
        dispatch({ type: "‹second:kebab›", value: ‹e›.target.value });
      };

      const change‹Field› = (‹e›: React.ChangeEvent<HTMLInputElement>) => {
        dispatch({ type: "‹field:kebab›", value: ‹e›.target.⟦value→checked⟧ });
      };

      return (
        <>
          <input value={‹second›} onChange={change‹Second›} />
          <input type="checkbox" checked={‹field›} onChange={change‹Field›} />
        </>
      );
      `,
      `
      ‹field›Box.addEventListener("change", () => {
        ‹state›.‹field› = ‹field›Box.⟦value→checked⟧;
        save(‹state›);
      });

      ‹second›Input.addEventListener("change", () => {
        ‹state›.‹second› = ‹second›Input.value;
        save(‹state›);
      });
      `,
    ],
  }),
  sketched("event-has-its-type", {
    seen: [
      "=[what|which] type does {e} have? {type}",
      "=[noImplicitAny|eslint] fails [on|because of] {e}, {type} it is",
      "[set|declare] {e}: {type}",
      "={e} [is implicitly any|implicitly has an any type]",
      "=TS7006: parameter {e} implicitly has an 'any' type",
      "type [the event|{e}], it's {type}",
      "=[the event|{e}] [has no type|is untyped], {type}",
      "annotate {e} as {type}",
      "={e} should be {type}",
      "=no completion on {e}, needs {type}",
      "give {e} the type {type}",
      "=can [the event|{e}] be typed? {type}",
      "=strict mode complains about {e}: {type}",
      "add {type} to the event parameter",
    ],
    unseen: [
      "=the compiler knows nothing about what the handler gets, namely {type}",
      "declare what {e} is - {type}",
    ],
    rows: [
      [
        {
          type: "React.ChangeEvent<HTMLInputElement>",
          prop: "onChange",
          el: "input",
          use: "setValue(EVENT.target.value)",
        },
        {
          type: "React.ChangeEvent<HTMLSelectElement>",
          prop: "onChange",
          el: "select",
          use: "setValue(EVENT.target.value)",
        },
        {
          type: "React.FormEvent<HTMLFormElement>",
          prop: "onSubmit",
          el: "form",
          use: "EVENT.preventDefault()",
        },
        {
          type: "React.MouseEvent<HTMLButtonElement>",
          prop: "onClick",
          el: "button",
          use: "EVENT.stopPropagation()",
        },
        {
          type: "React.KeyboardEvent",
          prop: "onKeyDown",
          el: "div",
          use: 'if (EVENT.key === "Enter") onDone()',
        },
        { type: "React.DragEvent", prop: "onDrop", el: "div", use: "EVENT.preventDefault()" },
        { type: "React.ClipboardEvent", prop: "onPaste", el: "textarea", use: "EVENT.preventDefault()" },
        {
          type: "React.FocusEvent<HTMLInputElement>",
          prop: "onBlur",
          el: "input",
          use: "check(EVENT.target.value)",
        },
        { type: "React.WheelEvent", prop: "onWheel", el: "div", use: "zoom(EVENT.deltaY)" },
      ].flatMap((row) => ["e", "event", "ev"].map((e) => ({ ...row, e, use: row.use.replace("EVENT", e) }))),
    ],
    vars: { handler: ["handle‹Thing›", "on‹Thing›", "handle", "react"] },
    code: [
      `
      const ‹handler› = (⟦‹e›→‹e›: ‹type›⟧) => {
        ‹use›;
      };

      const reset = (next: string) => setValue(next);

      return <‹el› ‹prop›={‹handler›} />;
      `,
      `
      ƒ ‹Thing›Area({ onDone, check, zoom }: AreaProps) {
        const [value, setValue] = useState("");

        function ‹handler›(⟦‹e›→‹e›: ‹type›⟧) {
          ‹use›;
          track("‹thing:kebab›", value);
        }

        const clear = (by: string) => setValue(by);

        return <‹el› «className="area" »‹prop›={‹handler›} />;
      ƒ}
      `,
      `
      export function use‹Thing›Handler(onDone: () => void) {
        const [value, setValue] = useState("");
        ‹fill›

        const ‹handler› = useCallback(
          (⟦‹e›→‹e›: ‹type›⟧) => {
            ‹use›;
          },
          [onDone],
        );

        return { value, ‹prop›: ‹handler› };
      }
      `,
    ],
  }),
  sketched("back-from-the-first", {
    seen: [
      "=[going|clicking] back on the first {wordsThing} should [go|wrap around] to the last",
      "=previous on the first {wordsThing} [crashes|shows nothing|gives undefined]",
      "=back from the first should be the last {wordsThing}",
      "[wrap around|go round] to the last {wordsThing} before the first",
      "={index} [becomes|gets|is] -1 [on the first|when going back from the first] {wordsThing}, should be the last then",
      "=can previous [wrap|go round] to the last {wordsThing}?",
      "=index -1, want the last {wordsThing}",
      "=next already loops, previous [doesn't|should, too]",
      "make previous loop like next",
      "=at the first {wordsThing} previous runs out of the list, last one pls",
    ],
    unseen: [
      "=to the left of the first {wordsThing} is nothing at all, where the other end should come",
      "let going back be a circle as well",
    ],
    vars: {
      index: ["index", "current", "active", "position", "activeIndex"],
      back: ["previous", "goBack", "back", "showPrevious"],
    },
    code: [
      `
      ƒ ‹Thing›Slider({ ‹things› }: { ‹things›: ‹Thing›[] }) {
        const [‹index›, set‹Index›] = useState(0);
        const next = () => set‹Index›((‹index› + 1) % ‹things›.length);
        const ‹back› = () => set‹Index›(⟦‹index› - 1→(‹index› - 1 + ‹things›.length) % ‹things›.length⟧);

        return (
          <div className="slider">
            <button onClick={‹back›}>Back</button>
            <‹Thing›View {...‹things›[‹index›]} />
            <button onClick={next}>Next</button>
          </div>
        );
      ƒ}
      `,
      `
      const onKeyDown = (event: KeyboardEvent) => {
        if (event.key === "ArrowRight") set‹Index›((‹index› + 1) % ‹things›.length);
        if (event.key === "ArrowLeft") set‹Index›(⟦‹index› - 1→(‹index› - 1 + ‹things›.length) % ‹things›.length⟧);
      };
      `,
      `
      class ‹Thing›Gallery {
        ‹index› = 0;

        constructor(readonly ‹things›: ‹Thing›[]) {}

        next() {
          this.‹index› = (this.‹index› + 1) % this.‹things›.length;
        }

        ‹back›() {
          this.‹index› = ⟦this.‹index› - 1→(this.‹index› - 1 + this.‹things›.length) % this.‹things›.length⟧;
        }
      }
      `,
    ],
  }),
  sketched("try-again-button", {
    seen: [
      "=[missing|we need] a way to {retry} after an error: {textLabel}, below the text",
      "=below the error i [want|expect] a {textLabel} button ({retry})",
      "=a {textLabel} button at the end of the error, [calling|for] {retry}",
      "add a button {textLabel} below the error that calls {retry}",
      "=when it fails [you|people] can only reload the page. a button {textLabel} ({retry}) below the error",
      "[put|add] a {textLabel} button under the error [message|text], it calls {retry}",
      "=no way to try again after an error, {textLabel} should call {retry}, under the message",
      "=the error [screen|view] needs a {textLabel} button below the text ({retry})",
      "=can we have {textLabel} below the error? it's {retry}",
      "=[wish|would be nice if] there was a {textLabel} under the error to {retry}",
      "=stuck on the error page, {textLabel} below it → {retry}",
      "offer {textLabel} after the error message, onClick {retry}",
      "let people {retry} from the error: a button {textLabel} below",
    ],
    unseen: [
      "=one failed request is a dead end, {textLabel} (runs {retry}) at the bottom of the error would be a way out",
      "=below what went wrong there should be a button {textLabel} for {retry}",
    ],
    rows: [
      [
        { label: "Retry", retry: "refetch" },
        { label: "Try again", retry: "refetch" },
        { label: "Try again", retry: "reload" },
        { label: "Reload", retry: "reload" },
        { label: "Load again", retry: "load" },
        { label: "Refresh", retry: "refresh" },
        { label: "Start over", retry: "reset" },
        { label: "Reconnect", retry: "connect" },
        { label: "Retry", retry: "onRetry" },
      ],
    ],
    vars: { cls: ["error", "failure", "error-box", "message"] },
    code: [
      `
      ƒ ‹Thing›Page() {
        const { ‹things›, error, isLoading, ‹retry› } = use‹Things›();

        if (isLoading) return <Spinner />;
        if (error) {
          return (
            <div className="‹cls›">
              <p>{error.message}</p>
              ⟦→<button onClick={‹retry›}>‹label›</button>⟧
            </div>
          );
        }

        return <‹Thing›List ‹things›={‹things›} />;
      ƒ}
      `,
      `
      export const ‹Thing›Error = ({ message, ‹retry› }: ErrorProps) => (
        <section role="alert">
          <h2>«Something went wrong|Sorry|That did not work»</h2>
          <p>{message}</p>
          ⟦→<button onClick={‹retry›}>‹label›</button>⟧
        </section>
      );
      `,
      `
      <main>
        <h1>‹thing:Words›</h1>
        {error ? (
          <div className="‹cls›">
            <p>Could not load</p>
            ⟦→<button onClick={‹retry›}>‹label›</button>⟧
          </div>
        ) : (
          <‹Thing›Table rows={‹things›} />
        )}
      </main>
      `,
    ],
  }),
  sketched("old-error-goes-first", {
    seen: [
      "[wipe|drop] the previous error when starting again",
      "=previous error [lingers|hangs around]",
      "=the old error is still there [while|when] i try again",
      "[clear|reset] {error} before [trying|sending] again",
      "=after a failed attempt the next one still shows the error",
      "=even when the second try works the error [stays|doesn't go away]",
      "set {error} to {none} [at the start|first|before the request]",
      "=should [begin|start] with {error} = {none}",
      "=shouldn't the error disappear when you press the button again?",
      "=can the error be reset at the beginning?",
      "={error} is never reset",
      "=stale error on retry",
      "=success and the red text at the same time",
    ],
    unseen: [
      "=a new attempt deserves a clean slate, but the complaint about the last one hangs around",
      "begin each attempt with {error} being {none}",
    ],
    rows: [
      [
        { error: "error", none: "null" },
        { error: "error", none: '""' },
        { error: "message", none: '""' },
        { error: "problem", none: "undefined" },
        { error: "formError", none: "null" },
        { error: "loadError", none: "null" },
        { error: "errorText", none: '""' },
        { error: "failure", none: "undefined" },
      ],
    ],
    vars: { submit: ["submit", "handleSubmit", "save", "load", "send", "upload", "handleClick"] },
    code: [
      `
      const [‹error›, set‹Error›] = useState<string | null | undefined>(‹none›);

      const ‹submit› = async () => {
        ⟦→set‹Error›(‹none›);⟧
        try {
          await save‹Thing›(‹thing›);
          «onDone();|close();»
        } catch (e) {
          set‹Error›("«Not saved|Please try again|That failed»");
        }
      };
      `,
      `
      ƒ ‹Thing›Form({ onDone }: Props) {
        const [‹error›, set‹Error›] = useState<string | null | undefined>(‹none›);
        const [name, setName] = useState("");

        async function ‹submit›(event: React.FormEvent) {
          event.preventDefault();
          ⟦→set‹Error›(‹none›);⟧
          const response = await post("/‹things:kebab›", { name });
          if (response.ok) onDone();
          else set‹Error›(await response.text());
        }

        return (
          <form onSubmit={‹submit›}>
            <input value={name} onChange={(e) => setName(e.target.value)} />
            {‹error› && <p>{‹error›}</p>}
          </form>
        );
      ƒ}
      `,
      `
      class ‹Thing›Store {
        ‹error›: string | null | undefined = ‹none›;
        ‹things›: ‹Thing›[] = [];

        async ‹submit›(query: string) {
          ⟦→this.‹error› = ‹none›;⟧
          try {
            this.‹things› = await api.find‹Things›(query);
          } catch (e) {
            this.‹error› = String(e);
          }
        }
      }
      `,
    ],
  }),
  sketched("focus-comes-back", {
    seen: [
      "=have to click into the field again [after|for] every {wordsThing}",
      "=after adding a {wordsThing} the [input|field] loses focus",
      "focus [the input|{ref}] again after adding[ a {wordsThing}|]",
      "=the cursor should be back in the field [after adding|afterwards]",
      "=want to type one {wordsThing} after the other without the mouse",
      "[put|set] the focus back [on|into] the input afterwards",
      "=can the input get the focus back?",
      "={ref} should be focused at the end",
      "=[entering|adding] several {wordsThings} is tedious, [keep|put] the cursor in the box",
      "=focus is gone after clicking Add",
    ],
    unseen: [
      "=the next {wordsThing} could be typed at once if the caret went back where it was",
      "end with the focus on {ref}",
    ],
    vars: {
      ref: ["inputRef", "fieldRef", "nameRef", "‹thing›Ref", "boxRef"],
      text: ["text", "name", "draft", "title", "value"],
      add: ["add", "handleAdd", "add‹Thing›", "submit"],
    },
    code: [
      `
      const ‹ref› = useRef<HTMLInputElement>(null);
      const listRef = useRef<HTMLUListElement>(null);

      const ‹add› = () => {
        on‹Thing›(‹text›);
        set‹Text›("");
        ⟦→‹ref›.current?.focus();⟧
      };
      `,
      `
      ƒ ‹Thing›Box({ onAdd }: Props) {
        const [‹text›, set‹Text›] = useState("");
        const ‹ref› = useRef<HTMLInputElement>(null);

        const ‹add› = async () => {
          await onAdd(‹text›);
          set‹Text›("");
          ⟦→‹ref›.current?.focus();⟧
        };

        return (
          <div>
            <input ref={‹ref›} value={‹text›} onChange={(e) => set‹Text›(e.target.value)} />
            <button onClick={‹add›}>Add</button>
            <button onClick={() => set‹Text›("")}>Clear</button>
          </div>
        );
      ƒ}
      `,
      `
      export function use‹Thing›Input(‹ref›: RefObject<HTMLInputElement>, onAdd: (‹text›: string) => void) {
        const [‹text›, set‹Text›] = useState("");

        const ‹add› = () => {
          if (‹text› === "") return;
          onAdd(‹text›);
          set‹Text›("");
          ⟦→‹ref›.current?.focus();⟧
        };

        const cancel = () => set‹Text›("");

        return { ‹text›, set‹Text›, ‹add›, cancel };
      }
      `,
    ],
  }),
  sketched("not-before-it-is-filled-in", {
    seen: [
      "=[the |]{textLabel} button is active although {field} is [empty|blank]",
      "=disabled until {field} is [there|set]: {textLabel}",
      "=you can click {textLabel} without a {wordsField}",
      "disable {textLabel} [as long as|while] [there is no {wordsField}|the {wordsField} is empty]",
      "={textLabel} should be [disabled|greyed out] until there's a {wordsField}",
      "=empty {wordsThings} are created because {textLabel} [works|can be clicked] with an empty {wordsField}",
      "[grey out|block] {textLabel} when {field} is empty",
      "=can {textLabel} stay disabled until {field} is filled in?",
      "={textLabel} needs a {wordsField}, otherwise disabled",
      "={textLabel} must not be clickable without {field}",
      "=no {wordsField}, no {textLabel}",
      "=people press {textLabel} before they've [typed|entered] a {wordsField}",
      "allow {textLabel} only with a {wordsField}",
    ],
    unseen: [
      "=the {textLabel} button should wake up only when a {wordsField} has been given",
      "lock {textLabel} for want of a {wordsField}",
    ],
    rows: [
      [
        { label: "Send", act: "onSend" },
        { label: "Create", act: "create" },
        { label: "Save", act: "save" },
        { label: "Search", act: "search" },
        { label: "Add", act: "onAdd" },
        { label: "Invite", act: "invite" },
        { label: "Publish", act: "publish" },
        { label: "Continue", act: "goOn" },
        { label: "Apply", act: "apply" },
      ],
    ],
    vars: {
      field: ["title", "message", "name", "email", "query", "comment", "file", "code", "reason", "topic"],
    },
    code: [
      `
      <div className="«row|actions»">
        <Input value={‹field›} onChange={set‹Field›} />
        <button onClick={onCancel}>Cancel</button>
        <button onClick={‹act›}⟦→ disabled={!‹field›}⟧>‹label›</button>
      </div>
      `,
      `
      ƒ ‹Thing›Form({ ‹act› }: FormProps) {
        const [‹field›, set‹Field›] = useState("");
        const [notes, setNotes] = useState("");

        return (
          <form>
            <TextField value={‹field›} onChange={set‹Field›} />
            <TextField value={notes} onChange={setNotes} />
            <Button variant="text" onClick={() => setNotes("")}>Clear</Button>
            <Button variant="primary" onClick={() => ‹act›(‹field›, notes)}⟦→ disabled={!‹field›}⟧>‹label›</Button>
          </form>
        );
      ƒ}
      `,
      `
      export const ‹Thing›Footer = ({ ‹thing›, ‹act›, onBack }: FooterProps) => (
        <footer>
          <button type="button" onClick={onBack}>Back</button>
          <button type="button" onClick={() => ‹act›(‹thing›)}⟦→ disabled={!‹thing›.‹field›}⟧>‹label›</button>
        </footer>
      );
      `,
    ],
  }),
  sketched("read-only-without-rights", {
    seen: [
      "=no [typing|edits] in {wordsField} unless {flag}[, so readOnly|]",
      "=people [can type in|can change|are able to edit] the {wordsField} even if {flag} is false",
      "[make|set] the {wordsField} [input |field |]readOnly unless {flag}",
      "=the {wordsField} should be readOnly [without|if not] {flag}",
      "=readOnly unless {flag} for the {wordsField}[ pls|]",
      "=viewers type into the {wordsField} and lose it on save, readOnly unless {flag}",
      "=can the {wordsField} be readOnly when {flag} is false?",
      "lock the {wordsField} (readOnly) for those without {flag}",
      "=only with {flag} the {wordsField} may be changed, readOnly otherwise",
      "=the {wordsField} box must not accept typing when {flag} is false, use readOnly",
      "=missing readOnly on {field}, depends on {flag}",
    ],
    unseen: [
      "=without {flag} one may look at the {wordsField}, and select it, but not edit it",
      "tie readOnly of {field} to {flag}",
    ],
    vars: {
      field: ["title", "email", "name", "description", "price", "iban", "notes", "slug", "amount"],
      second: ["comment", "search", "label", "color"],
      flag: ["canEdit", "isOwner", "isAdmin", "editable", "isDraft", "isEditing"],
      e: EVENT,
    },
    code: [
      `
      <fieldset>
        <input name="‹field›" value={‹thing›.‹field›} onChange={change}⟦→ readOnly={!‹flag›}⟧ />
        <input name="‹second›" value={‹thing›.‹second›} onChange={change} />
        {‹flag› && <button type="submit">Save</button>}
      </fieldset>
      `,
      `
      ƒ ‹Thing›Fields({ ‹thing›, ‹flag›, set }: FieldsProps) {
        ‹fill›
        return (
          <>
            <TextField label="‹second:Words›" value={‹thing›.‹second›} onChange={set("‹second›")} />
            <TextField label="‹field:Words›" value={‹thing›.‹field›} onChange={set("‹field›")}⟦→ readOnly={!‹flag›}⟧ />
          </>
        );
      ƒ}
      `,
      `
      export const ‹Field›Input = ({ value, onChange, ‹flag› }: InputProps) => (
        <div className={‹flag› ? "field" : "field locked"}>
          <input
            id="‹field›"
            value={value}
            onChange={(‹e›) => onChange(‹e›.target.value)}
            ⟦→readOnly={!‹flag›}⟧
          />
        </div>
      );
      `,
    ],
  }),
  sketched("hint-belongs-to-its-input", {
    seen: [
      "=[link|connection] between the {wordsField} input and its hint is missing",
      "=[accessibility|a11y] review: {wordsField} hint not [announced|read]",
      "let {id} describe the {wordsField} [input|field]",
      "=screen readers don't read the hint [of|for|below] the {wordsField}",
      "[tie|connect|link] the {wordsField} input to its hint",
      "=the hint isn't [associated with|connected to] the {wordsField} input",
      "=aria-describedby is missing [on|for] the {wordsField}",
      "set aria-describedby of the {wordsField} to {id}",
      "=the {wordsField} input should be described by {id}",
      "=a11y: {id} is only visible, never read out",
      "=can the {wordsField} be described by its hint?",
      "add aria-describedby={id} to the {wordsField} input",
      "=blind users miss what the {wordsField} should look like, the hint isn't linked",
      "point the {wordsField} to {id} with aria-describedby",
    ],
    unseen: [
      "=when the focus is in {wordsField} nobody reads out the small print below it",
      "make {id} the description of the {wordsField} for assistive tech",
    ],
    rows: [
      [
        { field: "password", hint: "At least 12 characters" },
        { field: "username", hint: "Letters and digits only" },
        { field: "slug", hint: "Part of the address" },
        { field: "phone", hint: "With country code" },
        { field: "iban", hint: "Without spaces" },
        { field: "birthday", hint: "Day, month, year" },
        { field: "tags", hint: "Separated by commas" },
        { field: "budget", hint: "In euros per month" },
        { field: "website", hint: "Begins with https" },
      ],
      [
        { second: "name", secondHint: "As on your card" },
        { second: "city", secondHint: "Where you live" },
        { second: "nickname", secondHint: "Seen by others" },
      ],
    ],
    vars: {
      id: ["‹field›-hint", "‹field›-help", "‹field›Hint", "hint-‹field›", "‹field›-description"],
      tag: ["p", "small", "span"],
    },
    code: [
      `
      <div className="field">
        <label htmlFor="‹field›">‹field:Words›</label>
        <input id="‹field›" name="‹field›"⟦→ aria-describedby="‹id›"⟧ />
        <‹tag› id="‹id›">‹hint›</‹tag›>
      </div>
      `,
      `
      ƒ ‹Thing›Fields({ register }: Props) {
        ‹fill›
        return (
          <>
            <input {...register("‹second›")} aria-describedby="‹second›-info" />
            <‹tag› id="‹second›-info">‹secondHint›</‹tag›>
            <input {...register("‹field›")}⟦→ aria-describedby="‹id›"⟧ />
            <‹tag› id="‹id›">‹hint›</‹tag›>
          </>
        );
      ƒ}
      `,
      `
      export const ‹Field›Field = ({ value, onChange }: FieldProps) => (
        <label>
          ‹field:Words›
          <input
            value={value}
            onChange={onChange}
            ⟦→aria-describedby="‹id›"⟧
          />
          <‹tag› id="‹id›" className="hint">‹hint›</‹tag›>
        </label>
      );
      `,
    ],
  }),
  sketched("dialog-named-by-its-title", {
    seen: [
      "=[an unnamed|a nameless] {wordsPlace} is [bad|no good] for screen readers, {id} has its title",
      "=[missing|needs] aria-labelledby",
      "[use|take] {id} for aria-labelledby",
      "=the {wordsPlace} has no [accessible |]name",
      "=screen readers only say dialog, [not|never] the title",
      "name the {wordsPlace} by its title",
      "[add|set] aria-labelledby [to|=] {id} on the {wordsPlace}",
      "=aria-labelledby is missing on the {wordsPlace}",
      "=axe: [aria dialog|dialog] name, the heading has the id {id}",
      "label the {wordsPlace} with {id}",
      "=can the {wordsPlace} be labelled by its heading?",
      "=VoiceOver doesn't read the title when the {wordsPlace} opens, link it with {id}",
      "=the heading {id} should be the name of the {wordsPlace}",
      "connect the {wordsPlace} with the heading {id}",
    ],
    unseen: [
      "=a blind person can't tell which {wordsPlace} has just opened",
      "use {id} as the label of what has the role dialog",
    ],
    vars: {
      place: ["dialog", "modal", "popup", "drawer", "sidePanel"],
      id: ["dialog-title", "‹thing:kebab›-title", "title", "‹place:kebab›-heading", "heading"],
      tag: ["h2", "h1", "h3"],
      cls: ["dialog", "modal", "sheet", "box"],
    },
    code: [
      `
      ƒ ‹Thing›‹Place›({ title, onClose, children }: ‹Place›Props) {
        return (
          <div role="dialog" aria-modal="true"⟦→ aria-labelledby="‹id›"⟧>
            <‹tag› id="‹id›">{title}</‹tag›>
            {children}
            <button onClick={onClose}>Close</button>
          </div>
        );
      ƒ}
      `,
      `
      <Overlay onClick={onClose}>
        <section className="‹cls›" role="dialog"⟦→ aria-labelledby="‹id›"⟧>
          <header>
            <‹tag› id="‹id›">«Edit|New|Delete» ‹thing:words›</‹tag›>
            <button aria-label="Close" onClick={onClose}>×</button>
          </header>
          <p id="intro">Please check everything.</p>
        </section>
      </Overlay>
      `,
      `
      export const ‹Place› = ({ isOpen, children }: Props) => {
        if (!isOpen) return null;
        return (
          <dialog open className="‹cls›"⟦→ aria-labelledby="‹id›"⟧>
            <‹tag› id="‹id›">‹thing:Words›</‹tag›>
            <div className="content">{children}</div>
          </dialog>
        );
      };
      `,
    ],
  }),
  sketched("current-page-is-marked", {
    seen: [
      "=[nothing|no attribute] tells assistive tech which one is {active}",
      "=aria-current [pls|please]",
      "[announce|expose] the current {wordsThing} with aria-current",
      "=screen readers [can't tell|don't say] which {wordsThing} is the current one",
      'add aria-current "page" to the [current one|link that is current]',
      "=aria-current is missing",
      "set aria-current to page for the [current|active] {wordsThing}",
      "=a11y: the [current|active] {wordsThing} is only marked by color, aria-current page pls",
      "=the {wordsThing} that is {active} should have aria-current page",
      "mark the current {wordsThing} with aria-current[ as well| too|]",
      "=can we have aria-current=page when {active}?",
      "=blind people don't know where they are in the {wordsThings}, aria-current (page)",
      "use aria-current (page, or nothing) depending on {active}",
      "=needs aria-current",
    ],
    unseen: [
      "=where one is can be seen but not heard, there is an aria attribute for the current page",
      "let {active} also decide about aria-current",
    ],
    vars: {
      active: ["isActive", "active", "isCurrent", "current", "selected", "isSelected"],
      cls: ["active", "current", "selected", "on"],
    },
    code: [
      `
      ƒ ‹Thing›Link({ ‹thing›, ‹active› }: LinkProps) {
        return (
          <a
            href={‹thing›.url}
            className={‹active› ? "‹cls›" : ""}
            ⟦→aria-current={‹active› ? "page" : undefined}⟧
          >
            {‹thing›.title}
          </a>
        );
      ƒ}
      `,
      `
      <nav>
        {‹things›.map((‹thing›) => {
          const ‹active› = ‹thing›.id === params.id;
          return (
            <Link
              key={‹thing›.id}
              to={‹thing›.path}
              className={‹active› ? "‹cls›" : undefined}
              ⟦→aria-current={‹active› ? "page" : undefined}⟧
            >
              {‹thing›.name}
            </Link>
          );
        })}
      </nav>
      `,
      `
      export const ‹Thing›Step = ({ number, label, ‹active› }: StepProps) => (
        <li className={‹active› ? "step ‹cls›" : "step"}>
          <span>{number}</span>
          <a
            href={´#step-€{number}´}
            ⟦→aria-current={‹active› ? "page" : undefined}⟧
          >
            {label}
          </a>
        </li>
      );
      `,
    ],
  }),
];
