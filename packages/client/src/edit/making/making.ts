import type { InputItem } from "@flint/protocol";
import { abortedError } from "../../abort/index.ts";
import { FlintError } from "../../error/index.ts";
import {
  joinTimings,
  type LiveTurn,
  ResponseRun,
  type TurnEvent,
  type TurnResult,
  type TurnStatus,
  type TurnTimings,
} from "../../turn/index.ts";
import { AnchoredAnswer, hasMarkers, isWholeCode, Repairs } from "../anchored/index.ts";
import { type CheckResult, repairRequest } from "../check/index.ts";
import { applyHunks } from "../code-lines.ts";
import { declinedBy } from "../declined.ts";
import { unifiedDiff } from "../diff.ts";
import { type ArrivingAnswer, EditAnswer } from "../edit-answer.ts";
import type { EditContext } from "../edit-context.ts";
import type { EditEvent } from "../edit-event.ts";
import type { EditMaking, MakeEdit } from "../edit-making.ts";
import { ANCHORED_LINES, DOUBT_BELOW } from "../edit-options.ts";
import { ANCHORED_INSTRUCTIONS, EDIT_INSTRUCTIONS, editInput } from "../edit-prompt.ts";
import type { EditResult } from "../edit-result.ts";
import type { EditTask } from "../edit-task.ts";
import type { Preview } from "../preview.ts";
import { Region } from "../region.ts";
import { confidenceVerdict, verify } from "../verify/index.ts";

/** Makes the edit of a turn: the request, the streamed answer, the verified result. */
class Making implements EditMaking {
  readonly #turn: LiveTurn<EditResult, EditEvent>;
  readonly #context: EditContext;
  readonly #region: Region;
  readonly #language: string | null;
  readonly prediction: string | null;
  #answer: ArrivingAnswer;
  #run: ResponseRun | null = null;
  #repairs: Repairs | null = null;
  /** Stops running checks. */
  readonly #checksController = new AbortController();
  /** How often the model was asked to fix code that failed a check. */
  #repairCount = 0;
  /** The code that the model was asked to fix; the result if it cannot. */
  #failedAttempt: { readonly answer: ArrivingAnswer; readonly result: EditResult } | null = null;
  /** When the first and the latest request were sent, in `performance.now()` milliseconds. */
  #requestTimes: { readonly first: number; readonly last: number } | null = null;
  /** For all answers so far. */
  #timings: TurnTimings | null = null;

  /** Throws {@link FlintError} `invalid_argument`. */
  constructor(turn: LiveTurn<EditResult, EditEvent>, context: EditContext, task: EditTask) {
    this.#turn = turn;
    // A separate ledger: an edit's responses are as long as its code, and only its own steers and repairs continue
    // them.
    this.#context = { ...context, ledger: context.ledger.branch() };
    this.#region = new Region(task.code, task.selection);
    this.#language = task.language;
    this.prediction = task.prediction === undefined ? this.#region.text : task.prediction;
    this.#answer = usesAnchors(task, this.#region) ? new AnchoredAnswer(this.#region) : this.#newEditAnswer();
    if (task.checks !== undefined && context.runChecks === undefined) {
      throw new FlintError("invalid_argument", "checks cannot be run in a browser: edit from Node instead");
    }
  }

  get mode(): "whole" | "anchored" {
    return this.#answer instanceof AnchoredAnswer ? "anchored" : "whole";
  }

  preview(): Preview {
    return this.#answer.preview();
  }

