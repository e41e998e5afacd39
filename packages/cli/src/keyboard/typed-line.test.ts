import { expect, test } from "vitest";
import type { Key, KeyName } from "./key.ts";
import { TypedLine } from "./typed-line.ts";

const press = (name: KeyName): Key => ({ type: "key", name, shift: false });
const type = (text: string): Key => ({ type: "text", text });

test("characters, backspace, Ctrl-W and Ctrl-U change the line", () => {
  const line = new TypedLine(100);
  for (const key of [type("use a loop"), press("backspace"), press("backspace")]) line.press(key);
  expect(line.text).toBe("use a lo");
  line.press(press("ctrl-w"));
  expect(line.text).toBe("use a ");
  line.press(press("ctrl-u"));
  line.press(type("👨‍👩‍👧é"));
  line.press(press("backspace"));
  line.press(press("backspace"));
  expect(line.text).toBe("");
});

test("the cursor moves within the line, and characters go in there", () => {
  const line = new TypedLine(100);
  for (const key of [type("ac"), press("left"), type("b"), press("home"), type("0"), press("delete")])
    line.press(key);
  expect(line.parts).toEqual({ before: "0", after: "bc" });
  line.press(press("end"));
  line.press(press("left"));
  line.press(press("right"));
  expect(line.take()).toBe("0bc");
  expect(line.text).toBe("");
});

test("text that would make the line too long is ignored, and keys that edit no line are left to others", () => {
  const line = new TypedLine(4);
  line.press(type("abc"));
  line.press(type("de"));
  expect(line.text).toBe("abc");
  expect(line.press(press("enter"))).toBe(false);
  expect(line.press(press("up"))).toBe(false);
});

test("Ctrl-W erases a very long word quickly", () => {
  const line = new TypedLine(65_536);
  line.press(type(`a ${"x".repeat(65_531)} b `));
  const begun = performance.now();
  line.press(press("ctrl-w"));
  line.press(press("ctrl-w"));
  expect(line.text).toBe("a ");
  expect(performance.now() - begun).toBeLessThan(500);
});
