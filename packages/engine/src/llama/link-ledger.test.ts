import { expect, test } from "vitest";
import type { PromptLink } from "../contract/index.ts";
import { LinkLedger } from "./link-ledger.ts";
import { Links } from "./runtime/links.ts";

const link = (parent: PromptLink | null, text: string): PromptLink => ({
  parent,
  items: [{ role: "user", content: text }],
});

test("a link travels once, and a fork of it shares what was told", () => {
  const ledger = new LinkLedger(() => undefined);
  const root = link(null, "root");
  const [left, right] = [link(root, "left"), link(root, "right")];
  expect(ledger.tell(left).links).toHaveLength(2);
  expect(ledger.tell(right).links).toHaveLength(1);
  expect(ledger.tell(left).links).toEqual([]);
});

test("the other side builds the same conversation", () => {
  const ledger = new LinkLedger(() => undefined);
  const links = new Links();
  let tip: PromptLink | null = null;
  for (const text of ["one", "two", "three"]) {
    tip = link(tip, text);
    const told = ledger.tell(tip);
    links.add(told.links);
    expect(links.get(told.tip)).toEqual(tip);
  }
});

test("a long conversation is told without recursion", () => {
  const ledger = new LinkLedger(() => undefined);
  let tip: PromptLink = link(null, "start");
  for (let turn = 0; turn < 20_000; turn++) tip = link(tip, "more");
  expect(ledger.tell(tip).links).toHaveLength(20_001);
});
