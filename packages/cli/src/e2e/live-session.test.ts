import { existsSync } from "node:fs";
import { chmod, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Workspace } from "./flint.fixture.ts";
import { CODE, SCENARIO, stepsWith } from "./live-session.fixture.ts";
import { TmuxTerminal } from "./tmux.fixture.ts";

const LIMIT = 120_000;

let workspace: Workspace;
let url: string;
const terminals: TmuxTerminal[] = [];

beforeAll(async () => {
  workspace = await Workspace.open();
  const scenario = await workspace.file("scenario.json", JSON.stringify(SCENARIO));
  ({ url } = await workspace.serve(["--engine", "script", "--scenario", scenario]));
});
afterEach(async () => {
  for (const terminal of terminals.splice(0)) await terminal.dispose();
  await rm(join(workspace.folder, "home"), { recursive: true, force: true });
});
afterAll(() => workspace.dispose());

async function open(
  args: readonly string[],
  size: { columns?: number; rows?: number } = {},
  more: Record<string, string> = {},
): Promise<TmuxTerminal> {
  const { folder } = workspace;
  const env = workspace.env({ FLINT_URL: url, TERM: "screen-256color", ...more });
  const terminal = await TmuxTerminal.open(args, { folder, env, ...size });
  terminals.push(terminal);
  return terminal;
}

function eventually<Value>(read: () => Promise<Value>) {
  return expect.poll(read, { timeout: 30_000, interval: 30 });
}

/** A screen without what is different each time: durations and speeds. */
function steady(screen: string): string {
  return (
    screen
      .replace(/[\d.,]+ m?s\b/g, "N")
      .replace(/≈?[\d,]+ (tok\/s|mean)/g, "N $1")
      // What comes after it is cut off where the figures before it are long.
      .replace(/cache \d+ %.*$/m, "cache N %")
      .replace(/ · N tok\/s now/g, "")
      .replace(/ · N mean/g, "")
  );
}

test("an edit is stopped, steered, accepted in part, undone and resumed", {
  timeout: LIMIT,
}, async () => {
  const path = await workspace.file("steps.js", CODE);
  const terminal = await open(["steps.js"]);
  await terminal.waitFor(/steps\.js[\s\S]*› 1 \/\/ step 1[\s\S]*Enter edit/);

  await terminal.type("hold after three");
  await terminal.press("Enter");
  await terminal.waitFor(/\+ {2}let total3/);
  await terminal.press("Escape");
  const stopped = await terminal.waitFor(/stopped in/);
  await expect(steady(stopped)).toMatchFileSnapshot("screens/stopped.txt");
  expect(await readFile(path, "utf8")).toBe(CODE);

  await terminal.type("hold and wait");
  await terminal.press("Enter");
  await terminal.waitFor(/Enter now · Tab after this one · Esc stop/);
  await terminal.waitFor(/let total2[\s\S]*Esc stop/);
  await terminal.type("use const");
  await terminal.press("Enter");
  const steered = await terminal.waitFor(/↳ use const: accepted in .*, applied in [\s\S]*Enter accept/);
  await expect(steady(steered)).toMatchFileSnapshot("screens/steered.txt");

  await terminal.press("Enter");
  await terminal.waitFor(/change 1 of 3 ✓ accepted/);
  await terminal.press("Enter");
  const accepted = await terminal.waitFor(/change 2 of 3 ✓ accepted[\s\S]*▶ change 3 of 3/);
  await expect(steady(accepted)).toMatchFileSnapshot("screens/accepted.txt");
  await eventually(() => readFile(path, "utf8")).toBe(stepsWith("const", "const", "var"));

  await terminal.press("C-z");
  const undone = await terminal.waitFor(/▶ change 2 of 3$/m);
  await expect(steady(undone)).toMatchFileSnapshot("screens/undone.txt");
  await eventually(() => readFile(path, "utf8")).toBe(stepsWith("const", "var", "var"));

  await terminal.press("C-c");
  expect(await terminal.exit()).toBe(0);
  const again = await open(["resume"]);
  const resumed = await again.waitFor(/▶ change 2 of 3$/m);
  expect(body(steady(resumed))).toBe(body(steady(undone)));
  await again.press("C-y");
  await again.waitFor(/change 2 of 3 ✓ accepted/);
  await eventually(() => readFile(path, "utf8")).toBe(stepsWith("const", "const", "var"));
});

