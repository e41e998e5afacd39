import assert from "node:assert/strict";
import { test } from "node:test";
import { exportRows } from "./solution.ts";

function exporter(rows: Record<string, unknown>[], failures: { write?: boolean; close?: boolean; query?: boolean } = {}) {
  const state = { text: "", closed: 0 };
  return {
    state,
    open: async () => ({
      write: async (text: string) => {
        if (failures.write) throw new Error("disk full");
        state.text += text;
      },
      close: async () => {
        state.closed++;
        if (failures.close) throw new Error("cannot close");
      },
    }),
    async *query() {
      yield* rows;
      if (failures.query) throw new Error("connection lost");
    },
  };
}

test("rows are written and the file is closed", async () => {
  const e = exporter([{ a: 1, b: "x" }, { a: null, b: true }]);
  assert.equal(await exportRows("/f", e), 2);
  assert.equal(e.state.text, "1\tx\n\ttrue\n");
  assert.equal(e.state.closed, 1);
});

test("the file is closed after every failure", async () => {
  const cases = [
    { e: exporter([{ a: 1 }], { write: true }), message: "disk full" },
    { e: exporter([{ a: 1 }], { query: true }), message: "connection lost" },
    { e: exporter([{ a: {} }]), message: "a cell cannot hold an object" },
  ];
  for (const { e, message } of cases) {
    await assert.rejects(exportRows("/f", e), { message });
    assert.equal(e.state.closed, 1);
  }
});

test("the first error counts", async () => {
  const both = exporter([{ a: 1 }], { write: true, close: true });
  await assert.rejects(exportRows("/f", both), { message: "disk full" });
  assert.equal(both.state.closed, 1);
  const closing = exporter([{ a: 1 }], { close: true });
  await assert.rejects(exportRows("/f", closing), { message: "cannot close" });
  assert.equal(closing.state.closed, 1);
});

test("a file that does not open needs no closing", async () => {
  const e = { ...exporter([]), open: () => Promise.reject(new Error("denied")) };
  await assert.rejects(exportRows("/f", e), { message: "denied" });
});
