import type { Burst, Part } from "../../contract/index.ts";
import { type AnswerEnd, AnswerParts, type AnswerReader } from "../answer.ts";
import { shortened, UpstreamFailure } from "../failure/index.ts";
import { countOf, flintOf, type Json, mergeUsage, NO_USAGE, type ReportedUsage, recordOf } from "../usage.ts";

export interface ResponsesReaderOptions {
  /** The server's name in messages. */
  readonly server: string;
  /** Interprets an error within the stream. */
  readonly failureOf: (error: unknown) => UpstreamFailure;
  readonly checkModel: (name: string) => void;
}

/** Text types by event type. */
const TEXTS = new Map([
  ["response.output_text.delta", "text"],
  ["response.refusal.delta", "refusal"],
  ["response.reasoning_text.delta", "reasoning"],
  ["response.reasoning_summary_text.delta", "reasoning"],
] as const);

const ARGUMENTS = new Set([
  "response.function_call_arguments.delta",
  "response.custom_tool_call_input.delta",
]);

/** Reads the events of a response. */
export class ResponsesReader implements AnswerReader {
  readonly #options: ResponsesReaderOptions;
  readonly #parts = new AnswerParts();
  #ending: "stop" | "length" | null = null;
  #usage: ReportedUsage = NO_USAGE;
  #isNamed = false;
  #summary = 0;
  readonly #done: Json[] = [];
  #responseId: string | null = null;
  #outcome: ResponsesReader["outcome"] = null;
  #refusesInterrupt = false;
  #isInterruptFailure = false;

  constructor(options: ResponsesReaderOptions) {
    this.#options = options;
  }

  /** The response's id on the server; null before it has started. */
  get responseId(): string | null {
    return this.#responseId;
  }

  /** The finished items as sent by the server, from which it can continue. */
  get done(): readonly Json[] {
    return this.#done;
  }

  /** How the response ended; null while it runs. Only an `answer` can be continued. */
  get outcome(): "answer" | "failure" | "error" | null {
    return this.#outcome;
  }

  /** Whether the server has said that it does not support interrupts. */
  get refusesInterrupt(): boolean {
    return this.#refusesInterrupt;
  }

  /** Whether the last message only reports a failed interrupt, of this or an earlier response. */
  get isInterruptFailure(): boolean {
    return this.#isInterruptFailure;
  }

  push(data: string): readonly Burst[] {
    const event = this.#parsed(data);
    const type = String(event.type);
    this.#isInterruptFailure = type === "response.interrupt.failed";
    const delta = typeof event.delta === "string" ? event.delta : "";
    const text = (TEXTS as ReadonlyMap<string, "text" | "refusal" | "reasoning">).get(type);
    if (text !== undefined)
      return delta === "" ? [] : [this.#parts.addText(text, this.#withParagraphBreak(event, delta))];
    if (ARGUMENTS.has(type))
      return delta === "" || this.#parts.part === null ? [] : [this.#parts.append(delta)];
    switch (type) {
      case "response.output_item.added":
        return this.#begin(recordOf(event.item));
      case "response.output_item.done":
        this.#done.push(recordOf(event.item));
        this.#parts.close();
        return [];
      case "response.created":
      case "response.in_progress":
        this.#readIdentity(recordOf(event.response));
        return [];
      case "response.completed":
      case "response.incomplete":
      case "response.failed":
        this.#close(type, recordOf(event.response));
        return [];
      case "error":
        throw this.#failed(event);
      case "response.interrupt.failed":
        this.#refusesInterrupt = recordOf(event.error).code === "interrupt_not_supported";
        return [];
      default:
        if (event.type === undefined) this.#refuseUnstreamed(event);
        return [];
    }
  }

  get missing(): AnswerReader["missing"] {
    return this.#ending === null ? "answer" : "nothing";
  }

  end(): AnswerEnd {
    if (this.#ending !== null) return { reason: this.#ending, bursts: [], usage: this.#usage };
    const { server } = this.#options;
    const traits = { retryable: true, unwell: true };
    throw new UpstreamFailure(
      "upstream_failed",
      `${server} ended its answer before it was complete; try again`,
      traits,
    );
  }

  #parsed(data: string): Json {
    try {
      return recordOf(JSON.parse(data));
    } catch (cause) {
      const traits = { retryable: true, unwell: true };
      const message = `${this.#options.server} sent broken JSON in its stream; see its log`;
      throw new UpstreamFailure("upstream_failed", message, traits, cause);
    }
  }

  /** Handles an error in place of a stream, or a non-streamed response. */
  #refuseUnstreamed(event: Json): void {
    if (event.error != null) throw this.#failed(event);
    if (event.object !== "response") return;
    const { server } = this.#options;
    throw new UpstreamFailure(
      "upstream_failed",
      `${server} does not stream its answer; check for a proxy that removes \`stream\``,
    );
  }

