import fc from "fast-check";
import { expect, test } from "vitest";
import { applyHunks, type Hunk } from "../edit/index.ts";
import type { SessionEvent } from "../recording/index.ts";
import { SessionState } from "./session-state.ts";

const CODE = "one\ntwo\nthree\n";
const TIMINGS = { first_token_ms: 1, total_ms: 2, tokens_per_second: 3, output_tokens: 4, server: null };
const VERIFICATION = {
  ...{ parses: null, parsedBefore: null, language: null, errors: [], scope: null },
  ...{ confidence: null, doubtful: false },
};
const HUNKS = ["one", "two", "three"].map((line, index) => ({
  kind: "replace" as const,
  oldStart: index + 1,
  oldLines: [line],
  newStart: index + 1,
  newLines: [line.toUpperCase()],
}));
/** An insertion before the third line, or a part of another change. */
const HUNK: Hunk = { kind: "insert", oldStart: 3, oldLines: [], newStart: 3, newLines: [] };

function session(...events: SessionEvent[]): SessionState {
  const state = new SessionState();
  for (const [t, event] of [...OPENED, ...events].entries()) state.apply(event, t);
  return state;
}

const opened = (code: string): SessionEvent => ({ type: "opened", path: "a.txt", code, language: null });
const OPENED: SessionEvent[] = [opened(CODE)];
type EventOf<Type extends SessionEvent["type"]> = Extract<SessionEvent, { type: Type }>;
const ask = (edit: string, from: string | null = null, beside: string | null = null): EventOf<"asked"> => ({
  type: "asked",
  edit,
  instruction: "shout",
  selection: null,
  from,
  beside,
});
const end = (edit: string): EventOf<"ended"> => ({
  type: "ended",
  edit,
  status: "completed",
  hunks: HUNKS,
  timings: TIMINGS,
  verification: VERIFICATION,
  declined: null,
  model: "m",
  contextLength: null,
});
const accept = (...hunks: number[]): SessionEvent => ({ type: "accepted", edit: "1", hunks });
const written: SessionEvent = { type: "written" };

test("the file's code has accepted and redone hunks, and no undone ones", () => {
  const accepted = [ask("1"), end("1"), accept(0), written, accept(2), written];
  expect(session(...accepted).file?.code).toBe("ONE\ntwo\nTHREE\n");
  const undone = session(...accepted, { type: "undone" }, written);
  expect(undone.file?.code).toBe("ONE\ntwo\nthree\n");
  expect(undone.edit?.decision(2)).toBe("open");
  expect(session(...accepted, { type: "undone" }, written, { type: "redone" }).file?.code).toBe(
    "ONE\ntwo\nTHREE\n",
  );
});

test("an acceptance or undo that could not be written is taken back, and cannot be redone", () => {
  const state = session(ask("1"), end("1"), accept(0), { type: "unwritten", message: "the disk is full" });
  expect(state.file?.code).toBe(CODE);
  expect(state.note).toBe("the disk is full");
  expect(state.redo).toEqual([]);
  const undo = session(
    ask("1"),
    end("1"),
    accept(0),
    written,
    { type: "undone" },
    { type: "unwritten", message: "no" },
  );
  expect(undo.file?.code).toBe("ONE\ntwo\nthree\n");
  expect(undo.undo).toHaveLength(1);
});

test("undo and redo show their edit, even if a later one was on screen", () => {
  const two = [ask("1"), end("1"), accept(0), written, ask("2"), end("2")];
  const undone = session(...two, { type: "undone" });
  expect([undone.edit?.id, undone.edit?.decision(0), undone.screen]).toEqual(["1", "open", "edit"]);
  expect(undone.sides.map(({ id }) => id)).toEqual(["1"]);
  expect(undone.file?.code).toBe(undone.edit?.question.base);
  const later = session(...two, { type: "file" }, { type: "undone" }, written, { type: "redone" });
  expect([later.edit?.id, later.edit?.decision(0), later.screen]).toEqual(["1", "accepted", "file"]);
});

test("a further edit starts from all proposed hunks that were not rejected", () => {
  const state = session(
    ask("1"),
    end("1"),
    accept(0),
    written,
    { type: "rejected", edit: "1", hunks: [1] },
    ask("2", "1"),
  );
  expect(state.edit?.question).toMatchObject({ base: "ONE\ntwo\nthree\n", input: "ONE\ntwo\nTHREE\n" });
});

test("a further edit of a selection starts from its proposed lines", () => {
  const selected = { start: 2, end: 3 };
  const grown = { ...end("1"), hunks: [{ ...HUNK, newLines: ["a", "b"] }] };
  const state = session({ ...ask("1"), selection: selected }, grown);
  expect(state.edit?.proposedSelection).toEqual({ start: 2, end: 5 });
  state.apply({ ...ask("2", "1"), selection: { start: 2, end: 5 } }, 9);
  state.apply({ ...grown, edit: "2" }, 9);
  expect(state.edit?.codeWith("open")).toBe("one\ntwo\na\nb\nthree\n");
  expect(state.edit?.proposedSelection).toEqual({ start: 2, end: 5 });
});

