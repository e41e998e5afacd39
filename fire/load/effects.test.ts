import { expect, test } from "vitest";
import { Ledger } from "../phase/index.ts";
import { EFFECTS, requireEffects } from "./effects.ts";

function brokenBy(acts: number, effects: number): readonly string[] {
  const ledger = new Ledger();
  ledger.recordFault("load: interrupt", acts);
  ledger.recordFault(EFFECTS.interrupt, effects);
  requireEffects(ledger);
  return ledger.broken;
}

test("a load in which no interrupt had an effect is broken", () => {
  expect(brokenBy(50, 0)).toEqual(["interrupt: none of 50 had an effect"]);
});

test("a load holds if one of many interrupts had an effect, or if there were only a few", () => {
  expect(brokenBy(50, 1)).toEqual([]);
  expect(brokenBy(3, 0)).toEqual([]);
});
