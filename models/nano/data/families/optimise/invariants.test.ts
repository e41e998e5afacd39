import { expect, it } from "vitest";
import { Choices } from "../../choices/index.ts";
import { parses, Sample } from "../../syntax/index.ts";
import { hoistExpression } from "./invariants.ts";

/** A thing that is a number, has whatever property is asked for, and tells what is written to it. */
function thing(number: number, log: unknown[]): object {
  return new Proxy(
    {},
    {
      get: (_, name) => {
        if (name === Symbol.toPrimitive || name === "valueOf") return () => number;
        if (name === "toJSON") return () => number;
        return number + String(name).length;
      },
      set: (_, name, value) => log.push([name, value]) > 0,
    },
  );
}

function outcome(code: string): unknown {
  const log: unknown[] = [];
  const [, name = "", parameters = ""] =
    /(?:function |const )(\w+)(?: = )?\(([^)]*)\)/.exec(code.replace(/^export /, "")) ?? [];
  const args = parameters.split(", ").map((one, index) => {
    if (index === 0) return [1, 4, 20, 150].map((n) => thing(n, log));
    if (code.includes(`${one}.toLowerCase`)) return "Ab";
    if (code.includes(`new Set(${one})`)) return [4, 12];
    if (code.includes(`${one}.`) && one === "config") return new Proxy({}, { get: () => thing(5, log) });
    return thing(7, log);
  });
  const run = new Function("console", `${code.replace(/^export /, "")}\nreturn ${name};`);
  const value = run({ log: (...of: unknown[]) => log.push(of.map(Number)) })(...args);
  return JSON.stringify([value, log]);
}

it("hoisting an invariant puts its line before the loop and keeps the result and the effects", () => {
  const sample = Sample.of("f();", "js");
  let written = 0;
  for (let seed = 0; seed < 400; seed++) {
    const edit = hoistExpression.apply(sample as Sample, new Choices(seed));
    const { before = "", after = "", slots } = edit ?? {};
    expect(parses(before, "js") && parses(after, "js"), `${before}\n${after}`).toBe(true);
    const lines = after.split("\n").map((one) => one.trim());
    const at = lines.findIndex((one) => one.startsWith(slots?.["line"] ?? "?"));
    expect(lines[at + 1], after).toMatch(/^for \(/);
    expect(after.length).toBeLessThan(before.length);
    expect(outcome(after), after).toBe(outcome(before));
    if (outcome(after) !== "[null,[]]") written++;
  }
  expect(written).toBeGreaterThan(350);
});
