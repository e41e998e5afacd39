import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { StandIns } from "./stand-ins.ts";

/** What the model reads of code and instruction. */
function read(code: string, instruction = ""): { code: string; instruction: string } {
  const standIns = StandIns.of(code, instruction);
  if (standIns === null) return { code, instruction };
  return { code: standIns.inCode(code), instruction: standIns.inInstruction(instruction, code) };
}

describe("what the model reads", () => {
  test("is unchanged if it is ASCII", () => {
    expect(StandIns.of('f("zq00");\n', "rename f to g")).toBeNull();
  });

  test("has one stand-in for each run beyond ASCII, the same for equal runs", () => {
    expect(read('größe = "✅ größe 3€, こんにちは、";', "rename größe to size")).toEqual({
      code: 'zq00 = "zq01 zq00 zq02, zq03";',
      instruction: "rename zq00 to size",
    });
  });

  test("keeps escapes and template holes apart from stand-ins", () => {
    expect(read("`\\nÜber $" + "{café}é`").code).toBe("`\\nzq00 $" + "{zq01}zq02`");
  });

  test("has plain characters for an instruction's typographic ones", () => {
    expect(read("f()", "don’t say “a – b…”")).toEqual({ code: "f()", instruction: 'don\'t say "a - b..."' });
  });

  test("has a stand-in for a typographic character that the code contains too", () => {
    expect(read('a = "…"', "write ... instead of …").instruction).toBe("write ... instead of zq00");
  });

  test("has no stand-in that the code already contains", () => {
    expect(read("Zq00 + é").code).toBe("Zq00 + qz00");
  });

  test("has longer stand-ins if there are many", () => {
    const code = Array.from({ length: 101 }, (_, index) => `é${index}`).join(" ");
    expect(read(code).code).toMatch(/^zq000 zq001 .* zq100$/);
  });
});

describe("what the model is taught to write", () => {
  function written(answer: string, code: string, instruction: string): string {
    return StandIns.of(code, instruction)?.inAnswer(answer, instruction, code) ?? answer;
  }

  test("has the stand-ins of code and instruction", () => {
    expect(written("höhe(✅)", "größe(✅)", "rename größe to höhe")).toBe("zq02(zq01)");
  });

  test("has stand-ins within new words, from which the text is restored", () => {
    const answer = written("setHöhe(HÖHE, höhen)", "größe", "it is höhe");
    expect(answer).toBe("setZq01(ZQ01, zq01n)");
    expect(StandIns.of("größe", "it is höhe")?.restored(answer)).toBe("setHöhe(HÖHE, höhen)");
  });

  test("has plain characters where the instruction's typographic ones were replaced", () => {
    expect(written('"Wait… – ‚é’"', "f(–)", "write Wait… – é")).toBe('"Wait... zq00 ‚zq01’"');
  });

  test("keeps characters that neither code nor instruction contains", () => {
    expect(written("ü(é)", "f(é)", "put in an umlaut")).toBe("ü(zq00)");
    expect(written("ü", "f()", "put in an umlaut")).toBe("ü");
  });
});

describe("what the model writes", () => {
  const standIns = StandIns.of("größe(✅)", "") as StandIns;

  test("has its stand-ins restored, in the case that the model used", () => {
    expect(standIns.restored("zq00 getZq00 ZQ00 Zq01")).toBe("größe getGröße GRÖSSE ✅");
  });

  test("keeps unknown stand-ins", () => {
    expect(standIns.restored("zq07 zq0 zq")).toBe("zq07 zq0 zq");
  });

  test("is held back while its end may become a stand-in", () => {
    for (const [text, held] of [
      ["a z", 1],
      ["aZq", 2],
      ["zq0", 3],
      ["zq00", 0],
      ["zz", 1],
      ["zq0 ", 0],
    ] as const)
      expect(standIns.begunAtEnd(text), text).toBe(held);
  });

  test("is restored to the original code if the model copies what it reads", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "Z", "q", "0", "_", "$", "\\", " ", "\n", "é", "ß", "🙂", "、"),
    });
    fc.assert(
      fc.property(text, (code) => {
        const any = StandIns.of(code, "");
        if (any === null) return;
        expect(any.inCode(code)).toMatch(/^\p{ASCII}*$/u);
        expect(any.restored(any.inCode(code))).toBe(code);
      }),
    );
  });
});
