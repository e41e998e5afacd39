import { writeFileSync } from "node:fs";
import { chmod, link, readFile, realpath, rm, stat, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Hunk, type SessionEvent, SessionState } from "@flint/client";
import { expect, test } from "vitest";
import { Desk } from "./desk.fixture.ts";

const lines = (count: number) => Array.from({ length: count }, (_, n) => `line ${n + 1}\n`).join("");

const deletion = (start: number, end: number): Hunk => ({
  kind: "delete",
  oldStart: start,
  oldLines: Array.from({ length: end - start + 1 }, (_, n) => `line ${start + n}`),
  newStart: start,
  newLines: [],
});

test("after the selected lines were deleted, the next instruction is for the whole file", async () => {
  const desk = await Desk.open(lines(50));
  desk.select(40, 50);
  desk.type("delete these");
  desk.press("enter");
  (await desk.asked(1)).answer(deletion(40, 50));
  await desk.until(({ edit }) => edit?.status === "completed");
  desk.press("enter");
  await desk.until(({ file, pending }) => file?.code === lines(39) && pending === null);
  desk.press("escape");
  desk.type("anything");
  desk.press("enter");
  expect(await desk.asked(2)).toMatchObject({ code: lines(39), instruction: "anything" });
  expect(desk.state.edit?.question.selection).toBeNull();
});

test("selected lines of which a part was accepted are asked about differently where they are now", async () => {
  const desk = await Desk.open(lines(50));
  desk.select(40, 50);
  desk.type("fewer of these");
  desk.press("enter");
  (await desk.asked(1)).answer(deletion(40, 42), deletion(50, 50));
  await desk.until(({ edit }) => edit?.status === "completed");
  desk.press("enter");
  await desk.until(({ pending, undo }) => undo.length === 1 && pending === null);
  desk.press("ctrl-t");
  expect((await desk.asked(2)).instruction).toBe("fewer of these");
  expect(desk.state.edit?.question.selection).toEqual({ start: 40, end: 47 });
});

test("of a link that leads elsewhere it is told which file is written", async () => {
  const [linked, other] = [await Desk.open(lines(3)), await Desk.open(lines(3))];
  const path = join(dirname(linked.path), "link.txt");
  await symlink(other.path, path);
  await linked.editor.open(path);
  expect(linked.state.note).toBe(`${path} is a link: changes are written to ${await realpath(other.path)}`);
  await linked.editor.open(linked.path);
  expect(linked.state.note).toBe("");
});

test("lines that are no longer there are not asked about differently, and the words stay", async () => {
  const desk = await Desk.open(lines(50));
  desk.select(40, 50);
  desk.type("delete these");
  desk.press("enter");
  (await desk.asked(1)).answer(deletion(40, 50));
  await desk.until(({ edit }) => edit?.status === "completed");
  desk.press("enter");
  await desk.until(({ pending, undo }) => undo.length === 1 && pending === null);
  desk.type("gently");
  desk.press("ctrl-t");
  await desk.until(({ note }) => /select the lines again/.test(note));
  expect(desk.questions).toHaveLength(1);
  expect(desk.state.typed).toBe("gently");
});

test("lines that somebody changed under a selection are shown and not asked about, and the words stay", async () => {
  const desk = await Desk.open(lines(50));
  desk.select(40, 50);
  await writeFile(desk.path, lines(30));
  desk.type("delete these");
  desk.press("enter");
  await desk.until(({ note }) => /changed on disk/.test(note));
  await desk.editor.recover();
  expect(desk.questions).toEqual([]);
  expect(desk.state).toMatchObject({ typed: "delete these", pointed: { line: 30, anchor: null } });
  desk.press("enter");
  expect(await desk.asked(1)).toMatchObject({ code: lines(30), instruction: "delete these" });
  expect(desk.state.typed).toBe("");
});

test("what cannot be asked is a note, its words stay, and the session goes on", async () => {
  const desk = await Desk.open(lines(5));
  desk.select(4, 9);
  desk.type("shorter");
  desk.press("enter");
  await desk.until(({ note }) => /selection 4:9 is not within the code/.test(note));
  expect(desk.state.typed).toBe("shorter");
  desk.press("escape", "enter");
  expect((await desk.asked(1)).instruction).toBe("shorter");
});

