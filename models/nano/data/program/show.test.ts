import { expect, it } from "vitest";
import { show } from "./show.ts";

it("an unknown family is rejected with the names of the known ones", () => {
  expect(() => show({ snippets: "none", seed: 1, count: 1, family: "rename-moon" })).toThrow(
    /no family "rename-moon".*rename-variable/s,
  );
});
