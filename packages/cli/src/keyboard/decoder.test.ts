import fc from "fast-check";
import { expect, test } from "vitest";
import { KeyDecoder } from "./decoder.ts";
import type { Key } from "./key.ts";

function decode(...chunks: string[]): Key[] {
  const decoder = new KeyDecoder(100);
  return [...chunks.flatMap((chunk) => decoder.decode(chunk)), ...decoder.flush()];
}

const key = (name: string, shift = false) => ({ type: "key", name, shift });
const text = (value: string) => ({ type: "text", text: value });

test("characters, control keys and arrows are decoded", () => {
  expect(decode("a👍é")).toEqual([text("a👍é")]);
  expect(decode("x\r\t\x7f\x03\0")).toEqual([
    text("x"),
    key("enter"),
    key("tab"),
    key("backspace"),
    key("ctrl-c"),
    key("mark"),
  ]);
  expect(decode("\x1b[A\x1bOB\x1b[1;2A\x1b[3~\x1b[5~\x1b[Z")).toEqual([
    key("up"),
    key("down"),
    key("up", true),
    key("delete"),
    key("page-up"),
    key("tab", true),
  ]);
});

test("Escape is a key of its own when nothing follows, and also before another key", () => {
  const decoder = new KeyDecoder(100);
  expect(decoder.decode("\x1b")).toEqual([]);
  expect(decoder.isUndecided).toBe(true);
  expect(decoder.flush()).toEqual([key("escape")]);
  expect(decode("\x1bx")).toEqual([key("escape"), text("x")]);
  expect(decode("\x1b\x1b")).toEqual([key("escape"), key("escape")]);
});

test("unknown and unfinished sequences give no keys", () => {
  expect(decode("\x1b[15~\x1b[?62;4c\x1b[<0;1;1M")).toEqual([]);
  expect(decode("\x1bOM")).toEqual([key("enter")]);
  expect(decode("\x1b[1;")).toEqual([]);
});

test("where pastes are not marked, several lines at once are one, and no Enter", () => {
  const decoded = (...chunks: string[]) => {
    const decoder = new KeyDecoder(100, false);
    return [...chunks.flatMap((chunk) => decoder.decode(chunk)), ...decoder.flush()];
  };
  expect(decoded("a\r\rb\r")).toEqual([{ type: "paste", text: "a\n\nb\n", refused: null }]);
  expect(decoded("a\r\n\r\n")).not.toContainEqual(expect.objectContaining({ type: "paste" }));
  expect(decoded(`a\r${"b".repeat(200)}`)).toEqual([{ type: "paste", text: "", refused: 202 }]);
  expect(decoded("use const\r")).toEqual([text("use const"), key("enter")]);
  expect(decoded("a", "\r", "b")).toEqual([text("a"), key("enter"), text("b")]);
  expect(decoded("a\r\x1b[A")).toEqual([text("a"), key("enter"), key("up")]);
  expect(decoded("a\rb\x03")).toContainEqual(key("ctrl-c"));
});

test("a paste is one piece, with its line breaks and without control characters", () => {
  expect(decode("\x1b[200~a\r\nb\rc\x1b[31m\x07\x1b[201~d")).toEqual([
    { type: "paste", text: "a\nb\nc[31m", refused: null },
    text("d"),
  ]);
});

test("a paste that is too long is refused, and what follows it is decoded", () => {
  const pasted = "y".repeat(1000);
  expect(decode("\x1b[200~", pasted, pasted, "\x1b[20", "1~z")).toEqual([
    { type: "paste", text: "", refused: 2000 },
    text("z"),
  ]);
});

test("the keys do not depend on where the input is split, and have no control characters", () => {
  const piece = fc.constantFrom(
    "a",
    "bc",
    "\x1b[A",
    "\x1b[1;2B",
    "\x1bOC",
    "\r",
    "\x1b[200~p\rq\x1b[201~",
    "👍",
    "\x1b[3~",
    "\u0085",
  );
  fc.assert(
    fc.property(fc.array(piece), fc.array(fc.nat(60)), (pieces, cuts) => {
      const input = pieces.join("");
      const places = [0, ...cuts.filter((cut) => cut < input.length).sort((a, b) => a - b), input.length];
      const cut = decode(...places.slice(1).map((end, n) => input.slice(places[n], end)));
      expect(joined(cut)).toEqual(joined(decode(input)));
      for (const one of cut) if (one.type !== "key") expect(one.text).not.toMatch(/(?!\n)\p{Cc}/u);
    }),
  );
});

/** Text cut in two is as good as text in one. */
function joined(keys: readonly Key[]): Key[] {
  const result: Key[] = [];
  for (const one of keys) {
    const last = result.at(-1);
    if (one.type === "text" && last?.type === "text")
      result[result.length - 1] = { ...last, text: last.text + one.text };
    else result.push(one);
  }
  return result;
}