test("kill -9 loses neither the accepted changes, nor the running edit, nor the half-typed words", {
  timeout: LIMIT,
}, async () => {
  const path = await workspace.file("killed.js", CODE);
  const terminal = await open(["killed.js"]);
  await terminal.waitFor(/Enter edit/);
  await terminal.type("use const");
  await terminal.press("Enter");
  await terminal.waitFor(/▶ change 1 of 3[\s\S]*Enter accept/);
  await terminal.press("Enter");
  await terminal.waitFor(/change 1 of 3 ✓ accepted/);
  await eventually(() => readFile(path, "utf8")).toBe(stepsWith("const", "var", "var"));
  await terminal.type("hold after three");
  await terminal.press("Enter");
  await terminal.waitFor(/\+ {2}let total3/);
  await terminal.type("half a sen");
  await terminal.waitFor(/› half a sen/);
  // What was typed is written down some milliseconds after it is seen.
  await eventually(() => journalOf()).toContain('"half a sen"');
  process.kill(await terminal.pid(), "SIGKILL");
  await terminal.exit();

  const hint = await open(["killed.js"]);
  await hint.waitFor(/was cut off: flint resume continues it/);
  // It is the one that was cut off that is meant, not the latest.
  await hint.press("C-c");
  await hint.exit();

  const again = await open(["resume"]);
  await again.waitFor(/the program ended while this edit ran[\s\S]*› half a sen/);
  expect(await readFile(path, "utf8")).toBe(stepsWith("const", "var", "var"));
  await again.press("Escape");
  await again.waitFor(/Enter again/);
  await again.press("Enter");
  await again.waitFor(/\+ {2}let total3[\s\S]*Esc stop/);
  await again.press("Escape");
  await again.waitFor(/stopped in/);
});

test("a queued instruction runs by itself, and another answer is shown beside the first", {
  timeout: LIMIT,
}, async () => {
  await workspace.file("queue.js", CODE);
  const terminal = await open(["queue.js"], { columns: 100 });
  await terminal.waitFor(/Enter edit/);
  await terminal.type("slowly");
  await terminal.press("Enter");
  await terminal.waitFor(/Tab after this one/);
  await terminal.type("use const");
  await terminal.press("Tab");
  await terminal.waitFor(/↳ use const: after this one/);
  await terminal.waitFor(/queue\.js {2}use const[\s\S]*\+ {2}const total2[\s\S]*Enter accept/);

  await terminal.press("C-t");
  await terminal.waitFor(/the model has no other answer/);
  await terminal.type("one of them");
  await terminal.press("C-t");
  const both = await terminal.waitFor(/answer 1 .*│ ▶ answer 2\n[\s\S]*Enter accept/);
  expect(both).toMatch(/\+ {2}const total1 = 0; *│ .*\+ {2}const total1 = 0;/);
  await terminal.press("Left");
  await terminal.waitFor(/▶ answer 1 .*│ {3}answer 2/);
  await terminal.press("C-s");
  await terminal.waitFor(/change 3 of 3 ✓ accepted/);
  await eventually(() => readFile(join(workspace.folder, "queue.js"), "utf8")).toBe(
    stepsWith("const", "const", "const"),
  );
});

test("a file is found by some of its letters, and only the selected lines change", {
  timeout: LIMIT,
}, async () => {
  await workspace.file("select.js", CODE);
  const terminal = await open([]);
  await terminal.waitFor(/which file\?/);
  await terminal.type("selct");
  await terminal.waitFor(/▶ select\.js/);
  await terminal.press("Enter");
  await terminal.waitFor(/› *1 \/\/ step 1/);
  await terminal.press("S-Down", "S-Down", "S-Down", "S-Down", "S-Down");
  await terminal.waitFor(/select\.js {2}lines 1–6/);
  await terminal.type("one of them");
  await terminal.press("Enter");
  await terminal.waitFor(/▶ change 1 of 1[\s\S]*\+ {2}const total1 = 0;[\s\S]*Enter accept/);
});

