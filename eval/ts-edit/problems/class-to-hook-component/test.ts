import assert from "node:assert/strict";
import { test } from "node:test";
import * as solution from "./solution.jsx";

const { Counter, mount } = solution;
const text = (view: { output: { children: string[] } }) => view.output.children.join("");

test("shows and changes the count", () => {
  const seen: number[] = [];
  const view = mount(Counter, { start: 5, step: 2, onChange: (n: number) => seen.push(n) });
  assert.equal(text(view), "Count: 5");
  view.output.props.more();
  assert.equal(text(view), "Count: 7");
  view.output.props.less();
  view.output.props.less();
  assert.equal(text(view), "Count: 3");
  assert.deepEqual(seen, [7, 5, 3]);
});

test("defaults", () => {
  const view = mount(Counter);
  assert.equal(text(view), "Count: 0");
  view.output.props.more();
  assert.equal(text(view), "Count: 1");
  assert.equal(view.output.tag, "p");
});

test("two counters do not share their state", () => {
  const [one, other] = [mount(Counter), mount(Counter)];
  one.output.props.more();
  assert.equal(text(other), "Count: 0");
  other.output.props.less();
  assert.equal(text(one), "Count: 1");
});

test("it is a function, and the class is gone", () => {
  assert.equal("Component" in solution, false);
  assert.doesNotMatch(Function.prototype.toString.call(Counter), /^class/);
});
