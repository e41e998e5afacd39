import {
  type ArrivingCode,
  applyHunks,
  followEdit,
  type Hunk,
  hunksBetween,
  lineCount,
  type Selection,
} from "../edit/index.ts";
import type { SessionEvent } from "../recording/index.ts";
import { Pace } from "./pace.ts";

type EventOf<Type extends SessionEvent["type"]> = Extract<SessionEvent, { type: Type }>;

export type Decision = "open" | "accepted" | "rejected";

/** `lost`: the program ended while the edit was running. */
export type EditStatus = "running" | "stopping" | EventOf<"ended">["status"] | "failed" | "lost";

/** A further instruction and its progress. */
export interface Steer {
  readonly id: string;
  readonly text: string;
  readonly when: "now" | "after";
  state: "sent" | "accepted" | "applied" | "failed" | "waiting";
  /** Milliseconds from sending to the acknowledgement, and to the restart of the answer. */
  acceptedMs: number | null;
  appliedMs: number | null;
  message: string | null;
}

export interface EditQuestion {
  readonly id: string;
  readonly path: string;
  readonly instruction: string;
  readonly selection: Selection | null;
  /** The edit whose proposal this one continues. */
  readonly from: string | null;
  /** The edit that this one is shown next to, as another answer to the same instruction. */
  readonly beside: string | null;
  /** The file's code when the edit began; its hunks are changes of this. */
  readonly base: string;
  /** The code that the model received. */
  readonly input: string;
  readonly begun: number;
  readonly tokenLength: number | null;
}

/** One edit: its instruction, the answer received so far, and the user's decisions. */
export class EditState {
  readonly question: EditQuestion;
  readonly arriving: ArrivingCode;
  readonly pace: Pace;
  readonly steers: Steer[] = [];
  status: EditStatus = "running";
  firstTextMs: number | null = null;
  progress: EventOf<"progress"> | null = null;
  end: EventOf<"ended"> | null = null;
  failure: { readonly code: string; readonly message: string } | null = null;
  /** For an answer that contains only the changes: those received so far, in the order of the file. Otherwise null. */
  anchored: readonly Hunk[] | null = null;
  /** Index of the hunk that the user looks at. */
  chosen = 0;
  /** Rows of that hunk that are scrolled away, if it is taller than the screen. */
  offset = 0;
  readonly #decisions = new Map<number, Decision>();
  /** When each steer was sent. */
  readonly #sent = new Map<string, number>();
  /** The changes of the proposal that this edit continues. */
  #before: readonly Hunk[] | null = null;

  constructor(question: EditQuestion) {
    this.question = question;
    this.arriving = followEdit(question.input, question.selection ?? undefined);
    this.pace = new Pace(question.tokenLength);
  }

  get id(): string {
    return this.question.id;
  }

  get isRunning(): boolean {
    return this.status === "running" || this.status === "stopping";
  }

  /** Whether it did not complete and proposes nothing. */
  get isVain(): boolean {
    return !this.isRunning && this.status !== "completed" && this.hunks.length === 0;
  }

  /**
   * The changes proposed for the file. For an edit without an end, the settled ones; if such an edit continues a
   * proposal, those of the proposal.
   */
  get hunks(): readonly Hunk[] {
    if (this.end !== null) return this.end.hunks;
    if (!this.isFurther) return this.anchored ?? this.arriving.hunks;
    if (this.isRunning) return [];
    this.#before ??= hunksBetween(this.question.base, this.question.input);
    return this.#before;
  }

  /** Whether it continues a proposal: its own settled changes are then not yet changes of the file. */
  get isFurther(): boolean {
    return this.question.input !== this.question.base;
  }

  decision(hunk: number): Decision {
    return this.#decisions.get(hunk) ?? "open";
  }

  decide(hunks: readonly number[], decision: Decision): void {
    for (const hunk of hunks) this.#decisions.set(hunk, decision);
  }

  indexes(decision: Decision): number[] {
    return this.hunks.map((_, index) => index).filter((index) => this.decision(index) === decision);
  }

