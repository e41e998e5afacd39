import { expect, test } from "vitest";
import { Random } from "../random/index.ts";
import { mutatedText } from "./mutate.ts";
import { BODIES, FRAMES } from "./seeds.ts";

const documents = [...FRAMES, ...BODIES.map(({ body }) => body)];

test("a seed always gives the same inputs, and another seed gives others", () => {
  const series = (seed: number) => {
    const random = Random.of(seed, "mutations");
    return Array.from({ length: 200 }, () => mutatedText(random.pick(documents), random));
  };
  expect(series(1)).toEqual(series(1));
  expect(series(1)).not.toEqual(series(2));
});

test("mutations always end, leave the original documents alone and nearly always change the input", () => {
  const before = JSON.stringify(documents);
  const random = Random.of(3, "mutations");
  let changed = 0;
  for (let nth = 0; nth < 2_000; nth++) {
    const document = random.pick(documents);
    if (mutatedText(document, random) !== JSON.stringify(document)) changed++;
  }
  expect(JSON.stringify(documents)).toBe(before);
  expect(changed).toBeGreaterThan(1_900);
});
