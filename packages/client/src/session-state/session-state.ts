import { lineCount, type Selection } from "../edit/index.ts";
import type { SessionEvent } from "../recording/index.ts";
import { EditState } from "./edit-state.ts";

type EventOf<Type extends SessionEvent["type"]> = Extract<SessionEvent, { type: Type }>;

export interface OpenFile {
  readonly path: string;
  /** What is on disk: the last accepted state. */
  readonly code: string;
  readonly language: string | null;
}

/** One change of a file, as it can be undone and redone. */
export interface Change {
  readonly path: string;
  readonly edit: string;
  readonly hunks: readonly number[];
  readonly before: string;
  readonly after: string;
}

/** What the file is to be, and what it was: on its way to the disk. */
interface Pending {
  readonly kind: "accept" | "undo" | "redo";
  readonly change: Change;
}

/**
 * An interactive session as it stands: the sum of its events. Nothing else changes it, so that the same events show
 * the same session, live, taken up again or replayed.
 */
export class SessionState {
  screen: "picker" | "file" | "edit" = "file";
  picking: EventOf<"picking"> = { type: "picking", matches: [], total: 0, chosen: 0 };
  file: OpenFile | null = null;
  typed = "";
  pointed: { readonly line: number; readonly anchor: number | null } = { line: 1, anchor: null };
  /** The edit that is looked at; `beside` is the one that it is another answer to. */
  edit: EditState | null = null;
  beside: EditState | null = null;
  readonly edits = new Map<string, EditState>();
  readonly undo: Change[] = [];
  readonly redo: Change[] = [];
  pending: Pending | null = null;
  connection: EventOf<"connection"> = { type: "connection", status: "connecting" };
  note = "";
  model: string | null = null;
  contextLength: number | null = null;
  /** Characters of a token, as far as the last answers tell. */
  tokenLength: number | null = null;
  /** Whether the last event was that the person has left. */
  left = false;
  t = 0;

  apply(event: SessionEvent, t: number): void {
    this.t = t;
    this.left = event.type === "quit";
    switch (event.type) {
      case "picking":
        this.picking = event;
        this.screen = "picker";
        break;
      case "opened":
        this.#opened(event);
        break;
      case "typed":
        this.typed = event.text;
        break;
      case "pointed":
        this.pointed = { line: event.line, anchor: event.anchor };
        break;
      case "asked":
        this.#asked(event, t);
        break;
      case "text":
        this.edits.get(event.edit)?.text(event, t);
        break;
      case "anchored": {
        const edit = this.edits.get(event.edit);
        if (edit !== undefined) edit.anchored = [];
        break;
      }
      case "hunk":
        this.edits.get(event.edit)?.hunk(event.hunk);
        break;
      case "restart":
        this.edits.get(event.edit)?.restart(event.reason, t);
        break;
      case "progress": {
        const edit = this.edits.get(event.edit);
        if (edit !== undefined) edit.progress = event;
        break;
      }
      case "steered":
        this.edits.get(event.edit)?.steered(event, t);
        break;
      case "steer":
        for (const edit of this.edits.values()) edit.steer(event, t);
        break;
      case "interrupting": {
        const edit = this.edits.get(event.edit);
        if (edit?.isRunning) edit.status = "stopping";
        break;
      }
      case "ended":
        this.#ended(event);
        break;
      case "failed":
        this.edits.get(event.edit)?.failed(event.code, event.message);
        break;
      case "chosen":
        this.#chosen(event);
        break;
      case "accepted":
        this.#accepted(event);
        break;
      case "rejected":
        this.edits.get(event.edit)?.decide(event.hunks, "rejected");
        break;
      case "reopened":
        this.edits.get(event.edit)?.decide(event.hunks, "open");
        break;
      case "undone":
        this.#step("undo", this.undo.at(-1));
        break;
      case "redone":
        this.#step("redo", this.redo.at(-1));
        break;
      case "written":
        this.pending = null;
        this.note = "";
        break;
      case "unwritten":
        this.#unwritten(event.message);
        break;
      case "connection":
        this.connection = event;
        break;
      case "note":
        this.note = event.text;
        break;
      case "file":
        this.screen = "file";
        break;
      case "quit":
        break;
    }
  }

  /** Both answers while they are shown side by side, the older one first. */
  get sides(): readonly EditState[] {
    const { edit, beside } = this;
    if (edit === null) return [];
    if (beside === null || edit.indexes("accepted").length > 0 || beside.indexes("accepted").length > 0)
      return [edit];
    // The same answer twice is one.
    if (edit.proposesAs(beside)) return [edit];
    return beside.question.begun <= edit.question.begun ? [beside, edit] : [edit, beside];
  }

  get running(): EditState | null {
    return [...this.edits.values()].findLast(({ isRunning }) => isRunning) ?? null;
  }

