import type { Prompt } from "../../contract/index.ts";
import { itemsOf } from "../../prompt/index.ts";
import { type ChatQuestion, chatBody, chatQuestion } from "../chat/index.ts";
import { countedBody, responsesQuestion } from "../responses/index.ts";
import type { Target } from "../target/index.ts";
import { countOf, recordOf } from "../usage.ts";

/**
 * Resolves to the server's exact token count of a prompt; null if it has no such endpoint. Rejects with
 * {@link UpstreamFailure}.
 */
export async function countExactly(target: Target, model: string, prompt: Prompt): Promise<number | null> {
  switch (target.preset.counter) {
    case null:
      return null;
    case "input-tokens":
      return countOf((await inputTokens(target, model, prompt)).input_tokens);
    case "tokenize-messages": {
      const told = await target.ask("//tokenize", templateRequest(target, model, prompt), model);
      return countOf(recordOf(told).count);
    }
    case "apply-template": {
      const told = await target.ask("//apply-template", templateRequest(target, model, prompt), model);
      const content = recordOf(told).prompt;
      if (typeof content !== "string") return null;
      const { tokens } = recordOf(await target.ask("//tokenize", { content, add_special: true }, model));
      return Array.isArray(tokens) ? tokens.length : null;
    }
  }
}

async function inputTokens(target: Target, model: string, asked: Prompt) {
  const prompt = target.preset.api === "chat" ? withSystemMessage(asked) : asked;
  const question = responsesQuestion(prompt, target.preset);
  return recordOf(await target.ask("/responses/input_tokens", countedBody(question, model), model));
}

/** Moves the instructions into a system message, as chat completions have no field for them. */
function withSystemMessage(prompt: Prompt): Prompt {
  const { instructions, tip } = prompt;
  if (!instructions) return prompt;
  const system = { parent: null, items: [{ role: "system" as const, content: instructions }] };
  return { ...prompt, instructions: null, tip: { parent: system, items: itemsOf(tip) } };
}

/** Returns the request to apply the server's chat template. */
function templateRequest(target: Target, model: string, prompt: Prompt): Record<string, unknown> {
  const preset = target.presetFor(model);
  const question: ChatQuestion = chatQuestion(prompt, preset);
  const { messages, tools, continue_final_message } = chatBody(question, {}, { preset, model, cacheKey: "" });
  const isGoingOn = continue_final_message === true;
  return {
    model,
    messages,
    ...(tools !== undefined && { tools }),
    ...(isGoingOn && { continue_final_message: true }),
    add_generation_prompt: !isGoingOn,
  };
}
