import { syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tagHighlighter, tags } from "@lezer/highlight";

/** Only tokens with a distinct colour become elements, because every element makes each repaint more expensive. */
const highlighter = tagHighlighter([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], class: "tok-keyword" },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], class: "tok-string" },
  { tag: [tags.number, tags.bool, tags.atom, tags.null], class: "tok-number" },
  { tag: [tags.comment, tags.meta], class: "tok-comment" },
  { tag: [tags.typeName, tags.className, tags.namespace, tags.tagName], class: "tok-type" },
  {
    tag: [tags.definition(tags.variableName), tags.definition(tags.propertyName), tags.macroName],
    class: "tok-name",
  },
]);

/** Colours are the page's custom properties, which follow the system's light or dark mode. */
export const theme: Extension = [
  syntaxHighlighting(highlighter),
  EditorView.theme({
    "&": { height: "100%", color: "var(--text)", backgroundColor: "var(--paper)" },
    // The page outlines the editor from outside: gutters and changes would cover an outline drawn inside it.
    "&.cm-focused": { outline: "none" },
    // A scrollbar that appears and disappears would make the browser lay out each frame twice.
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

    ".tok-keyword": { color: "var(--keyword)" },
    ".tok-string": { color: "var(--string)" },
    ".tok-number": { color: "var(--number)" },
    ".tok-comment": { color: "var(--comment)" },
    ".tok-type": { color: "var(--type)" },
    ".tok-name": { color: "var(--name)" },

    // Streaming changes look the same as changes that wait for review.
    ".live-old, .cm-deletedChunk .cm-deletedLine": { backgroundColor: "var(--removed)" },
    ".cm-deletedChunk": { padding: "0", backgroundColor: "transparent" },
    ".cm-deletedChunk .cm-deletedLine": { paddingLeft: "6px" },
    ".live-old.live-open": { backgroundColor: "var(--removed-open)" },
    ".live-reached": { boxShadow: "inset 0 2px 0 var(--accent)" },
    ".live-new": {
      display: "block",
      paddingLeft: "6px",
      backgroundColor: "var(--added)",
      textDecoration: "none",
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
    // The buttons have their own row, since on a code line they would cover text. They stay visible when scrolled.
    ".cm-deletedChunk .cm-chunkButtons": {
      position: "sticky",
      insetInlineEnd: "5px",
      display: "flex",
      gap: "4px",
      width: "max-content",
      marginInlineStart: "auto",
    },
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

    // Forced colours hide the backgrounds, so removed and added lines need another distinction.
    "@media (forced-colors: active)": {
      ".live-old, .cm-deletedChunk .cm-deletedLine": { textDecoration: "line-through" },
      ".live-new, .cm-changedLine": { borderInlineStart: "3px solid", paddingInlineStart: "3px" },
    },
  }),
];
