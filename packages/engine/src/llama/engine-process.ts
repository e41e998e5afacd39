import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { env, platform } from "node:process";
import { type Burst, EngineError } from "../contract/index.ts";
import type { BindingInfo } from "./binding/index.ts";
import { LinkLedger } from "./link-ledger.ts";
import type { CallResult, FinishMessage, FromProcess, ProcessReport, ToProcess } from "./messages.ts";
import type { ProcessLimits, RuntimeOptions } from "./options.ts";
import { Watchdog } from "./watchdog.ts";

/** How much of the process's error output is kept for the message about its crash. */
const KEPT_LINES = 12;
const KEPT_CHARACTERS = 4_000;

/** Receives the answers to a call. */
export interface Caller {
  done?(result: CallResult | null): void;
  /** The call's model is being loaded; `part` is the fraction loaded, from 0 to 1. */
  loading?(part: number): void;
  progress?(done: number, total: number): void;
  bursts?(bursts: readonly Burst[]): void;
  finished?(finish: FinishMessage): void;
  failed(error: EngineError): void;
}

type Call = Exclude<ToProcess, { type: "release" | "abort" | "forget" | "close" }>;
type WithoutNumber<Message> = Message extends unknown ? Omit<Message, "call"> : never;

export interface EngineProcessWatch {
  readonly limits: ProcessLimits;
  /** Called with the process's reports. */
  onReport(report: ProcessReport): void;
  /** Called with warnings, which do not fail any call. */
  onWarning(text: string): void;
}

/** A process of the engine, from its start to its end. */
export class EngineProcess {
  readonly #onWarning: EngineProcessWatch["onWarning"];
  readonly #child: ChildProcess;
  readonly #callers = new Map<number, Caller>();
  readonly #ended: Promise<void>;
  readonly #watchdog: Watchdog;
  readonly #onReport: (report: ProcessReport) => void;
  readonly #keepsStates: boolean;
  #lastCall = 0;
  #errorOutput = "";
  /** The reason, if it was killed because it hung. */
  #hang: string | null = null;
  #report: ProcessReport | null = null;
  #ready = false;
  #closing = false;
  #wasReplaced = false;
  #over = false;
  /** The conversation links that this process has received. */
  readonly links: LinkLedger;

