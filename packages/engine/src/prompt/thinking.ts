import type { ReasoningEffort } from "@flint/protocol";
import type { ThinkingVariables } from "./template/index.ts";

/** Templates know three levels; those beyond stand for the nearest. */
const LEVELS = {
  none: "low",
  minimal: "low",
  low: "low",
  medium: "medium",
  high: "high",
  xhigh: "high",
  max: "high",
} as const;

/** A wish for more or less thinking, as templates take it. Where thinking is on or off, the lowest two turn it off. */
export function thinkingVariables(effort: ReasoningEffort | undefined): ThinkingVariables {
  if (effort === undefined) return {};
  const thinks = effort !== "none" && effort !== "minimal";
  return { reasoning_effort: LEVELS[effort], enable_thinking: thinks, thinking: thinks };
}
