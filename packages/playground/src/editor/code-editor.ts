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
  /** Where what is selected was begun, and where it ends. */
  readonly selection: readonly [anchor: number, head: number];
  readonly extensions: Extension;
  updated(update: ViewUpdate): void;
  /** Code of this length was not taken. */
  refused(length: number): void;
}

export interface CodeEditor {
  readonly view: EditorView;
  /** While the model writes, the person reads. */
  setReadOnly(readOnly: boolean): void;
  /** Resolves when the code is painted in its colours. */
  setLanguage(name: string): Promise<void>;
  /** Has the code parsed for its colours once this task is done. */
  parseSoon(): void;
}

/** Milliseconds that parsing the code at once may take; what is left then is parsed when the page is idle. */
const PARSE_TIME = 200;

/**
 * An editor in a shadow tree: there CodeMirror's styles are sheets made by script, which a content security policy
 * without inline styles lets pass.
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
    // Another may have been chosen meanwhile.
    if (language === name) view.dispatch({ effects: grammar.reconfigure(support ?? []) });
  };

  return {
    view,
    setReadOnly: (value) => view.dispatch({ effects: readOnly.reconfigure(EditorState.readOnly.of(value)) }),
    setLanguage,
    parseSoon: () => setTimeout(() => forceParsing(view, view.state.doc.length, PARSE_TIME)),
  };
}
