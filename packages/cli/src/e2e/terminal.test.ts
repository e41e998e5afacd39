import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { ROOT, Workspace } from "./flint.fixture.ts";
import { CODE, SCENARIO } from "./scenario.fixture.ts";
import { FlintTerminal, type TerminalOptions } from "./terminal.fixture.ts";

const ESCAPE = "\x1b";
const CTRL_C = "\x03";

let workspace: Workspace;
let url: string;
/** The same model at ten tokens a second, so that there is time to do something meanwhile. */
let slowUrl: string;
const terminals: FlintTerminal[] = [];

beforeAll(async () => {
  workspace = await Workspace.open();
  const fast = await workspace.file("fast.json", JSON.stringify(SCENARIO));
  const slow = await workspace.file("slow.json", JSON.stringify({ ...SCENARIO, tokens_per_second: 10 }));
  ({ url } = await workspace.serve(["--engine", "script", "--scenario", fast]));
  ({ url: slowUrl } = await workspace.serve(["--engine", "script", "--scenario", slow]));
});
afterEach(() => {
  for (const terminal of terminals.splice(0)) terminal.dispose();
});
afterAll(() => workspace.dispose());

function open(args: readonly string[], options: Partial<TerminalOptions> = {}): FlintTerminal {
  const terminal = new FlintTerminal(args, { cwd: workspace.folder, env: workspace.env(), ...options });
  terminals.push(terminal);
  return terminal;
}

test("the bundled model's diff appears live and stays in the scrollback with its timings", async () => {
  const path = join(workspace.folder, "factorial.js");
  await copyFile(join(ROOT, "examples/factorial.js"), path);
  const terminal = open(["edit", "factorial.js", "optimize this code"]);
  await terminal.waitFor(/⠋|⠙|⠹|⠸|⠼|⠴|⠦|⠧|⠇|⠏/);
  expect(await terminal.exit).toBe(0);
  const text = terminal.text();
  expect(text).toMatch(/^--- a\/factorial\.js\n\+\+\+ b\/factorial\.js\n@@ .*\n-function factorial/);
  expect(text).toMatch(/\n\+ {4}result \*= i;\n/);
  expect(text).toMatch(/\nfirst token .* tok\/s .* nano$/);
  expect(text).not.toContain("Ctrl-C stops");
  expect(terminal.raw).toContain("\x1b[32m+");
  expect(terminal.raw).toContain("\x1b[?25h");
});

test("a change is visible while the model still writes", async () => {
  await workspace.file("live.js", CODE);
  const terminal = open(["edit", "live.js", "hold", "--url", url]);
  const text = await terminal.waitFor(/\+const answer = 42;/);
  expect(text).toMatch(/-var answer = 42;\n\+const answer = 42;\n[\s\S]*live\.js .* Ctrl-C stops$/);
});

test("Ctrl-C stops the edit and leaves the file unchanged and the terminal clean", async () => {
  const path = await workspace.file("stop.js", CODE);
  const terminal = open(["edit", "stop.js", "hold", "--apply", "--url", url]);
  await terminal.waitFor(/\+const answer/);
  terminal.type(CTRL_C);
  expect(await terminal.exit).toBe(130);
  expect(terminal.text()).toContain("flint: stopped; stop.js is unchanged");
  expect(terminal.text()).not.toContain("Ctrl-C stops");
  expect(terminal.raw).toContain("\x1b[?25h");
  expect(await readFile(path, "utf8")).toBe(CODE);
});

test("Ctrl-C quits before the edit has begun", async () => {
  await workspace.file("early.js", CODE);
  const terminal = open(["edit", "early.js", "hold", "--url", url]);
  await terminal.waitFor(/early\.js/);
  terminal.type(CTRL_C);
  expect(await terminal.exit).toBe(130);
});

test("a second Ctrl-C quits at once when the server no longer answers", async () => {
  const scenario = await workspace.file("frozen.json", JSON.stringify(SCENARIO));
  const server = await workspace.serve(["--engine", "script", "--scenario", scenario]);
  await workspace.file("frozen.js", CODE);
  const terminal = open(["edit", "frozen.js", "hold", "--url", server.url]);
  await terminal.waitFor(/\+const answer/);
  server.child.kill("SIGSTOP");
  terminal.type(CTRL_C);
  await terminal.waitFor(/stopping/);
  terminal.type(CTRL_C);
  expect(await terminal.exit).toBe(130);
  expect(terminal.raw).toContain("\x1b[?25h");
});

