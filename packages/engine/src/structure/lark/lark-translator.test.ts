import { beforeAll, describe, expect, test } from "vitest";
import { Grammar, IN_JSON_STRING, PLAIN, toGbnf, type Writing } from "../grammar/index.ts";
import { STRUCTURE_LIMITS } from "../limits.ts";
import { grammarMatcher } from "../matching.fixture.ts";
import { Work } from "../work.ts";
import { larkText } from "./lark-translator.ts";
import { PATCH_GRAMMAR, PATCHES, UNPATCHES } from "./patch.fixture.ts";
import { REAL_GRAMMARS } from "./real-grammars.fixture.ts";

let matcherOf: Awaited<ReturnType<typeof grammarMatcher>>;
beforeAll(async () => {
  matcherOf = await grammarMatcher();
});

function gbnfOf(source: string, writing: Writing = PLAIN): string {
  const grammar = new Grammar();
  const work = new Work(STRUCTURE_LIMITS.work);
  const start = larkText(source, { grammar, writing, limits: STRUCTURE_LIMITS, work });
  return toGbnf(grammar.rules, start);
}

const CHAIN = [
  "start: a0",
  ...Array.from({ length: 660 }, (_, at) => `a${at}: "x" | (("y") a${at + 1})`),
  'a660: "x"',
].join("\n");

type Case = readonly [name: string, source: string, valid: readonly string[], invalid: readonly string[]];
const CASES: readonly Case[] = [
  ["literals and alternatives", 'start: "a" | "b" c\nc: "c"', ["a", "bc"], ["b", "ac", ""]],
  [
    "alternatives on lines of their own",
    'start: "a"\n     | "b"\n     | "c" // the last',
    ["a", "b", "c"],
    ["ab"],
  ],
  ["repetition", 'start: "a"? "b"* "c"+ "d"~2 "e"~1..2', ["cdde", "abbccddee"], ["cde", "ab"]],
  [
    "repetition in braces",
    'start: "a"{2} B{1,2} ("c" "d"){,1} /e/{2,}\nB: "b"',
    ["aabee", "aabbcdeee"],
    ["abee", "aabe", "aabcdcdee"],
  ],
  ["groups and options", 'start: ("a" "b")+ ["c"]', ["ab", "ababc"], ["", "abcc"]],
  ["either case", 'start: "Ab"i', ["ab", "AB", "aB"], ["a"]],
  ["ranges", 'start: ("a".."f" | "0".."9")+', ["a9"], ["g"]],
  ["escapes", 'start: "\\"\\n\\t\\u00e9"', ['"\n\té'], ['"n']],
  ["regular expressions", "start: /[a-c]+x?/ /\\d{2}/i", ["abx12", "c34"], ["x12"]],
  ["terminals in terminals", 'start: WORD\nWORD: LETTER+\nLETTER: "a".."z"', ["abc"], ["A"]],
  ["marks, aliases and priorities", '?start: item+ -> list\n!item.2: "x"', ["xx"], ["y"]],
  [
    "imports",
    "start: INT LF N\n%import common (INT, LF)\n%import common.SIGNED_NUMBER -> N",
    ["1\n-2.5e3"],
    ["1\n"],
  ],
  [
    "what is ignored",
    'start: "a" B "c"\nB: "b" "b"\n%ignore WS\n%import common.WS',
    ["abbc", " a bb\n c "],
    ["ab bc"],
  ],
  [
    "terminals under names of rules",
    'start: number+\n%import common.INT -> number\n%ignore " "',
    ["12", "1 2"],
    [],
  ],
  [
    "rules that lead one to the next, as many as there may be",
    CHAIN,
    ["x", "yyx", `${"y".repeat(660)}x`],
    ["y", `${"y".repeat(661)}x`],
  ],
  ["either case in all scripts", 'start: "привет"i', ["Привет", "ПРИВЕТ"], ["приве"]],
  [
    "regular expressions over several lines",
    'start: /a  # first\n  b/x\n  | C\nC: "c"',
    ["ab", "c"],
    ["a b"],
  ],
  [
    "rules that begin with themselves",
    'start: sum\nsum: sum "+" N | N\nN: /\\d/',
    ["1", "1+2+3"],
    ["+1", "1+"],
  ],
  ["rules that contain themselves", 'start: "(" start? ")"', ["()", "((()))"], ["(()"]],
  ["repetition of what may be empty", 'start: ("a"? "b"?)* "c"', ["c", "abc", "bac"], [""]],
  [
    "strings in quotes",
    "start: ESCAPED_STRING\n%import common.ESCAPED_STRING",
    ['"a\\"b"', '""'],
    ['"a', '"a"b"'],
  ],
];

