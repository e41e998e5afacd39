import { hunksBetween, type RecordingHeader, recordingLine, type TimedEvent } from "@flint/client";

export const CODE = `var first = 1;
var second = 2;

function shout(text) {
  return text.toUpperCase();
}

var third = 3;

function whisper(text) {
  return text.toLowerCase();
}

var fourth = 4;
var last = 5;
`;
export const EDITED = CODE.replaceAll("var ", "const ");
/** The part of the answer in which the first two stretches of changes have settled. */
const HELD = EDITED.slice(0, EDITED.indexOf("const fourth"));

/** Long enough for an anchored edit. */
export const LONG = `${Array.from({ length: 450 }, (_, index) => `step(${index});`).join("\n")}\n`;
/** Not in the order of the code. */
const BLOCKS = [block("step(8);", "eighth();"), block("step(0);", "first();\nsecond();")];
const LOST = block("leap(1);", "land(1);");
/** One character of each class that a browser acts on or does not show. */
const ODD = "\u001b[2J\u202eevil\u0007\u0085\u2068\u2060\u{e0041}\u2028\u2029 = 1;\n";

/** The scripted model's answers, selected by a word in the instruction. */
export const SCENARIO = {
  tokens_per_second: 2_000,
  burst: 2,
  turns: [
    { steps: [{ text: fenced(EDITED) }] },
    // Pauses before the last change, until it is stopped or steered.
    { when: { contains: "hold" }, steps: [{ text: `\`\`\`js\n${HELD}` }, { pause_ms: 600_000 }] },
    { when: { contains: "use let" }, steps: [{ text: fenced(CODE.replaceAll("var ", "let ")) }] },
    { when: { contains: "odd" }, steps: [{ text: fenced(ODD) }] },
    // Pauses in the middle of the second block.
    {
      when: { contains: "some blocks" },
      steps: [{ text: BLOCKS.join("").split("second()")[0] }, { pause_ms: 600_000 }],
    },
    { when: { contains: "all blocks" }, steps: [{ text: [...BLOCKS, LOST].join("") }] },
    { when: { contains: "cannot be used" }, steps: [{ text: LOST }] },
    {
      when: { contains: "crash" },
      steps: [{ error: { code: "engine_crashed", message: "the engine died" } }],
    },
  ],
};

/**
 * Returns a recorded session in which an edit is steered and proposes three changes, of which the second is accepted.
 */
export function recordedSession(): Buffer {
  const header: RecordingHeader = { flint: "recording", version: 1, began: "2026-01-01T00:00:00.000Z" };
  const hunks = hunksBetween(CODE, EDITED);
  const timings = { first_token_ms: 5, total_ms: 40, tokens_per_second: 900, output_tokens: 60 };
  const edit = "e1";
  const events = [
    { t: 0, type: "opened", path: "shout.js", code: CODE, language: "javascript" },
    { t: 1, type: "typed", text: "use const" },
    { t: 2, type: "asked", edit, instruction: "use const", selection: null, from: null, beside: null },
    { t: 3, type: "text", edit, text: HELD },
    { t: 4, type: "steered", edit, steer: "s1", text: "all of them", when: "now" },
    { t: 5, type: "steer", steer: "s1", state: "accepted", milliseconds: 3 },
    // At this time, the test looks at what has been painted so far.
    { t: 3_600_000, type: "text", edit, text: EDITED.slice(HELD.length) },
    {
      ...{ t: 3_600_001, type: "ended", edit, status: "completed", hunks, timings },
      ...{ verification: {}, declined: null, model: "script", contextLength: 1024 },
    },
    { t: 3_600_002, type: "accepted", edit, hunks: [1] },
    { t: 3_600_003, type: "written" },
  ] as unknown as TimedEvent[];
  return Buffer.from([header, ...events].map(recordingLine).join(""));
}

function block(search: string, replace: string): string {
  return `<<<<<<< SEARCH\n${search}\n=======\n${replace}\n>>>>>>> REPLACE\n`;
}

function fenced(code: string): string {
  return `\`\`\`js\n${code}\`\`\`\n`;
}
