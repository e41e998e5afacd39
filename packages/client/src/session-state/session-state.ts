import { lineCount, type Selection } from "../edit/index.ts";
import type { SessionEvent } from "../recording/index.ts";
import { EditState } from "./edit-state.ts";

type EventOf<Type extends SessionEvent["type"]> = Extract<SessionEvent, { type: Type }>;

export interface OpenFile {
  readonly path: string;
  /** The code on disk: the last accepted state. */
  readonly code: string;
  readonly language: string | null;
}

/** A change of a file that can be undone and redone. */
export interface Change {
  readonly path: string;
  readonly edit: string;
  readonly hunks: readonly number[];
  readonly before: string;
  readonly after: string;
}

/** A change that is being written to disk. */
interface Pending {
  readonly kind: "accept" | "undo" | "redo";
  readonly change: Change;
}

/**
 * The state of an interactive session: the result of applying its events. Nothing else changes it, so the same events
 * give the same session, whether live, restored or replayed.
 */
export class SessionState {
  screen: "picker" | "file" | "edit" = "file";
  picking: EventOf<"picking"> = { type: "picking", matches: [], total: 0, chosen: 0 };
  file: OpenFile | null = null;
  typed = "";
  pointed: { readonly line: number; readonly anchor: number | null } = { line: 1, anchor: null };
  /** The edit that is shown; `beside` is the other answer next to it. */
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
  /** Characters per token, from the latest answers. */
  tokenLength: number | null = null;
  /** Whether the last event was that the user left. */
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

  /** The answers that are shown side by side, the older one first. */
  get sides(): readonly EditState[] {
    const { edit, beside } = this;
    if (edit === null) return [];
    if (beside === null || edit.indexes("accepted").length > 0 || beside.indexes("accepted").length > 0)
      return [edit];
    // If both answers are the same, show one.
    if (edit.proposesAs(beside)) return [edit];
    return beside.question.begun <= edit.question.begun ? [beside, edit] : [edit, beside];
  }

  get running(): EditState | null {
    return [...this.edits.values()].findLast(({ isRunning }) => isRunning) ?? null;
  }

  /** The selected lines of the file; null if none. */
  get selection(): Selection | null {
    const { line, anchor } = this.pointed;
    // An empty file has no lines to select.
    return anchor === null || this.file?.code === ""
      ? null
      : { start: Math.min(line, anchor), end: Math.max(line, anchor) };
  }

  /** The file's code before and after the change that is being written. */
  get pendingCode(): { readonly before: string; readonly after: string } | null {
    if (this.pending === null) return null;
    const { kind, change } = this.pending;
    return kind === "undo" ? { before: change.after, after: change.before } : change;
  }

  /** The program ended unexpectedly: running edits are lost. */
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

  /** If the code changes, the selection no longer refers to the same lines, so it is cleared. */
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
    // For answers with only the changes, or declined ones, the code does not correspond to the tokens.
    if (tokens > 20 && length > 0) this.tokenLength = length / tokens;
  }

  #chosen({ edit: id, hunk, offset = 0 }: EventOf<"chosen">): void {
    const edit = this.edits.get(id);
    if (edit === undefined) return;
    edit.chosen = hunk;
    edit.offset = offset;
    this.screen = "edit";
    if (edit === this.beside) this.#show(edit);
  }

  /** Another answer to the same instruction stays beside it. */
  #show(edit: EditState): void {
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
    // A proposal based on older code could not be accepted, so show the edit of this change.
    if (edit !== undefined) this.#show(edit);
    this.#setFile({ ...this.file, code: kind === "undo" ? change.before : change.after });
    this.pending = { kind, change };
  }

  /** Writing failed and the file is unchanged: restores the state before the change. */
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
