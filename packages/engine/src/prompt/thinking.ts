import type { ReasoningEffort } from "@flint/protocol";
import type { ThinkingVariables } from "./template/index.ts";

/** Templates know three levels; others map to the nearest one. */
const LEVELS = {
  none: "low",
  minimal: "low",
  low: "low",
  medium: "medium",
  high: "high",
  xhigh: "high",
  max: "high",
} as const;

/**
 * Returns the template variables for a reasoning effort. If reasoning can only be on or off, the two lowest levels
 * turn it off.
 */
export function thinkingVariables(effort: ReasoningEffort | undefined): ThinkingVariables {
  if (effort === undefined) return {};
  const thinks = effort !== "none" && effort !== "minimal";
  return { reasoning_effort: LEVELS[effort], enable_thinking: thinks, thinking: thinks };
}
