import { sketched } from "./sketch.ts";

/** What writers tell of editors, shortcuts, undo, words and languages. */
export const PLAY_TEXT = [
  sketched("keys-command-on-mac", {
    seen: [
      "=[the shortcut|this shortcut|it] doesn't work on [a mac|macs|my mac]",
      "=on [a mac|mac] [it should be|it's] cmd[, not ctrl|]",
      "=cmd+{key} does nothing",
      "support [cmd|command] too",
      "=mac users press cmd",
      "accept the meta key[ too|]",
      "=only ctrl[+|-]{key} works, not cmd[+|-]{key}",
      "=what about mac [users|people]?",
      "=should work with command as well",
      "let metaKey count like ctrlKey",
    ],
    unseen: ["=apple keyboards have another key for that", "treat ⌘ the same as control"],
    vars: {
      key: ["s", "k", "z", "b", "p", "f", "d", "e", "j"],
      action: ["save", "openSearch", "undo", "toggleBold", "openPalette", "find", "duplicate", "publish"],
    },
    code: [
      `
      window.addEventListener("keydown", (event) => {
        if (event.key === "Escape") close();
        if (⟦event.ctrlKey→(event.ctrlKey || event.metaKey)⟧ && event.key === "‹key›") {
          event.preventDefault();
          ‹action›();
        }
      });
      `,
      `
      ƒ onKeyDown(e: React.KeyboardEvent) {
        if (e.altKey) return;
        if (e.key === "‹key›" && ⟦e.ctrlKey→(e.ctrlKey || e.metaKey)⟧) {
          e.preventDefault();
          props.‹action›();
        } else if (e.key === "Tab") {
          indent();
        }
      ƒ}
      `,
      `
      export class Shortcuts {
        handle(event: KeyboardEvent) {
          if (⟦!event.ctrlKey→!(event.ctrlKey || event.metaKey)⟧) return;
          switch (event.key) {
            case "‹key›":
              return this.editor.‹action›();
            case "«x|y|h»":
              return this.editor.«cut|redo|replace»();
          }
        }
      }
      `,
    ],
  }),
  sketched("keys-not-while-typing", {
    seen: [
      "=when i type {textKey} in [an input|a text field|the search box] it [triggers|fires][ {action}|]",
      "=can't type {textKey} in [the form|inputs|text fields]",
      "=the shortcut [fires|goes off] while [typing|writing] in [a field|an input]",
      "ignore [the shortcut|keys] [in inputs and textareas|typed into an input or textarea]",
      "don't call {action} [while|when] somebody types in an input or a textarea",
      "=writing {textKey} into a textarea calls {action}",
      "=shortcuts should be [off|dead] in inputs and textareas",
      "=typing a comment with {textKey} in it [runs|starts] {action}",
    ],
    unseen: [
      "=each time i write a word with {textKey} something happens",
      "leave keys alone whose target is an input or textarea",
    ],
    vars: {
      key: ["n", "/", "?", "e", "d", "k", "g", "r", "f"],
      action: [
        "createNew",
        "openSearch",
        "showHelp",
        "edit",
        "remove",
        "reload",
        "goHome",
        "toggleMute",
        "archive",
      ],
    },
    code: [
      `
      document.addEventListener("keydown", (event) => {
        ⟦→if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;⟧
        if (event.key === "‹key›") ‹action›();
        «if (event.key === "j") next();|if (event.key === "Escape") close();»
      });
      `,
      `
      useEffect(() => {
        const onKey = (event: KeyboardEvent) => {
          ⟦→if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;⟧
          if (event.key === "‹key›") {
            event.preventDefault();
            ‹action›();
          }
        };
        window.addEventListener("keydown", onKey);
        return () => window.removeEventListener("keydown", onKey);
      }, [‹action›]);
      `,
    ],
  }),
  sketched("undo-drops-redo", {
    seen: [
      "=redo [brings back|restores] [old|wrong] things after [a new change|i changed something]",
      "=after undo and a new [change|edit] redo [still works|does nonsense]",
      "=a new [change|edit] should [clear|empty|drop] {redo}",
      "[clear|empty] {redo} [on a new change|when something new happens]",
      "={redo} is never [cleared|emptied]",
      "=redo should be gone once i [type|do] something new",
      "=redo overwrites what i've just done",
      "forget {redo} [on|after] a new edit",
    ],
    unseen: ["=undo, draw something, redo: mess", "=a fresh edit invalidates {redo}"],
    vars: {
      redo: ["redoStack", "future", "redos", "undone", "forward"],
      undo: ["undoStack", "past", "undos", "history", "done"],
      what: ["command", "change", "edit", "stroke", "action", "step"],
    },
    code: [
      `
      ƒ push(‹what›: ‹What›) {
        «‹what›.apply(doc);|isDirty = true;|»
        ‹undo›.push(‹what›);
        ⟦→‹redo›.length = 0;⟧
        «update();|render();»
      ƒ}

      ƒ undoLast() {
        const ‹what› = ‹undo›.pop();
        if (‹what›) ‹redo›.push(‹what›);
      ƒ}
      `,
      `
      class History {
        private ‹undo›: ‹What›[] = [];
        private ‹redo›: ‹What›[] = [];

        run(‹what›: ‹What›) {
          ‹what›.do();
          this.‹undo›.push(‹what›);
          ⟦→this.‹redo› = [];⟧
          this.changed.emit();
        }
      }
      `,
      `
      export function reducer(state: Doc, action: Action): Doc {
        switch (action.type) {
          case "‹what›":
            return {
              ...state,
              ‹undo›: [...state.‹undo›, state.present],
              present: action.next,
              ⟦→‹redo›: [],⟧
            };
          default:
            return state;
        }
      }
      `,
    ],
  }),
  sketched("undo-with-nothing-to-undo", {
    seen: [
      "=ctrl+z with nothing to undo [crashes|throws]",
      "=undo crashes [when there is nothing to undo|on a fresh document]",
      "=[Cannot read properties of undefined|TypeError] when i undo [too often|once too much]",
      "=pressing undo too often [breaks it|is an error]",
      "do nothing [if|when] {stack} is empty",
      "=[pop|{stack}.pop()] gives undefined when {stack} is empty",
      "return if there is no {what}",
      "=undo [on|with] an empty {stack} should [do nothing|be ignored]",
      "=[nobody checks|it does not check] that there is a {what}",
    ],
    unseen: ["=hammering ctrl+z kills the editor", "bail out without a {what}"],
    vars: {
      stack: ["undoStack", "past", "undos", "history", "done", "steps"],
      what: ["command", "change", "edit", "stroke", "entry", "step", "snapshot"],
    },
    code: [
      `
      ƒ undo() {
        const ‹what› = ‹stack›.pop();
        ⟦→if (!‹what›) return;⟧
        ‹what›.«revert(doc)|undo()|rollback()»;
        redoStack.push(‹what›);
        «render();|status.textContent = "Undone";|»
      ƒ}
      `,
      `
      class Editor {
        undo() {
          this.closeMenu();
          const ‹what› = this.‹stack›.pop();
          ⟦→if (!‹what›) return;⟧
          this.text = ‹what›.text;
          this.cursor = ‹what›.cursor;
        }

        type(text: string) {
          this.‹stack›.push({ text: this.text, cursor: this.cursor });
          this.text += text;
        }
      }
      `,
      `
      const onUndo = () => {
        const ‹what› = ‹stack›.current.pop();
        ⟦→if (!‹what›) return;⟧
        setShapes(‹what›.shapes);
        setSelected(‹what›.selected);
      };
      `,
    ],
  }),
  sketched("undo-keeps-the-last", {
    seen: [
      "=[memory|the tab] [grows|gets slower] the longer i [draw|edit|write], keep {max} [steps|of them] at most",
      "={stack} grows [forever|without end], {max} would be enough",
      "[keep|remember] only the last {max}[ steps|]",
      "limit {stack} to {max}[ entries|]",
      "=nobody needs more than {max} [undos|steps]",
      "=should drop the oldest one when {stack} has more than {max}",
      "=after hours {stack} is [huge|full of old things], {max} are enough",
      "cap {stack} at {max}",
    ],
    unseen: [
      "=eats all my ram after a day of drawing, {max} would do",
      "=no more than {max} in {stack}, [delete|remove] the first",
    ],
    vars: {
      stack: ["undoStack", "past", "undos", "history", "log", "snapshots", "lines"],
      what: ["command", "change", "edit", "stroke", "entry", "step", "snapshot"],
      max: ["100", "50", "200", "1000", "20"],
    },
    code: [
      `
      ƒ remember(‹what›: ‹What›) {
        ‹stack›.push(‹what›);
        ⟦→if (‹stack›.length > ‹max›) ‹stack›.shift();⟧
        «redoStack.length = 0;|isDirty = true;|render();»
      ƒ}
      `,
      `
      class Journal {
        private ‹stack›: ‹What›[] = [];

        add(‹what›: ‹What›) {
          this.‹stack›.push(‹what›);
          ⟦→if (this.‹stack›.length > ‹max›) this.‹stack›.shift();⟧
          this.updatedAt = Date.now();
        }

        get last() {
          return this.‹stack›.at(-1);
        }
      }
      `,
      `
      const add = (‹what›: ‹What›) => {
        set‹Stack›((old) => [...old, ‹what›]⟦→.slice(-‹max›)⟧);
        «setFuture([])|setDirty(true)»;
      };
      `,
    ],
  }),
  sketched("words-of-nothing", {
    seen: [
      "=an empty [text|document|field] has 1 word",
      "=[says|it says] 1 word when nothing is [typed|written]",
      "=two [spaces|blanks] in a row count as a word",
      "[don't count|ignore] empty {words}",
      "=counts one word too many [with a space at the end|with double spaces]",
      "filter out the empty {words}",
      "=empty strings are counted as {words}",
      "=nothing typed should be 0",
      "=why is the count 1 for an empty text?",
      "[drop|remove] [the |]empty ones",
    ],
    unseen: ["=blank page, one word, really?", "leave out {words} without a letter"],
    vars: {
      words: ["words", "tokens", "parts", "terms", "tags"],
      text: ["text", "body", "content", "draft", "value", "essay"],
    },
    code: [
      `
      ƒ count‹Words›(‹text›: string): number {
        const ‹words› = ‹text›.split(«" "|/\\s+/»)⟦→.filter(Boolean)⟧;
        return ‹words›.length;
      ƒ}
      `,
      `
      export function Counter({ ‹text›, limit }: CounterProps) {
        const lines = ‹text›.split("\\n");
        const ‹words› = ‹text›.split(/\\s+/)⟦→.filter(Boolean)⟧;
        return (
          <p className="«count|status|info»">
            {‹words›.length} «words|terms», {lines.length} lines, {limit - ‹text›.length} left
          </p>
        );
      }
      `,
      `
      ‹text›Field.addEventListener("input", () => {
        const ‹words› = ‹text›Field.value.split(" ")⟦→.filter(Boolean)⟧;
        status.textContent = ´€{‹words›.length} / €{MAX}´;
        «‹text›Field.style.height = "auto";|save();|»
      });
      `,
    ],
  }),
  sketched("text-key-when-missing", {
    seen: [
      "=[missing|untranslated] texts [are|show] undefined",
      "=the button says undefined[ in german| in french|]",
      "[fall back to|show] the {key} [if|when] [there is no translation|the translation is missing]",
      "=should [show|return] the {key} instead of undefined",
      "return {key} if there's no text[ for it|]",
      "=when a translation is missing i want to see its {key}",
      "=undefined all over the place in the new language, the {key} would be better",
      "use {key} as fallback",
    ],
    unseen: [
      "=half translated, the rest reads undefined, at least show the {key}",
      "default to {key} itself",
    ],
    vars: {
      key: ["key", "id", "name", "path", "code"],
      texts: ["messages", "translations", "texts", "strings", "dictionary", "labels"],
      lang: ["locale", "lang", "language"],
    },
    code: [
      `
      ƒ translate(‹key›: string): string {
        «const ‹texts› = all[‹lang›];|const ‹texts› = getAll(‹lang›);»
        return ‹texts›[‹key›]⟦→ ?? ‹key›⟧;
      ƒ}
      `,
      `
      export function useText() {
        const { ‹lang› } = useSettings();
        const ‹texts› = BUNDLES[‹lang›];
        return (‹key›: string) => ‹texts›[‹key›]⟦→ ?? ‹key›⟧;
      }
      `,
      `
      class Translator {
        constructor(private ‹lang›: string, private ‹texts›: Record<string, string>) {}

        get(‹key›: string, values: Values = {}) {
          const text = this.‹texts›[‹key›]⟦→ ?? ‹key›⟧;
          return fill(text, values);
        }
      }
      `,
    ],
  }),
  sketched("text-one-and-many", {
    seen: [
      "=[says|it says|shows] 1 {wordsThings}",
      "=1 {wordsThings} should be 1 {wordsThing}",
      "=the plural is wrong [for|with] [1|one]",
      "[use|show] the singular for [1|one]",
      "=[bad|broken] english when there is only one {wordsThing}",
      "=one {wordsThing} is not {wordsThings}",
      "[say|write] {wordsThing} [when|if] {count} is 1",
      "=it should read 1 {wordsThing}",
      "=plural s[ only|] when it's not one",
    ],
    unseen: ["=grammar! a single one has no s", "distinguish one {wordsThing} from several"],
    vars: { count: ["count", "n", "total", "amount", "length", "size"] },
    code: [
      `
      ƒ «describe|summary|label»(‹count›: number) {
        const color = ‹count› > 10 ? "red" : "green";
        return { color, text: ´€{‹count›} ⟦‹things:words›→€{‹count› === 1 ? "‹thing:words›" : "‹things:words›"}⟧´ };
      ƒ}
      `,
      `
      export const Footer = ({ ‹count›, onClear }: FooterProps) => (
        <footer>
          <span>
            {‹count›} ⟦‹things:words›→{‹count› === 1 ? "‹thing:words›" : "‹things:words›"}⟧
          </span>
          <button onClick={onClear}>«Clear|Reset»</button>
        </footer>
      );
      `,
      `
      class Toolbar {
        update(‹count›: number) {
          this.button.disabled = ‹count› === 0;
          this.label.textContent = ´€{‹count›} ⟦‹things:words›→€{‹count› === 1 ? "‹thing:words›" : "‹things:words›"}⟧ selected´;
        }
      }
      `,
    ],
  }),
  sketched("text-all-placeholders", {
    seen: [
      "=only the first {wordsWhat} [is|gets] replaced",
      "=the second {wordsWhat} [stays|is left as it is]",
      "replace all[ of them|, not just the first|]",
      "=[works|replaces] [once only|only once]",
      "={wordsWhat} [is still there|remains] when it's there twice",
      "=should replace every {wordsWhat}",
      "=with two of them in a row just one {wordsWhat} is [changed|replaced]",
      "make it replace [each|every] {wordsWhat}",
      "=[a later|another] {wordsWhat} is [untouched|left alone]",
    ],
    unseen: ["=the first one's fine, from then on nothing happens", "go for every occurrence of {wordsWhat}"],
    rows: [
      [
        { what: "space", from: '" "', to: '"-"', fn: "toSlug" },
        { what: "comma", from: '","', to: '"."', fn: "toNumberText" },
        { what: "dash", from: '"-"', to: '" "', fn: "toTitle" },
        { what: "slash", from: '"/"', to: '"."', fn: "toPath" },
        { what: "name", from: '"{name}"', to: "name", fn: "fillIn" },
        { what: "underscore", from: '"_"', to: '" "', fn: "humanize" },
        { what: "quote", from: "'\"'", to: '""', fn: "unquote" },
      ],
    ],
    vars: { text: ["text", "title", "template", "line", "input", "value"] },
    code: [
      `
      ƒ ‹fn›(‹text›: string«, name = ""|, name: string»): string {
        const trimmed = ‹text›.trim();
        return trimmed.⟦replace→replaceAll⟧(‹from›, ‹to›);
      ƒ}
      `,
      `
      const lines = (‹text›: string, name: string) =>
        ‹text›
          .split("\\n")
          .map((line) => line.⟦replace→replaceAll⟧(‹from›, ‹to›))
          .filter((line) => line !== "");
      `,
      `
      class Formatter {
        ‹fn›(‹text›: string, name = this.name) {
          «this.count++;|this.last = ‹text›;»
          return ‹text›.⟦replace→replaceAll⟧(‹from›, ‹to›).«trim|trimEnd»();
        }

        shout(‹text›: string) {
          return ‹text›.toUpperCase();
        }
      }
      `,
    ],
  }),
  sketched("theme-remembered", {
    seen: [
      "=the {theme} is [gone|lost|back to the default] after a reload",
      "=it doesn't remember [my|the] {theme}",
      "=i have to [choose|set] the {theme} [again every time|on each visit]",
      "[save|store|remember] the {theme} in [localStorage|local storage]",
      "={theme} should survive a reload[, localStorage will do|]",
      "keep {theme} for the next visit",
      "=never saved[, the {theme} I mean|]",
      "put {theme} into localStorage[ when it changes|]",
    ],
    unseen: ["=f5 and my {theme} is away", "persist {theme} locally, under its own name"],
    vars: {
      theme: ["theme", "fontSize", "accent", "density", "layout", "locale", "contrast", "palette"],
      value: ["value", "next", "choice", "selected"],
    },
    code: [
      `
      let ‹theme› = localStorage.getItem("‹theme›") ?? DEFAULT;

      ƒ choose(‹value›: string) {
        ‹theme› = ‹value›;
        document.documentElement.dataset.‹theme› = ‹value›;
        ⟦→localStorage.setItem("‹theme›", ‹value›);⟧
        «menu.close();|render();|emit("changed");»
      ƒ}
      `,
      `
      export function use‹Theme›() {
        const [‹theme›, set‹Theme›] = useState(() => localStorage.getItem("‹theme›") ?? "«auto|default|normal»");
        const change = (‹value›: string) => {
          set‹Theme›(‹value›);
          ⟦→localStorage.setItem("‹theme›", ‹value›);⟧
          track("‹theme:kebab›-changed");
        };
        return [‹theme›, change] as const;
      }
      `,
      `
      class Settings {
        ‹theme› = localStorage.getItem("‹theme›");

        set‹Theme›(‹value›: string) {
          this.‹theme› = ‹value›;
          ⟦→localStorage.setItem("‹theme›", ‹value›);⟧
          this.notify();
        }
      }
      `,
    ],
  }),
  sketched("color-two-digits-each", {
    seen: [
      "=dark colors come out [too short|with too few digits]",
      "=[black|pure red] becomes [#000|a broken color|too short a string]",
      "=[some|dark] colors are [invalid|broken][, a digit is missing|]",
      "=needs two[ hex|] digits[ per part|]",
      "pad [the hex|each channel|it] to two digits",
      "=5 should be 05 in {hex}",
      "=missing leading zero in {hex}",
      "=values below 16 make an invalid color",
      "=why do i get five digits in {hex}?",
    ],
    unseen: ["=css doesn't know colours of five digits", "zero fill each part to length 2"],
    vars: {
      hex: ["hex", "toHex", "channel", "byteToHex", "part"],
      value: ["value", "n", "byte", "amount", "level"],
    },
    code: [
      `
      const ‹hex› = (‹value›: number) => ‹value›.toString(16)⟦→.padStart(2, "0")⟧;

      ƒ rgb(red: number, green: number, blue: number) {
        return ´#€{‹hex›(red)}€{‹hex›(green)}€{‹hex›(blue)}´;
      ƒ}
      `,
      `
      class Color {
        private ‹hex›(‹value›: number) {
          const rounded = Math.round(‹value›);
          return rounded.toString(16)⟦→.padStart(2, "0")⟧;
        }

        «toString|css»() {
          return "#" + [this.r, this.g, this.b].map((one) => this.‹hex›(one)).join("");
        }
      }
      `,
      `
      export function mix(a: number[], b: number[]): string {
        const ‹hex› = a.map((‹value›, i) => Math.round((‹value› + b[i]) / 2).toString(16)⟦→.padStart(2, "0")⟧);
        return ´#€{‹hex›.join("")}´;
      }
      `,
    ],
  }),
];
