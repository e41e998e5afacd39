import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixtureSnippets } from "../fixtures/fixtures.ts";
import { Tokenizer, trainTokenizer } from "../tokenizer/index.ts";
import { Teacher } from "../triples/index.ts";
import { copyWeights, toExample } from "./format.ts";
import { toFrame } from "./frames.ts";
import { applyLineEdits, editLines } from "./line-edits.ts";
import { applyNumberedAnswer, numberedAnswer } from "./numbered-lines.ts";

const snippets = fixtureSnippets();
const tokenizer = new Tokenizer(
  trainTokenizer(
    [...snippets, ...snippets].map(({ code }) => code),
    400,
  ),
);

it("applying line edits to a text gives the other text", () => {
  const lines = fc.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 12 });
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      expect(applyLineEdits(before, editLines(before, after))).toEqual(after);
    }),
  );
});

it("applying a numbered answer gives the edited text, and it is empty if nothing changes", () => {
  const code = fc
    .array(fc.constantFrom("a", "b", "  b", "", "12", "return a;"), { minLength: 1, maxLength: 12 })
    .map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(code, code, (before, after) => {
      const answer = numberedAnswer(before, after);
      expect(applyNumberedAnswer(before, answer)).toBe(after);
      expect(answer === "").toBe(before === after);
    }),
  );
});

it("a numbered answer has changed, inserted and deleted lines, by the numbers of the original", () => {
  expect(numberedAnswer("let a;\nlet b;\nlet c;", "let a;\nconst b;\nlet c;")).toBe("2 const b;");
  expect(numberedAnswer("let a;\nlet b;", "let a;\n// both\nlet b;")).toBe("2 // both\n2 let b;");
  expect(numberedAnswer("let a;", "let a;\nlet b;")).toBe("1 let a;\n1 let b;");
  expect(numberedAnswer("let a;\nlet b;\nlet c;", "let c;")).toBe("1\n2");
  expect(numberedAnswer("a(\n  b,\n)", "try {\n  a(\n    b,\n  )\n} catch {}")).toBe(
    "1 try {\n1   a(\n2     b,\n3   )\n3 } catch {}",
  );
});

it.each(["0 a", "3 a", "x", "2 a\n1 b", "1\n1", "1\n1 a", "1 a\n1", "01 a", "1a"])(
  "an invalid numbered answer is rejected: %j",
  (answer) => {
    expect(applyNumberedAnswer("a\nb", answer)).toBeUndefined();
  },
);

it("tokens that are not copied have a larger weight", () => {
  expect(copyWeights([1, 2, 3], [1, 9, 3])).toEqual([10, 30, 10]);
  expect(copyWeights([1, 2, 3], [1, 3])).toEqual([10, 30]);
});

describe("the tokenizer", () => {
  it("decodes what it encoded for every text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(tokenizer.decode(tokenizer.encode(text))).toBe(Buffer.from(text).toString());
      }),
    );
  });

  it("encodes a word the same with and without a space before it", () => {
    const word = tokenizer.encode("return");
    expect(tokenizer.encode(" return").slice(-word.length)).toEqual(word);
  });
});

describe("the teacher", () => {
  const take = (seed: number, count: number) => {
    const found = [];
    const teacher = new Teacher({ seed, snippets, foreign: [], familiarity: "seen", combinations: "seen" });
    for (const triple of teacher.triples()) {
      found.push(triple);
      if (found.length === count) break;
    }
    return found;
  };

  it("makes the same triples from the same seed", () => {
    expect(take(5, 60)).toEqual(take(5, 60));
    expect(take(5, 60)).not.toEqual(take(6, 60));
  });

  it("makes triples of all kinds", () => {
    const kinds = new Set(take(1, 300).map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(["edit", "two edits", "nothing to do", "out of scope"]));
  });

  it("makes lessons with nothing to do only of families that have an unseen wording for them", () => {
    const teacher = new Teacher({
      seed: 7,
      snippets,
      foreign: [],
      familiarity: "unseen",
      combinations: "seen",
    });
    const idle = new Set<string>();
    let left = 1_000;
    for (const { kind, family } of teacher.triples()) {
      if (kind === "nothing to do") idle.add(family);
      if (--left === 0) break;
    }
    expect(idle.size).toBeGreaterThan(5);
    expect(idle).not.toContain("remove-export");
  });

  it("leaves the code unchanged if there is nothing to do, and has no answer out of scope", () => {
    for (const { kind, before, after } of take(2, 300)) {
      if (kind === "nothing to do") expect(after).toBe(before);
      else if (kind === "out of scope") expect(after).toBeUndefined();
      else expect(after).not.toBe(before);
    }
  });

  it("encodes triples as frames with their lengths", () => {
    for (const triple of take(3, 40)) {
      const example = toExample(triple, tokenizer, "lines");
      const frame = toFrame(example, 7, triple.kind);
      expect(frame.readUInt16LE(4) + frame.readUInt16LE(6)).toBe(
        example.prompt.length + example.answer.length,
      );
      expect(frame.length).toBe(
        8 + 2 * (example.prompt.length + example.answer.length) + example.weights.length,
      );
    }
  });
});
