import { randomUUID } from "node:crypto";
import type { Burst, Part } from "../../contract/index.ts";
import type { ToolSet } from "../../prompt/index.ts";
import { type AnswerEnd, AnswerParts, type AnswerReader } from "../answer.ts";
import { UpstreamFailure } from "../failure/index.ts";
import { countOf, type Json, joined, NOTHING_TOLD, recordOf, type ToldUsage } from "../usage.ts";
import { AlikeChunks } from "./alike-chunks.ts";
import { CustomInput } from "./custom-input.ts";

export interface ChatReaderOptions {
  readonly tools: ToolSet;
  /** Whether custom tools were offered as such; else they are functions that take an `input`. */
  readonly customTools: boolean;
  /** The server, for messages. */
  readonly server: string;
  /** What an error within the stream means. */
  readonly failureOf: (error: unknown) => UpstreamFailure;
  /** Told of the name that the server answers under. Throws where it is not the one that was asked. */
  readonly checkModel: (name: string) => void;
}

interface OpenCall {
  /** Its place among the calls, as the server counts them. */
  readonly place: number;
  readonly input: CustomInput | null;
  /** Whether it has arguments yet. */
  isEmpty: boolean;
}

/** Reads the chunks of a chat completion, as OpenAI, vLLM, SGLang, llama-server and the others write them. */
export class ChatReader implements AnswerReader {
  readonly #options: ChatReaderOptions;
  readonly #parts = new AnswerParts();
  readonly #alike = new AlikeChunks();
  #bursts: Burst[] = [];
  #reason: string | null = null;
  #usage: ToldUsage = NOTHING_TOLD;
  #isNamed = false;
  #call: OpenCall | null = null;
  /** A call whose name has not come yet. */
  #nameless: { readonly place: number; readonly id: string | null } | null = null;
  #lastPlace = -1;
  #lastId: string | null = null;

  constructor(options: ChatReaderOptions) {
    this.#options = options;
  }

  push(data: string): readonly Burst[] {
    this.#bursts = [];
    const text = this.#alike.textIn(data);
    if (text !== null && this.#parts.part?.type === "text") return [this.#parts.more(text)];
    this.#chunk(this.#parsed(data));
    const [burst, ...others] = this.#bursts;
    const isText = burst?.part.type === "text" && others.length === 0 && this.#reason === null;
    this.#alike.learn(data, isText ? burst.text : null);
    return this.#bursts;
  }

  end(): AnswerEnd {
    this.#bursts = [];
    const { server } = this.#options;
    this.#endCall();
    if (this.#reason === null) {
      throw new UpstreamFailure(
        "upstream_failed",
        `${server} ended its answer before it was whole; try again`,
        {
          retryable: true,
          unwell: true,
        },
      );
    }
    if (this.#reason === "content_filter") {
      throw new UpstreamFailure(
        "answer_invalid",
        `${server} withheld the rest of its answer; ask in other words`,
      );
    }
    if (this.#reason === "error" || this.#reason === "abort") {
      throw new UpstreamFailure("upstream_failed", `${server} broke off its answer; try again`, {
        retryable: true,
      });
    }
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
    if (!this.#isNamed && typeof chunk.model === "string" && chunk.model !== "") {
      this.#isNamed = true;
      this.#options.checkModel(chunk.model);
    }
    if (chunk.usage != null) this.#usage = joined(this.#usage, usageOf(recordOf(chunk.usage)));
    if (chunk.timings != null) this.#usage = joined(this.#usage, llamaTimings(recordOf(chunk.timings)));
    if (!Array.isArray(chunk.choices) || chunk.choices.length === 0) return;
    const choice = recordOf(chunk.choices[0]);
    if (choice.delta != null) this.#delta(recordOf(choice.delta));
    if (typeof choice.finish_reason === "string") this.#reason = choice.finish_reason;
  }

  #delta({ content, reasoning_content, reasoning, refusal, tool_calls }: Json): void {
    this.#say("reasoning", reasoning_content ?? reasoning);
    this.#say("text", content);
    this.#say("refusal", refusal);
    if (Array.isArray(tool_calls)) for (const call of tool_calls) this.#takeCall(recordOf(call));
  }

  #say(type: "text" | "reasoning" | "refusal", said: unknown): void {
    const text = typeof said === "string" ? said : Array.isArray(said) ? said.map(partText).join("") : "";
    if (text === "") return;
    this.#endCall();
    this.#bursts.push(this.#parts.say(type, text));
  }

  // ── calls ─────────────────────────────────────────────────────────────────────────────────────────────────

  #takeCall(call: Json): void {
    const inner = recordOf(call.function ?? call.custom);
    const id = typeof call.id === "string" && call.id !== "" ? call.id : null;
    const name = typeof inner.name === "string" && inner.name !== "" ? inner.name : null;
    const place = this.#placeOf(call.index, id, name);
    if (place !== this.#call?.place) this.#openCall(place, id, name);
    const open = this.#call;
    const given = inner.arguments ?? inner.input;
    const written = typeof given === "string" ? given : given == null ? "" : JSON.stringify(given);
    if (open === null || written === "") return;
    const text = open.input === null ? written : open.input.push(written);
    if (text === "") return;
    open.isEmpty = false;
    this.#bursts.push(this.#parts.more(text));
  }

  /** Some servers number no calls, or all of them 0: a further id or name begins another one there. */
  #placeOf(index: unknown, id: string | null, name: string | null): number {
    const isNew =
      id !== null && name !== null && this.#call !== null && this.#lastId !== null && id !== this.#lastId;
    if (id !== null) this.#lastId = id;
    const told = countOf(index) ?? Math.max(0, this.#lastPlace);
    return isNew && told <= this.#lastPlace ? this.#lastPlace + 1 : told;
  }

  #openCall(place: number, id: string | null, name: string | null): void {
    if (place < this.#lastPlace) {
      const { server } = this.#options;
      throw new UpstreamFailure(
        "answer_invalid",
        `${server} writes several calls at once; set parallel_tool_calls to false`,
      );
    }
    const known = this.#nameless?.place === place ? this.#nameless.id : null;
    if (name === null) {
      this.#nameless = { place, id: id ?? known };
      return;
    }
    this.#endCall();
    this.#nameless = null;
    this.#lastPlace = place;
    const part = this.#partOf(name, id ?? known ?? `call_${randomUUID().replaceAll("-", "")}`);
    this.#parts.begin(part);
    this.#bursts.push(this.#parts.more("", 0));
    const isWrapped = part.type === "custom_tool_call" && !this.#options.customTools;
    this.#call = { place, input: isWrapped ? new CustomInput() : null, isEmpty: true };
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

  #endCall(): void {
    const call = this.#call;
    if (call === null) return;
    this.#call = null;
    const rest = call.input?.end() ?? "";
    if (rest !== "") this.#bursts.push(this.#parts.more(rest));
    else if (call.isEmpty && this.#parts.part?.type === "function_call")
      this.#bursts.push(this.#parts.more("{}", 0));
    this.#parts.close();
  }
}

function partText(part: unknown): string {
  const { text } = recordOf(part);
  return typeof text === "string" ? text : "";
}

function usageOf(usage: Json): Partial<ToldUsage> {
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

/** llama-server's own counts, beside the usage. */
function llamaTimings(timings: Json): Partial<ToldUsage> {
  return {
    reusedTokens: countOf(timings.cache_n),
    drafted: countOf(timings.draft_n),
    accepted: countOf(timings.draft_n_accepted),
  };
}
