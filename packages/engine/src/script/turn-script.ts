import type { EngineErrorCode, Part } from "../contract/index.ts";
import type { ScenarioStep } from "./scenario.ts";
import { tokenize } from "./tokens.ts";
import type { ChosenTurn } from "./turn-choice.ts";

/** Output of one part: a few tokens, repeated. */
export interface Speech {
  readonly type: "speech";
  readonly part: Part;
  readonly tokens: readonly string[];
  readonly times: number;
}

/** A turn's steps in the form that the engine plays. */
export type Act =
  | Speech
  | { readonly type: "pause"; readonly milliseconds: number }
  | { readonly type: "error"; readonly code: EngineErrorCode; readonly message: string };

/**
 * Converts a turn's steps into acts. Call ids derive from the conversation, so the same prompt gives the same ids. If an
 * answer may have only one call, the turn ends after the first.
 */
export function actsOf({ turn, answers }: ChosenTurn, { oneCall = false } = {}): Act[] {
  const acts = turn.steps.map((step, ordinal) => act(step, `call_${answers + 1}_${ordinal + 1}`));
  const [first, second] = acts.flatMap((it, place) => (isCall(it) ? [place] : []));
  return oneCall && first !== undefined && second !== undefined ? acts.slice(0, first + 1) : acts;
}

function isCall(it: Act): boolean {
  return it.type === "speech" && (it.part.type === "function_call" || it.part.type === "custom_tool_call");
}

export function speechLength({ tokens, times }: Speech): number {
  return tokens.length * times;
}

function act(step: ScenarioStep, defaultCallId: string): Act {
  if ("pause_ms" in step) return { type: "pause", milliseconds: step.pause_ms };
  if ("error" in step) return { type: "error", ...step.error };
  if ("reasoning" in step) return speech({ type: "reasoning" }, step.reasoning);
  if ("refusal" in step) return speech({ type: "refusal" }, step.refusal);
  if ("text" in step) return speech({ type: "text" }, step.text, "repeat" in step ? step.repeat : 1);
  if ("function_call" in step) {
    const { name, arguments: args, namespace, call_id: callId = defaultCallId } = step.function_call;
    const part: Part = { type: "function_call", callId, name, ...(namespace !== undefined && { namespace }) };
    return speech(part, typeof args === "string" ? args : JSON.stringify(args));
  }
  const { name, input, call_id: callId = defaultCallId } = step.custom_tool_call;
  return speech({ type: "custom_tool_call", callId, name }, input);
}

function speech(part: Part, text: string, times = 1): Speech {
  return { type: "speech", part, tokens: tokenize(text), times };
}
