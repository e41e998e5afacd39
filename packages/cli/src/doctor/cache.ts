import { type Finding, ok, warning } from "./finding.ts";

const REMEDIES = {
  changed:
    "keep instructions, tools and their order the same for the whole conversation, without dates or times in them; flint.timings.cache names the field",
  added: "send developer and system messages at the beginning: that is where they are put in any case",
  left_out: "nothing: the model's chat template leaves out the reasoning of earlier answers",
  rewritten: "continue with previous_response_id, or send items back exactly as they came",
  evicted: "give the engine more memory, hold fewer conversations at a time, or serve with --kv-spill",
};

const BREAKS = /^flint_cache_breaks_total\{[^}]*reason="(\w+)"[^}]*\} (\d+)$/gm;
const PROMPTS = /^flint_prefill_seconds_count\{[^}]*\} (\d+)$/gm;

/** Explains, from a running server's metrics, why prompts missed the cache; null if it has read no prompts. */
export function cacheFinding(figures: string): Finding | null {
  const prompts = [...figures.matchAll(PROMPTS)].reduce((sum, [, count]) => sum + Number(count), 0);
  if (prompts === 0) return null;
  const counts = new Map<string, number>();
  for (const [, reason = "", count] of figures.matchAll(BREAKS))
    counts.set(reason, (counts.get(reason) ?? 0) + Number(count));
  const broke = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const facts = { prompts, ...Object.fromEntries(counts) };
  if (broke === 0) return ok("cache", `${prompts} prompts continued from the state that was kept`, facts);
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  const told = sorted.map(([reason, count]) => `${count} ${reason.replace("_", " ")}`).join(", ");
  const [most = ""] = sorted[0] ?? [];
  const remedy = isReason(most) ? REMEDIES[most] : "see docs/serve.md";
  return warning(
    "cache",
    `${broke} of ${prompts} prompts differed from the state that was kept of their conversation: ${told}`,
    remedy,
    facts,
  );
}

function isReason(text: string): text is keyof typeof REMEDIES {
  return text in REMEDIES;
}