  /** The selected lines of the file, if any. */
  get selection(): Selection | null {
    const { line, anchor } = this.pointed;
    // A file without any line has none to select.
    return anchor === null || this.file?.code === ""
      ? null
      : { start: Math.min(line, anchor), end: Math.max(line, anchor) };
  }

  /** What a change that was on its way would have made of the file, and what it was before. */
  get pendingCode(): { readonly before: string; readonly after: string } | null {
    if (this.pending === null) return null;
    const { kind, change } = this.pending;
    return kind === "undo" ? { before: change.after, after: change.before } : change;
  }

  /** The program ended without a word: what was running runs no more. */
  lose(): void {
    for (const edit of this.edits.values()) edit.lose();
  }

  #opened({ path, code, language }: EventOf<"opened">): void {
    const isSame = this.file?.path === path;
    if (!isSame || this.file?.code !== code) {
      this.edit = null;
      this.beside = null;
    }
    if (!isSame) this.pointed = { line: 1, anchor: null };
    this.#setFile({ path, code, language });
    this.pending = null;
    this.screen = "file";
    this.note = "";
  }

  /** In other code the selected lines are not those that were meant. */
  #setFile(file: OpenFile): void {
    if (file.code !== this.file?.code) {
      const last = Math.max(lineCount(file.code), 1);
      this.pointed = { line: Math.min(this.pointed.line, last), anchor: null };
    }
    this.file = file;
  }

  #asked(event: EventOf<"asked">, t: number): void {
    if (this.file === null) return;
    const from = event.from === null ? undefined : this.edits.get(event.from);
    const beside = event.beside === null ? undefined : this.edits.get(event.beside);
    const base = beside?.question.base ?? this.file.code;
    const edit = new EditState({
      id: event.edit,
      path: this.file.path,
      from: event.from,
      instruction: event.instruction,
      selection: event.selection,
      beside: event.beside,
      base,
      input: beside?.question.input ?? from?.codeWith("accepted", "open") ?? base,
      begun: t,
      tokenLength: this.tokenLength,
    });
    this.edits.set(edit.id, edit);
    this.edit = edit;
    this.beside = beside ?? null;
    this.screen = "edit";
    this.note = "";
  }

  #ended(event: EventOf<"ended">): void {
    const edit = this.edits.get(event.edit);
    if (edit === undefined) return;
    edit.ended(event);
    this.model = event.model ?? this.model;
    this.contextLength = event.contextLength ?? this.contextLength;
    const tokens = event.timings.output_tokens ?? 0;
    const { length } = edit.arriving.text;
    // Of an answer that holds the changes alone, or declines, the code is not what its tokens were.
    if (tokens > 20 && length > 0) this.tokenLength = length / tokens;
  }

  #chosen({ edit: id, hunk, offset = 0 }: EventOf<"chosen">): void {
    const edit = this.edits.get(id);
    if (edit === undefined) return;
    edit.chosen = hunk;
    edit.offset = offset;
    this.screen = "edit";
    if (edit === this.beside) this.#lookAt(edit);
  }

  /** Another answer to the same question stays beside it. */
  #lookAt(edit: EditState): void {
    if (edit === this.edit) return;
    this.beside = edit === this.beside ? this.edit : null;
    this.edit = edit;
  }

  #accepted({ edit: id, hunks }: EventOf<"accepted">): void {
    const edit = this.edits.get(id);
    if (edit === undefined || this.file === null) return;
    const before = this.file.code;
    edit.decide(hunks, "accepted");
    const after = edit.codeWith("accepted");
    const change = { path: this.file.path, edit: id, hunks, before, after };
    this.undo.push(change);
    this.redo.length = 0;
    this.pending = { kind: "accept", change };
    this.#setFile({ ...this.file, code: after });
  }

  #step(kind: "undo" | "redo", change: Change | undefined): void {
    if (change === undefined || this.file === null) return;
    const [from, to] = kind === "undo" ? [this.undo, this.redo] : [this.redo, this.undo];
    from.pop();
    to.push(change);
    const edit = this.edits.get(change.edit);
    edit?.decide(change.hunks, kind === "undo" ? "open" : "accepted");
    // Of a proposal for what the file is no longer, nothing could be accepted.
    if (edit !== undefined) this.#lookAt(edit);
    this.#setFile({ ...this.file, code: kind === "undo" ? change.before : change.after });
    this.pending = { kind, change };
  }

  /** The file is as it was: so is the session. */
  #unwritten(message: string): void {
    const { pending } = this;
    this.pending = null;
    if (pending !== null) {
      const { kind, change } = pending;
      if (kind === "undo") this.#step("redo", change);
      else this.#step("undo", change);
      if (kind === "accept") this.redo.pop();
      this.pending = null;
    }
    this.note = message;
  }
}
