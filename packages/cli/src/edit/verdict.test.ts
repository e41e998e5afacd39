import type { EditResult } from "@flint/client";
import { expect, test } from "vitest";
import { SELECT_PART_ALONE } from "./selection.ts";
import { objection } from "./verdict.ts";

const CUT_OFF = { status: "incomplete", declined: null } as unknown as EditResult;

test("the remedy for an answer that was cut off is one that the command accepts", () => {
  expect(objection(CUT_OFF, "a.js", false)?.message).toMatch(
    /; edit a part of it with --selection first:last$/,
  );
  expect(objection(CUT_OFF, "every file", false, SELECT_PART_ALONE)?.message).toMatch(
    /; edit this file alone, and only a part of it with --selection first:last$/,
  );
});
