import fc from "fast-check";
import { expect, test } from "vitest";
import { AlikeChunks } from "./alike-chunks.ts";

const chunk = (content: string, more = {}) =>
  JSON.stringify({ id: "1", choices: [{ index: 0, delta: { content }, finish_reason: null }], ...more });

test("the text found in a chunk is always the text that parsing finds", () => {
  const pieces = ['"', "\\", '","x":"', '"content":"', "a", " b", "é", "😀", "\n"];
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 4 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 2 }),
      fc.constantFrom({}, { tail: '"content":"' }),
      (texts, more) => {
        const alike = new AlikeChunks();
        for (const said of texts) {
          const data = chunk(said, more);
          const found = alike.textIn(data);
          if (found === null) alike.learn(data, said);
          else expect(found).toBe(said);
        }
      },
    ),
  );
});

test("text is found without parsing only in chunks like the one that was learned", () => {
  const alike = new AlikeChunks();
  expect(alike.textIn(chunk("a"))).toBeNull();
  alike.learn(chunk("a"), "a");
  expect(alike.textIn(chunk(" größer"))).toBe(" größer");
  expect(alike.textIn(chunk("b", { usage: null }))).toBeNull();
  expect(alike.textIn(chunk('a"b'))).toBeNull();
  expect(alike.textIn(chunk("a\n"))).toBeNull();
});
