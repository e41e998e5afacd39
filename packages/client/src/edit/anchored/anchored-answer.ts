import type { AnswerEvent, ArrivingAnswer } from "../edit-answer.ts";
import type { Hunk } from "../hunk.ts";
import type { LineChange } from "../line-change.ts";
import type { Preview, PreviewPiece } from "../preview.ts";
import { refine } from "../refine.ts";
import type { Region } from "../region.ts";
import type { Anchor, AnchorVerdict } from "./anchor.ts";
import { BlockStream } from "./block-stream.ts";
import { fitReplacement } from "./fit-replacement.ts";
import { Locator, type Place } from "./locate.ts";

/** A block that was placed in the code. */
interface PlacedBlock {
  readonly place: Place;
  readonly changes: readonly LineChange[];
}

interface Checkpoint {
  readonly placed: readonly PlacedBlock[];
  readonly anchors: readonly Anchor[];
  readonly from: number;
  readonly repeatFrom: number | null;
  readonly text: string;
}

/**
 * An arriving answer of search-and-replace blocks. Each block is looked up as soon as its search part is complete, so a
 * block without a place is reported before its replacement is written. Blocks with a place count.
 */
export class AnchoredAnswer implements ArrivingAnswer {
  readonly #region: Region;
  readonly #locator: Locator;
  #stream = new BlockStream();
  /** Sorted by place. */
  #placed: readonly PlacedBlock[] = [];
  #anchors: readonly Anchor[] = [];
  /** The state when the answer last continued in another response. */
  #checkpoint: Checkpoint = { placed: [], anchors: [], from: 0, repeatFrom: null, text: "" };
  /** The place of the arriving block, once its search part is complete. */
  #place: Place | null = null;
  /** Line where the latest block ended: if the next one occurs several times, it is searched from here. */
  #from = 0;
  /** Where the search for the first block without a place began, since the answer last continued. */
  #missedFrom: number | null = null;
  /** The same for the block that is being repeated: later blocks may already be placed. Null once it is placed. */
  #repeatFrom: number | null = null;
  #text = "";

  constructor(region: Region) {
    this.#region = region;
    this.#locator = new Locator(region.lines);
  }

  /** The answer as received. */
  get text(): string {
    return this.#text;
  }

  get anchors(): readonly Anchor[] {
    return this.#anchors;
  }

  /** Whether any block has begun. */
  get hasBlocks(): boolean {
    return this.#anchors.length > 0 || this.#stream.isOpen;
  }

