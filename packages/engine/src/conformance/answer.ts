import type {
  Burst,
  Engine,
  Finish,
  GenerateRequest,
  PrefillResult,
  Prompt,
  PromptLink,
  Thread,
} from "../contract/index.ts";
import type { ConformanceTraits } from "./options.ts";

/** A complete generation. */
export interface Answer {
  readonly bursts: readonly Burst[];
  /** Concatenated text of the parts of type `text`. */
  readonly text: string;
  readonly drafted: number;
  readonly accepted: number;
  readonly finish: Finish;
}

/** Reads a generation to its end; `onBurst` is called for every burst. */
export async function read(
  thread: Thread,
  request: GenerateRequest = {},
  onBurst?: (burst: Burst, ordinal: number) => void | Promise<void>,
): Promise<Answer> {
  const bursts: Burst[] = [];
  let finish: Finish | null = null;
  for await (const event of thread.generate(request)) {
    if (finish) throw new Error(`a ${event.type} came after the finish`);
    if (event.type === "finish") {
      finish = event;
    } else {
      bursts.push(event);
      await onBurst?.(event, bursts.length);
    }
  }
  if (!finish) throw new Error("the generation ended without a finish");
  return {
    bursts,
    text: bursts.map(({ part, text }) => (part.type === "text" ? text : "")).join(""),
    drafted: bursts.reduce((sum, { drafted }) => sum + drafted, 0),
    accepted: bursts.reduce((sum, { accepted }) => sum + accepted, 0),
    finish,
  };
}

type Counts = Pick<PrefillResult, "promptTokens" | "reusedTokens">;

/** Prefills and returns the prompt's counts; if only the end of an answer has them, those of an answer. */
export async function countsOf(
  thread: Thread,
  prompt: Prompt,
  traits: ConformanceTraits | undefined,
): Promise<Counts> {
  const prefill = await thread.prefill(prompt);
  if (!traits?.countsAtEnd) return prefill;
  const { finish } = await read(thread, { maxTokens: 2 });
  if (!finish.prompt) throw new Error("the answer's end tells no counts of its prompt");
  return finish.prompt;
}

/** Asks on a new thread. */
export async function ask(
  engine: Engine,
  model: string,
  prompt: Prompt,
  request: GenerateRequest = {},
): Promise<Answer> {
  const thread = await engine.openThread({ model });
  try {
    await thread.prefill(prompt);
    return await read(thread, request);
  } finally {
    thread.release();
  }
}

/** Creates the link that a server makes of an answer. */
export function answerLink(parent: PromptLink, text: string): PromptLink {
  const content = [{ type: "output_text" as const, text, annotations: [], logprobs: [] }];
  return {
    parent,
    items: [{ type: "message", id: "msg_1", status: "completed", role: "assistant", content }],
  };
}

/** Creates a prompt that continues from a link with another prompt's items. */
export function continuation(parent: PromptLink, next: Prompt): Prompt {
  return { ...next, tip: { parent, items: next.tip.items } };
}
