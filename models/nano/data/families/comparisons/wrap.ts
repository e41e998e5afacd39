import type { Choices } from "../../choices/index.ts";
import { canReindent, from, hasComment, type NodeOf, reindent, type Sample, to } from "../../syntax/index.ts";
import { type Edit, edited, family } from "../family.ts";
import { ifHead, testAt } from "./tests.ts";

type Statement = NodeOf<"ExpressionStatement">;

/** Returns statements that can become conditional: calls and assignments on their own lines, directly in a block. */
function candidates(sample: Sample): Statement[] {
  return sample.all("ExpressionStatement").filter(
    (one) =>
      sample.parent(one)?.type === "BlockStatement" &&
      sample.isAlone(one) &&
      // Assertions make no sense under a condition.
      !/^(await )?\w*(expect|assert)/i.test(sample.source(one)) &&
      canReindent(one) &&
      !hasComment(sample, one) &&
      sample.source(one).split("\n").length <= 6,
  );
}

/** Returns the edit that wraps the statement in an `if` with braces. */
function wrapped(sample: Sample, one: Statement, test: string, slots: Edit["slots"]): Edit | undefined {
  const base = sample.indentAt(from(one));
  const deeper = base + sample.style.indent;
  const draft = sample.draft();
  const body = reindent(sample.source(one), base, deeper);
  draft.update(from(one), to(one), `${ifHead(sample, test)} {\n${deeper}${body}\n${base}}`);
  return edited(sample, draft, slots);
}

/** Whether the statement before or around it already has the same test. */
function isTested(sample: Sample, one: Statement, test: string): boolean {
  const holder = sample.around(one, (node) => node.type === "IfStatement");
  return holder?.type === "IfStatement" && sample.source(holder.test).includes(test.replace(/^!/, ""));
}

function calleeOf(sample: Sample, one: Statement): string | undefined {
  const value = one.expression.type === "AwaitExpression" ? one.expression.argument : one.expression;
  if (value.type !== "CallExpression") return undefined;
  const callee = sample.source(value.callee);
  // Calls that end a function or set up the object are not made conditional.
  return /^[\w$]+(\.[\w$]+){0,3}$/.test(callee) && !/^(super|resolve|require|describe|it|test)$/.test(callee)
    ? callee
    : undefined;
}

/** Returns a test of something that the statement does not set. */
function testFor(sample: Sample, choose: Choices, one: Statement): string | undefined {
  const test = testAt(sample, choose, one);
  const { expression } = one;
  const target =
    expression.type === "AssignmentExpression"
      ? sample.source(expression.left)
      : expression.type === "UpdateExpression"
        ? sample.source(expression.argument)
        : undefined;
  if (target !== undefined && test.split(/[^\w$.]+/).includes(target)) return undefined;
  return isTested(sample, one, test) ? undefined : test;
}

export const callOnlyIf = family(
  "call-only-if",
  {
    seen: [
      "only call {call} [if|when] {test}",
      "call {call} only [if|when] {test}",
      "=if {test}, call {call}, otherwise don't",
      "wrap the call of {call} in [an if|a check]: {test}",
      "put the call [of|to] {call} in an if ({test})",
      "=don't call {call} unless {test}",
      "={call} should only be called [if|when] {test}",
      "make the call to {call} conditional on {test}",
      "guard the call of {call} with if ({test})",
    ],
    unseen: ["=the call to {call} depends on {test}", "=no {call} without {test}"],
    weight: 1.3,
  },
  (sample, choose) => {
    const all = candidates(sample).filter((one) => {
      const callee = calleeOf(sample, one);
      return callee && sample.code.split(callee).length === 2;
    });
    const one = choose.pickIfAny(all);
    const call = one && calleeOf(sample, one);
    const test = one && testFor(sample, choose, one);
    if (one === undefined || call === undefined || test === undefined) return undefined;
    return wrapped(sample, one, test, { call, test });
  },
);

export const doOnlyIf = family(
  "do-only-if",
  {
    seen: [
      "do {line} only [if|when] {test}",
      "only do {line} [if|when] {test}",
      "wrap {line} in if ({test})",
      "put {line} [in|inside] an if: {test}",
      "only run {line} [if|when] {test}",
      "={line} should only [run|happen] [if|when] {test}",
      "=don't do {line} unless {test}",
      "make {line} conditional on {test}",
      "guard {line} with if ({test})",
    ],
    unseen: ["={line} depends on {test}", "=unless {test}, leave {line} undone"],
    weight: 1,
  },
  (sample, choose) => {
    const all = candidates(sample).filter((one) => {
      const text = sample.source(one);
      return (
        sample.isOneLine(one) &&
        text.length < 60 &&
        sample.code.split(text).length === 2 &&
        /^(Assignment|Update|Call|Await)Expression$/.test(one.expression.type) &&
        !/^super\b/.test(text)
      );
    });
    const one = choose.pickIfAny(all);
    const test = one && testFor(sample, choose, one);
    if (one === undefined || test === undefined) return undefined;
    return wrapped(sample, one, test, { line: sample.source(one).replace(/;$/, ""), test });
  },
);
