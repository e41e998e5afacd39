import type { SessionState } from "@flint/client";
import { expect, test } from "vitest";
import { farewell } from "./farewell.ts";

const left = (open: readonly number[]) =>
  farewell({ edit: { indexes: () => open } } as unknown as Pick<SessionState, "edit">, "one", "npx flint");

test("who leaves changes behind is told how to come back to them", () => {
  expect(left([1])).toBe("1 change is undecided; npx flint resume one shows it again");
  expect(left([0, 2])).toBe("2 changes are undecided; npx flint resume one shows them again");
});

test("who leaves nothing behind is told nothing", () => {
  expect(left([])).toBeNull();
  expect(farewell({ edit: null }, "one", "flint")).toBeNull();
});

test("who leaves changes behind in a session that is not kept is told that they are gone", () => {
  const edit = { indexes: () => [0, 2] } as unknown as SessionState["edit"];
  expect(farewell({ edit }, null, "flint")).toBe(
    "2 undecided changes are lost: this session could not be saved",
  );
});
