import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  applyHunks,
  type EditOptions,
  type EditResult,
  type EditTurn,
  FlintError,
  type Hunk,
  type Session,
  SessionState,
} from "@flint/client";
import { onTestFinished } from "vitest";
import type { KeyName } from "../../keyboard/index.ts";
import { FileSearch } from "../../listing/index.ts";
import { Editor } from "./editor.ts";
import { Keys } from "./keys.ts";
import { SessionLog } from "./session-log.ts";

const TIMINGS = { first_token_ms: 1, total_ms: 2, tokens_per_second: 3, output_tokens: 4, server: null };
const VERIFICATION = {
  ...{ parses: null, parsedBefore: null, language: null, errors: [], scope: null },
  ...{ confidence: null, doubtful: false },
};

/** A simulated user at the keyboard, with a file on disk and a model whose answers the test gives. */
export class Desk {
  readonly path: string;
  readonly log: SessionLog;
  readonly editor: Editor;
  /** The edits that were asked for, in order. */
  readonly questions: Question[] = [];
  readonly #keys: Keys;
  readonly #watchers = new Set<() => void>();
  /** Completes the connection, which is opening until then. */
  connect: () => void = () => {};

  private constructor(path: string, state: SessionState, connected: boolean) {
    this.path = path;
    this.log = new SessionLog(null, state);
    const opened = new Promise<void>((resolve) => {
      this.connect = resolve;
    });
    if (connected) this.connect();
    const session = {
      connection: { status: "open" },
      onConnectionChange: () => () => {},
      models: () => Promise.resolve([]),
      edit: (options: EditOptions) => this.#ask(options),
    } as unknown as Session;
    this.editor = new Editor(this.log, new FileSearch(), async (signal) => {
      const left = new Promise<never>((_, reject) => {
        signal.addEventListener("abort", () => reject(new FlintError("aborted", "nobody waits")));
      });
      await Promise.race([opened, left]);
      return session;
    });
    this.#keys = new Keys(
      this.log,
      this.editor,
      () => {},
      () => 24,
    );
    this.log.onChange(() => {
      for (const watch of [...this.#watchers]) watch();
    });
  }

  /** Opens the code as a file; with `past`, in the resumed session that this returns for the file's path. */
  static async open(
    code: string,
    { connected = true, past }: { connected?: boolean; past?: (path: string) => SessionState } = {},
  ): Promise<Desk> {
    const folder = await mkdtemp(join(tmpdir(), "flint-desk-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, "a.txt");
    await writeFile(path, code);
    const desk = new Desk(path, past?.(path) ?? new SessionState(), connected);
    if (past === undefined) await desk.editor.open(path);
    else await desk.editor.recover();
    return desk;
  }

  get state(): SessionState {
    return this.log.state;
  }

  get aside(): number {
    return this.#keys.aside;
  }

  press(...names: KeyName[]): void {
    for (const name of names) this.#keys.press({ type: "key", name, shift: false });
  }

  type(text: string): void {
    this.#keys.press({ type: "text", text });
  }

  select(from: number, to: number): void {
    this.log.tell({ type: "pointed", line: to, anchor: from });
  }

  /** Resolves to the edit with this number, once it is asked for. */
  async asked(number: number): Promise<Question> {
    await this.until(() => this.questions.length >= number);
    const question = this.questions[number - 1];
    if (question === undefined) throw new Error("it was not asked");
    return question;
  }

  async read(): Promise<string> {
    return readFile(this.path, "utf8");
  }

  /** Resolves when the condition holds. */
  until(isSo: (state: SessionState) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const watch = () => {
        if (!isSo(this.state)) return;
        this.#watchers.delete(watch);
        resolve();
      };
      this.#watchers.add(watch);
      watch();
    });
  }

  #ask(options: EditOptions): EditTurn {
    const look = () => {
      for (const watch of [...this.#watchers]) watch();
    };
    const question = new Question(options, look);
    this.questions.push(question);
    queueMicrotask(look);
    return question.turn;
  }
}

/** A running edit, whose answer the test gives. */
export class Question {
  readonly code: string;
  readonly instruction: string;
  readonly temperature: number | undefined;
  /** The steers that were sent; the test accepts or refuses each. */
  readonly steers: { readonly text: string; accept(): void; refuse(): void }[] = [];
  /** Whether the server has begun an answer. */
  isBegun = true;
  readonly #steered: () => void;
  readonly #result: Promise<EditResult>;
  #resolve: (result: EditResult) => void = () => {};
  #reject: (error: FlintError) => void = () => {};

  /** `steered` is called after each steer. */
  constructor({ code = "", instruction, temperature }: EditOptions, steered: () => void) {
    this.code = code;
    this.instruction = instruction;
    this.temperature = temperature;
    this.#steered = steered;
    this.#result = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** Completes the answer with these changes. */
  answer(...hunks: Hunk[]): void {
    this.#end("completed", hunks);
  }

  fail(serverCode: string, message: string): void {
    this.#reject(new FlintError("response_failed", message, { serverCode }));
  }

  /** The turn, as the session returns it. */
  get turn(): EditTurn {
    const turn = {
      mode: "whole",
      interrupt: async () => {
        this.#end("interrupted", []);
        return { milliseconds: 1 };
      },
      steer: (text: string) => this.#steer(text),
      // biome-ignore lint/suspicious/noThenProperty: a turn is awaited for its result
      then: this.#result.then.bind(this.#result),
      [Symbol.asyncIterator]: () => ({ next: () => this.#result.then(() => ({ done: true })) }),
    };
    return turn as unknown as EditTurn;
  }

  #steer(text: string): Promise<{ milliseconds: number }> {
    return new Promise((resolve, reject) => {
      const refuse = () => reject(new FlintError("steer_failed", "the answer is over"));
      this.steers.push({ text, accept: () => resolve({ milliseconds: 1 }), refuse });
      this.#steered();
    });
  }

  #end(status: EditResult["status"], hunks: readonly Hunk[]): void {
    this.#resolve({
      ...{ code: applyHunks(this.code, hunks), hunks, status, model: "m", declined: null },
      ...{ responseId: this.isBegun ? "r" : null },
      ...{ timings: TIMINGS, verification: VERIFICATION },
    } as unknown as EditResult);
  }
}
