import { expect, test } from "vitest";
import { Ledger } from "../phase/index.ts";
import { demandEffects, EFFECTS } from "./effects.ts";

function brokenBy(acts: number, effects: number): readonly string[] {
  const ledger = new Ledger();
  ledger.fault("load: interrupt", acts);
  ledger.fault(EFFECTS.interrupt, effects);
  demandEffects(ledger);
  return ledger.broken;
}

test("interrupts of which none ends its answer are no load that holds", () => {
  expect(brokenBy(50, 0)).toEqual(["interrupt: none of 50 did anything"]);
});

test("some may come too late, and a few may all do", () => {
  expect(brokenBy(50, 1)).toEqual([]);
  expect(brokenBy(3, 0)).toEqual([]);
});