  /** Sends the edit. */
  begin(task: EditTask): void {
    this.#turn.setControls({
      interrupt: () => {
        this.#checksController.abort();
        return this.#run?.interrupt() ?? Promise.resolve({ milliseconds: 0 });
      },
      steer: (text) => (this.#run as ResponseRun).steer(text, () => this.#repairs?.noteSteer()),
    });
    this.#ask(task, editInput(this.#region.text, task.language, task.instruction), null);
    // Load these while the model works; if that fails, the verification reports it.
    const { grammars, scope } = this.#context;
    if (task.language !== null) {
      for (const load of [grammars, scope?.leaves]) load?.(task.language).catch(() => {});
    }
  }

  /** Sends a request. `previous`: the response whose code has to be fixed; null at first. */
  #ask(task: EditTask, input: readonly InputItem[], previous: string | null): void {
    const isAnchored = this.#answer instanceof AnchoredAnswer;
    const now = performance.now();
    this.#requestTimes = { first: this.#requestTimes?.first ?? now, last: now };
    const run = new ResponseRun(
      this.#context,
      {
        fields: {
          ...(task.model === undefined ? {} : { model: task.model }),
          instructions: isAnchored ? ANCHORED_INSTRUCTIONS : EDIT_INSTRUCTIONS,
          temperature: task.temperature ?? 0,
          store: false,
          ...(task.maxOutputTokens === undefined ? {} : { max_output_tokens: task.maxOutputTokens }),
          flint: { prediction: this.prediction ?? "" },
        },
        input,
        previousResponseId: () => previous ?? (isAnchored ? null : this.#context.warmResponse(task.model)),
        parentMissing: () => {
          if (previous === null) this.#context.warmResponseMissing();
        },
        repeatable: true,
        signal: task.signal,
      },
      {
        event: (event) => this.#handle(event),
        ended: (result) => {
          this.#finish(task, result).catch((bug: unknown) => this.#turn.reject(bug));
        },
        failed: (error) => {
          // Code, answer and the check's output together may exceed the model's context.
          if (error.serverCode !== "context_length_exceeded" || !this.#keepFailedAttempt())
            this.#turn.reject(error);
        },
      },
    );
    this.#run = run;
    this.#repairs = isAnchored ? new Repairs((text) => run.steer(text)) : null;
    run.begin();
  }

  #handle(event: TurnEvent): FlintError | null {
    switch (event.type) {
      case "text":
        return this.#addText(event.text);
      case "restart":
        return this.#restart(event);
      case "progress":
        return this.#turn.emit(event);
      default:
        return null;
    }
  }

  #newEditAnswer(): EditAnswer {
    return new EditAnswer(this.#region, this.#language);
  }

  #restart(event: EditEvent & { type: "restart" }): FlintError | null {
    const isSteered = this.#repairs?.noteRestart() ?? true;
    if (!isSteered && this.#answer instanceof AnchoredAnswer) {
      // The steers asked to repeat blocks without a place: placed blocks stay.
      if (event.reason === "steered" || this.#run?.continues === true) {
        this.#answer.continueInNextResponse();
        return null;
      }
      return this.#turn.emit(event) ?? this.#emitAll(this.#answer.rewind());
    }
    this.#answer = this.#repairs === null ? this.#newEditAnswer() : new AnchoredAnswer(this.#region);
    return this.#turn.emit(event);
  }

  #addText(text: string): FlintError | null {
    const refusal = this.#emitAll(this.#answer.push(text));
    if (refusal === null && this.#answer instanceof AnchoredAnswer) this.#repairs?.check(this.#answer);
    return refusal;
  }

  #emitAll(events: ReturnType<EditAnswer["push"]>): FlintError | null {
    for (const event of events) {
      const refusal = this.#turn.emit(
        event.kind === "text"
          ? { type: "text", text: event.text }
          : event.kind === "hunk"
            ? { type: "hunk", hunk: event.hunk }
            : { type: "restart", reason: "prose" },
      );
      if (refusal !== null) return refusal;
    }
    return null;
  }

  async #finish(task: EditTask, result: TurnResult): Promise<void> {
    const timings = this.#addTimings(result);
    this.#acceptWholeCode();
    const answer = this.#answer;
    const declined = result.status === "completed" ? declinedBy(result, answer.text) : null;
    if (result.status === "completed" && declined === null) {
      const full = this.#emitAll(answer.complete());
      const refusal = full ?? noCodeError(task, answer, result);
      if (refusal !== null) {
        if (full !== null || !this.#keepFailedAttempt()) this.#turn.reject(refusal);
        return;
      }
    }
    const hunks = declined === null ? answer.hunks : [];
    const code = applyHunks(task.code, hunks);
    if (result.status === "completed" && code === task.code && this.#keepFailedAttempt()) return;
    const edit = { original: task.code, edited: code, hunks, instruction: task.instruction };
    const verification = {
      ...(await verify(edit, task.language, this.#context)),
      ...confidenceVerdict(result.confidence, task.doubtBelow ?? DOUBT_BELOW),
    };
    const isWhole = this.#statusOf(result) === "completed" && declined === null && code !== task.code;
    const checks = isWhole ? await this.#check(task, code) : [];
    if (task.signal?.aborted === true) {
      // Aborted while the checks ran.
      this.#turn.reject(abortedError("edit", task.signal));
      return;
    }
    const edited: EditResult = {
      code,
      hunks,
      diff: unifiedDiff(task.code, code, task.path ?? "code"),
      unchanged: code === task.code,
      declined,
      anchors: answer instanceof AnchoredAnswer ? answer.anchors : null,
      verification,
      checks,
      timings,
      status: this.#statusOf(result),
      answer: answer.text,
      responseId: result.responseId,
      model: result.model,
    };
    if (!this.#requestRepair(task, answer, edited)) this.#end(edited);
  }

  #end(result: EditResult): void {
    this.#turn.emit({ type: "timings", timings: result.timings });
    this.#turn.resolve(result);
  }

  /** Ends with the code that the model could not fix and its failed check. Returns false if there is no such code. */
  #keepFailedAttempt(): boolean {
    if (this.#failedAttempt === null) return false;
    const { answer, result } = this.#failedAttempt;
    this.#answer = answer;
    // Its events were voided by the request to fix it, and those of the attempt are void too.
    this.#turn.emit({ type: "restart", reason: "repair" });
    this.#emitAll([
      { kind: "text", text: answer.text },
      ...result.hunks.map((hunk) => ({ kind: "hunk" as const, hunk })),
    ]);
    this.#end({ ...result, timings: this.#timings ?? result.timings, status: this.#statusOf(result) });
    return true;
  }

  /** Returns the timings so far. Those of a fixed edit count from its first request. */
  #addTimings({ timings }: TurnResult): TurnTimings {
    const { first, last } = this.#requestTimes ?? { first: 0, last: 0 };
    this.#timings = this.#timings === null ? timings : joinTimings(this.#timings, timings, last - first);
    return this.#timings;
  }

  /** An edit can also be interrupted after its answer, usually while its checks run. */
  #statusOf({ status }: Pick<TurnResult, "status">): TurnStatus {
    return this.#checksController.signal.aborted ? "interrupted" : status;
  }

  /** Accepts the whole code, in a fence, from a model that was asked for the changes only. */
  #acceptWholeCode(): void {
    const answer = this.#answer;
    if (!(answer instanceof AnchoredAnswer)) return;
    if (answer.hasBlocks || !isWholeCode(answer.text, this.#language)) return;
    const whole = this.#newEditAnswer();
    this.#answer = whole;
    this.#emitAll(whole.push(answer.text));
  }

  async #check(task: EditTask, code: string): Promise<readonly CheckResult[]> {
    const { checks = [], file, signal } = task;
    if (checks.length === 0 || file === undefined || this.#context.runChecks === undefined) return [];
    const ends =
      signal === undefined ? [this.#checksController.signal] : [signal, this.#checksController.signal];
    return this.#context.runChecks({ edited: [{ file, code }], checks, signal: AbortSignal.any(ends) });
  }

  /** Asks the model to fix code that failed a check. Returns whether it was asked. */
  #requestRepair(task: EditTask, answer: ArrivingAnswer, result: EditResult): boolean {
    const { responseId, checks } = result;
    const failed = checks.find(({ passed }) => passed === false);
    if (failed === undefined || responseId === null) return false;
    if (this.#repairCount >= (task.repairs ?? 0) || this.#checksController.signal.aborted) return false;
    this.#repairCount++;
    this.#failedAttempt = { answer, result };
    this.#turn.emit({ type: "restart", reason: "repair" });
    // Ask for the whole code, whatever the mode: the code no longer matches the blocks of the first answer.
    this.#answer = this.#newEditAnswer();
    this.#ask(task, [{ type: "message", role: "user", content: repairRequest(failed) }], responseId);
    return true;
  }
}

/** Returns whether to ask for the changes only. Code that contains block markers is sent as a whole. */
function usesAnchors({ mode = "auto" }: EditTask, { lines }: Region): boolean {
  return (mode === "anchored" || (mode === "auto" && lines.length > ANCHORED_LINES)) && !hasMarkers(lines);
}

/**
 * Returns the error for an answer without code or blocks, which would otherwise delete everything or change nothing.
 */
function noCodeError(task: EditTask, answer: ArrivingAnswer, { responseId }: TurnResult): FlintError | null {
  const isAnchored = answer instanceof AnchoredAnswer;
  const isEmpty = isAnchored ? !answer.hasBlocks : answer.text.trim() === "";
  if (!isEmpty || task.code.trim() === "") return null;
  return new FlintError(
    "response_failed",
    isAnchored
      ? "no change in the model's answer could be placed in the code: rephrase the instruction, use the mode whole, or use another model"
      : "the model's answer contains no code: rephrase the instruction, or use another model",
    responseId === null ? {} : { responseId },
  );
}

/** Sends the edit of a turn. Throws {@link FlintError} `invalid_argument`. */
export const makeEdit: MakeEdit = (turn, context, task) => {
  const making = new Making(turn, context, task);
  making.begin(task);
  return making;
};