test("a file that changed or vanished under a proposal is left alone, and the screen says so", {
  timeout: LIMIT,
}, async () => {
  const path = await workspace.file("theirs.js", CODE);
  const terminal = await open(["theirs.js"]);
  await terminal.waitFor(/Enter edit/);
  await terminal.type("use const");
  await terminal.press("Enter");
  await terminal.waitFor(/Enter accept/);
  await writeFile(path, "theirs\n");
  await terminal.press("Enter");
  await terminal.waitFor(/theirs\.js was changed by another program meanwhile/);
  expect(await readFile(path, "utf8")).toBe("theirs\n");
  await rm(path);
  await terminal.press("Enter");
  await terminal.waitFor(/was moved or deleted meanwhile/);
  expect(existsSync(path)).toBe(false);
  await writeFile(path, CODE);
  await chmod(path, 0o444);
  await terminal.press("Enter");
  await terminal.waitFor(/it is read-only and unchanged/);
  expect(await readFile(path, "utf8")).toBe(CODE);
  await chmod(path, 0o644);
  await terminal.press("Enter");
  await terminal.waitFor(/✓ accepted/);
  await eventually(() => readFile(path, "utf8")).toBe(stepsWith("const", "var", "var"));
});

test("accepting and undoing changes keeps Windows line endings", { timeout: LIMIT }, async () => {
  const windows = (code: string) => code.replaceAll("\n", "\r\n");
  const path = await workspace.file("windows.js", windows(CODE));
  const terminal = await open(["windows.js"]);
  await terminal.waitFor(/Enter edit/);
  await terminal.type("use const");
  await terminal.press("Enter");
  await terminal.waitFor(/▶ change 1 of 3[\s\S]*Enter accept/);
  await terminal.press("Enter");
  await terminal.waitFor(/change 1 of 3 ✓ accepted/);
  await eventually(() => readFile(path, "utf8")).toBe(windows(stepsWith("const", "var", "var")));
  await terminal.press("C-z");
  await eventually(() => readFile(path, "utf8")).toBe(windows(CODE));
});

test("NO_COLOR removes the colours and nothing else", { timeout: LIMIT }, async () => {
  await workspace.file("plain.js", CODE);
  const screens = [];
  for (const more of [{}, { NO_COLOR: "1" }]) {
    const terminal = await open(["plain.js"], {}, more);
    await terminal.waitFor(/Enter edit/);
    await terminal.type("use const");
    await terminal.press("Enter");
    const screen = await terminal.waitFor(/▶ change 1 of 3[\s\S]*Enter accept/);
    screens.push({ screen: body(steady(screen)), colours: await terminal.colours() });
    await terminal.press("C-c");
    await terminal.exit();
  }
  const [coloured, plain] = screens;
  expect(plain?.screen).toBe(coloured?.screen);
  expect(coloured?.colours).not.toEqual([]);
  expect(plain?.colours).toEqual([]);
});

test("the screen survives resizing to nothing, a huge paste and control characters in an answer", {
  timeout: LIMIT,
}, async () => {
  await workspace.file("hard.js", CODE);
  const terminal = await open(["hard.js"]);
  const before = await terminal.waitFor(/› 1 \/\/ step 1[\s\S]*Enter edit/);
  for (const [columns, rows] of [
    [10, 4],
    [1, 1],
    [80, 24],
  ] as const)
    await terminal.resize(columns, rows);
  await eventually(() => terminal.screen()).toBe(settled(before));
  await terminal.paste("x".repeat(3_000_000));
  await terminal.waitFor(/the pasted text has 3,000,000 characters, more than the 65,536 that fit/);
  await terminal.type("evil");
  await terminal.press("Enter");
  const shown = await terminal.waitFor(/Enter accept/);
  expect(shown).toContain("␛[2J␇ 漢字 👍");
  expect(shown).toContain("hard.js  evil");
});

