import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CreateFrame } from "@flint/protocol";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { connect, listen } from "./session.fixture.ts";

/** What source files hold now and then. */
const ODD = [
  "const a = 1;",
  "\tindented();",
  "  spaced();",
  "",
  "   ",
  "\f",
  "\fsection()",
  "a\u2028b\u2029c",
  "\uFEFFlater",
  "é e\u0301 🙂",
  "\u0085next",
  "trailing  \t",
  "mid\rdle",
  "\r",
  "end\r",
  "\u00a0nbsp",
  "// ```js",
  "```",
  "~~~",
  "\u001b[31mred",
  "Here is the code: it works.",
  "y".repeat(5_000),
];
/** What a string may hold, and no file of text. */
const NO_FILE = ["nul\0nul", "half \ud83d", "\udc00 half", "\ud83d\ud83d\ude42"];

interface Line {
  readonly text: string;
  readonly ending: string;
}

function fileOf(texts: readonly string[]) {
  const line = fc.record({ text: fc.constantFrom(...texts), ending: fc.constantFrom("\n", "\r\n") });
  return fc.record({
    mark: fc.constantFrom("", "\uFEFF"),
    lines: fc.array(line, { minLength: 1, maxLength: 12 }),
    isEnded: fc.boolean(),
    /** Picks the lines that the model changes. */
    picks: fc.array(fc.nat(11), { minLength: 1, maxLength: 3 }),
    mode: fc.constantFrom("whole" as const, "anchored" as const),
  });
}

/** Lines that a model is to replace have something to be found by. */
const MARK = "target";

function codeOf({
  mark,
  lines,
  isEnded,
}: {
  mark: string;
  lines: readonly Line[];
  isEnded: boolean;
}): string {
  const body = lines.map(({ text, ending }, n) => text + (n === lines.length - 1 && !isEnded ? "" : ending));
  return mark + body.join("");
}

/** What a model that sees the code of the request answers: each marked line in capitals, all others as they are. */
function answerTo({ input, instructions }: CreateFrame): string {
  const [message] = input as unknown as [{ content: [{ text: string }] }];
  // As bytes of text it reaches a model.
  const asked = Buffer.from(message.content[0].text).toString();
  const lines = asked.split("\n");
  const changed = (line: string) => (line.includes(MARK) ? line.toUpperCase() : line);
  if (instructions?.includes("SEARCH") !== true) return lines.map(changed).join("\n");
  return lines
    .filter((line) => line.includes(MARK))
    .map((line) => `<<<<<<< SEARCH\n${line}\n=======\n${changed(line)}\n>>>>>>> REPLACE\n`)
    .join("");
}

async function checkAll(texts: readonly string[], asFile: boolean): Promise<void> {
  const server = await listen();
  const session = await connect(server);
  const folder = await mkdtemp(join(tmpdir(), "flint-lines-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, "a.txt");
  const property = fc.asyncProperty(fileOf(texts), async ({ mark, lines, isEnded, picks, mode }) => {
    const chosen = new Set(picks.map((pick) => pick % lines.length));
    const before = lines.map((line, n) => (chosen.has(n) ? { ...line, text: `${MARK}${n}();` } : line));
    const code = codeOf({ mark, lines: before, isEnded });
    const options = { instruction: "in capitals", mode, language: "text" };
    if (asFile) await writeFile(path, code);
    const turn = session.edit(asFile ? { ...options, path } : { ...options, code });
    const create = await server.next("response.create");
    create.begin().text(answerTo(create.create)).complete();
    const after = before.map((line, n) =>
      chosen.has(n) ? { ...line, text: line.text.toUpperCase() } : line,
    );
    const result = await turn;
    expect(result.code).toBe(codeOf({ mark, lines: after, isEnded }));
    expect(result.hunks.flatMap(({ newLines }) => newLines)).toHaveLength(chosen.size);
  });
  await fc.assert(property, { numRuns: 100 });
}

test("an edit of a file keeps every byte of the untouched lines", async () => {
  await checkAll(ODD, true);
});

test("an edit of code keeps every code unit of the untouched lines, even NULs and lone surrogates", async () => {
  await checkAll([...ODD, ...NO_FILE], false);
});
