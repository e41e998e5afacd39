import { syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";

/** Colours come from the page's custom properties, which are light or dark as the person's system is. */
export const theme: Extension = [
  syntaxHighlighting(classHighlighter),
  EditorView.theme({
    "&": { height: "100%", color: "var(--text)", backgroundColor: "var(--paper)" },
    "&.cm-focused": { outline: "2px solid var(--focus)", outlineOffset: "-2px" },
    // A scrollbar that may come and go has each frame laid out twice.
    ".cm-scroller": {
      overflowY: "scroll",
      fontFamily: "var(--mono)",
      fontSize: "0.875rem",
      lineHeight: "1.5",
    },
    ".cm-content": { caretColor: "var(--text)" },
    ".cm-gutters": { color: "var(--faint)", backgroundColor: "var(--paper)", border: "none" },
    ".cm-activeLine": { backgroundColor: "transparent" },
    "&.cm-focused .cm-activeLine": { backgroundColor: "var(--active)" },
    ".cm-specialChar": { color: "var(--removed-text)" },
    ".cm-panels": { color: "var(--text)", backgroundColor: "var(--raised)" },
    ".cm-textfield": {
      color: "var(--text)",
      backgroundColor: "var(--paper)",
      border: "1px solid var(--line)",
    },
    ".cm-button": { color: "var(--text)", backgroundImage: "none", backgroundColor: "var(--paper)" },
    ".cm-searchMatch": { backgroundColor: "var(--match)" },

    ".tok-keyword, .tok-operatorKeyword": { color: "var(--keyword)" },
    ".tok-string, .tok-string2": { color: "var(--string)" },
    ".tok-number, .tok-bool, .tok-atom, .tok-literal": { color: "var(--number)" },
    ".tok-comment, .tok-meta": { color: "var(--comment)" },
    ".tok-typeName, .tok-className, .tok-namespace": { color: "var(--type)" },
    ".tok-definition, .tok-macroName, .tok-propertyName": { color: "var(--name)" },

    // Changes that stream in, and the same ones when they wait to be accepted: they look alike.
    ".live-old, .cm-deletedChunk": { backgroundColor: "var(--removed)" },
    ".live-old.live-open": { backgroundColor: "var(--removed-open)" },
    ".live-reached": { boxShadow: "inset 0 2px 0 var(--accent)" },
    ".live-new": {
      display: "block",
      paddingLeft: "6px",
      backgroundColor: "var(--added)",
      overflow: "hidden",
    },
    ".live-new.live-open": { boxShadow: "inset 3px 0 0 var(--accent)" },
    ".live-new div": { whiteSpace: "pre", minHeight: "1.5em" },
    ".live-new .live-left-out": { color: "var(--faint)" },
    "&.cm-merge-b .cm-changedLine": { backgroundColor: "var(--added)" },
    "&.cm-merge-b .cm-changedText, & .cm-deletedChunk .cm-deletedText": { background: "none" },
    "&.cm-merge-b .cm-changedText": { backgroundColor: "var(--added-text)" },
    ".cm-deletedChunk .cm-deletedText": { backgroundColor: "var(--removed-text)" },
    "&.cm-merge-b .cm-changedLineGutter": { backgroundColor: "var(--accent)" },
    ".cm-deletedChunk .cm-chunkButtons": { display: "flex", gap: "4px", zIndex: "1" },
    ".cm-deletedChunk .cm-chunkButtons button": {
      color: "var(--text)",
      backgroundColor: "var(--raised)",
      border: "1px solid var(--line)",
      borderRadius: "4px",
      font: "inherit",
      fontFamily: "var(--sans)",
      fontSize: "0.75rem",
      margin: "0",
      padding: "0 8px",
    },
  }),
];