test("the screen says that it reconnects when the server dies, and the session can still be left", {
  timeout: LIMIT,
}, async () => {
  const scenario = await workspace.file("dying.json", JSON.stringify(SCENARIO));
  const server = await workspace.serve(["--engine", "script", "--scenario", scenario]);
  const path = await workspace.file("dying.js", CODE);
  const terminal = await open(["dying.js", "--url", server.url]);
  await terminal.waitFor(/Enter edit/);
  await terminal.type("hold after three");
  await terminal.press("Enter");
  await terminal.waitFor(/\+ {2}let total3/);
  server.child.kill("SIGKILL");
  await terminal.waitFor(/reconnecting: try \d/);
  const { port } = new URL(server.url);
  // What the server that comes back has to say: the edit goes on to its end.
  const rest = await workspace.file("back.json", JSON.stringify({ turns: SCENARIO.turns.slice(0, 1) }));
  await workspace.serve(["--engine", "script", "--scenario", rest, "--port", port]);
  const done = await terminal.waitFor(/▶ change 1 of 3[\s\S]*Enter accept/);
  expect(done).not.toContain("reconnecting");
  expect(await readFile(path, "utf8")).toBe(CODE);
  await terminal.press("C-s");
  await terminal.waitFor(/change 3 of 3 ✓ accepted/);
  await eventually(() => readFile(path, "utf8")).toBe(stepsWith("let", "let", "let"));
  await terminal.press("C-c");
  expect(await terminal.exit()).toBe(0);
});

test("a recording replays to the same screen, and its redacted copy has none of the session's words", {
  timeout: LIMIT,
}, async () => {
  await workspace.file("recorded.js", CODE);
  const terminal = await open(["record", "session.jsonl", "recorded.js"]);
  await terminal.waitFor(/Enter edit/);
  await terminal.type("use const");
  await terminal.press("Enter");
  await terminal.waitFor(/Enter accept/);
  await terminal.press("Enter");
  const shown = await terminal.waitFor(/change 1 of 3 ✓ accepted[\s\S]*▶ change 2 of 3/);
  await terminal.press("C-c");
  await terminal.exit();

  const printed = await workspace.run(["replay", "session.jsonl"]);
  expect(
    printed.stdout
      .trimEnd()
      .split("\n")
      .map((line) => line.trimEnd())
      .join("\n"),
  ).toBe(shown);
  const replay = await open(["replay", "session.jsonl", "--speed", "50"]);
  expect(await replay.exit()).toBe(0);
  const [, fromHere = ""] = shown.split("accepted\n");
  // The last screen and the line after it: the screen's head is gone.
  expect(await replay.screen()).toContain(fromHere.trimEnd());

  expect(await workspace.run(["record", "report.jsonl", "--last", "--redact"])).toMatchObject({ code: 0 });
  const report = await readFile(join(workspace.folder, "report.jsonl"), "utf8");
  expect(report).not.toMatch(/total\d|items|step\d|recorded/);
  expect((await workspace.run(["replay", "report.jsonl"])).stdout).toContain("change 1 of 3 ✓ accepted");
  expect(await workspace.run(["record", "report.jsonl", "--last"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("exists"),
  });
});

test("a replay does not wait through hours without events", {
  timeout: LIMIT,
}, async () => {
  const lines = [
    { flint: "recording", version: 1, began: "2026-01-01T10:00:00.000Z" },
    { t: 0, type: "opened", path: "a.js", code: CODE, language: "javascript" },
    { t: 7_200_000, type: "note", text: "after two hours" },
  ];
  await workspace.file("silence.jsonl", lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  const replay = await open(["replay", "silence.jsonl", "--speed", "10"]);
  expect(await replay.exit()).toBe(0);
  expect(await replay.screen()).toContain("after two hours");
});

async function firstSession(): Promise<string> {
  const { stdout } = await workspace.run(["resume", "--list"]);
  return stdout.trim().split("\n").at(-1)?.split(" ")[0] ?? "";
}

async function journalOf(): Promise<string> {
  return readFile(join(workspace.folder, "home/sessions", `${await firstSession()}.jsonl`), "utf8");
}

/** A screen without its first line, which says that it connects while it does. */
function body(screen: string): string {
  return screen.slice(screen.indexOf("\n"));
}

/** A screen without what is only there at first. */
function settled(screen: string): string {
  return screen.replace(/ +connecting$/m, "");
}