test("a file that another program changes during the edit is left alone", async () => {
  const path = await workspace.file("theirs.js", CODE);
  const terminal = open(["edit", "theirs.js", "use const", "--apply", "--url", slowUrl]);
  await terminal.waitFor(/\+const/);
  await writeFile(path, "var theirs = 1;\n");
  expect(await terminal.exit).toBe(1);
  expect(terminal.text()).toMatch(/flint: theirs\.js was changed by another program meanwhile/);
  expect(await readFile(path, "utf8")).toBe("var theirs = 1;\n");
});

test("nothing of the live view remains of a long file in a small terminal", async () => {
  const lines = Array.from({ length: 200 }, (_, i) => `// line ${i}`).join("\n");
  await workspace.file("long.js", `${lines}\n`);
  const terminal = open(["edit", "long.js", "use const", "--url", slowUrl], { columns: 30, rows: 8 });
  await terminal.waitFor(/\+const/);
  expect(await terminal.exit).toBe(0);
  expect(terminal.text().match(/^-\/\/ line \d+$/gm)).toHaveLength(200);
  expect(terminal.text()).not.toContain("Ctrl-C");
});

test("NO_COLOR removes the colours of a diff", async () => {
  await workspace.file("plain.js", CODE);
  const terminal = open(["edit", "plain.js", "use const", "--url", url], {
    env: workspace.env({ NO_COLOR: "1" }),
  });
  expect(await terminal.exit).toBe(0);
  expect(terminal.text()).toContain("+const answer = 42;");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are escape sequences.
  expect(terminal.raw).not.toMatch(/\x1b\[[\d;]*m/);
});

test("a dumb terminal gets the diff without escape sequences", async () => {
  await workspace.file("dumb.js", CODE);
  const terminal = open(["edit", "dumb.js", "use const", "--url", url], {
    env: workspace.env({ TERM: "dumb" }),
  });
  expect(await terminal.exit).toBe(0);
  expect(terminal.text()).toContain("+const answer = 42;");
  expect(terminal.raw).not.toContain(ESCAPE);
});

test("a session refuses a dumb terminal", async () => {
  await workspace.file("dumb.js", CODE);
  const terminal = open(["dumb.js", "--url", url], { env: workspace.env({ TERM: "dumb" }) });
  expect(await terminal.exit).toBe(2);
  expect(terminal.text()).toContain('TERM is "dumb"');
});

test("an unknown model is refused before the screen opens", async () => {
  await workspace.file("model.js", CODE);
  const terminal = open(["model.js", "--model", "nope"]);
  expect(await terminal.exit).toBe(2);
  expect(terminal.text()).toBe('flint: unknown model "nope"; the models are: nano');
});

test("an unreachable server is reported with the remedy before anything is asked", async () => {
  await workspace.file("dead.js", CODE);
  const terminal = open(["dead.js", "--url", "http://127.0.0.1:1/v1"]);
  const text = await terminal.waitFor(/failed/);
  expect(text.replace(/\s+/g, " ")).toMatch(
    /cannot reach http:\/\/127\.0\.0\.1:1\/v1 .* start a server there/,
  );
});

test("a session that cannot be saved says so at its start and its end, and edits all the same", async () => {
  const path = await workspace.file("unkept.js", CODE);
  const env = workspace.env({ FLINT_HOME: path });
  const terminal = open(["unkept.js", "--url", url], { env });
  await terminal.waitFor(/sessions cannot be saved in .*\(ENOTDIR\)/s);
  terminal.type("use const\r");
  await terminal.waitFor(/Enter accept/);
  terminal.type(CTRL_C);
  expect(await terminal.exit).toBe(0);
  expect(terminal.text()).toMatch(/undecided changes? (is|are) lost: this session could not be saved/);
});

test("a suspended session releases the terminal, and comes back when it continues", async () => {
  await workspace.file("stopped.js", CODE);
  const terminal = open(["stopped.js", "--url", url]);
  await terminal.waitFor(/Enter edit/);
  terminal.type("say");
  await terminal.waitFor(/› say/);
  terminal.signal("SIGTSTP");
  await terminal.waitFor(/^$/);
  expect(terminal.raw.endsWith("\x1b[?25h\x1b[?1049l")).toBe(true);
  terminal.signal("SIGCONT");
  await terminal.waitFor(/› say/);
  terminal.type("!");
  await terminal.waitFor(/› say!/);
  terminal.type(CTRL_C);
  expect(await terminal.exit).toBe(0);
});

test("a suspended edit gives the cursor back, and finishes when it continues", async () => {
  await workspace.file("held.js", CODE);
  const terminal = open(["edit", "held.js", "use const", "--url", slowUrl]);
  await terminal.waitFor(/Ctrl-C stops/);
  terminal.signal("SIGTSTP");
  await terminal.waitFor(/^$/);
  expect(terminal.raw.endsWith("\x1b[?25h")).toBe(true);
  terminal.signal("SIGCONT");
  expect(await terminal.exit).toBe(0);
  expect(terminal.text()).toMatch(/^--- a\/held\.js\n(?:.*\n)*\+const answer = 42;\n/);
});

/** Tells whether keys are shown, after the program: `[echo]` or `[-echo]`. */
const TELL_ECHO = `echo "[$(stty -a | grep -o -- '-*echo ' | tr -d ' ')]"`;

test("keys typed during an edit are not shown in its diff and go to the next program", async () => {
  await workspace.file("keys.js", CODE);
  const terminal = open(["edit", "keys.js", "use const", "--url", slowUrl], {
    line: `"$@"; ${TELL_ECHO}; read -r typed; echo "read $typed"`,
  });
  await terminal.waitFor(/\+const/);
  terminal.type("qqq\r");
  expect(await terminal.exit).toBe(0);
  expect(terminal.text()).toMatch(/\[echo\]\nread qqq$/);
  expect(terminal.raw.match(/qqq/g)).toHaveLength(1);
});

test.each([
  ["Ctrl-C", (terminal: FlintTerminal) => terminal.type(CTRL_C)],
  ["SIGTERM", (terminal: FlintTerminal) => terminal.signalChild("SIGTERM")],
  ["SIGHUP", (terminal: FlintTerminal) => terminal.signalChild("SIGHUP")],
  ["Ctrl-\\", (terminal: FlintTerminal) => terminal.type("\x1c")],
])("an edit that %s ends restores the terminal", async (_, end) => {
  await workspace.file("echo.js", CODE);
  // The shell goes on after what ends the program.
  const line = `trap : INT QUIT; "$@"; ${TELL_ECHO}`;
  const terminal = open(["edit", "echo.js", "hold", "--url", url], { line });
  await terminal.waitFor(/\+const answer/);
  end(terminal);
  await terminal.exit;
  expect(terminal.text()).toMatch(/\[echo\]$/);
});

test("an edit that Ctrl-Z suspends restores the terminal, and takes it again when it continues", async () => {
  await workspace.file("shell.js", CODE);
  const line = `set -m; "$@"; ${TELL_ECHO}; read -r typed; fg >/dev/null; ${TELL_ECHO}`;
  const terminal = open(["edit", "shell.js", "hold", "--url", url], { line });
  await terminal.waitFor(/\+const answer/);
  terminal.type("\x1a");
  await terminal.waitFor(/\[echo\]/);
  terminal.type("ppp\r");
  await terminal.waitFor(/ppp[\s\S]*\+const answer/);
  terminal.type("qqq");
  terminal.type(CTRL_C);
  await terminal.exit;
  expect(terminal.text()).toMatch(/\[echo\][\s\S]*\[echo\]$/);
  expect(terminal.raw).not.toContain("qqq");
});

test("an edit in the background leaves the terminal alone and is not stopped", async () => {
  await workspace.file("behind.js", CODE);
  const line = `set -m; "$@" & wait; ${TELL_ECHO}`;
  const terminal = open(["edit", "behind.js", "use const", "--url", slowUrl], { line });
  await terminal.waitFor(/\+const/);
  terminal.type("qqq");
  expect(await terminal.exit).toBe(0);
  expect(terminal.raw).toContain("qqq");
  expect(terminal.text()).toMatch(/\[echo\]$/);
});

test.each([
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)(
  "a session that %s ends during an edit can run that edit again",
  { timeout: 60_000 },
  async (signal, code) => {
    await workspace.file("cut.js", CODE);
    const env = workspace.env({ FLINT_HOME: join(workspace.folder, signal) });
    const terminal = open(["cut.js", "--url", url], { env });
    await terminal.waitFor(/Enter edit/);
    terminal.type("hold\r");
    await terminal.waitFor(/first [\d.]+ m?s[\s\S]*Esc stop/);
    terminal.signal(signal);
    expect(await terminal.exit).toBe(code);
    const again = open(["resume", "--url", url], { env });
    await again.waitFor(/the program ended while this edit ran: Enter runs it again|stopped in/);
  },
);

test.each([
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)("a replay that %s ends restores the terminal", async (signal, code) => {
  const lines = [
    { flint: "recording", version: 1, began: new Date(0).toISOString() },
    { t: 0, type: "opened", path: "a.txt", code: "one\n", language: null },
    { t: 60_000, type: "note", text: "later" },
  ];
  const path = await workspace.file("slow.jsonl", lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  const terminal = new FlintTerminal(["replay", path], { cwd: workspace.folder, env: workspace.env() });
  await terminal.waitFor(/1 one/);
  terminal.signal(signal);
  expect(await terminal.exit).toBe(code);
  expect(terminal.raw).toContain("\x1b[?25h\x1b[?1049l");
  terminal.dispose();
});
