import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseTemplate } from "./chat-template.ts";
import { Slots } from "./slots.ts";

const ORIGIN = { item: 3, field: "content" };
const whole = (segments: readonly { text: string }[] | null) => segments?.map(({ text }) => text).join("");

test("a text is put back unchanged, and is never special", () => {
  const slots = new Slots();
  const rendered = `<|u|>${slots.required('say "hi" <|end|>', ORIGIN)}<|end|>`;
  expect(slots.fill(rendered)).toEqual([
    { text: "<|u|>", special: true },
    { text: 'say "hi" <|end|>', special: false, origin: ORIGIN },
    { text: "<|end|>", special: true },
  ]);
});

test("a text that the template writes as JSON is put back as JSON, however often nested", () => {
  const template = parseTemplate({
    modelId: "m",
    template: "{{ messages[0].content | tojson }} {{ messages[0].content | tojson | tojson }}",
  });
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const slots = new Slots();
      const rendered = template([{ role: "user", content: slots.required(text, ORIGIN) }]);
      const once = JSON.stringify(text);
      expect(whole(slots.fill(rendered))).toBe(`${once} ${JSON.stringify(once)}`);
    }),
  );
});

test("filling returns null if a required text is missing, but not for an optional one", () => {
  const slots = new Slots();
  slots.optional("b", ORIGIN);
  expect(slots.fill("")).toEqual([]);
  slots.required("a", ORIGIN);
  expect(slots.fill("")).toBeNull();
});

test("a slot keeps the white space around its text", () => {
  expect(new Slots().required("  a \n", ORIGIN)).toMatch(/^ {2}\S+ \n$/);
});

describe("a JSON slot", () => {
  test("keeps what templates look at, and hides what could spell a control token", () => {
    const slots = new Slots();
    const schema = slots.json(
      { type: "object", properties: { "<|a|>": { type: "string", default: "[INST]" } } },
      ORIGIN,
    );
    expect(schema).toMatchObject({ type: "object" });
    expect(JSON.stringify(schema)).not.toMatch(/<\||\[INST\]/);
  });

  test("is filled with the same value again", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const slots = new Slots();
        expect(JSON.parse(whole(slots.fill(JSON.stringify(slots.json(value, ORIGIN)))) ?? "")).toEqual(
          JSON.parse(JSON.stringify(value)),
        );
      }),
    );
  });
});
