import { expect, test } from "vitest";
import type { PromptLink } from "../contract/index.ts";
import { LinkLedger } from "./link-ledger.ts";
import { Links } from "./runtime/links.ts";

const link = (parent: PromptLink | null, text: string): PromptLink => ({
  parent,
  items: [{ role: "user", content: text }],
});

test("each link is sent once, even if conversations share it", () => {
  const ledger = new LinkLedger(() => undefined);
  const root = link(null, "root");
  const [left, right] = [link(root, "left"), link(root, "right")];
  expect(ledger.linksToSend(left).links).toHaveLength(2);
  expect(ledger.linksToSend(right).links).toHaveLength(1);
  expect(ledger.linksToSend(left).links).toEqual([]);
});

test("the receiver rebuilds the same conversation from the links", () => {
  const ledger = new LinkLedger(() => undefined);
  const links = new Links();
  let tip: PromptLink | null = null;
  for (const text of ["one", "two", "three"]) {
    tip = link(tip, text);
    const told = ledger.linksToSend(tip);
    links.add(told.links);
    expect(links.get(told.tip)).toEqual(tip);
  }
});

test("a conversation of 20,001 links is sent without a stack overflow", () => {
  const ledger = new LinkLedger(() => undefined);
  let tip: PromptLink = link(null, "start");
  for (let turn = 0; turn < 20_000; turn++) tip = link(tip, "more");
  expect(ledger.linksToSend(tip).links).toHaveLength(20_001);
});