  /** Returns the file's code with the hunks that have one of these decisions. */
  codeWith(...decisions: readonly Decision[]): string {
    const some = this.hunks.filter((_, index) => decisions.includes(this.decision(index)));
    return applyHunks(this.question.base, some);
  }

  /** Whether both have ended and propose the same changes. */
  proposesAs({ end, hunks }: EditState): boolean {
    if (end === null || this.end === null || hunks.length !== this.hunks.length) return false;
    return hunks.every(({ oldStart, oldLines, newLines }, index) => {
      const own = this.hunks[index];
      return (
        own?.oldStart === oldStart &&
        own.oldLines.length === oldLines.length &&
        own.newLines.join("\n") === newLines.join("\n")
      );
    });
  }

  /** The selected lines within the proposal; null if no lines were selected or none are left. */
  get proposedSelection(): Selection | null {
    return this.selectionWith("accepted", "open");
  }

  /** Returns the selected lines within the code with the hunks that have one of these decisions. */
  selectionWith(...decisions: readonly Decision[]): Selection | null {
    const { selection, input } = this.question;
    if (selection === null) return null;
    const lines = lineCount(this.codeWith(...decisions));
    // The hunks of a continued proposal are changes of the file: they include more than this edit added.
    const end = Math.min(selection.end + lines - lineCount(input), lines);
    return end < selection.start ? null : { start: selection.start, end };
  }

  text({ text }: EventOf<"text">, t: number): void {
    this.firstTextMs ??= t - this.question.begun;
    this.progress = null;
    this.pace.add(t, text.length);
    if (this.anchored === null) this.arriving.push(text);
  }

  hunk(hunk: Hunk): void {
    if (this.anchored === null) return;
    const before = this.anchored.filter((one) => one.oldStart !== hunk.oldStart);
    this.anchored = [...before, hunk].sort((a, b) => a.oldStart - b.oldStart);
    this.chosen = this.anchored.indexOf(hunk);
  }

  restart(reason: EventOf<"restart">["reason"], t: number): void {
    this.arriving.reset();
    if (this.anchored !== null) this.anchored = [];
    if (reason !== "steered") return;
    for (const steer of this.steers) {
      if (steer.when === "now" && steer.state === "accepted")
        this.steer({ type: "steer", steer: steer.id, state: "applied" }, t);
    }
  }

  steered({ steer, text, when }: EventOf<"steered">, t: number): void {
    const state = when === "now" ? "sent" : "waiting";
    this.steers.push({ id: steer, text, when, state, acceptedMs: null, appliedMs: null, message: null });
    this.#sent.set(steer, t);
  }

  steer(event: EventOf<"steer">, t: number): void {
    const steer = this.steers.find(({ id }) => id === event.steer);
    if (steer === undefined) return;
    steer.state = event.state;
    steer.message = event.message ?? null;
    const milliseconds = event.milliseconds ?? t - (this.#sent.get(steer.id) ?? t);
    if (event.state === "accepted") steer.acceptedMs = milliseconds;
    if (event.state === "applied") steer.appliedMs = milliseconds;
  }

  ended(event: EventOf<"ended">): void {
    if (event.status === "completed" && this.anchored === null) this.arriving.complete();
    this.end = event;
    this.chosen = 0;
    this.offset = 0;
    this.status = event.status;
    this.progress = null;
    this.#settleSteers();
  }

  failed(code: string, message: string): void {
    this.failure = { code, message };
    this.status = "failed";
    this.progress = null;
    this.#settleSteers();
  }

  /** The program ended while the edit was running. */
  lose(): void {
    if (this.isRunning) this.status = "lost";
  }

  #settleSteers(): void {
    for (const steer of this.steers) {
      // A complete answer has followed every accepted steer.
      if (steer.state === "accepted" && this.status === "completed") steer.state = "applied";
      if (steer.state !== "sent") continue;
      steer.state = "failed";
      steer.message ??= "the edit had ended";
    }
  }
}
