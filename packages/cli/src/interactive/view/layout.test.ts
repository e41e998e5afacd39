import { type SessionEvent, SessionState } from "@flint/client";
import { expect, test } from "vitest";
import { type Row, themeFor } from "../../paint/index.ts";
import { CodeColors } from "./code-colors.ts";
import { layout } from "./layout.ts";

const OPENED: SessionEvent = { type: "opened", path: "a.txt", code: "one\n", language: null };
const COLUMNS = 80;

function screen(...events: SessionEvent[]): Row[] {
  return screenOf(stateAfter(...events));
}

function stateAfter(...events: SessionEvent[]): SessionState {
  const state = new SessionState();
  for (const event of [OPENED, ...events]) state.apply(event, 0);
  return state;
}

function screenOf(state: SessionState, aside = 0, columns = COLUMNS): Row[] {
  const theme = themeFor({ isTTY: false }, {});
  return layout(state, {
    ...{ columns, rows: 10, theme, t: 0 },
    colors: new CodeColors(theme, () => {}),
    aside,
  });
}

test("control characters in a model's name and a connection's message are made visible", () => {
  const answered = {
    ...{ type: "ended", edit: "e1", status: "completed", hunks: [], timings: {} },
    ...{ verification: {}, declined: null, model: "m\x1b[2J", contextLength: null },
  } as unknown as SessionEvent;
  const [title, ...rows] = screen(
    { type: "asked", edit: "e1", instruction: "go", selection: null, from: null, beside: null },
    answered,
    { type: "file" },
    { type: "connection", status: "failed", message: "no\x07" },
  );
  expect(title?.text).toMatch(/^a\.txt +m␛\[2J · failed$/);
  expect(rows.map(({ text }) => text)).toContain("no␇");
});

test("a long connection message is cut and leaves room for the file's name", () => {
  const [title] = screen({ type: "connection", status: "reconnecting", message: "why ".repeat(50) });
  expect(title).toEqual({
    text: expect.stringMatching(/^a\.txt {2,}reconnecting: why .*…$/),
    width: COLUMNS - 1,
  });
});

test.each(["漢", "\t", "x"])("the cursor is visible after 50 characters %j", (character) => {
  const typed = screen({ type: "typed", text: character.repeat(50) }).find(({ text }) =>
    text.startsWith("› "),
  );
  expect(typed?.text).toMatch(/▏$/);
});

test("a failed connection is shown with its remedy before anything is asked", () => {
  const message =
    "cannot reach http://127.0.0.1:9999/v1 (connect ECONNREFUSED 127.0.0.1:9999): " +
    'start a server there with "flint serve", or check the address';
  const rows = screen({ type: "connection", status: "failed", message }).map(({ text }) => text);
  expect(rows.join(" ")).toContain(message);
});

/** As the bundled model declines, on a machine with room for a larger one. */
const DECLINED =
  "this edit is outside what the bundled model can do: try a larger model, such as flint pull " +
  "hf:Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF:Q4_K_M (1.1 GB; 4 GB are free)";

function ended(declined: string | null): SessionEvent[] {
  const answered = {
    ...{ type: "ended", edit: "e1", status: "completed", hunks: [], declined, model: "nano" },
    ...{ timings: { first_token_ms: null, server: null }, verification: {}, contextLength: null },
  } as unknown as SessionEvent;
  return [
    { type: "asked", edit: "e1", instruction: "go", selection: null, from: null, beside: null },
    answered,
  ];
}

test("a model's reason to decline is shown in full, with the unchanged code", () => {
  const rows = screen(...ended(DECLINED)).map(({ text }) => text);
  expect(rows.join(" ")).toContain(DECLINED);
  expect(rows[1]).toBe("›1 one");
});

test("an answer that the model is not sure of says so", () => {
  const [asked, answered] = ended(null);
  const doubtful = {
    ...answered,
    verification: { doubtful: true, confidence: 0.314 },
  } as unknown as SessionEvent;
  const rows = screen(...(asked === undefined ? [] : [asked]), doubtful).map(({ text }) => text);
  expect(rows.join(" ")).toContain("the model is not sure of this (31 %): check it");
});

test("an answer without changes offers no key to accept or reject one", () => {
  const rows = screen(...ended(null)).map(({ text }) => text);
  const keys = rows.at(-1);
  expect(rows.join(" ")).toContain("the model proposes no change to the code; if there should be one, ");
  expect(keys).toContain("^T again");
  expect(keys).not.toMatch(/accept|reject|change/);
});

const hunk = (line: number) => ({
  ...{ kind: "replace", oldStart: line, oldLines: ["a"], newStart: line, newLines: ["b"] },
});
const proposal = (edit: string, beside: string | null, changes = [hunk(1), hunk(3)]): SessionEvent[] => [
  { type: "asked", edit, instruction: "go", selection: null, from: null, beside },
  {
    ...{ type: "ended", edit, status: "completed", hunks: changes, declined: null, model: "nano" },
    ...{ timings: { first_token_ms: null, server: null }, verification: {}, contextLength: null },
  } as unknown as SessionEvent,
];
const PICKING: SessionEvent = { type: "picking", matches: ["a.txt"], total: 1, chosen: 0 };
const THREE: SessionEvent = { ...OPENED, code: "a\nx\na\n" };
const accepted: SessionEvent = { type: "accepted", edit: "e1", hunks: [0, 1] };
const rejected: SessionEvent = { type: "rejected", edit: "e1", hunks: [0] };

test.each<[string, SessionEvent[], RegExp]>([
  ["a change", proposal("e1", null), /^Enter accept · Del reject · \^S all · .* · Esc file$/],
  ["a rejected change", [...proposal("e1", null), rejected], /^Enter reopen · \^S all · /],
  ["changes that are all accepted", [...proposal("e1", null), accepted], /^\^Z undo · \^T again · ↑↓ change/],
  [
    "two answers",
    [...proposal("e1", null), ...proposal("e2", "e1", [hunk(1)])],
    /←→ side · ↑↓ change · Esc file$/,
  ],
  ["the file", [], / · Esc files · \^C quit$/],
  ["the file after a proposal", [...proposal("e1", null), { type: "file" }], /Tab diff · .* · \^C quit$/],
  ["files", [PICKING], /^Enter open · ↑↓ choose · Esc back$/],
  ["files that are searched", [PICKING, { type: "typed", text: "x" }], /↑↓ choose · Esc clear$/],
  ["typed words", [{ type: "typed", text: "x" }], / · Esc clear · \^P files · \^C quit$/],
  ["selected lines", [{ type: "pointed", line: 2, anchor: 1 }], / · Esc unselect · \^P files · \^C quit$/],
])("the last row names the keys that work: %s", (_, events, expected) => {
  expect(screen(THREE, ...events).at(-1)?.text).toMatch(expected);
});

const WIDE: SessionEvent = { ...OPENED, code: `a\n${"x".repeat(90)}END\na\n` };

test.each<[string, SessionEvent[]]>([
  ["the file", []],
  ["a proposal", proposal("e1", null)],
  [
    "an edit under way",
    [{ type: "asked", edit: "e1", instruction: "go", selection: null, from: null, beside: null }],
  ],
])("an unchanged line wider than the screen can be scrolled to its end: %s", (_, events) => {
  const state = stateAfter(WIDE, ...events);
  const shown = (aside: number) => screenOf(state, aside).map(({ text }) => text);
  expect(shown(0).join(" ")).not.toContain("END");
  expect(shown(40)).toContainEqual(expect.stringMatching(/…x+END$/));
});

test("the keys for long lines are named only where there is a long line and room for it", () => {
  const keys = (event: SessionEvent, columns: number) => screenOf(stateAfter(event), 0, columns).at(-1)?.text;
  expect(keys(WIDE, 80)).toMatch(/ \^C quit$/);
  expect(keys(WIDE, 90)).toMatch(/ \^C quit · ←→ long lines$/);
  expect(keys(THREE, 90)).toMatch(/ \^C quit$/);
});

test("the picker says whether the folder has no files or no path has the letters", () => {
  const picking: SessionEvent = { type: "picking", matches: [], total: 0, chosen: 0 };
  expect(screen(picking)[1]?.text).toContain("there is no text file here");
  expect(screen(picking, { type: "typed", text: "xyz" })[1]?.text).toContain("no file has these letters");
});

test("the hint to run an edit that was cut off again differs when words are typed", () => {
  const [asked = OPENED] = ended(null);
  const state = stateAfter(asked);
  state.lose();
  const told = () => screenOf(state).map(({ text }) => text);
  expect(told()).toContain("the program ended while this edit ran: Enter runs it again");
  state.apply({ type: "typed", text: "louder" }, 0);
  expect(told()).toContain("the program ended while this edit ran: on an empty line, Enter runs it again");
});

test("the reason why a steer failed is shown in full", () => {
  const message = "the answer was over before the server heard of the steer: ask for a further edit instead";
  const shown = screen(
    { type: "asked", edit: "e1", instruction: "go", selection: null, from: null, beside: null },
    { type: "steered", edit: "e1", steer: "s1", text: "louder", when: "now" },
    { type: "steer", steer: "s1", state: "failed", message },
  );
  expect(shown.map(({ text }) => text).join(" ")).toContain(`↳ louder: failed: ${message}`);
});

test("an edit and a steer that wait for the connection say so", () => {
  const asked: SessionEvent[] = [
    { type: "asked", edit: "e1", instruction: "go", selection: null, from: null, beside: null },
    { type: "steered", edit: "e1", steer: "s1", text: "louder", when: "now" },
  ];
  const shown = (...events: SessionEvent[]) => screen(...asked, ...events).map(({ text }) => text);
  expect(shown()).toEqual(expect.arrayContaining(["↳ louder: waits for the connection"]));
  expect(shown()).toContainEqual(expect.stringMatching(/^waiting for the connection · /));
  const connected = shown({ type: "connection", status: "open" });
  expect(connected).toContain("↳ louder: sent");
  expect(connected).toContainEqual(expect.stringMatching(/^waiting for the first token · /));
});

test("an edit that failed before any text shows the file and the failure", () => {
  const rows = screen(
    { type: "asked", edit: "e1", instruction: "go", selection: null, from: null, beside: null },
    { type: "failed", edit: "e1", code: "context_length_exceeded", message: "select a part of it" },
  ).map(({ text }) => text.trimEnd());
  expect(rows).toEqual(expect.arrayContaining(["›1 one", "failed: select a part of it"]));
  expect(rows.at(-1)).toMatch(/^Enter again/);
});

test("an edit that was stopped before its first change says that Enter asks again", () => {
  const stopped = {
    ...{ type: "ended", edit: "e1", status: "interrupted", hunks: [], verification: {} },
    ...{ timings: { first_token_ms: null, total_ms: 9, server: null, interrupt_ms: 5 } },
    ...{ declined: null, model: "m", contextLength: null },
  } as unknown as SessionEvent;
  const rows = screen(
    { type: "asked", edit: "e1", instruction: "go", selection: null, from: null, beside: null },
    stopped,
  ).map(({ text }) => text.trimEnd());
  expect(rows).toContain("stopped in 5 ms: no change complete; Enter asks again");
  expect(rows.at(-1)).toMatch(/^Enter again/);
});
