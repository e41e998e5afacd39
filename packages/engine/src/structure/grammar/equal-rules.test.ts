import { expect, test } from "vitest";
import { equalRules } from "./equal-rules.ts";
import { choice, type Expression, rule, sequence, text } from "./expression.ts";
import { toGbnf } from "./gbnf.ts";

const rules = (it: Record<string, Expression>) => new Map(Object.entries(it));

test("rules that say the same are written once, and so are those that are the same with them", () => {
  const pair = (value: string) => sequence(text("x"), rule(value));
  const both = rules({ a: text("1"), b: text("1"), c: text("2"), d: pair("a"), e: pair("b"), f: pair("c") });
  expect(Object.fromEntries(equalRules(both))).toEqual({ b: "a", e: "d" });
  const gbnf = toGbnf(both, choice(rule("d"), rule("e"), rule("f")));
  expect(gbnf).not.toMatch(/^[be] ::=/m);
  expect(gbnf).toMatch(/^root ::= d \| f$/m);
});

test("rules that differ in any part are kept apart", () => {
  const apart = rules({
    text: text("a,b"),
    sequence: sequence(text("a"), rule("text")),
    choice: choice(text("a"), rule("text")),
    turned: choice(rule("text"), text("a")),
    quoted: text('a","b'),
  });
  expect(equalRules(apart)).toEqual(new Map());
});

test("rules that refer to themselves and to one another stay as they are", () => {
  const around = rules({
    list: choice(text(";"), sequence(text("a"), rule("list"))),
    other: choice(text(";"), sequence(text("a"), rule("list"))),
    ping: sequence(text("a"), choice(rule("pong"), text("b"))),
    pong: sequence(text("a"), choice(rule("ping"), text("b"))),
    unknown: sequence(text("a"), rule("nowhere")),
  });
  expect(Object.fromEntries(equalRules(around))).toEqual({ other: "list" });
});

test("a long chain of rules is compared with another one", () => {
  const count = 10_000;
  const chain = (name: string) =>
    Array.from({ length: count }, (_, at) => [`${name}${at}`, sequence(text("a"), rule(`${name}${at + 1}`))]);
  const chains = rules(Object.fromEntries([...chain("r"), ...chain("s")]));
  chains.set(`r${count}`, text("b")).set(`s${count}`, text("b"));
  expect(equalRules(chains).size).toBe(count + 1);
});
