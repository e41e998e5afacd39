import * as fc from "fast-check";
import { expect, test } from "vitest";
import { StopText } from "./stop-text.ts";

function through(stops: readonly string[], pieces: readonly string[]): { text: string; stopped: boolean } {
  const stop = new StopText(stops);
  let text = "";
  for (const piece of pieces) text += stop.push(piece).text;
  return { text: text + stop.end(), stopped: stop.stopped };
}

test("text passes at once without stop sequences", () => {
  const stop = new StopText([]);
  expect(stop.push("abc").text).toBe("abc");
  expect(stop.end()).toBe("");
});

test("only a possible start of a stop sequence is held back", () => {
  const stop = new StopText(["END"]);
  expect(["the E", "N", "d"].map((text) => stop.push(text).text)).toEqual(["the ", "", "ENd"]);
});

test("a stop sequence ends the text before it, however the text is split", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 30 });
  const stops = fc.array(fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 4 }), {
    maxLength: 3,
  });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), stops, (pieces, stops) => {
      const whole = pieces.join("");
      const { text, stopped } = through(stops, pieces);
      // Character by character it is plain which one is whole first.
      const end = [...whole].findIndex((_, at) =>
        stops.some((stop) => whole.slice(0, at + 1).endsWith(stop)),
      );
      expect(stopped).toBe(end !== -1);
      const ending = stops.filter((stop) => whole.slice(0, end + 1).endsWith(stop));
      const longest = Math.max(0, ...ending.map(({ length }) => length));
      expect(text).toBe(end === -1 ? whole : whole.slice(0, end + 1 - longest));
    }),
  );
});

test("nothing is output after a stop sequence", () => {
  const stop = new StopText(["."]);
  expect(stop.push("one. two")).toEqual({ text: "one", stopped: true });
  expect(stop.push(" three")).toEqual({ text: "", stopped: true });
  expect(stop.end()).toBe("");
});
