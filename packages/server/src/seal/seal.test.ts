import fc from "fast-check";
import { expect, test } from "vitest";
import { Seal } from "./index.ts";

const seal = Seal.fromSecret("a secret of the server's own");

test("sealed text opens again, whatever it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(seal.open("compaction", seal.close("compaction", text))).toBe(text);
    }),
  );
});

test("sealed content reveals nothing of its text and differs each time", () => {
  const content = seal.close("compaction", "the plan is to use a heap");
  expect(content).not.toContain(Buffer.from("the plan").toString("base64url").slice(0, 8));
  expect(seal.close("compaction", "the plan is to use a heap")).not.toBe(content);
});

test("sealed content opens only with the same secret, user and kind", () => {
  const content = seal.of("ann").close("compaction", "a summary");
  expect(Seal.fromSecret("a secret of the server's own").of("ann").open("compaction", content)).toBe(
    "a summary",
  );
  expect(Seal.fromSecret("another secret of a server").of("ann").open("compaction", content)).toBeNull();
  expect(seal.of("bob").open("compaction", content)).toBeNull();
  expect(seal.open("compaction", content)).toBeNull();
  expect(seal.of("ann").open("reasoning", content)).toBeNull();
});

test("sealed content that was changed or shortened anywhere does not open", () => {
  const content = seal.close("compaction", "a summary");
  const body = Buffer.from(content.slice("flint2.".length), "base64url");
  fc.assert(
    fc.property(fc.nat({ max: body.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const changed = Buffer.from(body);
      changed[at] = (changed[at] ?? 0) ^ change;
      expect(seal.open("compaction", `flint2.${changed.toString("base64url")}`)).toBeNull();
      expect(seal.open("compaction", `flint2.${body.subarray(0, at).toString("base64url")}`)).toBeNull();
    }),
  );
});

test.each(["", "flint2", "flint2.", "flint2.a.b", "flint1.abc.def", "gAAAAABo", "flint2.ÿ"])(
  "%j does not open",
  (content) => expect(seal.open("compaction", content)).toBeNull(),
);
