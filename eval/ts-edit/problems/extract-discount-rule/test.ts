import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { discountRate, invoiceTotal } from "./solution.ts";

const near = (actual: number, expected: number) => assert.ok(Math.abs(actual - expected) < 1e-9, `${actual}`);

test("the rate by itself", () => {
  near(discountRate({ kind: "staff", since: 2000 }, 5000), 0.3);
  near(discountRate({ kind: "business", since: 2025 }, 1000), 0.1);
  near(discountRate({ kind: "business", since: 2025 }, 999), 0);
  near(discountRate({ kind: "business", since: 2021 }, 1000), 0.15);
  near(discountRate({ kind: "private", since: 2021 }, 1000), 0.05);
  near(discountRate({ kind: "private", since: 2022 }, 1000), 0);
});

test("the totals stay the same", () => {
  const lines = [{ amount: 3, price: 333.35 }, { amount: 1, price: 0.99 }];
  assert.equal(invoiceTotal({ kind: "business", since: 2010 }, lines, 5), 855.88);
  assert.equal(invoiceTotal({ kind: "staff", since: 2010 }, lines), 700.73);
  assert.equal(invoiceTotal({ kind: "private", since: 2026 }, [], 4.5), 4.5);
});

test("the total uses it", () => {
  const source = readFileSync(new URL("./solution.ts", import.meta.url), "utf8");
  assert.ok(source.split("discountRate(").length > 2);
});
