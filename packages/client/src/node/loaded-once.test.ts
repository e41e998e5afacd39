import { expect, test } from "vitest";
import { loadedOnce } from "./loaded-once.ts";

test("what has a name is loaded once, however many ask for it at once", async () => {
  const asked: string[] = [];
  const load = loadedOnce(async (name) => {
    asked.push(name);
    return { name };
  });
  const [one, same, other] = await Promise.all([load("a"), load("a"), load("b")]);
  expect(same).toBe(one);
  expect(other).toEqual({ name: "b" });
  expect(asked).toEqual(["a", "b"]);
});

test("what failed to load is tried again the next time", async () => {
  let isThere = false;
  const load = loadedOnce(async (name) => {
    if (!isThere) throw new Error("it is not there yet");
    return name;
  });
  await expect(load("a")).rejects.toThrow("not there yet");
  isThere = true;
  expect(await load("a")).toBe("a");
});
