import { from, isSimple, type Node, to } from "../../syntax/index.ts";
import { family, repaired } from "../family.ts";
import { once } from "./once.ts";

export const offByOne = family(
  "off-by-one",
  {
    seen: [
      "fix the off-by-one[ error|]",
      "=[there is an|] off by one[ error|][ in the loop|], fix it",
      "=the loop [runs one step too far|goes one past the end][, fix it|]",
      "fix the loop[ bound|'s end condition]",
      "=bug: the loop reads past the end of the array",
      "=index out of range in the loop, fix it",
      "fix the [loop condition|bound of the loop]",
    ],
    unseen: ["the last round of the loop gets undefined", "it reaches beyond the last element"],
    weight: 2,
  },
  (sample, choose) => {
    const candidates = sample
      .all("ForStatement")
      .filter(
        (one) =>
          one.test?.type === "BinaryExpression" &&
          one.test.operator === "<" &&
          /\.length$/.test(sample.source(one.test.right)),
      );
    const one = choose.pickIfAny(candidates);
    if (one?.test?.type !== "BinaryExpression" || /<=\s*[\w$.]+\.length/.test(sample.code)) return undefined;
    const draft = sample.draft();
    const operator = sample.text.slice(to(one.test.left), from(one.test.right));
    draft.update(to(one.test.left), from(one.test.right), operator.replace("<", "<="));
    return repaired(sample, draft);
  },
);

const WRONG: Record<string, readonly string[]> = {
  "===": ["!=="],
  "!==": ["==="],
  "==": ["!="],
  "!=": ["=="],
  "<": [">"],
  ">": ["<"],
  "<=": [">="],
  ">=": ["<="],
};

export const wrongComparison = family(
  "wrong-comparison",
  {
    seen: [
      "=the comparison {wrong} is [the wrong way round|wrong], [it should be|use] {right}",
      "fix the comparison {wrong}: it should be {right}",
      "=bug: {wrong} should be {right}",
      "={wrong} is [a bug|wrong], I meant {right}",
      "change {wrong} to {right}",
      "=wrong operator: {wrong} must be {right}",
    ],
    unseen: ["the test should read {right}, at present it reads {wrong}"],
    weight: 1,
  },
  (sample, choose) => {
    const candidates = sample
      .all("BinaryExpression")
      .filter(
        (one) =>
          WRONG[one.operator] &&
          sample.isOneLine(one) &&
          to(one) - from(one) < 60 &&
          once(sample, sample.source(one)),
      );
    const one = choose.pickIfAny(candidates);
    if (one === undefined) return undefined;
    const right = sample.source(one);
    const operator = choose.pick(WRONG[one.operator] ?? [""]);
    const draft = sample.draft();
    const between = sample.text.slice(to(one.left), from(one.right));
    draft.update(to(one.left), from(one.right), between.replace(one.operator, operator));
    const before = sample.finish(draft);
    const wrong =
      right.slice(0, to(one.left) - from(one)) +
      between.replace(one.operator, operator) +
      right.slice(from(one.right) - from(one));
    return before.split(wrong).length === 2
      ? { before, after: sample.code, slots: { wrong, right } }
      : undefined;
  },
);

export const invertedCondition = family(
  "inverted-condition",
  {
    seen: [
      "=the condition {wrong} is [inverted|the wrong way round|backwards][, fix it|]",
      "fix the inverted condition {wrong}",
      "=bug: the if {wrong} is inverted",
      "negate [the condition |]{wrong}",
      "=it should be the opposite of {wrong}",
      "=logic error: {wrong} is inverted",
    ],
    unseen: ["{wrong} does the opposite of what is meant"],
    weight: 1.2,
  },
  (sample, choose) => {
    const candidates = sample.all("IfStatement").filter((one) => {
      const { test } = one;
      const isNegation = test.type === "UnaryExpression" && test.operator === "!" && isSimple(test.argument);
      return (
        (isNegation || (isSimple(test) && !/Literal/.test(test.type))) &&
        sample.isOneLine(test) &&
        to(test) - from(test) < 50
      );
    });
    const one = choose.pickIfAny(candidates);
    if (one === undefined) return undefined;
    const wrong =
      one.test.type === "UnaryExpression" ? sample.source(one.test.argument) : `!${sample.source(one.test)}`;
    if (sample.code.includes(`(${wrong})`)) return undefined;
    const draft = sample.draft();
    draft.update(from(one.test), to(one.test), wrong);
    return repaired(sample, draft, { wrong });
  },
);

