import {
  EngineError,
  type Finish,
  type GenerateRequest,
  type PrefillOptions,
  type PrefillResult,
  type Prompt,
  type PromptLink,
  type Thread,
} from "@flint/engine";
import type { InputMessage } from "@flint/protocol";
import type { ItemBurst } from "../item/index.ts";
import type { Seal } from "../seal/index.ts";
import { digestOf } from "./digest.ts";
import { itemsOf } from "./readable.ts";

/** What a turn needs of its thread. */
export interface AnsweringThread {
  prefill(prompt: Prompt, options?: PrefillOptions): Promise<PrefillResult>;
  generate(request: GenerateRequest): AsyncIterable<ItemBurst | Finish>;
}

const TASK =
  "Do not answer the above and call no tools. Write a summary of our conversation, from which you could go on without it: the task and its constraints, what was decided and done, the names of files and functions and the facts that matter, and what is still to be done. Write the summary alone.";

/** Failures after which the conversation is still made short, without the model. */
const SURMOUNTABLE = ["context_length_exceeded", "prompt_unsupported"];

/**
 * A thread whose answer is one `compaction` item: the model's summary of the conversation. Where the model cannot write
 * one, or has no room left for it, the latest of the conversation stands in for it.
 */
export function compactingThread(thread: Thread, summaryTokens: number, seal: Seal): AnsweringThread {
  let conversation: PromptLink | null = null;
  let isPrefilled = false;

  return {
    async prefill(prompt, options) {
      conversation = prompt.tip;
      // A model that takes no tools is made for one task, and would do that.
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
        if (!(cause instanceof EngineError) || !SURMOUNTABLE.includes(cause.code)) throw cause;
        return { promptTokens: 0, reusedTokens: 0, elapsed: 0 };
      }
    },

    async *generate(request) {
      let summary = "";
      let finish: Finish = { type: "finish", reason: "stop", outputTokens: 0, reasoningTokens: 0 };
      if (isPrefilled) {
        const maxTokens = Math.min(request.maxTokens ?? summaryTokens, summaryTokens);
        const { sampling, signal } = request;
        for await (const event of thread.generate({
          maxTokens,
          ...(sampling && { sampling }),
          ...(signal && { signal }),
        })) {
          if (event.type === "finish") finish = event;
          else if (event.part.type === "text") summary += event.text;
        }
      }
      if (finish.reason === "stop" || finish.reason === "length") {
        const text = seal.close("compaction", summary.trim() || digestOf(itemsOf(conversation)));
        const tokens = finish.outputTokens;
        yield {
          type: "burst",
          index: 0,
          part: { type: "compaction" },
          text,
          tokens,
          drafted: 0,
          accepted: 0,
        };
      }
      yield finish.reason === "length" ? { ...finish, reason: "stop" } : finish;
    },
  };
}
