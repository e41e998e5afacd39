import { randomUUID } from "node:crypto";
import type { Burst, Part } from "../../contract/index.ts";
import type { ToolSet } from "../../prompt/index.ts";
import { type AnswerEnd, AnswerParts, type AnswerReader } from "../answer.ts";
import { UpstreamFailure } from "../failure/index.ts";
import { countOf, flintOf, type Json, mergeUsage, NO_USAGE, type ReportedUsage, recordOf } from "../usage.ts";
import { AlikeChunks } from "./alike-chunks.ts";
import { CustomInput } from "./custom-input.ts";
import { hasCompleteArguments, type ToolCall, ToolCalls } from "./tool-calls.ts";

export interface ChatReaderOptions {
  readonly tools: ToolSet;
  /** Whether custom tools were offered as such; otherwise as functions with an `input`. */
  readonly customTools: boolean;
  /** The server's name in messages. */
  readonly server: string;
  /** Interprets an error within the stream. */
  readonly failureOf: (error: unknown) => UpstreamFailure;
  /** Called with the model name in the answer. Throws if it is not the requested model. */
  readonly checkModel: (name: string) => void;
}

interface OpenCall {
  readonly input: CustomInput | null;
  /** Whether it has no arguments yet. */
  isEmpty: boolean;
}

interface WaitingText {
  readonly type: "text" | "reasoning" | "refusal";
  readonly text: string;
}

/** Reads the chunks of a chat completion, in the variants of OpenAI, vLLM, SGLang, llama-server and others. */
export class ChatReader implements AnswerReader {
  readonly #options: ChatReaderOptions;
  readonly #parts = new AnswerParts();
  readonly #alike = new AlikeChunks();
  #bursts: Burst[] = [];
  #reason: string | null = null;
  #usage: ReportedUsage = NO_USAGE;
  /** Whether the last chunk, with only counts, has arrived. */
  #isCounted = false;
  #isNamed = false;
  readonly #calls: ToolCalls;
  /** An unfinished call, and what arrived after it. */
  readonly #waiting: (ToolCall | WaitingText)[] = [];
  /** The first waiting call, which is streamed. */
  #open: OpenCall | null = null;

  constructor(options: ChatReaderOptions) {
    this.#options = options;
    this.#calls = new ToolCalls((name) => options.tools.find(name) !== null);
  }

  push(data: string): readonly Burst[] {
    this.#bursts = [];
    const text = this.#alike.textIn(data);
    if (text !== null && this.#parts.part?.type === "text" && this.#waiting.length === 0)
      return [this.#parts.append(text)];
    this.#chunk(this.#parsed(data));
    const [burst, ...others] = this.#bursts;
    const isText = burst?.part.type === "text" && others.length === 0 && this.#reason === null;
    this.#alike.learn(data, isText ? burst.text : null);
    return this.#bursts;
  }

  get missing(): AnswerReader["missing"] {
    if (this.#reason === null) return "answer";
    return this.#isCounted ? "nothing" : "counts";
  }

  end(): AnswerEnd {
    this.#bursts = [];
    const { server } = this.#options;
    if (this.#reason === null) {
      throw new UpstreamFailure(
        "upstream_failed",
        `${server} ended its answer before it was complete; try again`,
        {
          retryable: true,
          unwell: true,
        },
      );
    }
    if (this.#reason === "content_filter") {
      throw new UpstreamFailure(
        "answer_invalid",
        `${server} withheld the rest of its answer; rephrase the request`,
      );
    }
    if (this.#reason === "error" || this.#reason === "abort") {
      throw new UpstreamFailure(
        "upstream_failed",
        `${server} stopped in the middle of its answer; try again`,
        {
          retryable: true,
        },
      );
    }
    this.#emitWaiting(true);
    const reason = this.#reason === "length" ? "length" : "stop";
    return { reason, bursts: this.#bursts, usage: this.#usage };
  }

  #parsed(data: string): Json {
    try {
      return recordOf(JSON.parse(data));
    } catch (cause) {
      const { server } = this.#options;
      const traits = { retryable: true, unwell: true };
      throw new UpstreamFailure(
        "upstream_failed",
        `${server} sent broken JSON in its stream; see its log`,
        traits,
        cause,
      );
    }
  }

  #chunk(chunk: Json): void {
    if (chunk.error != null) throw this.#options.failureOf(chunk.error);
    // vLLM's older error format.
    if (chunk.object === "error") throw this.#options.failureOf(chunk);
    if (!this.#isNamed && typeof chunk.model === "string" && chunk.model !== "") {
      this.#isNamed = true;
      this.#options.checkModel(chunk.model);
    }
    if (chunk.usage != null) this.#usage = mergeUsage(this.#usage, usageOf(recordOf(chunk.usage)));
    if (chunk.timings != null) this.#usage = mergeUsage(this.#usage, llamaTimings(recordOf(chunk.timings)));
    if (chunk.flint != null) this.#usage = mergeUsage(this.#usage, flintOf(chunk));
    if (!Array.isArray(chunk.choices) || chunk.choices.length === 0) {
      this.#isCounted ||= this.#reason !== null && chunk.usage != null;
      return;
    }
    const choice = recordOf(chunk.choices[0]);
    // A server that does not stream sends the whole message.
    const delta = choice.delta ?? choice.message;
    if (delta != null) this.#delta(recordOf(delta));
    if (typeof choice.finish_reason === "string") this.#reason = choice.finish_reason;
  }

  #delta({ content, reasoning_content, reasoning, refusal, tool_calls }: Json): void {
    this.#addText("reasoning", reasoning_content ?? reasoning);
    this.#addText("text", content);
    this.#addText("refusal", refusal);
    if (Array.isArray(tool_calls)) for (const call of tool_calls) this.#takeCall(recordOf(call));
  }

  #addText(type: WaitingText["type"], said: unknown): void {
    const text = typeof said === "string" ? said : Array.isArray(said) ? said.map(partText).join("") : "";
    if (text === "") return;
    this.#waiting.push({ type, text });
    this.#emitWaiting();
  }

