import fc from "fast-check";
import { expect, test } from "vitest";
import { type Reading, Source } from "./source.ts";

/** Runs a reader over a text that arrives in these pieces, and gives what it has read. */
function run<T>(pieces: readonly string[], read: (source: Source) => Reading<T>): T | undefined {
  const source = new Source();
  const reading = read(source);
  let step = reading.next();
  for (const piece of pieces) {
    source.append(piece);
    if (!step.done) step = reading.next();
  }
  source.close();
  if (!step.done) step = reading.next();
  expect(step.done).toBe(true);
  return step.done ? step.value : undefined;
}

/** Texts and tags, by turns. */
function* split(source: Source, tags: readonly string[]): Reading<string[]> {
  const found: string[] = [];
  for (;;) {
    let text = "";
    const tag = yield* source.until(tags, (piece) => {
      text += piece;
    });
    found.push(text);
    if (tag === null) return found;
    found.push(tag);
  }
}

test("text is passed on up to a tag, and the longer of two tags wins", () => {
  const read = (source: Source) => split(source, ["<a", "<ab>", "<b>"]);
  expect(run(["x<", "ab", ">y<a", "<b>", "<"], read)).toEqual(["x", "<ab>", "y", "<a", "", "<b>", "<"]);
});

test("text that cannot begin a tag is passed on at once", () => {
  const source = new Source();
  let text = "";
  const reading = source.until(["</think>"], (piece) => {
    text += piece;
  });
  source.append("a < b </th");
  reading.next();
  expect(text).toBe("a < b ");
});

test("a failed attempt leaves everything to be read again", () => {
  function* twoLetters(source: Source): Reading<boolean> {
    return (yield* source.takes("a")) && (yield* source.takes("b"));
  }
  function* read(source: Source): Reading<string> {
    const first = yield* source.attempt(twoLetters(source));
    return `${first} ${yield* source.takeWhile(/./)}`;
  }
  expect(run(["a", "c", "d"], read)).toBe("false acd");
  expect(run(["a", "b", "d"], read)).toBe("true d");
});

test("the exact text that a reader has read is returned, however it arrived", () => {
  const read = (source: Source) => source.capture(source.until(["b"], () => undefined));
  expect(run(["a a", " b", "c"], read)).toBe("a a b");
});

test("finds the same tags wherever the text is cut", () => {
  const tags = ["<a>", "</a>", "<ab>", "```json", "*** End"];
  const piece = fc.oneof(fc.constantFrom(...tags, "<", "``", "***", "<a"), fc.string({ maxLength: 3 }));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const read = (source: Source) => split(source, tags);
      expect(run(pieces, read)).toEqual(run([pieces.join("")], read));
      expect(run([...pieces.join("")], read)).toEqual(run([pieces.join("")], read));
      expect(run(pieces, read)?.join("")).toBe(pieces.join(""));
    }),
  );
});
