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

/** A block that has its place in the code. */
interface Placed {
  readonly place: Place;
  readonly changes: readonly LineChange[];
}

interface Standing {
  readonly placed: readonly Placed[];
  readonly anchors: readonly Anchor[];
  readonly from: number;
  readonly repeatFrom: number | null;
  readonly text: string;
}

/**
 * An answer in search-and-replace blocks, as it arrives. A block is looked up as soon as its search part is there, so
 * that one without a place is told before its replacement is written; the blocks that have theirs count.
 */
export class AnchoredAnswer implements ArrivingAnswer {
  readonly #region: Region;
  readonly #locator: Locator;
  #stream = new BlockStream();
  /** Sorted by place. */
  #placed: readonly Placed[] = [];
  #anchors: readonly Anchor[] = [];
  /** As it stood when it last went on in a further answer. */
  #before: Standing = { placed: [], anchors: [], from: 0, repeatFrom: null, text: "" };
  /** The place of the block that is arriving, where its search part is there. */
  #place: Place | null = null;
  /** Where the latest block ended: the next one is looked for from there where it could be elsewhere, too. */
  #from = 0;
  /** From where the first block without a place was looked for, since the answer went on last. */
  #missedFrom: number | null = null;
  /** The same of the block that comes again: blocks after it may have theirs already. Null once it has its place. */
  #repeatFrom: number | null = null;
  #text = "";

  constructor(region: Region) {
    this.#region = region;
    this.#locator = new Locator(region.lines);
  }

  /** The answer as it came. */
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
    return onePerPlace(this.#placed.flatMap(({ changes }) => changes)).map((change) => {
      const hunk = this.#region.toHunk({ ...change, newStart: change.oldStart + shift });
      shift += change.newLines.length - change.oldCount;
      return hunk;
    });
  }

  push(text: string): AnswerEvent[] {
    this.#text += text;
    return this.#take(this.#stream.push(text));
  }

  /** The answer is whole. */
  complete(): AnswerEvent[] {
    return this.#take(this.#stream.end());
  }

  /** The rest comes in a further answer; what is placed stays, and a block in the middle is begun again. */
  goOn(): void {
    this.#repeatFrom = this.#missedFrom ?? this.#repeatFrom;
    this.#missedFrom = null;
    this.#before = {
      placed: this.#placed,
      anchors: this.#anchors,
      from: this.#from,
      repeatFrom: this.#repeatFrom,
      text: this.#text,
    };
    this.#stream = new BlockStream();
    this.#place = null;
  }

  /** The answer, or the further one that it went on in, comes once more. Gives what stays of it. */
  again(): AnswerEvent[] {
    const { placed, anchors, from, repeatFrom, text } = this.#before;
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

  /** An anchor without a place no longer counts: the block comes again. */
  forget(anchor: Anchor): void {
    const rest = ({ anchors }: Pick<Standing, "anchors">) => anchors.filter((one) => one !== anchor);
    this.#anchors = rest({ anchors: this.#anchors });
    this.#before = { ...this.#before, anchors: rest(this.#before) };
  }

  preview(): Preview {
    const arriving = this.#arriving();
    const changes = this.#placed.flatMap((one) => one.changes.map((change) => ({ change, settled: true })));
    if (arriving !== null) changes.push({ change: arriving, settled: false });
    changes.sort((a, b) => a.change.oldStart - b.change.oldStart);
    const pieces: PreviewPiece[] = [];
    let next = 0;
    let shift = 0;
    const keepUntil = (end: number): void => {
      if (end <= next) return;
      pieces.push({
        kind: "unchanged",
        ...this.#lines(next, end),
        newStart: this.#region.lineNumber(next + shift),
      });
      next = end;
    };
    for (const { change, settled } of changes) {
      keepUntil(change.oldStart);
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
    keepUntil(this.#region.lines.length);
    return { pieces, arrivedLines };
  }

  #lines(start: number, end: number): { oldStart: number; lines: readonly string[] } {
    return { oldStart: this.#region.lineNumber(start), lines: this.#region.fileLines.slice(start, end) };
  }

  #take(pieces: ReturnType<BlockStream["push"]>): AnswerEvent[] {
    return pieces.flatMap((piece): AnswerEvent[] => {
      if (piece.kind === "block") return this.#settle(piece.search, piece.replace);
      if (piece.kind === "search") this.#place = this.#locate(piece.lines);
      else if (piece.kind === "cut") this.#cut(piece.search, piece.wasWhole);
      else if (this.#place !== null) return [{ kind: "text", text: `${piece.line}\n` }];
      return [];
    });
  }

  #locate(search: readonly string[]): Place | null {
    const place = this.#locator.find(search, this.#repeatFrom ?? this.#from);
    if (typeof place === "string") return this.#unplaced(search, place);
    const end = place.at + place.count;
    const overlaps = this.#placed.some(
      (other) => other.place.at < end && place.at < other.place.at + other.place.count,
    );
    return overlaps ? this.#unplaced(search, "overlapping") : place;
  }

  #unplaced(search: readonly string[], verdict: AnchorVerdict): null {
    this.#missedFrom ??= this.#repeatFrom ?? this.#from;
    this.#anchors = [...this.#anchors, { line: null, verdict, search }];
    return null;
  }

  #cut(search: readonly string[], wasLocated: boolean): void {
    // One without a place is told already.
    if (!wasLocated || this.#place !== null) this.#unplaced(search, "cut");
    this.#place = null;
  }

  #settle(search: readonly string[], replace: readonly string[]): AnswerEvent[] {
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
 * A block may insert after a line what goes before the line that another block changes: one change then, as the place
 * is what tells changes apart.
 */
function onePerPlace(changes: readonly LineChange[]): LineChange[] {
  const result: LineChange[] = [];
  for (const change of changes) {
    const before = result.at(-1);
    if (before?.oldStart !== change.oldStart) result.push(change);
    else result[result.length - 1] = { ...change, newLines: [...before.newLines, ...change.newLines] };
  }
  return result;
}

/** A hunk whatever comes before it in the file. One that another block has added to is another one. */
function keyOf({ kind, oldStart, newLines }: Hunk): string {
  return `${kind} ${oldStart} ${newLines.length}`;
}
