import fc from "fast-check";
import { expect, test } from "vitest";
import { TypedLine } from "./typed-line.ts";

test("characters, backspace and word erasure change the line", () => {
  const line = new TypedLine();
  line.type("use a loop");
  line.type("\x7f\x7f");
  expect(line.text).toBe("use a lo");
  line.type("\x17");
  expect(line.text).toBe("use a ");
  line.type("\x15👍é");
  line.type("\x7f");
  expect(line.text).toBe("👍");
});

test("Enter submits what was typed, and nothing when there is nothing", () => {
  const line = new TypedLine();
  expect(line.type("  \r")).not.toContainEqual(expect.objectContaining({ type: "submit" }));
  expect(line.type("keep the name\r").at(-1)).toEqual({ type: "submit", text: "keep the name" });
  expect(line.text).toBe("");
});

test("Escape interrupts at once; keys with escape sequences do not", () => {
  const line = new TypedLine();
  expect(line.type("\x1b")).toEqual([{ type: "interrupt" }]);
  expect(line.type("\x1b[A\x1bOP\x1b[200~")).toEqual([]);
  expect(line.type("\x03")).toEqual([{ type: "quit" }]);
});

test("whatever is typed, the line holds no control characters", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" })), (chunks) => {
      const line = new TypedLine();
      for (const chunk of chunks) line.type(chunk);
      expect(line.text).not.toMatch(/\p{Cc}/u);
    }),
  );
});