  #begin(item: Json): Burst[] {
    const part = partOf(item);
    this.#summary = 0;
    if (part === null) return [];
    this.#parts.begin(part);
    return [this.#parts.append("", 0)];
  }

  /** Joins the paragraphs of a summary into one text. */
  #withParagraphBreak({ summary_index }: Json, delta: string): string {
    const index = countOf(summary_index) ?? 0;
    if (index <= this.#summary) return delta;
    this.#summary = index;
    return `\n\n${delta}`;
  }

  #failed(event: Json): UpstreamFailure {
    const error = recordOf(event.error ?? event);
    // Over a socket, these may be next to the error.
    const { status = event.status, headers = event.headers } = error;
    const failure = this.#options.failureOf({ ...error, status, headers });
    // After a stale error, the same reader is used for the repeated request.
    if (failure.stale === null) this.#outcome = "error";
    return failure;
  }

  #readIdentity({ id, model }: Json): void {
    if (typeof id === "string" && id !== "") this.#responseId ??= id;
    if (this.#isNamed || typeof model !== "string" || model === "") return;
    this.#isNamed = true;
    this.#options.checkModel(model);
  }

  #close(type: string, response: Json): void {
    this.#outcome = type === "response.failed" ? "failure" : "answer";
    this.#readIdentity(response);
    if (type === "response.failed") throw this.#options.failureOf(response.error ?? { message: "" });
    this.#usage = mergeUsage(this.#usage, { ...usageOf(recordOf(response.usage)), ...flintOf(response) });
    if (type === "response.completed") {
      this.#ending = "stop";
      return;
    }
    const { reason } = recordOf(response.incomplete_details);
    if (reason === "max_output_tokens") this.#ending = "length";
    else if (reason === "content_filter") {
      const message = `${this.#options.server} withheld the rest of its answer; rephrase the request`;
      throw new UpstreamFailure("answer_invalid", message);
    } else {
      const quoted = shortened(String(reason));
      const message = `${this.#options.server} stopped its answer (${quoted}); try again`;
      throw new UpstreamFailure("upstream_failed", message, { retryable: true, quoted });
    }
  }
}

function partOf({ type, call_id, id, name, namespace }: Json): Part | null {
  const callId = String(call_id ?? id ?? "");
  const called = String(name ?? "");
  if (type === "function_call") {
    return { type, callId, name: called, ...(typeof namespace === "string" && { namespace }) };
  }
  return type === "custom_tool_call" ? { type, callId, name: called } : null;
}

function usageOf(usage: Json): Partial<ReportedUsage> {
  return {
    promptTokens: countOf(usage.input_tokens),
    reusedTokens: countOf(recordOf(usage.input_tokens_details).cached_tokens),
    outputTokens: countOf(usage.output_tokens),
    reasoningTokens: countOf(recordOf(usage.output_tokens_details).reasoning_tokens),
  };
}
