import fc from "fast-check";
import { expect, test } from "vitest";
import { expressionOf } from "../expression.fixture.ts";
import { IN_JSON_STRING, PLAIN, toGbnf, type Writing } from "../grammar/index.ts";
import { STRUCTURE_LIMITS as limits } from "../limits.ts";
import { grammarMatcher } from "../matching.fixture.ts";
import { Untranslatable } from "../structure-error.ts";
import { JAVASCRIPT, patternReading } from "./syntax.ts";
import { Search } from "./write-pattern.ts";

const matcherOf = await grammarMatcher();
/** Milliseconds; it takes some seconds where nothing else runs. */
const LONG = 120_000;

const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 4, depthIdentifier: "pattern" },
    fc.constantFrom(
      "a",
      "b",
      "ab",
      "-",
      "é",
      "🚀",
      "",
      "\\n",
      "\\.",
      "\\x61",
      "\\u{1F680}",
      "\\ud83d\\ude80",
    ),
    fc.constantFrom(".", "\\w", "\\W", "\\s", "\\D", "[^a]", "[a-c-]", "[^\\s\\d]", "[\\]\\\\]", '["]'),
    fc.array(tie("pattern"), { minLength: 1, maxLength: 3 }).map((parts) => parts.join("")),
    fc.array(tie("pattern"), { minLength: 1, maxLength: 3 }).map((options) => `(?:${options.join("|")})`),
    fc
      .tuple(tie("pattern"), fc.constantFrom("*", "+", "?", "{0}", "{2}", "{1,}", "{0,2}", "*?", "{1,3}?"))
      .map(([part, count]) => `(${part})${count}`),
  ),
}));
const anchored = fc
  .tuple(fc.constantFrom("", "^"), pattern, fc.constantFrom("", "$"))
  .map(([start, body, end]) => `${start}(?:${body})${end}`);
const texts = fc.array(
  fc
    .array(fc.constantFrom("a", "b", "-", "é", "🚀", "\n", ".", '"', "\\", "1", " "), { maxLength: 6 })
    .map((units) => units.join("")),
  { minLength: 20, maxLength: 40 },
);

function matcherFor(source: string, writing: Writing): ((text: string) => boolean) | null {
  const gbnf = gbnfFor(source, writing);
  return gbnf === null ? null : matcherOf(gbnf);
}

/** Null where it is refused: anything else that is thrown is a fault. */
function gbnfFor(source: string, writing: Writing): string | null {
  try {
    return toGbnf(new Map(), new Search(source, JAVASCRIPT, patternReading(limits)).texts(writing));
  } catch (error) {
    if (error instanceof Untranslatable) return null;
    throw error;
  }
}

test(
  "the grammar of any pattern accepts the same texts as JavaScript's regular expression",
  () => {
    fc.assert(
      fc.property(anchored, texts, (source, texts) => {
        const expression = expressionOf(source);
        const [plain, inJson] = [matcherFor(source, PLAIN), matcherFor(source, IN_JSON_STRING)];
        const lengths = new Search(source, JAVASCRIPT, patternReading(limits)).lengths;
        for (const text of texts) {
          const isMatch = expression.test(text);
          const written = JSON.stringify(text);
          if (plain) expect(plain(text), written).toBe(isMatch);
          if (inJson) expect(inJson(written.slice(1, -1)), written).toBe(isMatch);
          const { length } = Array.from(text);
          if (isMatch) expect(lengths.min <= length && length <= lengths.max, written).toBe(true);
        }
      }),
      { numRuns: 120, examples: [["(?:[^a])$", ["🚀", "a"]]] },
    );
  },
  LONG,
);

test(
  "any text in place of a pattern is translated or refused",
  () => {
    const piece = fc.constantFrom(
      ..."()[]{}|*+?^$.\\-,:<>=!#& abkpuxAZPi019é",
      "\ud83d",
      "🚀",
      "(?",
      "{1,",
      "\\u{",
      "[^",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        gbnfFor(pieces.join(""), IN_JSON_STRING);
      }),
      { numRuns: 1_000 },
    );
  },
  LONG,
);
