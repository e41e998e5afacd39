import { isolateHistory } from "@codemirror/commands";
import { acceptChunk, type Chunk, getChunks, rejectChunk, unifiedMergeView } from "@codemirror/merge";
import { Compartment, type EditorState, type Extension, type Text } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { Hunk } from "@flint/client/browser";
import { accept, acceptedText, keepAccepted, proposed } from "./accepted.ts";
import { difference } from "./difference.ts";
import { hunkChanges } from "./hunk-changes.ts";
import { lineDiff } from "./line-diff.ts";

const merge = new Compartment();

/** The unified merge view, with pending changes to accept or reject. `text` is the accepted code. */
export function reviewing(text: Text): Extension {
  return [keepAccepted(text), merge.of(mergeView(text, control))];
}

/** Hides the pending changes while new ones stream in. */
export function pauseReview(view: EditorView): void {
  view.dispatch({ effects: merge.reconfigure([]) });
}

/**
 * Turns the hunks into pending changes, as one step of the undo history. Without hunks, shows the previous changes
 * again. Returns the number of changes shown: hunks with only a blank line between them are shown as one.
 */
export function propose(view: EditorView, hunks: readonly Hunk[]): number {
  const { state } = view;
  view.dispatch({
    changes: hunkChanges(state.doc, hunks),
    effects: merge.reconfigure(mergeView(acceptedText(state), control)),
    annotations: [proposed.of(true), isolateHistory.of("full")],
    userEvent: "edit",
    filter: false,
  });
  const shown = new Set(hunks.map(({ newStart }) => chunkAt(view.state, newStart)));
  shown.delete(undefined);
  return shown.size;
}

/** Returns the pending change at this 1-based line. Lines deleted at the end belong to the line after the last. */
function chunkAt(state: EditorState, line: number): Chunk | undefined {
  const at = line > state.doc.lines ? state.doc.length : state.doc.line(line).from;
  return pendingChunks(state).find(({ fromB, toB }) => fromB <= at && at <= toB);
}

/** Replaces the whole document with other code, which counts as accepted. */
export function replaceCode(view: EditorView, code: string): void {
  const { state } = view;
  const text = state.toText(code);
  view.dispatch({
    changes: { from: 0, to: state.doc.length, insert: text },
    effects: accept(state, text),
    annotations: [proposed.of(true), isolateHistory.of("full")],
    selection: { anchor: 0 },
    scrollIntoView: true,
  });
}

/** Replaces the whole document with a replayed session's code; its changes are pending, but not for the user to accept. */
export function showReview(view: EditorView, accepted: string, code: string): void {
  const { state } = view;
  const text = state.toText(accepted);
  view.dispatch({
    changes: difference(state.doc, text),
    effects: [accept(state, text), merge.reconfigure([])],
    annotations: proposed.of(true),
    filter: false,
  });
  view.dispatch({
    changes: difference(text, state.toText(code)),
    effects: merge.reconfigure(mergeView(text, false)),
    annotations: proposed.of(true),
    filter: false,
  });
}

export function pendingChunks(state: EditorState): readonly Chunk[] {
  return getChunks(state)?.chunks ?? [];
}

/** Returns the change at the cursor, or else the first one after it, or else the first one. */
function currentChunk(state: EditorState): Chunk | null {
  const chunks = pendingChunks(state);
  const { head } = state.selection.main;
  return chunks.find(({ endB }) => endB >= head) ?? chunks[0] ?? null;
}

/** Moves the cursor by `step` changes, wrapping around at the end. */
export function goToChunk(view: EditorView, step: 1 | -1): boolean {
  const chunks = pendingChunks(view.state);
  const { head } = view.state.selection.main;
  const inside = chunks.findIndex(({ fromB, endB }) => fromB <= head && head <= endB);
  const after = chunks.findIndex(({ fromB }) => fromB > head);
  const before = chunks.findLastIndex(({ fromB, endB }) => fromB < head && endB < head);
  const index = step === 1 ? after : inside > 0 ? inside - 1 : inside === 0 ? -1 : before;
  const chunk = chunks.at(index === -1 ? (step === 1 ? 0 : -1) : index);
  if (chunk === undefined) return false;
  select(view, chunk);
  return true;
}

export function acceptOne(view: EditorView): boolean {
  const chunk = currentChunk(view.state);
  if (chunk === null || !acceptChunk(view, chunk.fromB)) return false;
  selectCurrent(view);
  return true;
}

export function rejectOne(view: EditorView): boolean {
  const chunk = currentChunk(view.state);
  if (chunk === null || !rejectChunk(view, chunk.fromB)) return false;
  selectCurrent(view);
  return true;
}

export function acceptAll(view: EditorView): boolean {
  if (pendingChunks(view.state).length === 0) return false;
  view.dispatch({ effects: accept(view.state, view.state.doc), userEvent: "accept" });
  return true;
}

export function rejectAll(view: EditorView): boolean {
  const chunks = pendingChunks(view.state);
  if (chunks.length === 0) return false;
  const text = acceptedText(view.state);
  const changes = chunks.map((chunk) => revertChange(view.state.doc, text, chunk));
  view.dispatch({ changes, userEvent: "revert" });
  return true;
}

function revertChange(document: Text, text: Text, { fromA, toA, fromB, toB }: Chunk) {
  const insert = text.sliceString(fromA, Math.max(fromA, toA - 1));
  const lineBreak = fromA !== toA && toB <= document.length ? "\n" : "";
  return { from: fromB, to: Math.min(document.length, toB), insert: insert + lineBreak };
}

function select(view: EditorView, { fromB }: Chunk): void {
  view.dispatch({
    selection: { anchor: fromB },
    effects: EditorView.scrollIntoView(fromB, { y: "center" }),
  });
}

function selectCurrent(view: EditorView): void {
  const next = currentChunk(view.state);
  if (next !== null) select(view, next);
}

function mergeView(original: Text, mergeControls: false | typeof control): Extension {
  return unifiedMergeView({
    original,
    mergeControls,
    diffConfig: { override: lineDiff },
  });
}

/** Not in the Tab order: shortcuts and the toolbar do the same without tabbing through every change. */
function control(type: "accept" | "reject", action: (event: MouseEvent) => void): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.name = type;
  button.tabIndex = -1;
  button.textContent = type === "accept" ? "Accept" : "Reject";
  button.addEventListener("mousedown", (event) => {
    if (event.button === 0) action(event);
  });
  return button;
}
