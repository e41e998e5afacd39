import { defaultKeymap, history } from "@codemirror/commands";
import { bracketMatching, forceParsing, indentOnInput } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import {
  EditorView,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  type ViewUpdate,
} from "@codemirror/view";
import { UNSEEN } from "../live/index.ts";
import { limitDocument } from "./document-limit.ts";
import { HISTORY_KEYS } from "./history-keys.ts";
import { LANGUAGES } from "./languages.ts";
import { theme } from "./theme.ts";

export interface CodeEditorOptions {
  readonly host: HTMLElement;
  readonly code: string;
  /** UTF-16 offsets; the anchor is where the user began to select. */
  readonly selection: readonly [anchor: number, head: number];
  readonly extensions: Extension;
  updated(update: ViewUpdate): void;
  /** Called when code of this length, over the limit, was rejected. */
  refused(length: number): void;
}

export interface CodeEditor {
  readonly view: EditorView;
  /** The editor is read-only while the model writes. */
  setReadOnly(readOnly: boolean): void;
  /** Resolves when the language's grammar is loaded and in use. */
  setLanguage(name: string): Promise<void>;
  /** Parses the code for highlighting in the next task. */
  parseSoon(): void;
}

/** Milliseconds that parsing may block the page; the rest is parsed when the page is idle. */
const PARSE_TIME = 200;

/**
 * Creates an editor in a shadow tree. There CodeMirror uses constructed style sheets, which a content security policy
 * without inline styles allows.
 */
export function createCodeEditor(options: CodeEditorOptions): CodeEditor {
  const readOnly = new Compartment();
  const grammar = new Compartment();
  let language = "";
  const root = options.host.attachShadow({ mode: "open" });
  const [anchor = 0, head = 0] = options.selection.map((place) => Math.min(place, options.code.length));
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: options.code,
      selection: { anchor, head },
      extensions: [
        lineNumbers(),
        highlightSpecialChars({ specialChars: UNSEEN }),
        history(),
        indentOnInput(),
        bracketMatching(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        search({ top: true }),
        keymap.of([...defaultKeymap, ...HISTORY_KEYS, ...searchKeymap]),
        EditorView.contentAttributes.of({ "aria-label": "Code" }),
        EditorState.allowMultipleSelections.of(true),
        theme,
        readOnly.of(EditorState.readOnly.of(false)),
        grammar.of([]),
        limitDocument(options.refused),
        options.extensions,
        EditorView.updateListener.of((update) => options.updated(update)),
      ],
    }),
  });

  const setLanguage = async (name: string): Promise<void> => {
    language = name;
    const support = await LANGUAGES.find((one) => one.name === name)?.load?.();
    // The user may have chosen another language while this one loaded.
    if (language === name) view.dispatch({ effects: grammar.reconfigure(support ?? []) });
  };

  return {
    view,
    setReadOnly: (value) => view.dispatch({ effects: readOnly.reconfigure(EditorState.readOnly.of(value)) }),
    setLanguage,
    parseSoon: () => setTimeout(() => forceParsing(view, view.state.doc.length, PARSE_TIME)),
  };
}