export const wrongOperator = family(
  "wrong-operator",
  {
    seen: [
      "=it should be {right}[,| and] not {wrong}",
      "=bug: {wrong} should be {right}",
      "replace {wrong} [with|by] {right}",
      "=wrong operator in {wrong}, it should be {right}",
      "fix {wrong}, it must be {right}",
    ],
    unseen: ["{wrong} was meant to be {right}"],
    weight: 1,
  },
  (sample, choose) => {
    const swap: Record<string, string> = { "+": "-", "-": "+", "*": "/", "/": "*", "&&": "||", "||": "&&" };
    const candidates = [...sample.all("BinaryExpression"), ...sample.all("LogicalExpression")].filter(
      (one) =>
        swap[one.operator] &&
        sample.isOneLine(one) &&
        to(one) - from(one) < 50 &&
        once(sample, sample.source(one)),
    );
    const one = choose.pickIfAny(candidates);
    if (one === undefined) return undefined;
    const between = sample.text.slice(to(one.left), from(one.right));
    const other = between.replace(one.operator, swap[one.operator] ?? "");
    const right = sample.source(one);
    const wrong = right.slice(0, to(one.left) - from(one)) + other + right.slice(from(one.right) - from(one));
    const draft = sample.draft();
    draft.update(to(one.left), from(one.right), other);
    const before = sample.finish(draft);
    return before.split(wrong).length === 2
      ? { before, after: sample.code, slots: { wrong, right } }
      : undefined;
  },
);

export const assignmentInCondition = family(
  "assignment-in-condition",
  {
    seen: [
      "fix the bug in the condition",
      "=[there is an|] assignment in the condition, fix it",
      "=the if assigns instead of comparing[, fix it|]",
      "=[bug: |]= instead of === in the if",
      "fix the condition[, it assigns|: it should compare]",
      "=the condition {condition} is always true, fix it",
    ],
    unseen: ["the if changes its variable where it should test it"],
    weight: 1.3,
  },
  (sample, choose) => {
    const candidates = sample
      .all("IfStatement")
      .filter(
        ({ test }) =>
          test.type === "BinaryExpression" &&
          test.operator === "===" &&
          /^(Identifier|MemberExpression)$/.test(test.left.type),
      );
    const one = choose.pickIfAny(candidates);
    if (one?.test.type !== "BinaryExpression" || sample.bindings.of(one.test.left)?.kind === "const")
      return undefined;
    const between = sample.text.slice(to(one.test.left), from(one.test.right));
    const draft = sample.draft();
    draft.update(to(one.test.left), from(one.test.right), between.replace("===", "="));
    const condition = `${sample.source(one.test.left)} = ${sample.source(one.test.right)}`;
    const isShort = condition.length < 60 && !condition.includes("\n");
    return repaired(sample, draft, isShort && isTruthy(one.test.right) ? { condition } : {});
  },
);

/** Whether a value is known to be truthy. */
function isTruthy(node: Node): boolean {
  switch (node.type) {
    case "StringLiteral":
    case "BooleanLiteral":
    case "NumericLiteral":
      return Boolean(node.value);
    case "UnaryExpression":
      return node.operator === "-" && isTruthy(node.argument);
    default:
      return /^(Array|Object|New)Expression$|^RegExpLiteral$/.test(node.type);
  }
}
