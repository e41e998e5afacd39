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
        if (!isSurmountable(cause)) throw cause;
        return { promptTokens: 0, reusedTokens: 0, elapsed: 0 };
      }
    },

    async *generate(request) {
      const { contextLength } = thread.model;
      const maxTokens = Math.min(request.maxTokens ?? summaryTokens, summaryTokens, roomIn(contextLength));
      const { said, finish } = isPrefilled ? await summaryOf(thread, maxTokens, request) : NOTHING_SAID;
      const { error, ...end } = finish;
      if (finish.reason === "aborted" || (error !== undefined && !isSurmountable(error))) {
        yield finish;
        return;
      }
      // The context has ended, rather than the summary or what it may have.
      const isCut = finish.reason === "length" && finish.outputTokens < maxTokens;
      const summary = said.trim();
      const isWhole = summary !== "" && error === undefined && !isCut;
      const text = isWhole ? summary : standIn(summary, itemsOf(conversation), bytesIn(contextLength));
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

/** Where the model was not asked. */
const NOTHING_SAID: Summary = {
  said: "",
  finish: { type: "finish", reason: "stop", outputTokens: 0, reasoningTokens: 0 },
};

/** What the prefilled thread says of the conversation, and how it ended. */
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

function isSurmountable(cause: unknown): boolean {
  return cause instanceof EngineError && SURMOUNTABLE.includes(cause.code);
}

/** What stands for a conversation of which the model wrote the beginning of a summary, or none. */
function standIn(beginning: string, items: readonly PromptItem[], room: number): string {
  if (beginning === "") return digestOf(items, room);
  return `${beginning} […]\n\n${digestOf(items, room - Buffer.byteLength(beginning))}`;
}
