import type { SessionState } from "@flint/client";
import { expect, test } from "vitest";
import { farewell } from "./farewell.ts";

const left = (open: readonly number[]) =>
  farewell({ edit: { indexes: () => open } } as unknown as Pick<SessionState, "edit">, "one", "npx flint");

test("undecided changes are named with the command that shows them again", () => {
  expect(left([1])).toBe("1 change is undecided; npx flint resume one shows it again");
  expect(left([0, 2])).toBe("2 changes are undecided; npx flint resume one shows them again");
});

test("nothing is said without undecided changes", () => {
  expect(left([])).toBeNull();
  expect(farewell({ edit: null }, "one", "flint")).toBeNull();
});

test("undecided changes of a session that was not saved are reported as lost", () => {
  const edit = { indexes: () => [0, 2] } as unknown as SessionState["edit"];
  expect(farewell({ edit }, null, "flint")).toBe(
    "2 undecided changes are lost: this session could not be saved",
  );
});
