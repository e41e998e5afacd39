import { expect, test } from "vitest";
import { growthFault } from "./growth.ts";

test.each([[[]], [[5]], [[5, 50, 95]]])(
  "a conversation whose prompt grows by one turn each time has no fault: %j",
  (tokens) => {
    expect(growthFault(tokens)).toBeNull();
  },
);

test.each([
  ["forgets every turn before", [5, 5, 5]],
  ["has forgotten one", [5, 50, 50]],
  ["has read one twice", [5, 50, 140]],
  ["begins anew", [5, 50, 5]],
])("a conversation that %s has a fault", (_what, tokens) => {
  expect(growthFault(tokens)).toContain(`it read ${tokens} tokens`);
});