test("nothing is selected once all selected lines are proposed for deletion", () => {
  const deletion: Hunk = { ...HUNK, kind: "delete", oldStart: 2, oldLines: ["two", "three"] };
  const selected = { ...ask("1"), selection: { start: 2, end: 3 } };
  const state = session(selected, { ...end("1"), hunks: [deletion] });
  expect(state.edit?.proposedSelection).toBeNull();
});

test("an alternative answer stands beside the first until a hunk of one is accepted", () => {
  const other = { ...end("2"), hunks: HUNKS.slice(0, 2) };
  const both = [ask("1"), end("1"), ask("2", null, "1"), other];
  expect(session(...both).sides.map(({ id }) => id)).toEqual(["1", "2"]);
  const chosen = session(...both, { type: "chosen", edit: "1", hunk: 0 });
  expect([chosen.edit?.id, chosen.sides.length]).toEqual(["1", 2]);
  expect(
    session(...both, { type: "chosen", edit: "1", hunk: 0 }, accept(0)).sides.map(({ id }) => id),
  ).toEqual(["1"]);
});

test("an alternative answer equal to the first is shown alone", () => {
  const both = [ask("1"), end("1"), ask("2", null, "1"), end("2")];
  expect(session(...both).sides.map(({ id }) => id)).toEqual(["2"]);
});

test("a steer is applied when the answer restarts, and one still unaccepted at the end has failed", () => {
  const steer = (id: string): SessionEvent => ({
    type: "steered",
    edit: "1",
    steer: id,
    text: "louder",
    when: "now",
  });
  const state = session(
    ask("1"),
    steer("a"),
    { type: "steer", steer: "a", state: "accepted", milliseconds: 7 },
    { type: "restart", edit: "1", reason: "steered" },
    steer("b"),
    end("1"),
  );
  expect(state.edit?.steers).toMatchObject([
    { state: "applied", acceptedMs: 7, appliedMs: 2 },
    { state: "failed", message: "the edit had ended" },
  ]);
});

test("an edit that was running when the program ended is lost, but keeps its settled hunks", () => {
  const state = session(ask("1"), { type: "text", edit: "1", text: "ONE\ntwo\nthr" });
  state.lose();
  expect(state.edit?.status).toBe("lost");
  expect(state.edit?.hunks).toHaveLength(1);
});

test("after any sequence of decisions, the file's code is the original with the accepted hunks", () => {
  const event = fc.oneof(
    fc
      .subarray([0, 1, 2], { minLength: 1 })
      .map((hunks): SessionEvent => ({ type: "accepted", edit: "1", hunks })),
    fc
      .subarray([0, 1, 2], { minLength: 1 })
      .map((hunks): SessionEvent => ({ type: "rejected", edit: "1", hunks })),
    fc.constantFrom<SessionEvent>({ type: "undone" }, { type: "redone" }, { type: "unwritten", message: "" }),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), (events) => {
      const state = session(ask("1"), end("1"));
      let onDisk = CODE;
      for (const one of events) {
        // As the client does: only what is open is accepted or rejected, one change at a time is on its way.
        const open = "hunks" in one ? state.edit?.indexes("open") : null;
        const hunks = "hunks" in one ? (one.hunks as number[]).filter((hunk) => open?.includes(hunk)) : [];
        if ("hunks" in one && hunks.length === 0) continue;
        state.apply("hunks" in one ? ({ ...one, hunks } as SessionEvent) : one, 0);
        if (state.pending !== null) {
          onDisk = state.file?.code ?? "";
          state.apply(written, 0);
        }
        expect(state.file?.code).toBe(onDisk);
        expect(state.file?.code).toBe(
          applyHunks(
            CODE,
            HUNKS.filter((_, n) => state.edit?.decision(n) === "accepted"),
          ),
        );
      }
    }),
  );
});

test("a selection is cleared when the file's code changes, and the cursor stays within the file", () => {
  const point: SessionEvent = { type: "pointed", line: 3, anchor: 2 };
  const shorter = opened("one\n");
  expect(session(point, opened(CODE)).selection).toEqual({ start: 2, end: 3 });
  for (const event of [shorter, accept(0), { type: "undone" } as const]) {
    const state = session(ask("1"), end("1"), accept(1), written, point, event);
    expect(state.selection).toBeNull();
    expect(state.pointed.line).toBe(event === shorter ? 1 : 3);
  }
});

test("nothing can be selected in an empty file", () => {
  expect(session(opened(""), { type: "pointed", line: 1, anchor: 1 }).selection).toBeNull();
});

test("an anchored answer does not count towards the token length", () => {
  const told = { ...end("1"), timings: { ...TIMINGS, output_tokens: 100 } };
  const state = session(
    ask("1"),
    { type: "anchored", edit: "1" },
    { type: "text", edit: "1", text: "a\n" },
    told,
  );
  expect(state.tokenLength).toBeNull();
  state.apply(ask("2"), 1_000);
  for (const t of [1_100, 1_200, 1_300]) state.apply({ type: "text", edit: "2", text: "seven.." }, t);
  // 7 characters are two tokens, in 100 ms.
  expect(state.edit?.pace.now(1_300)).toBeCloseTo(20);
});
