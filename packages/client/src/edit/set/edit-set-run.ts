import { abortedError } from "../../abort/index.ts";
import { FlintError } from "../../error/index.ts";
import { type Acknowledgement, LiveTurn } from "../../turn/index.ts";
import type { CheckResult } from "../check/index.ts";
import type { EditContext } from "../edit-context.ts";
import type { LoadEdits } from "../edit-making.ts";
import { EditRun, joinEditEvents } from "../edit-run.ts";
import type { EditTask } from "../edit-task.ts";
import { type EditSetOptions, filesOf, type SetFile, taskOf } from "./edit-set-options.ts";
import type { EditSetEvent, EditSetResult, EditSetTurn, FileEdit } from "./edit-set-turn.ts";

interface Member {
  readonly file: SetFile;
  readonly turn: EditRun;
}

/** A running change set: edits of several files with one instruction, at the same time. */
export class EditSetRun extends LiveTurn<EditSetResult, EditSetEvent> implements EditSetTurn {
  readonly #context: EditContext;
  readonly #options: EditSetOptions;
  readonly #members: readonly Member[];
  /** Stops running checks. */
  readonly #checksController = new AbortController();
  #runningCount: number;

  /** Throws {@link FlintError} `invalid_argument`. */
  constructor(context: EditContext, options: EditSetOptions) {
    super(context.turnEvents, joinSetEvents);
    if (options.checks !== undefined && context.runChecks === undefined) {
      throw new FlintError("invalid_argument", "checks cannot be run in a browser: edit from Node instead");
    }
    this.#context = context;
    this.#options = options;
    this.#members = filesOf(options, context.placeOf).map((file) => ({
      file,
      turn: new EditRun(context, undefined),
    }));
    this.#runningCount = this.#members.length;
  }

  get turns(): readonly EditRun[] {
    return this.#members.map(({ turn }) => turn);
  }

  /** Sends the edits after all files were read. If a file cannot be read, sends nothing. */
  async begin(loadEdits: LoadEdits, read: (path: string) => Promise<string>): Promise<void> {
    this.setControls({ interrupt: () => this.#interruptAll(), steer: (text) => this.#steerAll(text) });
    try {
      const codes = await Promise.all(this.#members.map(({ file }) => file.code ?? read(file.path)));
      const tasks = this.#members.map(({ file }, at) => taskOf(this.#options, file, codes[at] as string));
      const makeEdit = await loadEdits();
      for (const [at, { turn }] of this.#members.entries()) turn.begin(tasks[at] as EditTask, makeEdit);
      const files = await Promise.all(this.#members.map(({ file, turn }) => this.#follow(file, turn)));
      this.resolve(await this.#result(files));
    } catch (error) {
      for (const { turn } of this.#members) {
        turn.interrupt().catch(() => {
          // It failed by itself or its connection did: there is nothing to stop.
        });
        turn.reject(error);
      }
      this.reject(error);
    }
  }

  async #follow({ path }: SetFile, turn: EditRun): Promise<FileEdit> {
    try {
      for await (const event of turn) {
        const refusal = this.emit({ path, event });
        if (refusal !== null) throw refusal;
      }
      return { path, ...(await turn) };
    } catch (error) {
      throw error instanceof FlintError ? withPath(error, path) : error;
    } finally {
      this.#runningCount--;
    }
  }

  async #result(files: readonly FileEdit[]): Promise<EditSetResult> {
    const unfinished = files.find(({ status }) => status !== "completed");
    const unchanged = files.every((file) => file.unchanged);
    const isWhole = unfinished === undefined && files.every(({ declined }) => declined === null);
    const checks = isWhole && !unchanged ? await this.#check(files) : [];
    const { signal } = this.#options;
    if (signal?.aborted === true) throw abortedError("edit", signal);
    // Interrupted before all answers were complete, or while the checks ran.
    const status = this.#checksController.signal.aborted
      ? "interrupted"
      : (unfinished?.status ?? "completed");
    return { files, diff: files.map(({ diff }) => diff).join(""), unchanged, checks, status };
  }

  async #check(files: readonly FileEdit[]): Promise<readonly CheckResult[]> {
    const { checks = [], signal } = this.#options;
    if (checks.length === 0 || this.#context.runChecks === undefined) return [];
    const ends =
      signal === undefined ? [this.#checksController.signal] : [signal, this.#checksController.signal];
    const edited = files.map(({ path, code }) => ({ file: path, code }));
    return this.#context.runChecks({ edited, checks, signal: AbortSignal.any(ends) });
  }

  async #interruptAll(): Promise<Acknowledgement> {
    this.#checksController.abort();
    return slowest(await Promise.all(this.turns.map((turn) => turn.interrupt())));
  }

  async #steerAll(text: string): Promise<Acknowledgement> {
    if (this.#runningCount === 0) throw new FlintError("turn_ended", "the edits have ended: start a new one");
    const steers = await Promise.allSettled(this.turns.map((turn) => turn.steer(text)));
    const taken = steers.flatMap((steer) => (steer.status === "fulfilled" ? [steer.value] : []));
    // Finished files accept no steers; the steer counts as accepted if at least one file accepts it.
    if (taken.length === 0) throw (steers[0] as PromiseRejectedResult).reason;
    return slowest(taken);
  }
}

function withPath(error: FlintError, path: string): FlintError {
  const { code, message, status, param, serverCode, responseId, retryAfter, cause } = error;
  return new FlintError(code, `${path}: ${message}`, {
    cause,
    param,
    ...(status !== null && { status }),
    ...(serverCode !== null && { serverCode }),
    ...(responseId !== null && { responseId }),
    ...(retryAfter !== null && { retryAfter }),
  });
}

function slowest(all: readonly Acknowledgement[]): Acknowledgement {
  return { milliseconds: Math.max(...all.map(({ milliseconds }) => milliseconds)) };
}

function joinSetEvents(first: EditSetEvent, second: EditSetEvent): EditSetEvent | null {
  if (first.path !== second.path) return null;
  const event = joinEditEvents(first.event, second.event);
  return event === null ? null : { path: first.path, event };
}
