import {
  EngineError,
  type Finish,
  type GenerateRequest,
  type PrefillOptions,
  type PrefillResult,
  type Prompt,
  type PromptItem,
  type PromptLink,
  type Thread,
} from "@flint/engine";
import type { InputMessage } from "@flint/protocol";
import type { ItemBurst } from "../item/index.ts";
import type { Seal } from "../seal/index.ts";
import { digestOf } from "./digest.ts";
import { itemsOf } from "./readable.ts";
import { bytesIn, roomIn } from "./room.ts";

/** What a turn needs from an engine thread. */
export interface AnsweringThread {
  prefill(prompt: Prompt, options?: PrefillOptions): Promise<PrefillResult>;
  generate(request: GenerateRequest): AsyncIterable<ItemBurst | Finish>;
}

const TASK =
  "Do not answer the above and call no tools. Write a summary of our conversation, from which you could go on without it: the task and its constraints, what was decided and done, the names of files and functions and the facts that matter, and what is still to be done. Write the summary alone.";

/** Engine errors after which the conversation is shortened without the model. */
const SURMOUNTABLE = ["context_length_exceeded", "prompt_unsupported"];

/**
 * Wraps a thread: its output is one `compaction` item with the model's summary of the conversation. If the model cannot
 * write one or runs out of context, a digest of the latest items is used instead.
 */
export function compactingThread(thread: Thread, summaryTokens: number, seal: Seal): AnsweringThread {
  let conversation: PromptLink | null = null;
  let isPrefilled = false;

  return {
    async prefill(prompt, options) {
      conversation = prompt.tip;
      // A model without tools is made for one task and would perform it instead of summarizing.
      if (!thread.model.capabilities.tools) return { promptTokens: 0, reusedTokens: 0, elapsed: 0 };
      const task: InputMessage = { type: "message", role: "user", content: TASK };
      try {
        const result = await thread.prefill(
          { ...prompt, tip: { parent: prompt.tip, items: [task] } },
          options,
        );
        isPrefilled = true;
        return result;
      } catch (cause) {
        if (!isRecoverable(cause)) throw cause;
        return { promptTokens: 0, reusedTokens: 0, elapsed: 0 };
      }
    },

    async *generate(request) {
      const { contextLength } = thread.model;
      const maxTokens = Math.min(request.maxTokens ?? summaryTokens, summaryTokens, roomIn(contextLength));
      const { said, finish } = isPrefilled ? await summaryOf(thread, maxTokens, request) : NOTHING_SAID;
      const { error, ...end } = finish;
      if (finish.reason === "aborted" || (error !== undefined && !isRecoverable(error))) {
        yield finish;
        return;
      }
      // Generation stopped at the end of the context, not at `maxTokens`.
      const isCut = finish.reason === "length" && finish.outputTokens < maxTokens;
      const summary = said.trim();
      const isWhole = summary !== "" && error === undefined && !isCut;
      const text = isWhole
        ? summary
        : replacementSummary(summary, itemsOf(conversation), bytesIn(contextLength));
      yield {
        type: "burst",
        index: 0,
        part: { type: "compaction" },
        text: seal.close("compaction", text),
        tokens: finish.outputTokens,
        drafted: 0,
        accepted: 0,
      };
      yield { ...end, reason: "stop" };
    },
  };
}

interface Summary {
  readonly said: string;
  readonly finish: Finish;
}

/** The result if the model was not asked. */
const NOTHING_SAID: Summary = {
  said: "",
  finish: { type: "finish", reason: "stop", outputTokens: 0, reasoningTokens: 0 },
};

/** Returns the summary that the prefilled thread generates, and its finish event. */
async function summaryOf(
  thread: Thread,
  maxTokens: number,
  { sampling, signal }: GenerateRequest,
): Promise<Summary> {
  let { said, finish } = NOTHING_SAID;
  for await (const event of thread.generate({
    maxTokens,
    ...(sampling && { sampling }),
    ...(signal && { signal }),
  })) {
    if (event.type === "finish") finish = event;
    else if (event.part.type === "text") said += event.text;
  }
  return { said, finish };
}

function isRecoverable(cause: unknown): boolean {
  return cause instanceof EngineError && SURMOUNTABLE.includes(cause.code);
}

/** Returns a replacement for a missing or incomplete summary. */
function replacementSummary(beginning: string, items: readonly PromptItem[], room: number): string {
  if (beginning === "") return digestOf(items, room);
  return `${beginning} […]\n\n${digestOf(items, room - Buffer.byteLength(beginning))}`;
}
