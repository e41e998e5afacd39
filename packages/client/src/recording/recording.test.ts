import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRecording, type Recording, recordingLine } from "./recording.ts";
import { redactRecording } from "./redact.ts";
import type { TimedEvent } from "./session-event.ts";

const HEADER = { flint: "recording", version: 1, began: "2026-01-01T00:00:00.000Z" } as const;

function recorded(...events: TimedEvent[]): Recording {
  return { header: HEADER, events };
}

const SESSION = recorded(
  {
    t: 0,
    type: "opened",
    path: "src/secret.ts",
    code: "const secret = getSecret(1);\n",
    language: "typescript",
  },
  { t: 1, type: "asked", edit: "1", instruction: "rename secret", selection: null, from: null, beside: null },
  { t: 2, type: "text", edit: "1", text: "const sec" },
  { t: 3, type: "text", edit: "1", text: "ret = getSecret(2);\n" },
  { t: 4, type: "restart", edit: "1", reason: "steered" },
  { t: 5, type: "text", edit: "1", text: "let secret" },
  { t: 6, type: "quit" },
);

function ended(fields: object): string {
  const timings = { first_token_ms: null, total_ms: 1 };
  const event = { t: 0, type: "ended", edit: "1", status: "completed", hunks: [], timings, verification: {} };
  return `${recordingLine(HEADER)}${JSON.stringify({ ...event, ...fields })}\n`;
}

test("a recording is read as it was written, without a last line that was cut off", () => {
  const text = [SESSION.header, ...SESSION.events].map(recordingLine).join("");
  expect(parseRecording(text)).toEqual(SESSION);
  expect(parseRecording(`${text}{"t":9,"type":"no`)).toEqual(SESSION);
});

test.each([
  ["", /line 1 .* not a JSON object/],
  ['{"a":1}\n', /line 1 .* not a Flint recording/],
  ['{"flint":"recording","version":9}\n', /version 9/],
  [`${recordingLine(HEADER)}{"type":"quit"}\n`, /line 2 .* t, the time/],
  [`${recordingLine(HEADER)}{"t":0,"type":"constructor"}\n`, /line 2 .* no event of the type "constructor"/],
  [
    `${recordingLine(HEADER)}{"t":0,"type":"text","edit":"1"}\n`,
    /line 2 .* text.text is to be of the kind string/,
  ],
  [
    `${recordingLine(HEADER)}{"t":0,"type":"hunk","edit":"1","hunk":{}}\n`,
    /line 2 .* hunk.hunk is to be of the kind hunk/,
  ],
  [`${recordingLine(HEADER)}\n\n{"t":0,"type":"no"}\n`, /line 4 .* no event of the type "no"/],
  [ended({ hunks: [null] }), /line 2 .* ended.hunks is to be of the kind hunks/],
  [ended({ timings: {} }), /line 2 .* ended.timings is to be of the kind timings/],
])("parsing %j is refused with a message that names the line", (text, message) => {
  expect(() => parseRecording(text)).toThrow(message);
});

test("a redacted recording has no word of the code left, and equal words stay equal", () => {
  const { header, events } = redactRecording(SESSION);
  expect(header.redacted).toBe(true);
  expect(JSON.stringify(events.map(({ type: _, ...rest }) => rest))).not.toMatch(
    /secret|const|getSecret|rename|src/i,
  );
  const [opened, asked, first, second, , third] = events;
  if (opened?.type !== "opened" || first?.type !== "text" || second?.type !== "text")
    throw new Error("other events");
  expect(opened.path).toMatch(/^\w{3}\/\w{6}\.ts$/);
  const answer = first.text + second.text;
  // Only the number is another one.
  expect(answer.replace(/\(\w\)/, "")).toBe(opened.code.replace(/\(\w\)/, ""));
  expect(answer).not.toBe(opened.code);
  expect(first.text).toHaveLength("const sec".length);
  expect(asked).toMatchObject({ instruction: expect.stringMatching(/^\w{6} \w{6}$/) });
  expect(third).toMatchObject({ text: expect.stringMatching(/^\w{3} \w{6}$/) });
});

test("a redacted recording names neither files nor model paths, even where other fields repeat them", () => {
  const path = "plans/ACME_MERGER_2027";
  const model = "/home/alice/secret.gguf";
  const { events } = redactRecording(
    recorded(
      { t: 0, type: "opened", path, code: "merge = 1\n", language: "acme_merger_2027" },
      { t: 1, type: "opened", path: `${path}.acme`, code: "merge = 1\n", language: "acme" },
      { t: 2, type: "progress", edit: "1", loading: { model, part: 0.5 } },
      {
        t: 3,
        type: "ended",
        edit: "1",
        status: "completed",
        hunks: [],
        timings: {
          first_token_ms: null,
          total_ms: 1,
          tokens_per_second: null,
          output_tokens: null,
          server: null,
        },
        verification: {
          parses: null,
          parsedBefore: null,
          language: "acme_merger_2027",
          errors: [],
          scope: null,
          ...{ confidence: null, doubtful: false },
          reason: "there is no grammar for acme_merger_2027",
        },
        declined: null,
        model,
        contextLength: null,
      },
    ),
  );
  expect(JSON.stringify(events)).not.toMatch(/plans|acme|merge|2027|home|alice|secret|gguf/i);
  expect(events.at(-1)).toMatchObject({ verification: { language: null, parses: null } });
});

test("a redacted recording keeps known languages and plain model names", () => {
  const { events } = redactRecording(
    recorded(
      { t: 0, type: "opened", path: "a.py", code: "", language: "python" },
      { t: 1, type: "progress", edit: "1", loading: { model: "nano", part: 0.5 } },
    ),
  );
  expect(events).toMatchObject([{ language: "python" }, { loading: { model: "nano", part: 0.5 } }]);
});

test("a redacted answer is the same, however it was cut into pieces", () => {
  const text = "const answer = compute(answer, 42); // größe 👍 x";
  const whole = redactRecording(recorded({ t: 0, type: "text", edit: "1", text })).events[0];
  fc.assert(
    fc.property(fc.array(fc.nat(text.length), { maxLength: 6 }), (cuts) => {
      const places = [0, ...cuts.sort((a, b) => a - b), text.length];
      const pieces = places
        .slice(1)
        .map((end, n): TimedEvent => ({ t: n, type: "text", edit: "1", text: text.slice(places[n], end) }));
      const redacted = redactRecording(recorded(...pieces)).events;
      expect(redacted.map((event) => (event.type === "text" ? event.text : "")).join("")).toBe(
        whole?.type === "text" ? whole.text : "",
      );
    }),
  );
});

test("redaction maps different letters and digits to different ones", () => {
  const words = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$αβγ"];
  const code = words.join(" ");
  const { events } = redactRecording(recorded({ t: 0, type: "opened", path: "a.js", code, language: null }));
  const [opened] = events;
  const made = opened?.type === "opened" ? opened.code.split(" ") : [];
  expect(new Set(made).size).toBe(words.length);
});
