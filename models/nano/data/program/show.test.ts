import { expect, it } from "vitest";
import { show } from "./show.ts";

it("names the families that there are where none has the name asked for", () => {
  expect(() => show({ snippets: "none", seed: 1, count: 1, family: "rename-moon" })).toThrow(
    /no family "rename-moon".*rename-variable/s,
  );
});
