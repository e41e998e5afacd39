import { type Benchmark, type Goal, reaches } from "../measure/index.ts";
import { type Entry, isMeasured, medianOf } from "./results.ts";

export interface Verdict {
  readonly benchmark: string;
  readonly goal: Goal;
  /** Null if not measured. */
  readonly value: number | null;
  readonly isReached: boolean;
}

/** Compares a benchmark's goals with its results. */
export function verdictsOf({ name, goals }: Benchmark, entry: Entry | undefined): Verdict[] {
  return goals.map((goal) => {
    const measured = entry !== undefined && isMeasured(entry) ? entry.metrics[goal.metric] : undefined;
    const value = measured === undefined ? null : medianOf(measured);
    return { benchmark: name, goal, value, isReached: value !== null && reaches(goal, value) };
  });
}

export function goalText(goal: Goal): string {
  return "atMost" in goal ? `≤ ${figure(goal.atMost)}` : `≥ ${figure(goal.atLeast)}`;
}

/** Returns `reached`, or by how much the goal was missed. */
export function verdictText({ goal, value, isReached }: Verdict): string {
  if (value === null) return "not measured";
  if (isReached) return "reached";
  const bound = "atMost" in goal ? goal.atMost : goal.atLeast;
  return `missed by ${figure(Math.abs(value - bound))}`;
}

/** Formats a number with about three significant digits. */
export function figure(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString("en-US");
  const size = Math.abs(value);
  if (size >= 100) return Math.round(value).toLocaleString("en-US");
  return value.toFixed(size >= 10 ? 1 : size >= 1 ? 2 : 3);
}