test.each([
  ["further", "enter", "louder"],
  ["differently", "ctrl-t", "go\nlouder"],
] as const)(
  "of a proposal for a file that others changed nothing is asked %s, and the words stay",
  async (_, key, words) => {
    const desk = await Desk.open(lines(5));
    desk.type("go");
    desk.press("enter");
    (await desk.asked(1)).answer(deletion(5, 5));
    await desk.until(({ edit }) => edit?.status === "completed");
    await writeFile(desk.path, lines(3));
    desk.type("louder");
    desk.press(key);
    await desk.until(({ typed, note }) => /changed on disk/.test(note) && typed === words);
    desk.press("enter");
    expect(await desk.asked(2)).toMatchObject({ code: lines(3), instruction: words });
  },
);

test("an instruction for a file that is gone stays in the line, with what is typed after it", async () => {
  const desk = await Desk.open(lines(5));
  await rm(desk.path);
  desk.type("a long instruction");
  desk.press("enter");
  await desk.until(({ note }) => note !== "");
  expect(desk.state.typed).toBe("a long instruction");
  await writeFile(desk.path, lines(5));
  desk.press("enter");
  desk.type(" and more");
  await desk.asked(1);
  expect(desk.state.typed).toBe("and more");
});

test("what was to come after a stopped edit is in the line again, all of it, before what is there", async () => {
  const desk = await Desk.open(lines(5));
  desk.type("go");
  desk.press("enter");
  await desk.asked(1);
  for (const words of ["one", "two"]) {
    desk.type(words);
    desk.press("tab");
  }
  desk.type("three");
  desk.press("escape");
  await desk.until(({ typed }) => typed === "one\ntwo\nthree");
  expect(desk.state.edit?.steers.map(({ state }) => state)).toEqual(["failed", "failed"]);
});

test("what a stopped edit had accepted and not yet followed is in the line again", async () => {
  const desk = await Desk.open(lines(5));
  desk.type("go");
  desk.press("enter");
  const question = await desk.asked(1);
  desk.type("louder");
  desk.press("enter");
  await desk.until(() => question.steers.length === 1);
  question.steers[0]?.accept();
  await desk.until(({ edit }) => edit?.steers[0]?.state === "accepted");
  expect(desk.state.typed).toBe("");
  desk.press("escape");
  await desk.until(({ typed }) => typed === "louder");
});

test("what is queued is asked one after another, each of what the one before proposes", async () => {
  const desk = await Desk.open(lines(5));
  desk.type("go");
  desk.press("enter");
  const first = await desk.asked(1);
  for (const words of ["one", "two"]) {
    desk.type(words);
    desk.press("tab");
  }
  first.answer(deletion(5, 5));
  const second = await desk.asked(2);
  expect(second).toMatchObject({ instruction: "one", code: lines(4) });
  second.answer(deletion(4, 4));
  expect(await desk.asked(3)).toMatchObject({ instruction: "two", code: lines(3) });
  expect(desk.state.typed).toBe("");
});

test("a further instruction that does not reach the model is in the line again", async () => {
  const desk = await Desk.open(lines(5));
  desk.type("go");
  desk.press("enter");
  const question = await desk.asked(1);
  desk.type("too late");
  desk.press("enter");
  await desk.until(() => question.steers.length === 1);
  question.answer();
  await desk.until(({ running }) => running === null);
  question.steers[0]?.refuse();
  await desk.until(({ typed }) => typed === "too late");
});

test("what is said before the connection is there reaches the model once it is", async () => {
  const desk = await Desk.open(lines(5), { connected: false });
  desk.type("go");
  desk.press("enter");
  await desk.until(({ running }) => running !== null);
  for (const words of ["louder", "slower"]) {
    desk.type(words);
    desk.press("enter");
  }
  expect(desk.state.typed).toBe("");
  expect(desk.state.edit?.steers.map(({ state }) => state)).toEqual(["sent", "sent"]);
  desk.connect();
  const question = await desk.asked(1);
  await desk.until(() => question.steers.length === 2);
  expect(question.steers.map(({ text }) => text)).toEqual(["louder", "slower"]);
});