  get hunks(): readonly Hunk[] {
    let shift = 0;
    return mergeSameStart(this.#placed.flatMap(({ changes }) => changes)).map((change) => {
      const hunk = this.#region.toHunk({ ...change, newStart: change.oldStart + shift });
      shift += change.newLines.length - change.oldCount;
      return hunk;
    });
  }

  push(text: string): AnswerEvent[] {
    this.#text += text;
    return this.#handle(this.#stream.push(text));
  }

  /** The answer is complete. */
  complete(): AnswerEvent[] {
    return this.#handle(this.#stream.end());
  }

  /** The rest arrives in another response: placed blocks stay, and an unfinished block starts again. */
  continueInNextResponse(): void {
    this.#repeatFrom = this.#missedFrom ?? this.#repeatFrom;
    this.#missedFrom = null;
    this.#checkpoint = {
      placed: this.#placed,
      anchors: this.#anchors,
      from: this.#from,
      repeatFrom: this.#repeatFrom,
      text: this.#text,
    };
    this.#stream = new BlockStream();
    this.#place = null;
  }

  /** The answer, or its continuation, is sent again. Returns the changes that stay. */
  rewind(): AnswerEvent[] {
    const { placed, anchors, from, repeatFrom, text } = this.#checkpoint;
    this.#placed = placed;
    this.#anchors = anchors;
    this.#from = from;
    this.#missedFrom = null;
    this.#repeatFrom = repeatFrom;
    this.#text = text;
    this.#stream = new BlockStream();
    this.#place = null;
    return this.hunks.map((hunk) => ({ kind: "hunk", hunk }));
  }

  /** Drops an anchor without a place, because its block is sent again. */
  forget(anchor: Anchor): void {
    const rest = ({ anchors }: Pick<Checkpoint, "anchors">) => anchors.filter((one) => one !== anchor);
    this.#anchors = rest({ anchors: this.#anchors });
    this.#checkpoint = { ...this.#checkpoint, anchors: rest(this.#checkpoint) };
  }

  preview(): Preview {
    const arriving = this.#arriving();
    const changes = this.#placed.flatMap((one) => one.changes.map((change) => ({ change, settled: true })));
    if (arriving !== null) changes.push({ change: arriving, settled: false });
    changes.sort((a, b) => a.change.oldStart - b.change.oldStart);
    const pieces: PreviewPiece[] = [];
    let next = 0;
    let shift = 0;
    const addUnchangedUntil = (end: number): void => {
      if (end <= next) return;
      pieces.push({
        kind: "unchanged",
        ...this.#lines(next, end),
        newStart: this.#region.lineNumber(next + shift),
      });
      next = end;
    };
    for (const { change, settled } of changes) {
      addUnchangedUntil(change.oldStart);
      const { oldStart, lines: oldLines } = this.#lines(change.oldStart, change.oldStart + change.oldCount);
      pieces.push({
        kind: "changed",
        oldStart,
        oldLines,
        newStart: this.#region.lineNumber(change.oldStart + shift),
        newLines: change.newLines.map((line) => this.#region.restore(line)),
        settled,
      });
      next = change.oldStart + change.oldCount;
      shift += change.newLines.length - change.oldCount;
    }
    const arrivedLines = next + shift;
    addUnchangedUntil(this.#region.lines.length);
    return { pieces, arrivedLines };
  }

  #lines(start: number, end: number): { oldStart: number; lines: readonly string[] } {
    return { oldStart: this.#region.lineNumber(start), lines: this.#region.fileLines.slice(start, end) };
  }

  #handle(pieces: ReturnType<BlockStream["push"]>): AnswerEvent[] {
    return pieces.flatMap((piece): AnswerEvent[] => {
      if (piece.kind === "block") return this.#finishBlock(piece.search, piece.replace);
      if (piece.kind === "search") this.#place = this.#locate(piece.lines);
      else if (piece.kind === "cut") this.#cutOff(piece.search, piece.wasWhole);
      else if (this.#place !== null) return [{ kind: "text", text: `${piece.line}\n` }];
      return [];
    });
  }

  #locate(search: readonly string[]): Place | null {
    const place = this.#locator.find(search, this.#repeatFrom ?? this.#from);
    if (typeof place === "string") return this.#addUnplaced(search, place);
    const end = place.at + place.count;
    const overlaps = this.#placed.some(
      (other) => other.place.at < end && place.at < other.place.at + other.place.count,
    );
    return overlaps ? this.#addUnplaced(search, "overlapping") : place;
  }

  #addUnplaced(search: readonly string[], verdict: AnchorVerdict): null {
    this.#missedFrom ??= this.#repeatFrom ?? this.#from;
    this.#anchors = [...this.#anchors, { line: null, verdict, search }];
    return null;
  }

  #cutOff(search: readonly string[], wasLocated: boolean): void {
    // A block without a place was already reported.
    if (!wasLocated || this.#place !== null) this.#addUnplaced(search, "cut");
    this.#place = null;
  }

  #finishBlock(search: readonly string[], replace: readonly string[]): AnswerEvent[] {
    const place = this.#place;
    this.#place = null;
    if (place === null) return [];
    const old = this.#region.lines.slice(place.at, place.at + place.count);
    const changes = refine(old, fitReplacement(search, replace, old), place.at, place.at);
    const before = new Set(this.hunks.map(keyOf));
    this.#placed = [...this.#placed, { place, changes }].sort((a, b) => a.place.at - b.place.at);
    const end = place.at + place.count;
    this.#from = this.#repeatFrom === null ? end : Math.max(end, this.#from);
    this.#repeatFrom = null;
    this.#anchors = [
      ...this.#anchors,
      { line: this.#region.lineNumber(place.at), verdict: place.match, search },
    ];
    return this.hunks.filter((hunk) => !before.has(keyOf(hunk))).map((hunk) => ({ kind: "hunk", hunk }));
  }

  #arriving(): LineChange | null {
    const { arriving } = this.#stream;
    const place = this.#place;
    if (arriving === null || place === null) return null;
    const old = this.#region.lines.slice(place.at, place.at + place.count);
    const newLines = fitReplacement(arriving.search, arriving.replace, old);
    return { oldStart: place.at, oldCount: place.count, newStart: place.at, newLines };
  }
}

/**
 * Merges changes with the same start, since changes are told apart by it: one block may insert lines before the line
 * that another one changes.
 */
function mergeSameStart(changes: readonly LineChange[]): LineChange[] {
  const result: LineChange[] = [];
  for (const change of changes) {
    const before = result.at(-1);
    if (before?.oldStart !== change.oldStart) result.push(change);
    else result[result.length - 1] = { ...change, newLines: [...before.newLines, ...change.newLines] };
  }
  return result;
}

/** Identifies a hunk independently of those before it. If another block extends it, it gets another key. */
function keyOf({ kind, oldStart, newLines }: Hunk): string {
  return `${kind} ${oldStart} ${newLines.length}`;
}
