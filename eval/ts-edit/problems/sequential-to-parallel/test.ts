import assert from "node:assert/strict";
import { test } from "node:test";
import { loadDashboard, loadProfile } from "./solution.ts";

test("all four are asked for at once", async () => {
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  const result = loadDashboard({
    get: (path) =>
      new Promise((resolve) => {
        asked.push(path);
        answers.push(() => resolve(path.toUpperCase()));
      }),
  });
  await Promise.resolve();
  assert.deepEqual([...asked].sort(), ["/me", "/messages", "/news", "/orders?open=1"]);
  for (const answer of answers.reverse()) answer();
  assert.deepEqual(await result, { user: "/ME", orders: "/ORDERS?OPEN=1", messages: "/MESSAGES", news: "/NEWS" });
});

test("a failure is passed on", async () => {
  const api = {
    get: async (path: string) => {
      if (path === "/news") throw new Error("no news");
      return path;
    },
  };
  await assert.rejects(loadDashboard(api), { message: "no news" });
});

test("the profile still needs its order", async () => {
  const api = { get: async (path: string) => (path === "/me" ? { team: "/t" } : path) };
  assert.deepEqual(await loadProfile(api), { user: { team: "/t" }, team: "/t" });
});
