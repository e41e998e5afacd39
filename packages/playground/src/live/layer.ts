import { type EditorState, type Extension, type Range, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { NewLines } from "./new-lines.ts";
import type { Changed, Progress } from "./progress.ts";

/** Streaming changes, drawn over a document that does not change. */
interface Layer {
  /** Settled changes, in document order. */
  readonly old: readonly Changed[];
  readonly settled: DecorationSet;
  readonly open: Changed | null;
  readonly openLines: DecorationSet;
  readonly reached: Progress["reached"];
}

const EMPTY: Layer = {
  old: [],
  settled: Decoration.none,
  open: null,
  openLines: Decoration.none,
  reached: null,
};

export const paintProgress = StateEffect.define<Progress>();
export const clearPaint = StateEffect.define<null>();

const layer = StateField.define<Layer>({
  create: () => EMPTY,
  update(value, transaction) {
    let next = value;
    for (const effect of transaction.effects) {
      if (effect.is(clearPaint)) next = EMPTY;
      else if (effect.is(paintProgress)) next = advance(next, effect.value, transaction.state);
    }
    return next;
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ settled }) => settled),
    EditorView.decorations.from(field, ({ openLines }) => openLines),
  ],
});

const oldLine = Decoration.line({ class: "live-old" });
const openOldLine = Decoration.line({ class: "live-old live-open" });
const reachedLine = Decoration.line({ class: "live-reached" });

/** Marks replaced lines, but only those in the viewport. */
const marks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet = Decoration.none;

    update({ view, startState, state, viewportChanged, docChanged }: ViewUpdate): void {
      if (viewportChanged || docChanged || startState.field(layer) !== state.field(layer)) {
        const { from, to } = view.viewport;
        this.decorations = marksBetween(state, from, to);
      }
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

export const liveLayer: Extension = [layer, marks];

function advance(value: Layer, { settled, open, reached }: Progress, state: EditorState): Layer {
  const grows = settled.length > 0;
  return {
    old: grows ? inOrder([...value.old, ...settled]) : value.old,
    settled: grows
      ? value.settled.update({ add: settled.flatMap((change) => newLines(change, state)), sort: true })
      : value.settled,
    open,
    openLines: open === null ? Decoration.none : Decoration.set(newLines(open, state)),
    reached,
  };
}

function inOrder(changes: Changed[]): Changed[] {
  return changes.sort((a, b) => a.oldStart - b.oldStart || a.oldLines.length - b.oldLines.length);
}

function newLines({ oldStart, oldLines, newLines: lines, settled }: Changed, { doc }: EditorState) {
  if (lines.length === 0) return [];
  const last = oldStart + oldLines.length - 1;
  const after = oldLines.length > 0 || oldStart > doc.lines;
  const line = doc.line(Math.min(after ? Math.max(last, 1) : oldStart, doc.lines));
  const widget = new NewLines(lines, !settled);
  const side = after ? 1 : -1;
  return [Decoration.widget({ widget, block: true, side }).range(after ? line.to : line.from)];
}

/** Returns the line marks between two offsets. Changes may have settled in any order. */
export function marksBetween(state: EditorState, start: number, end: number): DecorationSet {
  const { doc } = state;
  const { old, open, reached } = state.field(layer);
  const ranges: Range<Decoration>[] = [];
  const from = doc.lineAt(start).number;
  const to = doc.lineAt(end).number;
  const mark = (first: number, count: number, decoration: Decoration): void => {
    for (let line = Math.max(first, from); line < first + count && line <= to; line++) {
      ranges.push(decoration.range(doc.line(line).from));
    }
  };
  for (let index = firstInView(old, from); index < old.length; index++) {
    const change = old[index];
    if (change === undefined || change.oldStart > to) break;
    mark(change.oldStart, change.oldLines.length, oldLine);
  }
  if (open !== null) mark(open.oldStart, open.oldLines.length, openOldLine);
  if (reached !== null) mark(reached, 1, reachedLine);
  return Decoration.set(ranges, true);
}

function firstInView(changes: readonly Changed[], line: number): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const { oldStart, oldLines } = changes[middle] as Changed;
    if (oldStart + oldLines.length <= line) low = middle + 1;
    else high = middle;
  }
  return low;
}
