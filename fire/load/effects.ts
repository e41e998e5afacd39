import type { Ledger } from "../phase/index.ts";

/** Counters by act, for the times when the act had its intended effect. An act sometimes comes too late to have one. */
export const EFFECTS = {
  steer: "load: answers that a steer took over",
  interrupt: "load: answers that an interrupt ended",
} as const;

/** Number of acts from which having no effect at all cannot be chance. */
const ENOUGH = 10;

/** Reports an act as broken if it ran many times and never had its effect. */
export function requireEffects(ledger: Ledger): void {
  for (const [act, effect] of Object.entries(EFFECTS)) {
    const count = ledger.faultsOf(`load: ${act}`);
    if (count >= ENOUGH && ledger.faultsOf(effect) === 0)
      ledger.recordBroken(`${act}: none of ${count} had an effect`);
  }
}
