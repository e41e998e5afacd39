import type { Change, EditState, Selection, Session } from "@flint/client";
import type { FileSearch } from "../../listing/index.ts";
import { suggestionFor } from "../examples.ts";
import { OpenFiles } from "./open-file.ts";
import type { SessionLog } from "./session-log.ts";
import { type TurnOptions, Turns } from "./turns.ts";

/** The temperature of another answer to the same instruction. */
const DIFFERENTLY = 0.8;

/** What can be done in a session, whatever key it is done by. */
export class Editor {
  readonly #log: SessionLog;
  readonly #search: FileSearch;
  readonly #files: OpenFiles;
  readonly turns: Turns;
  /** A broken answer that the person was warned of and may now accept. */
  #warned: EditState | null = null;
  #actions: Promise<void> = Promise.resolve();

  constructor(log: SessionLog, search: FileSearch, connect: () => Promise<Session>) {
    this.#log = log;
    this.#search = search;
    this.#files = new OpenFiles(log);
    this.turns = new Turns(log, connect);
  }

  pick(letters: string, chosen = 0): void {
    const { matches, total } = this.#search.find(letters);
    const last = Math.max(matches.length - 1, 0);
    this.#log.tell({ type: "picking", matches, total, chosen: Math.min(Math.max(chosen, 0), last) });
  }

