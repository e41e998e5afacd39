import assert from "node:assert/strict";
import { test } from "node:test";
import { ProgressBar, type VNode } from "./solution.tsx";

const find = (node: VNode, name: string): VNode | undefined =>
  node.props.class === name
    ? node
    : node.children.map((child) => (typeof child === "string" ? undefined : find(child, name))).find(Boolean);

test("a label is shown and named", () => {
  const bar = ProgressBar({ value: 1, max: 2, label: "Upload" });
  assert.equal(bar.props["aria-label"], "Upload");
  assert.deepEqual(find(bar, "label")?.children, ["Upload"]);
  assert.equal((bar.children[0] as VNode).props.class, "label");
  assert.equal((bar.children[1] as VNode).props.class, "bar");
});

test("no label, nothing of it", () => {
  const bar = ProgressBar({ value: 1, max: 2 });
  assert.equal(bar.props["aria-label"], undefined);
  assert.equal(bar.children.length, 1);
  assert.deepEqual(find(bar, "value")?.children, ["50%"]);
  assert.equal(bar.props.role, "progressbar");
});

test("the percentage is rounded and bounded", () => {
  assert.deepEqual(find(ProgressBar({ value: 2, max: 3 }), "value")?.children, ["67%"]);
  assert.deepEqual(find(ProgressBar({ value: 5, max: 3 }), "value")?.children, ["100%"]);
});