  // ── calls ─────────────────────────────────────────────────────────────────────────────────────────────────

  #takeCall(piece: Json): void {
    const call = this.#calls.take(piece);
    const { server } = this.#options;
    if (call.isOver) {
      if (call.rest.trim() === "") return;
      throw new UpstreamFailure("answer_invalid", `${server} continued a call that had ended; try again`);
    }
    // Some servers add empty calls to every chunk.
    if (call.name === "" && call.written === "") return;
    if (!this.#waiting.includes(call)) this.#waiting.push(call);
    this.#emitWaiting();
  }

  /** Emits what has arrived, in order: streams the first call, and holds back what follows until it is complete. */
  #emitWaiting(isEnd = false): void {
    for (let first = this.#waiting[0]; first !== undefined; first = this.#waiting[0]) {
      if ("text" in first) this.#bursts.push(this.#parts.addText(first.type, first.text));
      else {
        this.#emitCall(first, isEnd);
        if (!isEnd && (this.#waiting.length === 1 || this.#open === null || !hasCompleteArguments(first)))
          return;
        this.#endCall(first);
      }
      this.#waiting.shift();
    }
  }

  #emitCall(call: ToolCall, isEnd: boolean): void {
    const isBare = call.written === "";
    if (this.#open === null && call.name !== "" && (!isBare || isEnd || this.#isWholeName(call.name))) {
      const part = this.#partOf(call.name, call.id ?? `call_${randomUUID().replaceAll("-", "")}`);
      this.#parts.begin(part);
      this.#bursts.push(this.#parts.append("", 0));
      const isWrapped = part.type === "custom_tool_call" && !this.#options.customTools;
      this.#open = { input: isWrapped ? new CustomInput() : null, isEmpty: true };
    }
    const open = this.#open;
    if (open === null) return;
    const text = open.input === null ? call.rest : open.input.push(call.rest);
    call.rest = "";
    if (text === "") return;
    open.isEmpty = false;
    this.#bursts.push(this.#parts.append(text));
  }

  /** Whether the name is complete: a tool's name that is not a prefix of another tool's. */
  #isWholeName(name: string): boolean {
    const { tools } = this.#options;
    return (
      tools.find(name) !== null && !tools.offered.some((it) => it.name !== name && it.name.startsWith(name))
    );
  }

  #partOf(name: string, callId: string): Extract<Part, { callId: string }> {
    const origin = this.#options.tools.find(name)?.origin;
    if (origin?.type === "custom") return { type: "custom_tool_call", callId, name: origin.name };
    return {
      type: "function_call",
      callId,
      name: origin?.name ?? name,
      ...(origin?.namespace !== undefined && { namespace: origin.namespace }),
    };
  }

  #endCall(call: ToolCall): void {
    call.isOver = true;
    const open = this.#open;
    this.#open = null;
    if (open === null) {
      if (call.written === "") return;
      const { server } = this.#options;
      throw new UpstreamFailure("answer_invalid", `${server} sent a call without a tool's name; try again`);
    }
    const rest = open.input?.end() ?? "";
    if (rest !== "") this.#bursts.push(this.#parts.append(rest));
    else if (open.isEmpty && this.#parts.part?.type === "function_call")
      this.#bursts.push(this.#parts.append("{}", 0));
    this.#parts.close();
  }
}

function partText(part: unknown): string {
  const { text } = recordOf(part);
  return typeof text === "string" ? text : "";
}

function usageOf(usage: Json): Partial<ReportedUsage> {
  const prompt = recordOf(usage.prompt_tokens_details);
  const output = recordOf(usage.completion_tokens_details);
  const accepted = countOf(output.accepted_prediction_tokens);
  const rejected = countOf(output.rejected_prediction_tokens);
  return {
    promptTokens: countOf(usage.prompt_tokens),
    reusedTokens: countOf(prompt.cached_tokens),
    outputTokens: countOf(usage.completion_tokens),
    reasoningTokens: countOf(output.reasoning_tokens),
    accepted,
    drafted: accepted === null || rejected === null ? null : accepted + rejected,
  };
}

/** Reads llama-server's own counts, in addition to the usage. */
function llamaTimings(timings: Json): Partial<ReportedUsage> {
  return {
    reusedTokens: countOf(timings.cache_n),
    drafted: countOf(timings.draft_n),
    accepted: countOf(timings.draft_n_accepted),
  };
}
