import { expect, it } from "vitest";
import { Choices } from "../../choices/index.ts";
import { parses } from "../../syntax/index.ts";
import { branching, recursionToLoop } from "../index.ts";

const LISTS: readonly unknown[] = [[], [4], [3, 1, 2], [2, 7, 1, 8]];
const TEXTS: readonly unknown[] = ["", "a", "flint", "x-a e"];
const NUMBERS: readonly unknown[] = [1, 2, 3, 7, 8];
/** Linked lists: a node has a number by every name but the next one's. */
const NODES: readonly unknown[] = LISTS.map((one) =>
  (one as number[]).reduceRight<unknown>(
    (next, number) =>
      new Proxy({}, { get: (_, name) => (/^(next|rest|tail|parent)$/.test(String(name)) ? next : number) }),
    null,
  ),
);

/** What a function gives, or does, for arguments; names that it does not know are functions, fields are numbers. */
function outcome(code: string, args: readonly unknown[]): unknown {
  const log: unknown[] = [];
  const known: Record<string, unknown> = {
    Math,
    Infinity,
    undefined,
    output: log,
    console: { log: (...of: unknown[]) => log.push(of) },
  };
  const scope = new Proxy(known, {
    has: (_, name) => typeof name === "string" && name !== "args",
    get: (_, name) =>
      typeof name !== "string"
        ? undefined
        : name in known
          ? known[name]
          : (x: number) => (log.push(x), x * 3),
  });
  const name = /(?:function|const) (\w+)/.exec(code)?.[1];
  const run = new Function(
    "scope",
    "args",
    `with (scope) { ${code.replace(/^export /, "")}\nreturn ${name}(...args); }`,
  );
  const value = run(scope, args);
  // In which order a pure function is asked does not matter, nor the sign of nothing.
  return [value === 0 ? 0 : value, value === undefined ? log : log.sort()];
}

/** Arguments for parameters of these names. */
function argumentsFor(code: string): (readonly unknown[])[] {
  const parameters =
    /(?:function \w+|const \w+ = )\(([^)]*)\)/.exec(code)?.[1] ?? /= (\w+) =>/.exec(code)?.[1] ?? "";
  if (parameters.startsWith("[")) return LISTS.map((one) => [one]);
  if (/\.(next|rest|tail|parent)\)/.test(code)) return NODES.map((one) => [one]);
  const names = parameters.split(", ").filter((one) => !one.includes(" = "));
  const first = names[0] ?? "";
  const isText = /^(s|str|text|word|string|input|pad)$/.test(first);
  const isList = /\.length|\[0\]/.test(code) && !isText;
  const isField = /\[0\]\.\w+|\[\w+\]\.\w+/.test(code) && isList;
  const lists = isField
    ? LISTS.map((one) => (one as number[]).map((n) => new Proxy({}, { get: () => n })))
    : LISTS;
  const values = isList ? lists : isText ? TEXTS : NUMBERS;
  if (names.length < 2) return values.map((one) => [one]);
  return values.flatMap((one) => [3, 1].map((second) => (isList || isText ? [one, second] : [second, one])));
}

it("recursion-to-loop gives the same results as the recursion", () => {
  const shapes = new Set<string>();
  let compared = 0;
  for (let seed = 0; seed < 2_500; seed++) {
    const edit = recursionToLoop.apply(undefined as never, new Choices(seed));
    const { before = "", after = "" } = edit ?? {};
    expect(parses(after, "ts"), after).toBe(true);
    if (/: number/.test(before)) continue;
    shapes.add(after.replace(/\b(?!function|const|for|while|return|of|result|Math)\w+\b/g, "x"));
    for (const args of argumentsFor(before)) {
      let expected: unknown;
      try {
        expected = outcome(before, args);
      } catch (error) {
        // A recursion that never ends for an input has no answer to keep.
        if (error instanceof RangeError) continue;
        throw new Error(`${String(error)}\n${before}\n${JSON.stringify(args)}`);
      }
      compared++;
      expect(outcome(after, args), `${before}\n${after}\n${JSON.stringify(args)}`).toEqual(expected);
    }
  }
  expect(compared).toBeGreaterThan(3_000);
  expect(shapes.size).toBeGreaterThan(100);
}, 60_000);

it("functions that call themselves more than once parse", () => {
  for (let seed = 0; seed < 60; seed++) expect(parses(branching(new Choices(seed)), "js")).toBe(true);
});
