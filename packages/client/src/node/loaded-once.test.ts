import { expect, test } from "vitest";
import { loadedOnce } from "./loaded-once.ts";

test("each name is loaded once, even for concurrent calls", async () => {
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

test("a failed load is tried again at the next call", async () => {
  let isThere = false;
  const load = loadedOnce(async (name) => {
    if (!isThere) throw new Error("it is not there yet");
    return name;
  });
  await expect(load("a")).rejects.toThrow("not there yet");
  isThere = true;
  expect(await load("a")).toBe("a");
});
