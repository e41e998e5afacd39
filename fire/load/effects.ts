import type { Ledger } from "../phase/index.ts";

/** By act: what is counted where it had the effect that it is for. It may come too late for that, now and then. */
export const EFFECTS = {
  steer: "load: answers that a steer took over",
  interrupt: "load: answers that an interrupt ended",
} as const;

/** Acts from which on it is no chance that none had its effect. */
const ENOUGH = 10;

/** Acts that were done again and again and never did anything break an invariant: they must not pass for done. */
export function demandEffects(ledger: Ledger): void {
  for (const [act, effect] of Object.entries(EFFECTS)) {
    const count = ledger.faultsOf(`load: ${act}`);
    if (count >= ENOUGH && ledger.faultsOf(effect) === 0)
      ledger.broke(`${act}: none of ${count} did anything`);
  }
}