test("an edit is stopped that waits for the connection, and what was said meanwhile is in the line again", async () => {
  const desk = await Desk.open(lines(5), { connected: false });
  desk.type("go");
  desk.press("enter");
  await desk.until(({ running }) => running !== null);
  desk.type("louder");
  desk.press("enter", "escape");
  await desk.until(({ running, typed }) => running === null && typed === "louder");
  expect(desk.state.edit?.status).toBe("failed");
});

test("a further edit that fails leaves the proposal that it went on from, to be accepted or asked of further", async () => {
  const desk = await Desk.open(lines(5));
  desk.type("go");
  desk.press("enter");
  (await desk.asked(1)).answer(deletion(1, 1), deletion(5, 5));
  await desk.until(({ edit }) => edit?.status === "completed");
  for (const [number, words] of [
    [2, "louder"],
    [3, "slower"],
  ] as const) {
    desk.type(words);
    desk.press("enter");
    const question = await desk.asked(number);
    expect(question.code).toBe("line 2\nline 3\nline 4\n");
    question.fail("overloaded", "try later");
    await desk.until(({ edit }) => edit?.status === "failed");
  }
  desk.press("ctrl-s");
  await desk.until(({ pending, undo }) => undo.length === 1 && pending === null);
  expect(await desk.read()).toBe("line 2\nline 3\nline 4\n");
});

test("what is accepted of a read-only file is told of, and is accepted once it may be written", async () => {
  const desk = await Desk.open(lines(5));
  desk.type("go");
  desk.press("enter");
  (await desk.asked(1)).answer(deletion(1, 1));
  await desk.until(({ edit }) => edit?.status === "completed");
  await chmod(desk.path, 0o444);
  desk.press("enter");
  await desk.until(({ note }) => /it is read-only and unchanged; make it writable \(chmod u\+w\)/.test(note));
  expect(await desk.read()).toBe(lines(5));
  expect(desk.state.edit?.indexes("open")).toEqual([0]);
  await chmod(desk.path, 0o640);
  desk.press("enter");
  await desk.until(({ pending, undo }) => undo.length === 1 && pending === null);
  expect(await desk.read()).toBe(lines(5).slice("line 1\n".length));
});

test.each([
  ["Windows line ends", "line 1\r\nb\r\n"],
  ["a byte order mark and mixed line ends", "\uFEFFline 1\r\nb\nc\r\nd\n"],
  ["no line end at its end", "line 1\nb"],
  ["one line alone that is not ended", "line 1"],
  ["a very long line", `line 1\n${"é".repeat(1_000_000)}\n`],
])("an undo gives a file its bytes and its mode again: %s", async (_, code) => {
  const desk = await Desk.open(code);
  await chmod(desk.path, 0o750);
  desk.type("go");
  desk.press("enter");
  const added = ["new", "text"];
  (await desk.asked(1)).answer({ ...deletion(1, 1), kind: "replace", newLines: added });
  await desk.until(({ edit }) => edit?.status === "completed");
  desk.press("enter");
  await desk.until(({ pending, undo }) => undo.length === 1 && pending === null);
  expect(await desk.read()).toMatch(/^\uFEFF?new\r?\ntext/);
  desk.press("ctrl-z");
  await desk.until(({ pending, redo }) => redo.length === 1 && pending === null);
  expect((await readFile(desk.path)).equals(Buffer.from(code))).toBe(true);
  expect((await stat(desk.path)).mode & 0o777).toBe(0o750);
});

test("when a file with a hard link is written, the person is told what becomes of that", async () => {
  const desk = await Desk.open(lines(5));
  const other = `${desk.path}.link`;
  await link(desk.path, other);
  desk.type("go");
  desk.press("enter");
  (await desk.asked(1)).answer(deletion(1, 1));
  await desk.until(({ edit }) => edit?.status === "completed");
  desk.press("enter");
  await desk.until(({ note }) => /its hard link keeps the old content/.test(note));
  expect(await readFile(other, "utf8")).toBe(lines(5));
});

