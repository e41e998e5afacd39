import type { Choices } from "../../choices/index.ts";
import { from, type Node, type NodeOf, type Sample, to } from "../../syntax/index.ts";
import { type Edit, edited, family } from "../family.ts";
import { testAt } from "./tests.ts";

/** Whether a condition can be extended: plain tests on one line, without strings that are hard to quote. */
function isOpen(sample: Sample, { test }: NodeOf<"IfStatement">): boolean {
  return (
    sample.isOneLine(test) &&
    to(test) - from(test) < 50 &&
    !/\/\/|\/\*|`/.test(sample.source(test)) &&
    /^(Identifier|MemberExpression|OptionalMemberExpression|CallExpression|UnaryExpression|BinaryExpression|LogicalExpression)$/.test(
      test.type,
    )
  );
}

/** Whether a condition uses the other operator and needs parentheses. */
function isOther(test: Node, operator: string): boolean {
  return test.type === "LogicalExpression" && test.operator !== operator;
}

/** Returns the edit that adds a test to an `if`'s condition. `&&` within `||` gets parentheses, like formatters do. */
function extended(sample: Sample, choose: Choices, operator: "&&" | "||"): Edit | undefined {
  const ifs = sample.all("IfStatement");
  const one = choose.pickIfAny(ifs.filter((other) => isOpen(sample, other)));
  if (one === undefined) return undefined;
  const condition = sample.source(one.test);
  if (ifs.filter((other) => sample.source(other.test) === condition).length > 1) return undefined;
  const first = testAt(sample, choose, one);
  const isTwo = choose.chance(0.1);
  const second = isTwo ? testAt(sample, choose, one) : first;
  const inner = operator === "&&" ? "||" : "&&";
  const test = second === first ? first : `${first} ${inner} ${second}`;
  if (isSaid(condition, first) || isSaid(condition, second) || (second !== first && isSaid(first, second)))
    return undefined;
  const added = second === first ? test : `(${test})`;
  const draft = sample.draft();
  draft.update(
    from(one.test),
    to(one.test),
    `${isOther(one.test, operator) ? `(${condition})` : condition} ${operator} ${added}`,
  );
  const line = sample.text.slice(sample.lineStart(from(one)), sample.lineEnd(from(one)));
  if (line.length + added.length > 110) return undefined;
  const named = { condition, also: test };
  return edited(sample, draft, ifs.length === 1 ? { test, ...named } : named);
}

/** Whether a condition already tests the subject of a test: the two could contradict each other. */
function isSaid(condition: string, test: string): boolean {
  const subject = /^(?:!|typeof )?([\w$.]+)/.exec(test)?.[1] ?? test;
  return condition.split(/[^\w$.]+/).includes(subject) || condition.includes(test);
}

export const requireAlso = family(
  "require-also",
  {
    seen: [
      "also require {test}",
      "[add|append] && {test} to the condition",
      "=the if should also check {test}",
      "also check {test} in the if",
      "=the condition should also require {test}",
      "only do it if {test} [too|as well]",
      "additionally require {test}",
      "=where {condition} is checked, also require {also}",
      "[add|append] && {also} to {condition}",
      "=the if {condition} should also require {also}",
      "require {also} in addition to {condition}",
      "=besides {condition}, {also} must hold too",
      "extend the condition {condition} with && {also}",
    ],
    unseen: ["=it takes {test} as well to get into the if", "tighten {condition}: {also} is a must too"],
    weight: 1.3,
  },
  (sample, choose) => extended(sample, choose, "&&"),
);

export const allowAlso = family(
  "allow-also",
  {
    seen: [
      "[do|run] it also if {test}",
      "add || {test} to the condition",
      "=the if should also [apply|run] when {test}",
      "=or if {test}",
      "[enter|take] the if also when {test}",
      "=the condition should hold too when {test}",
      "let {test} be enough for the if too",
      "=where {condition} is checked, {also} should be enough too",
      "[add|append] || {also} to {condition}",
      "=the if {condition} should also run when {also}",
      "accept {also} as an alternative to {condition}",
      "=either {condition} or {also} should do",
      "extend the condition {condition} with || {also}",
    ],
    unseen: ["=there is another way into the if: {test}", "loosen {condition}: {also} will do as well"],
    weight: 1.1,
  },
  (sample, choose) => extended(sample, choose, "||"),
);
