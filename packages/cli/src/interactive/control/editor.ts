import type { Change, EditState, Selection, Session, Steer } from "@flint/client";
import type { FileSearch } from "../../listing/index.ts";
import { suggestionFor } from "../examples.ts";
import { messageOf, OpenFiles } from "./open-file.ts";
import { Picker } from "./picker.ts";
import type { SessionLog } from "./session-log.ts";
import { type TurnOptions, Turns } from "./turns.ts";
import { removeWords, returnWords } from "./typed-words.ts";

/** Temperatures for another answer to the same instruction; the second is used if the first repeats a known answer. */
const DIFFERENTLY = [0.8, 1.2];
/** An instruction meant for some lines must not be applied to the whole file. */
const SELECT_AGAIN = "the file has changed: select the lines again";

/** The actions of a session, independent of the keys that trigger them. */
export class Editor {
  readonly #log: SessionLog;
  readonly #files: OpenFiles;
  readonly picker: Picker;
  readonly turns: Turns;
  /** A broken answer that the user was warned about and may accept on a second try. */
  #warned: EditState | null = null;
  #actions: Promise<void> = Promise.resolve();

  constructor(log: SessionLog, search: FileSearch, connect: (signal: AbortSignal) => Promise<Session>) {
    this.#log = log;
    this.picker = new Picker(log, search);
    this.#files = new OpenFiles(log);
    this.turns = new Turns(log, connect);
  }