test("an edit that was stopped before the server had begun it is asked again by Enter", async () => {
  const desk = await Desk.open(lines(5));
  desk.type("go");
  desk.press("enter");
  (await desk.asked(1)).isBegun = false;
  desk.press("escape");
  await desk.until(({ edit }) => edit?.status === "failed");
  desk.press("enter");
  expect((await desk.asked(2)).instruction).toBe("go");
});

/** As an edit of these lines left the session that was cut off while it ran. */
function lost(path: string, selection: { start: number; end: number } | null): SessionState {
  const steered = (steer: string, when: "now" | "after"): SessionEvent => ({
    ...{ type: "steered", edit: "e1", steer, text: steer, when },
  });
  const events: SessionEvent[] = [
    { type: "opened", path, code: lines(5), language: null },
    { type: "asked", edit: "e1", instruction: "go", selection, from: null, beside: null },
    steered("accepted", "now"),
    { type: "steer", steer: "accepted", state: "accepted" },
    steered("sent", "now"),
    steered("later", "after"),
  ];
  const state = new SessionState();
  for (const event of events) state.apply(event, 0);
  state.lose();
  return state;
}

test("an edit that was cut off is asked again with every instruction given meanwhile", async () => {
  const desk = await Desk.open(lines(5), { past: (path) => lost(path, null) });
  desk.press("enter");
  const again = await desk.asked(1);
  expect(again.instruction).toBe("go\naccepted\nsent");
  again.answer(deletion(5, 5));
  expect(await desk.asked(2)).toMatchObject({ instruction: "later", code: lines(4) });
});

test("what was asked of an edit that was cut off is in the line again where others changed the file meanwhile", async () => {
  const desk = await Desk.open(lines(5), {
    past: (path) => {
      writeFileSync(path, lines(3));
      return lost(path, null);
    },
  });
  expect(desk.state).toMatchObject({ typed: "go\naccepted\nsent\nlater", edit: null });
  expect(desk.state.note).toMatch(/changed by another program/);
  desk.press("enter");
  expect(await desk.asked(1)).toMatchObject({ code: lines(3), instruction: "go\naccepted\nsent\nlater" });
});

test("an edit of lines that are no longer where they were is not asked again of the whole file", async () => {
  const desk = await Desk.open(lines(5), { past: (path) => lost(path, { start: 2, end: 3 }) });
  await writeFile(desk.path, `first\n${lines(5)}`);
  desk.press("enter");
  await desk.until(({ note }) => /select the lines again/.test(note));
  expect(desk.questions).toEqual([]);
  expect(desk.state.typed).toBe("go\naccepted\nsent\nlater");
});

test("an edit that is stopped while the connection is still opening is over at once, and is asked again by Enter", async () => {
  const desk = await Desk.open(lines(5), { connected: false });
  desk.type("go");
  desk.press("enter");
  await desk.until(({ running }) => running !== null);
  desk.type("then this");
  desk.press("tab");
  desk.press("escape");
  await desk.until(({ running, typed }) => running === null && typed === "then this");
  expect(desk.state.edit?.failure?.message).toMatch(/stopped before it began/);
  desk.press("escape", "enter");
  desk.connect();
  expect((await desk.asked(1)).instruction).toBe("go");
});

test("whoever leaves while the connection is still opening does not wait for it", async () => {
  const desk = await Desk.open(lines(5), { connected: false });
  desk.editor.turns.warmUp();
  await desk.editor.turns.close();
});

test("a file that is too long for the model names the keys that select a part of it", async () => {
  const desk = await Desk.open(lines(5));
  desk.type("go");
  desk.press("enter");
  (await desk.asked(1)).fail("context_length_exceeded", "7 tokens too many; ask for less");
  await desk.until(({ edit }) => edit?.status === "failed");
  expect(desk.state.edit?.failure?.message).toBe(
    "7 tokens too many; select a part of it with ⇧↑↓ in the file, or use a model with a longer context",
  );
});
