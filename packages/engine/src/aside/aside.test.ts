import { expect, test } from "vitest";
import { Aside, type AsideTask, type TimeUp, Unfinished } from "./index.ts";

const FOUND = { refused: null, findings: [] };
let tasks = 0;
function task(over: Partial<AsideTask<unknown>> = {}): AsideTask<unknown> {
  const key = `task ${++tasks}`;
  return { job: { definitions: {} }, key: () => key, user: null, ...over };
}
const later = () => {
  throw new Unfinished();
};

/** Seconds of work that the limits allow, each time something else. */
function heavy(user: string): AsideTask<unknown> {
  const pattern = `^(${"ab?".repeat(1 + (tasks % 3))}c){1,400}$`;
  const schema = { allOf: [{ pattern }, { minLength: 3, maxLength: 700 + tasks }] };
  return task({ user, job: { definitions: { format: { type: "json_schema", name: "it", schema } } } });
}

test("a quick job runs on the calling thread, where its exceptions reach the caller", () => {
  const aside = new Aside("definitions");
  expect(aside.run(() => 1, task())).toBe(1);
  const wrong = () => {
    throw new RangeError("it is wrong");
  };
  expect(() => aside.run(wrong, task())).toThrow("it is wrong");
});

test("jobs get less time on the calling thread after one of them took too long", async () => {
  const aside = new Aside("definitions");
  const time = (isTimeUp: TimeUp) => {
    const start = performance.now();
    while (!isTimeUp());
    return performance.now() - start;
  };
  expect(aside.run(time, task())).toBeGreaterThan(19);
  const first = aside.run(later, task());
  // A pause of the test's own process may make it longer, but not each time.
  const times = Array.from({ length: 5 }, () => aside.run(time, task()) as number);
  expect(Math.min(...times)).toBeLessThan(15);
  await first;
});

test("jobs beyond the waiting limit are rejected with `aside_busy`, and all others are completed", async () => {
  const aside = new Aside("definitions");
  const ends = await Promise.allSettled(Array.from({ length: 70 }, () => aside.run(later, task())));
  const refused = ends.flatMap((end) => (end.status === "rejected" ? [end.reason.code] : []));
  expect(refused).toEqual(Array(5).fill("aside_busy"));
  for (const end of ends) if (end.status === "fulfilled") expect(end.value).toEqual(FOUND);
});

test("a failing job is rejected with `aside_failed`, and the next one is completed", async () => {
  const aside = new Aside<unknown, unknown>("definitions");
  await expect(aside.run(later, task({ job: null }))).rejects.toMatchObject({
    name: "AsideError",
    code: "aside_failed",
  });
  expect(await aside.run(later, task())).toEqual(FOUND);
});

test("what comes again while it waits is done once, and whoever asked is given the result", async () => {
  const aside = new Aside("definitions");
  let tries = 0;
  const here = () => {
    tries += 1;
    throw new Unfinished();
  };
  const same = (user: string) => aside.run(here, task({ key: () => "the same", user }));
  const [first, second] = [same("ann"), same("ben")];
  expect(await first).toEqual(FOUND);
  expect(await second).toBe(await first);
  expect(tries).toBe(1);
  expect(await same("ann")).toEqual(FOUND);
  expect(tries).toBe(2);
});

test("who sends much delays others by little, and the bound of one is not that of others", async () => {
  const aside = new Aside("definitions");
  const order: string[] = [];
  const send = (name: string, it: AsideTask<unknown>) =>
    Promise.resolve(aside.run(later, it)).then(
      () => order.push(name),
      (error) => order.push(`${name}: ${error.code}`),
    );
  const much = Array.from({ length: 2 }, () => send("heavy", heavy("ann")));
  const small = Array.from({ length: 100 }, () => send("small", task({ user: "ann" })));
  await send("other", task({ user: "ben" }));
  const before = order.slice(0, order.indexOf("other"));
  // Of Ann's, only those that had been sent already, and one of her turn.
  expect(before.filter((name) => name === "heavy" || name === "small").length).toBeLessThanOrEqual(3);
  expect(before).toContain("small: aside_busy");
  await Promise.all([...much, ...small]);
});
