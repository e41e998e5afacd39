import { expect, test } from "vitest";
import { Random } from "../random/index.ts";
import { mutated } from "./mutate.ts";
import { BODIES, FRAMES } from "./seeds.ts";

const documents = [...FRAMES, ...BODIES.map(({ body }) => body)];

test("the same seed gives the same inputs, another one others", () => {
  const series = (seed: number) => {
    const random = Random.of(seed, "mutations");
    return Array.from({ length: 200 }, () => mutated(random.pick(documents), random));
  };
  expect(series(1)).toEqual(series(1));
  expect(series(1)).not.toEqual(series(2));
});

test("any number of mutations comes to an end, changes no seed, and most are no longer what they were", () => {
  const before = JSON.stringify(documents);
  const random = Random.of(3, "mutations");
  let changed = 0;
  for (let nth = 0; nth < 2_000; nth++) {
    const document = random.pick(documents);
    if (mutated(document, random) !== JSON.stringify(document)) changed++;
  }
  expect(JSON.stringify(documents)).toBe(before);
  expect(changed).toBeGreaterThan(1_900);
});
