import fc from "fast-check";
import { expect, test } from "vitest";
import { firstToGo, type Prospect } from "./prospect.ts";

const idle = (...prospects: Prospect[]) => prospects.map((prospect, place) => ({ prospect, place }));

test.each([
  ["nothing where nothing is idle", [], 4, undefined],
  ["the oldest where all are alike", ["open", "open", "open"], 3, 0],
  ["a one-shot before an older conversation", ["open", "unlikely", "unlikely"], 4, 1],
  ["what may go on before an older one that has gone on", ["likely", "open", "open"], 3, 1],
  ["the oldest of those that are likely, once they fill their half", ["likely", "likely", "open"], 2, 0],
  ["the less likely where all have a place", ["likely", "open"], 4, 1],
  ["the only one, whatever it is", ["likely"], 8, 0],
  ["the oldest where there is room for one", ["likely", "open"], 1, 0],
] as const)("evicts %s", (_, prospects, room, place) => {
  expect(firstToGo(idle(...prospects), room)?.place).toBe(place);
});

test("one-shots never evict the latest likely conversations from their half of the capacity", () => {
  const prospect = fc.constantFrom<Prospect[]>("unlikely", "open", "likely");
  fc.assert(
    fc.property(
      fc.array(prospect, { maxLength: 12 }),
      fc.integer({ min: 1, max: 8 }),
      fc.array(fc.constantFrom<Prospect[]>("unlikely", "open"), { maxLength: 20 }),
      (before, room, shots) => {
        const kept = idle(...before);
        const enter = (prospect: Prospect) => {
          kept.push({ prospect, place: -1 });
          while (kept.length > room) {
            const gone = firstToGo(kept, room);
            kept.splice(kept.indexOf(gone as (typeof kept)[number]), 1);
          }
        };
        while (kept.length > room) kept.shift();
        const likely = kept.filter((it) => it.prospect === "likely");
        const safe = likely.slice(Math.max(0, likely.length - Math.floor(room / 2)));
        for (const shot of shots) {
          enter(shot);
          // What has come last is there still: it had no time yet to be gone on from.
          if (room > 1) expect(kept.at(-1)?.place).toBe(-1);
        }
        expect(kept).toEqual(expect.arrayContaining(safe));
      },
    ),
  );
});
