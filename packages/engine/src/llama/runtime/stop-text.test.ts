import * as fc from "fast-check";
import { expect, test } from "vitest";
import { StopText } from "./stop-text.ts";

function through(stops: readonly string[], pieces: readonly string[]): { text: string; stopped: boolean } {
  const stop = new StopText(stops);
  let text = "";
  for (const piece of pieces) text += stop.push(piece);
  return { text: text + stop.end(), stopped: stop.stopped };
}

test("text without stop strings passes at once", () => {
  const stop = new StopText([]);
  expect(stop.push("abc")).toBe("abc");
  expect(stop.end()).toBe("");
});

test("only what could begin a stop string is held back", () => {
  const stop = new StopText(["END"]);
  expect(stop.push("the E")).toBe("the ");
  expect(stop.push("N")).toBe("");
  expect(stop.push("d")).toBe("ENd");
});

test("a stop string ends the text before it, wherever the pieces are cut", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 30 });
  const stops = fc.array(fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 4 }), {
    maxLength: 3,
  });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), stops, (pieces, stops) => {
      const whole = pieces.join("");
      const found = stops.map((stop) => whole.indexOf(stop)).filter((index) => index !== -1);
      const { text, stopped } = through(stops, pieces);
      expect(stopped).toBe(found.length > 0);
      // Cut into pieces, the stop string that is whole first may be another than the one that begins first.
      if (found.length === 0) expect(text).toBe(whole);
      else expect(whole.startsWith(text)).toBe(true);
      if (pieces.length === 1 && found.length > 0) expect(text).toBe(whole.slice(0, Math.min(...found)));
    }),
  );
});

test("nothing comes after a stop string", () => {
  const stop = new StopText(["."]);
  expect(stop.push("one. two")).toBe("one");
  expect(stop.push(" three")).toBe("");
  expect(stop.end()).toBe("");
});