  constructor(options: RuntimeOptions, { limits, onReport, onWarning }: EngineProcessWatch) {
    this.#onReport = onReport;
    this.#keepsStates = options.kvSpill !== null;
    this.#onWarning = onWarning;
    this.#watchdog = new Watchdog(limits, (why) => {
      this.#hang = why;
      this.kill();
    });
    this.#child = fork(entryPath(), [JSON.stringify(options)], {
      serialization: "advanced",
      stdio: ["ignore", "ignore", "pipe", "ipc"],
      // Not in the terminal's process group, so that only the engine's owner receives Ctrl-C.
      detached: platform !== "win32",
      execArgv: [],
      // With a larger pool, llama.cpp's own threads wake up again for every step, which costs 12 ms.
      env: { ...env, UV_THREADPOOL_SIZE: "1" },
    });
    this.links = new LinkLedger((links) => this.#send({ type: "forget", links }));
    this.#child.stderr?.setEncoding("utf8").on("data", (text: string) => this.#keepErrorOutput(text));
    this.#ended = new Promise((resolve) => {
      // `close` is emitted after all error output.
      this.#child.once("close", () => resolve());
      this.#child.once("error", (error) => {
        this.#keepErrorOutput(error.message);
        if (this.#child.pid === undefined) resolve();
      });
    });
    this.#child.on("message", (message: FromProcess) => this.#receive(message));
    void this.#ended.then(() => {
      this.#over = true;
      this.#ready = false;
      this.#failAll();
    });
    this.#keepProgramAlive(false);
  }

  get pid(): number | null {
    return this.#child.pid ?? null;
  }

  /** Whether it accepts calls. */
  get isReady(): boolean {
    return this.#ready;
  }

  /** Its latest report. */
  get report(): ProcessReport | null {
    return this.#report;
  }

  /** Whether no call is pending. */
  get isIdle(): boolean {
    return this.#callers.size === 0;
  }

  /** Whether it was ended to be replaced. */
  get wasReplaced(): boolean {
    return this.#wasReplaced;
  }

  get hasHung(): boolean {
    return this.#hang !== null;
  }

  /** Resolves when the process has ended, whatever the reason. */
  get ended(): Promise<void> {
    return this.#ended;
  }

  /** Describes how the process ended. */
  get endMessage(): string {
    if (this.#hang !== null) {
      return `the engine's process hung and was stopped: ${this.#hang}; the next request starts a new one`;
    }
    const { exitCode, signalCode } = this.#child;
    const how = signalCode ? `by ${signalCode}` : `with exit code ${exitCode ?? "unknown"}`;
    const lines = this.#errorOutput.trim().split("\n").slice(-KEPT_LINES);
    const last = lines.join("\n").trim();
    return (
      `the engine's process ended unexpectedly ${how}; the next request starts a new one` +
      (last === "" ? "" : `. Its last output: ${last}`)
    );
  }

  /** Resolves when the process accepts calls. Rejects with `engine_crashed`. */
  ready(timeout: number): Promise<BindingInfo> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#keepErrorOutput(`it was not ready within ${timeout} ms`);
        this.kill();
      }, timeout);
      const caller = { failed: (error: EngineError) => settle(() => reject(error)) };
      const settle = (how: () => void) => {
        clearTimeout(timer);
        this.#unregister(0);
        how();
      };
      this.#register(0, caller);
      this.#child.once("message", (message: FromProcess) => {
        if (message.type !== "ready") return;
        this.#ready = true;
        settle(() => resolve(message.info));
      });
    });
  }

  /** Starts a call and returns its number. Progress and result go to the caller. */
  call(message: WithoutNumber<Call>, caller: Caller): number {
    const call = ++this.#lastCall;
    this.#register(call, caller);
    this.#watchdog.start();
    if (this.#over) queueMicrotask(() => this.#failAll());
    this.#send({ ...message, call } as Call);
    return call;
  }

  abort(call: number): void {
    this.#send({ type: "abort", call });
  }

  release(thread: number): void {
    this.#send({ type: "release", thread });
  }

  kill(): void {
    this.#child.kill("SIGKILL");
  }

  /**
   * Ends the process: at once if it has no state to save, or else gracefully, with a kill after `timeout` milliseconds.
   * Pending calls fail with `engine_closed`.
   */
  async close(timeout: number): Promise<void> {
    this.#closing = true;
    this.#failAll();
    this.#keepProgramAlive(true);
    if (this.#keepsStates) this.#send({ type: "close" });
    else this.kill();
    const timer = setTimeout(() => this.kill(), timeout);
    await this.#ended;
    clearTimeout(timer);
  }

  /** Closes a process that has grown too large; further calls are told to use the next process. */
  closeForReplacement(timeout: number): Promise<void> {
    this.#wasReplaced = true;
    return this.close(timeout);
  }

  #send(message: ToProcess): void {
    // If the process is gone, `ended` informs its callers.
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  #receive(message: FromProcess): void {
    this.#watchdog.recordMessage();
    if (message.type === "ready") return;
    if (message.type === "beat") {
      this.#report = message.report;
      this.#watchdog.recordReport(message.report);
      this.#onReport(message.report);
      return;
    }
    if (message.type === "warning") {
      this.#onWarning(message.text);
      return;
    }
    const caller = this.#callers.get(message.call);
    const last = message.type === "done" || message.type === "finish" || message.type === "failed";
    if (last) this.#unregister(message.call);
    if (message.type === "loading") caller?.loading?.(message.part);
    else if (message.type === "progress") caller?.progress?.(message.done, message.total);
    else if (message.type === "bursts") caller?.bursts?.(message.bursts);
    else if (message.type === "done") caller?.done?.(message.result);
    else if (message.type === "finish") caller?.finished?.(message);
    else caller?.failed(new EngineError(message.code, message.message));
  }

  #register(call: number, caller: Caller): void {
    this.#callers.set(call, caller);
    this.#keepProgramAlive(true);
  }

  #unregister(call: number): void {
    this.#callers.delete(call);
    if (this.#callers.size > 0) return;
    this.#watchdog.stop();
    this.#keepProgramAlive(false);
  }

  /** An idle engine must not keep the program running. */
  #keepProgramAlive(hold: boolean): void {
    const { channel, stderr } = this.#child;
    if (hold) {
      this.#child.ref();
      channel?.ref();
    } else {
      this.#child.unref();
      channel?.unref();
    }
    if (stderr && "unref" in stderr && typeof stderr.unref === "function") stderr.unref();
  }

  #keepErrorOutput(text: string): void {
    this.#errorOutput = (this.#errorOutput + text).slice(-KEPT_CHARACTERS);
  }

  #endingError(): EngineError {
    if (this.#wasReplaced) {
      return new EngineError(
        "engine_crashed",
        "the engine's process exceeded memoryLimit (--memory) and was replaced by a new one: try again",
      );
    }
    if (this.#closing) return new EngineError("engine_closed", "the engine was closed");
    return new EngineError("engine_crashed", this.endMessage);
  }

  #failAll(): void {
    const error = this.#endingError();
    const callers = [...this.#callers.values()];
    this.#callers.clear();
    this.#watchdog.stop();
    this.#keepProgramAlive(false);
    for (const caller of callers) caller.failed(error);
  }
}

/** Returns the built entry: under the tests' export condition, the name resolves to the source, which Node cannot run. */
function entryPath(): string {
  const resolved = createRequire(import.meta.url).resolve("@flint/engine/llama/process");
  return resolved.replace(/([\\/])src([\\/]llama[\\/]process)\.ts$/, "$1dist$2.js");
}
