import { type NanoOptions, nanoFormat, type PromptText } from "@flint/engine";
import { describe, expect, it } from "vitest";
// The runtime's own parts, so that the test fails where either side changes its mind.
import { editInput } from "../../../../packages/client/src/edit/edit-prompt.ts";
import { Region } from "../../../../packages/client/src/edit/region.ts";
import { fixtureSnippets } from "../fixtures/fixtures.ts";
import { SPECIAL_TOKENS, type SpecialToken, Tokenizer, trainTokenizer } from "../tokenizer/index.ts";
import { Teacher, type Triple } from "../triples/index.ts";
import { type Format, toExample } from "./format.ts";

const snippets = fixtureSnippets();
const tokenizer = new Tokenizer(
  trainTokenizer(
    [...snippets, ...snippets].map(({ code }) => code),
    600,
  ),
);
const FORMATS: readonly Format[] = ["whole", "lines"];

function render({ instruction, before }: Pick<Triple, "instruction" | "before">, options: NanoOptions) {
  const items = editInput(new Region(before).text, "typescript", instruction);
  return nanoFormat(options).render({ tip: { parent: null, items }, instructions: "Edit.", tools: [] });
}

function isSpecial(text: string): text is SpecialToken {
  return SPECIAL_TOKENS.some((token) => token === text);
}

/** The tokens that the engine makes of a prompt: a call of the tokenizer for each segment. */
function tokensOf(text: PromptText): number[] {
  return text.flatMap((segment) => {
    if (!segment.special) return tokenizer.encode(segment.text);
    if (!isSpecial(segment.text)) throw new Error(`${segment.text} is no token of the model`);
    return [tokenizer.special(segment.text)];
  });
}

function answerText(triple: Triple, format: Format): string {
  return tokenizer.decode(toExample(triple, tokenizer, format).answer);
}

function lessons(count: number): Triple[] {
  const teacher = new Teacher({ seed: 7, snippets, foreign: [], familiarity: "seen", combinations: "seen" });
  const found: Triple[] = [];
  for (const triple of teacher.triples()) if (found.push(triple) === count) break;
  return found;
}

/** The runtime takes an ellipsis, which phones put in by themselves, as three dots, where the code has none itself. */
function meant({ instruction, before }: Triple, after: string): string {
  return instruction.includes("…") && !before.includes("…") ? after.replaceAll("…", "...") : after;
}

/** What the fixtures do not have. */
const ODD: readonly Triple[] = [
  ["translate the greeting", 'const é = "漢字 🙂";', 'const é = "x";'],
  ["rename größe to höhe", "setGröße(größe);", "setHöhe(höhe);"],
  ["say ‚Loading…‘", 'f("“ ✓ Ready");', 'f("“ ✓ Loading...");'],
  ["use tabs", "\tif (a) {\n\t\tb();\n\t}\n\n\tc();  ", "if (a) {\n\tc();\n}"],
  ["drop <|assistant|> from it", "f('<|end|><|code|>');", "f('');"],
  ["remove `` ` ``", "```js\nlet a = 1;\n```", "let a = 1;"],
  ["name it\nin two lines: `x`", "let a\u2028 = 1;", "let x = 1;"],
].map(([instruction = "", before = "", after = ""]) => ({
  ...{ instruction, before, after },
  ...{ family: "odd", kind: "edit", language: "ts" },
}));

describe.each(FORMATS)("the runtime, in the format %s", (editFormat) => {
  it("renders a prompt to the tokens that the model was trained on", () => {
    for (const triple of [...lessons(150), ...ODD]) {
      // What a client sends has no blank lines around it and no indentation that all lines share.
      const before = new Region(triple.before).text;
      const { prompt } = toExample({ ...triple, before }, tokenizer, editFormat);
      const rendered = tokensOf(render(triple, { editFormat }).text);
      expect(tokenizer.decode(rendered)).toBe(tokenizer.decode(prompt));
      expect(rendered).toEqual(prompt);
    }
  });

  it("parses the answers that the model was trained on", () => {
    for (const triple of [...lessons(150), ...ODD]) {
      const before = new Region(triple.before).text;
      if (triple.after === undefined) continue;
      const parser = render(triple, { editFormat }).reading.parser();
      const pieces = answerText({ ...triple, before }, editFormat).match(/[\s\S]{1,7}/gu) ?? [];
      const parsed = [...pieces.flatMap((piece) => parser.push(piece)), ...parser.end(true)];
      expect(parser.fault ?? null).toBeNull();
      expect(parsed.map(({ text }) => text).join("")).toBe(meant(triple, triple.after));
    }
  });
});

it("the client sends the code of lessons unchanged, with its blank lines and indentation", () => {
  for (const { before } of lessons(150)) expect(new Region(before).text).toBe(before);
});

it.each([
  ["let a = 1;\r\nlet b = 2;\r\n", "let a = 1;\nlet b = 2;"],
  ["\uFEFFlet a = 1;", "let a = 1;"],
  ["\n\nlet a = 1;\n\n", "let a = 1;"],
])("the prompt omits CRLF, a byte order mark and surrounding blank lines: %j", (before, code) => {
  expect(render({ instruction: "x", before }, {}).text[3]?.text).toBe(code);
});