  open(path: string): Promise<void> {
    return this.#next(async () => {
      const suggestion = suggestionFor(path);
      if ((await this.#files.open(path)) && suggestion !== null) {
        this.#log.tell({ type: "note", text: suggestionNote(suggestion) });
      }
    });
  }

  /** Enter on an empty line: asks for the example's suggested edit while the suggestion is shown. */
  askSuggested(): void {
    const { file, note } = this.#log.state;
    const suggestion = file === null ? null : suggestionFor(file.path);
    if (suggestion !== null && note === suggestionNote(suggestion)) this.ask(suggestion);
    else this.#log.tell({ type: "note", text: "say what to change, and press Enter" });
  }

  /** Returns to the file. If the edit came to nothing, puts its instruction back into the typed line. */
  leave(edit: EditState): void {
    this.#log.tell({ type: "file" });
    if (edit.isVain) this.#returnQuestion(edit);
  }

  /** Compares the file of a resumed session with the disk. */
  recover(): Promise<void> {
    return this.#next(async () => {
      const { edit } = this.#log.state;
      await this.#files.recover();
      // The file has changed, so the edit cannot be rerun: keep its instruction.
      if (edit?.status === "lost" && this.#log.state.edit !== edit) this.#returnQuestion(edit);
    });
  }

  /**
   * Asks for an edit of the open file, rereading it if it changed on disk. In this and the following methods, the words
   * stay in the typed line until the edit has started.
   */
  ask(instruction: string): Promise<void> {
    return this.#next(async () => {
      const { file, selection } = this.#log.state;
      if (!(await this.#files.refresh())) return;
      // The selected lines may have moved: a note asks the user to select them again.
      if (selection !== null && this.#log.state.file?.code !== file?.code) return;
      const begun = this.#begin({ instruction, selection, from: null, beside: null }, {});
      if (begun !== null) removeWords(this.#log, instruction);
    });
  }

  /** Edits what an edit proposes. */
  askFurther(edit: EditState, instruction: string): Promise<void> {
    return this.#next(async () => {
      if (!(await this.#isUnchangedOnDisk())) return;
      if (this.#beginFurther(edit, instruction) !== null) removeWords(this.#log, instruction);
    });
  }

  /** Asks the same again: with additional words, or, without any, at a higher temperature. */
  askDifferently(edit: EditState, words: string): Promise<void> {
    return this.#next(async () => {
      const { instruction, selection, from } = edit.question;
      const { file } = this.#log.state;
      if (!(await this.#isUnchangedOnDisk())) {
        // The user can ask for it in the changed file by pressing Enter.
        if (this.#log.state.file?.code !== file?.code) returnWords(this.#log, [instruction]);
        return;
      }
      // Once some of its hunks are accepted, the edit would start from other code.
      const isDecided = edit.indexes("accepted").length > 0;
      const lines = isDecided ? this.#currentSelection(edit) : selection;
      if (selection !== null && lines === null) {
        this.#log.tell({ type: "note", text: SELECT_AGAIN });
        return;
      }
      const begun = this.#begin(
        {
          instruction: words === "" ? instruction : `${instruction}\n${words}`,
          selection: lines,
          from: isDecided ? null : from,
          beside: isDecided ? null : edit.id,
        },
        { known: this.#otherAnswers(edit), temperatures: words === "" ? DIFFERENTLY : [] },
      );
      if (begun !== null) removeWords(this.#log, words);
    });
  }

  /**
   * Reruns an edit that did not finish, including its steers. The text received so far serves as the prediction.
   */
  askAgain(edit: EditState): Promise<void> {
    return this.#next(async () => {
      if (!(await this.#files.refresh())) return;
      const { selection, from, base } = edit.question;
      const words = instructionWithSteers(edit);
      const isSame = this.#log.state.file?.code === base;
      if (selection !== null && !isSame) {
        this.#returnQuestion(edit);
        this.#log.tell({ type: "note", text: SELECT_AGAIN });
        return;
      }
      const question = { instruction: words, selection, from: isSame ? from : null, beside: null };
      const begun = this.#begin(question, predictionOf(edit));
      if (begun !== null) this.#queue(begun, waitingSteers(edit));
    });
  }

  /** Accepts hunks into the file. `which` is called only after all earlier actions have been written to disk. */
  accept(edit: EditState, which: () => readonly number[]): void {
    this.#next(async () => {
      const hunks = which();
      const objection = edit.isRunning || hunks.length === 0 ? "" : this.#objection(edit, hunks);
      if (objection !== null) {
        if (objection !== "") this.#log.tell({ type: "note", text: objection });
        return;
      }
      this.#log.tell({ type: "accepted", edit: edit.id, hunks });
      this.#chooseNextOpen(edit);
      await this.#files.write();
    });
  }

  reject(edit: EditState, which: () => readonly number[]): void {
    this.#next(async () => {
      const hunks = which();
      if (hunks.length === 0 || edit.isRunning) return;
      this.#log.tell({ type: "rejected", edit: edit.id, hunks });
      this.#chooseNextOpen(edit);
    });
  }

  /** Makes a rejected hunk undecided again. */
  reopen(edit: EditState, hunk: number): void {
    this.#next(async () => {
      if (edit.isRunning || edit.decision(hunk) !== "rejected") return;
      this.#log.tell({ type: "reopened", edit: edit.id, hunks: [hunk] });
    });
  }

  choose(edit: EditState, hunk: number): void {
    const last = Math.max(edit.hunks.length - 1, 0);
    this.#log.tell({ type: "chosen", edit: edit.id, hunk: Math.min(Math.max(hunk, 0), last) });
  }

  /** Scrolls within the chosen change. */
  scroll(edit: EditState, rows: number): void {
    const { oldLines, newLines } = edit.hunks[edit.chosen] ?? { oldLines: [], newLines: [] };
    const offset = Math.min(Math.max(edit.offset + rows, 0), oldLines.length + newLines.length);
    this.#log.tell({ type: "chosen", edit: edit.id, hunk: edit.chosen, offset });
  }

  undo(): void {
    this.#undoOrRedo("undo");
  }

  redo(): void {
    this.#undoOrRedo("redo");
  }

  #undoOrRedo(kind: "undo" | "redo"): void {
    this.#next(async () => {
      const { state } = this.#log;
      if (state.running !== null) return;
      const change = state[kind].at(-1);
      const objection = this.#objectionToUndoOrRedo(kind, change);
      if (change === undefined || objection !== null) {
        this.#log.tell({ type: "note", text: objection ?? "" });
        return;
      }
      this.#log.tell({ type: kind === "undo" ? "undone" : "redone" });
      const edit = state.edits.get(change.edit);
      const [hunk] = change.hunks;
      const isShown = edit === state.edit && state.screen === "edit";
      if (edit !== undefined && isShown && hunk !== undefined) this.choose(edit, hunk);
      await this.#files.write();
    });
  }

  /** Returns why these hunks cannot be accepted, or null. */
  #objection(edit: EditState, hunks: readonly number[]): string | null {
    const isWhole = hunks.length === edit.hunks.length;
    if (edit.end?.verification.parses === false && isWhole && this.#warned !== edit) {
      this.#warned = edit;
      return "the answer does not parse: press the key again to accept it anyway";
    }
    const isBegun = edit.indexes("accepted").length > 0;
    const expected = isBegun ? edit.codeWith("accepted") : edit.question.base;
    if (this.#log.state.file?.code === expected) return null;
    return "the file has changed since this edit began: run the edit again";
  }

  #objectionToUndoOrRedo(kind: "undo" | "redo", change: Change | undefined): string | null {
    const { file } = this.#log.state;
    if (change === undefined) return `there is nothing to ${kind}`;
    if (change.path !== file?.path) return `the change to ${kind} is in ${change.path}: open it first`;
    const expected = kind === "undo" ? change.after : change.before;
    return expected === file.code ? null : `the file has changed, so there is nothing to ${kind}`;
  }

  /** Whether the file on disk is the one shown. If not, shows a note: a proposal for other code cannot be accepted. */
  async #isUnchangedOnDisk(): Promise<boolean> {
    const { file } = this.#log.state;
    return (await this.#files.refresh()) && this.#log.state.file?.code === file?.code;
  }

  /** Returns the proposed code of every answer to the same question. */
  #otherAnswers({ question: { path, instruction, input, selection } }: EditState): ReadonlySet<string> {
    const alike = [...this.#log.state.edits.values()].filter(
      ({ question, end }) =>
        end?.status === "completed" &&
        question.path === path &&
        question.instruction === instruction &&
        question.input === input &&
        question.selection?.start === selection?.start &&
        question.selection?.end === selection?.end,
    );
    return new Set(alike.map((edit) => edit.codeWith("accepted", "open", "rejected")));
  }

  /** Returns the current position of the lines that the edit was for, or null if unknown. */
  #currentSelection(edit: EditState): Selection | null {
    return this.#log.state.file?.code === edit.codeWith("accepted") ? edit.selectionWith("accepted") : null;
  }

  /** Runs actions one after another; each starts when the previous one is written to disk. */
  #next(action: () => Promise<void>): Promise<void> {
    const done = this.#actions.then(action);
    // The caller gets the failure; later actions run anyway.
    this.#actions = done.catch(() => {});
    return done;
  }

  #chooseNextOpen(edit: EditState): void {
    const open = edit.indexes("open");
    const next = open.find((hunk) => hunk > edit.chosen) ?? open[0];
    if (next !== undefined) this.choose(edit, next);
  }

  #beginFurther(edit: EditState, instruction: string): EditState | null {
    return this.#begin({ instruction, selection: edit.proposedSelection, from: edit.id, beside: null }, {});
  }

  /** Starts an edit. Returns null if it cannot start; its words then stay in the typed line. */
  #begin(
    question: {
      instruction: string;
      selection: Selection | null;
      from: string | null;
      beside: string | null;
    },
    options: TurnOptions,
  ): EditState | null {
    const { state } = this.#log;
    if (state.running !== null || state.file === null) return null;
    if (state.pending !== null) {
      this.#log.tell({
        type: "note",
        text: "the last change is still being written: try again in a moment",
      });
      return null;
    }
    const id = `e${state.edits.size + 1}`;
    try {
      this.#log.tell({ type: "asked", edit: id, ...question });
    } catch (error) {
      this.#log.tell({ type: "note", text: messageOf(error) });
      return null;
    }
    const edit = state.edits.get(id);
    if (edit === undefined) return null;
    this.turns.run(edit, options).then(() => this.#startQueued(edit));
    return edit;
  }

  /** Starts the instruction queued after this edit, if the edit completed. */
  async #startQueued(edit: EditState): Promise<void> {
    if (edit.status !== "completed") {
      // A rerun of a failed edit includes the steers that it had accepted.
      const accepted = edit.steers.filter(({ state }) => state === "accepted" && edit.failure === null);
      this.#returnSteers(
        [...accepted, ...waitingSteers(edit)],
        "the edit did not end; the instruction is in the line below",
      );
      return;
    }
    const [next, ...later] = waitingSteers(edit);
    if (next === undefined) return;
    await this.#next(async () => {
      const following = this.#beginFurther(edit, next.text);
      if (following === null) {
        this.#returnSteers(waitingSteers(edit), "it could not be sent; it is in the line below");
        return;
      }
      this.#log.tell({ type: "steer", steer: next.id, state: "applied" });
      this.#queue(following, later);
    });
  }

  #queue(edit: EditState, steers: readonly Steer[]): void {
    for (const { id, text } of steers)
      this.#log.tell({ type: "steered", edit: edit.id, steer: id, text, when: "after" });
  }

  /** Puts everything asked of an unfinished edit back into the typed line. */
  #returnQuestion(edit: EditState): void {
    this.#returnSteers(waitingSteers(edit), "it is in the line below");
    returnWords(this.#log, [instructionWithSteers(edit)]);
  }

  #returnSteers(steers: readonly Steer[], message: string): void {
    for (const { id } of steers) this.#log.tell({ type: "steer", steer: id, state: "failed", message });
    returnWords(
      this.#log,
      steers.map(({ text }) => text),
    );
  }
}

function suggestionNote(suggestion: string): string {
  return `Enter asks for an example: ${suggestion}`;
}

/** Returns the instruction together with its steers. */
function instructionWithSteers({ question, steers }: EditState): string {
  // The words of a failed steer are already back in the typed line.
  const given = steers.filter(({ when, state }) => when === "now" && state !== "failed");
  return [question.instruction, ...given.map(({ text }) => text)].join("\n");
}

function waitingSteers({ steers }: EditState): Steer[] {
  return steers.filter(({ state }) => state === "waiting");
}

/** Predicts a rerun's answer: the text received so far, followed by the lines still expected. */
function predictionOf({ arriving }: EditState): TurnOptions {
  if (arriving.text === "") return {};
  const expected = arriving
    .preview()
    .pieces.flatMap((piece) => (piece.kind === "expected" ? piece.lines : []));
  return { prediction: [arriving.text, ...expected].join("\n") };
}