  open(path: string): Promise<void> {
    return this.#next(async () => {
      const suggestion = suggestionFor(path);
      if ((await this.#files.open(path)) && suggestion !== null) {
        this.#log.tell({ type: "note", text: `for example: ${suggestion}` });
      }
    });
  }

  /** Looks at the file of a session that is taken up again. */
  recover(): Promise<void> {
    return this.#next(() => this.#files.recover());
  }

  /** Asks for an edit of the open file, which is read anew if somebody changed it. */
  ask(instruction: string): Promise<void> {
    return this.#next(async () => {
      if (!(await this.#files.refresh())) return;
      this.#begin({ instruction, selection: this.#log.state.selection, from: null, beside: null }, {});
    });
  }

  /** A further edit of what an edit proposes. */
  askFurther(edit: EditState, instruction: string): Promise<void> {
    return this.#next(async () => {
      const selection = edit.proposedSelection;
      this.#begin({ instruction, selection, from: edit.id, beside: null }, {});
    });
  }

  /** The same question once more: differently as the words say, or by chance where there are none. */
  askDifferently(edit: EditState, words: string): Promise<void> {
    return this.#next(async () => {
      const { instruction, selection, from } = edit.question;
      // Once a part of it is in the file, the question is no longer the same.
      const isDecided = edit.indexes("accepted").length > 0;
      this.#begin(
        {
          instruction: words === "" ? instruction : `${instruction}\n${words}`,
          selection: isDecided ? null : selection,
          from: isDecided ? null : from,
          beside: isDecided ? null : edit.id,
        },
        words === "" ? { temperature: DIFFERENTLY } : {},
      );
    });
  }

  /** Runs an edit again that had no end. What had come of its answer makes the new one faster. */
  askAgain(edit: EditState): Promise<void> {
    return this.#next(async () => {
      if (!(await this.#files.refresh())) return;
      const { instruction, selection, from, base } = edit.question;
      const applied = edit.steers.filter(({ when, state }) => when === "now" && state === "applied");
      const isSame = this.#log.state.file?.code === base;
      this.#begin(
        {
          instruction: [instruction, ...applied.map(({ text }) => text)].join("\n"),
          selection: isSame ? selection : null,
          from: isSame ? from : null,
          beside: null,
        },
        predictionOf(edit),
      );
    });
  }

  /** Puts hunks into the file; which, is told when all that was done before has reached the disk. */
  accept(edit: EditState, which: () => readonly number[]): void {
    this.#next(async () => {
      const hunks = which();
      const objection = edit.isRunning || hunks.length === 0 ? "" : this.#objection(edit, hunks);
      if (objection !== null) {
        if (objection !== "") this.#log.tell({ type: "note", text: objection });
        return;
      }
      this.#log.tell({ type: "accepted", edit: edit.id, hunks });
      this.#toNextOpen(edit);
      await this.#files.write();
    });
  }

  reject(edit: EditState, which: () => readonly number[]): void {
    this.#next(async () => {
      const hunks = which();
      if (hunks.length === 0 || edit.isRunning) return;
      this.#log.tell({ type: "rejected", edit: edit.id, hunks });
      this.#toNextOpen(edit);
    });
  }

  choose(edit: EditState, hunk: number): void {
    const last = Math.max(edit.hunks.length - 1, 0);
    this.#log.tell({ type: "chosen", edit: edit.id, hunk: Math.min(Math.max(hunk, 0), last) });
  }

  undo(): void {
    this.#step("undo");
  }

  redo(): void {
    this.#step("redo");
  }

  #step(kind: "undo" | "redo"): void {
    this.#next(async () => {
      const { state } = this.#log;
      if (state.running !== null) return;
      const change = state[kind].at(-1);
      const objection = this.#objectionToStep(kind, change);
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

  /** Why these hunks are not accepted; null if they are. */
  #objection(edit: EditState, hunks: readonly number[]): string | null {
    const isWhole = hunks.length === edit.hunks.length;
    if (edit.end?.verification.parses === false && isWhole && this.#warned !== edit) {
      this.#warned = edit;
      return "the answer does not parse: press it again to accept it all the same";
    }
    const isBegun = edit.indexes("accepted").length > 0;
    const expected = isBegun ? edit.codeWith("accepted") : edit.question.base;
    if (this.#log.state.file?.code === expected) return null;
    return "the file is no longer what this edit began with: ask for it again";
  }

  #objectionToStep(kind: "undo" | "redo", change: Change | undefined): string | null {
    const { file } = this.#log.state;
    if (change === undefined) return `there is nothing to ${kind}`;
    if (change.path !== file?.path) return `the change to ${kind} is in ${change.path}: open it first`;
    const expected = kind === "undo" ? change.after : change.before;
    return expected === file.code ? null : `the file was changed since, so that there is nothing to ${kind}`;
  }

  /** One action after another: each begins when the disk has what the one before did. */
  #next(action: () => Promise<void>): Promise<void> {
    this.#actions = this.#actions.then(action);
    return this.#actions;
  }

  #toNextOpen(edit: EditState): void {
    const open = edit.indexes("open");
    const next = open.find((hunk) => hunk > edit.chosen) ?? open[0];
    if (next !== undefined) this.choose(edit, next);
  }

  #begin(
    question: {
      instruction: string;
      selection: Selection | null;
      from: string | null;
      beside: string | null;
    },
    options: TurnOptions,
  ): void {
    const { state } = this.#log;
    if (state.running !== null || state.pending !== null || state.file === null) return;
    const id = `e${state.edits.size + 1}`;
    this.#log.tell({ type: "asked", edit: id, ...question });
    const edit = state.edits.get(id);
    if (edit !== undefined) this.turns.run(edit, options).then(() => this.#goOn(edit));
  }

  /** What the person has said is to come after it comes now, if the edit came to its end. */
  async #goOn(edit: EditState): Promise<void> {
    const [next, ...later] = edit.steers.filter(({ state }) => state === "waiting");
    if (next === undefined) return;
    if (edit.status !== "completed") {
      const message = "the edit before it had no end; it is in the line below";
      this.#log.tell({ type: "steer", steer: next.id, state: "failed", message });
      if (this.#log.state.typed === "") this.#log.tell({ type: "typed", text: next.text });
      return;
    }
    this.#log.tell({ type: "steer", steer: next.id, state: "applied" });
    await this.askFurther(edit, next.text);
    const { edit: following } = this.#log.state;
    if (following === null || following === edit) return;
    for (const { id, text } of later)
      this.#log.tell({ type: "steered", edit: following.id, steer: id, text, when: "after" });
  }
}

/** What had come of an answer, and then what was still expected: a new one is likely to be that. */
function predictionOf({ arriving }: EditState): TurnOptions {
  if (arriving.text === "") return {};
  const expected = arriving
    .preview()
    .pieces.flatMap((piece) => (piece.kind === "expected" ? piece.lines : []));
  return { prediction: [arriving.text, ...expected].join("\n") };
}