describe("a Lark grammar may have", () => {
  test.each(CASES)("%s", (_, source, valid, invalid) => {
    const matches = matcherOf(gbnfOf(source));
    for (const text of valid) expect(matches(text), text).toBe(true);
    for (const text of invalid) expect(matches(text), text).toBe(false);
    const inJson = matcherOf(gbnfOf(source, IN_JSON_STRING));
    for (const text of valid) expect(inJson(JSON.stringify(text).slice(1, -1)), text).toBe(true);
    for (const text of invalid) expect(inJson(JSON.stringify(text).slice(1, -1)), text).toBe(false);
  });
});

describe.each(Object.entries(REAL_GRAMMARS))("the grammar of %s", (_, { source, texts, others }) => {
  test.each([
    ["as it is", PLAIN, (text: string) => text] as const,
    ["in a JSON string", IN_JSON_STRING, (text: string) => JSON.stringify(text).slice(1, -1)] as const,
  ])("%s: accepts its texts and no others", (_, writing, written) => {
    const matches = matcherOf(gbnfOf(source, writing));
    for (const text of texts) expect(matches(written(text)), text).toBe(true);
    for (const text of others) expect(matches(written(text)), text).toBe(false);
  });
});

describe("an unsupported or invalid grammar is refused with the reason:", () => {
  test.each([
    [
      "templates",
      "start: pair{A}\npair{x}: x x",
      "line 1, column 12: the template `pair`: templates are not supported; write a rule for each use",
    ],
    ["special tokens", 'start: <|tool|> "a"', "special tokens (`<…>`) are not supported: leave them out"],
    ["attributes", "start[max_tokens=10]: /a/", "attributes of rules are not supported: leave them out"],
    [
      "marks of attributes",
      "start[lazy]: /a/",
      "the attributes of `start` are not supported: leave them out",
    ],
    ["what has to match twice", "start: A\nA: /a/ & /b/", "write one expression that says both"],
    [
      "schemas within rules",
      "start: %json {}",
      "`%json` within a rule is not supported: write what it says as rules",
    ],
    ["reversed counts", 'start: "a"{3,2}', "limits are reversed"],
    ["look-ahead", 'start: "a"\n  | /a(?=b)/', "line 2, column 5: the regular expression has look-ahead"],
    ["word boundaries", "start: /\\bab/", "word boundary"],
    ["other libraries", "start: A\n%import python.A", "line 2, column 15: `%import` of python"],
    ["unknown terminals of the library", "start: A\n%import common.A", "no `common.A`"],
    ["names that nothing defines", "start: a", "line 1, column 8: `a` is not defined"],
    ["directives", '%declare A\nstart: "a"', "`%declare` is not supported"],
    ["indirect left recursion", 'start: a\na: b "x" | "y"\nb: a "z"', "left recursion (b → a → b)"],
    ["no start rule", 'a: "a"', "no rule `start`"],
    ["what is no grammar", "start: ===", "line 1, column 8: cannot read `===`"],
    ["very many letters in either case", `start: "${"x".repeat(2_000)}"i`, "more than 2000 parts"],
    [
      "repetition of what may be empty in too many ways",
      `start: a0*\n${Array.from({ length: 30 }, (_, at) => `a${at}: a${at + 1}? a${at + 1}?`).join("\n")}\na30: "x"?`,
      "too many repeated parts may be empty",
    ],
    [
      "rules in what is ignored",
      'start: "a"\nspace: " "\n%ignore space',
      "line 3, column 9: the rule `space` is used in",
    ],
    ["rules in terminals", 'start: A\nA: b\nb: "b"', "line 2, column 4: the rule `b` is used in a terminal"],
    ["very many repetitions", `start: "a"${"*".repeat(100_000)}`, "more than 64 repetitions of one part"],
    ["very many alternatives", `start: "a"${"|".repeat(200_000)}`, "more than 2000 groups, alternatives"],
    ["very many groups", `start: "a"${"()".repeat(100_000)}`, "more than 2000 groups, alternatives"],
    ["rules that never end", 'start: "a" start', "nothing can satisfy it"],
  ])("%s", (_, source, message) => {
    expect(() => gbnfOf(source)).toThrow(message);
  });
});

describe("the grammar of patches", () => {
  test.each([
    ["as it is", PLAIN, (text: string) => text] as const,
    ["in a JSON string", IN_JSON_STRING, (text: string) => JSON.stringify(text).slice(1, -1)] as const,
  ])("%s: accepts patches and nothing else", (_, writing, written) => {
    const matches = matcherOf(gbnfOf(PATCH_GRAMMAR, writing));
    for (const patch of PATCHES) expect(matches(written(patch)), patch).toBe(true);
    for (const text of UNPATCHES) expect(matches(written(text)), text).toBe(false);
  });
});
