import { canReindent, from, innerLines, isOpenBlock, type Node, negated, to } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";
import { hasComments, isElseIf, onlyIf, single } from "./only-if.ts";

export const mergeIfs = family(
  "merge-ifs",
  {
    seen: [
      "merge the [nested |two |]ifs[| into one]",
      "combine the nested ifs[| with &&]",
      "[join|collapse|flatten] the nested if statements[| into one]",
      "use [&&|one if] instead of [a nested if|nested ifs]",
      "=one if instead of two",
    ],
    unseen: ["both tests belong in a single condition"],
    weight: 1.2,
  },
  (sample) => {
    const outer = onlyIf(sample, (candidate) => {
      const inner = single(candidate.consequent);
      return (
        !candidate.alternate &&
        inner?.type === "IfStatement" &&
        !inner.alternate &&
        inner.consequent.type === "BlockStatement"
      );
    });
    const inner = outer && single(outer.consequent);
    if (outer === undefined || inner?.type !== "IfStatement" || inner.consequent.type !== "BlockStatement")
      return undefined;
    if (
      !isOpenBlock(sample, inner.consequent) ||
      !sample.isAlone(outer) ||
      !canReindent(inner) ||
      isElseIf(sample, outer)
    )
      return undefined;
    if (
      /\/\/|\/\*/.test(sample.text.slice(from(outer), from(inner.consequent))) ||
      /\/\/|\/\*/.test(sample.text.slice(to(inner), to(outer)))
    )
      return undefined;
    const both = [outer.test, inner.test].map((test) =>
      /^(Logical|Conditional|Assignment|Sequence|ArrowFunction)Expression$/.test(test.type) &&
      !(test.type === "LogicalExpression" && test.operator === "&&")
        ? `(${sample.source(test)})`
        : sample.source(test),
    );
    const base = sample.indentAt(from(outer));
    const draft = sample.draft();
    draft.update(
      from(outer),
      to(outer),
      `if (${both.join(" && ")}) {\n${innerLines(sample, inner.consequent, base + sample.style.indent)}\n${base}}`,
    );
    return edited(sample, draft);
  },
);

export const splitIf = family(
  "split-if",
  {
    seen: [
      "split the [if|condition] [into two nested ifs|in two]",
      "use nested ifs instead of &&",
      "replace the && [with|by] [a nested if|nested ifs]",
      "break the condition [up |]into nested ifs",
    ],
    unseen: ["test one thing after the other in ifs of their own, one inside the other"],
    weight: 0.6,
  },
  (sample) => {
    const one = onlyIf(
      sample,
      (candidate) => candidate.test.type === "LogicalExpression" && candidate.test.operator === "&&",
    );
    if (
      one?.test.type !== "LogicalExpression" ||
      one.alternate ||
      one.consequent.type !== "BlockStatement" ||
      isElseIf(sample, one)
    )
      return undefined;
    if (
      !isOpenBlock(sample, one.consequent) ||
      !sample.isAlone(one) ||
      !canReindent(one) ||
      one.test.left.type === "LogicalExpression"
    )
      return undefined;
    const base = sample.indentAt(from(one));
    const { indent } = sample.style;
    const inner = innerLines(sample, one.consequent, base + indent + indent);
    const draft = sample.draft();
    draft.update(
      from(one),
      to(one),
      `if (${sample.source(one.test.left)}) {\n${base}${indent}if (${sample.source(one.test.right)}) {\n${inner}\n${base}${indent}}\n${base}}`,
    );
    return edited(sample, draft);
  },
);

export const simplifyBoolean = family(
  "simplify-boolean-return",
  {
    seen: [
      "simplify the [return|condition][|: return the condition itself]",
      "return the condition [directly|itself]",
      "=no need for if, return the [condition|comparison]",
      "replace if … return true else return false [with|by] one return",
      "get rid of the [if|return true/return false]",
    ],
    unseen: ["what the test says is the answer already"],
    weight: 1.5,
  },
  (sample) => {
    for (const one of sample.all("IfStatement")) {
      const place = sample.parent(one);
      if (
        place?.type !== "BlockStatement" ||
        isElseIf(sample, one) ||
        !sample.isAlone(one) ||
        hasComments(sample, one)
      )
        continue;
      const next = place.body[place.body.indexOf(one) + 1];
      const second = one.alternate ? single(one.alternate) : next;
      const first = single(one.consequent);
      if (first?.type !== "ReturnStatement" || second?.type !== "ReturnStatement") continue;
      if (first.argument?.type !== "BooleanLiteral" || second.argument?.type !== "BooleanLiteral") continue;
      if (first.argument.value === second.argument.value || !isBoolean(one.test)) continue;
      const { semi } = sample.style;
      const draft = sample.draft();
      const value = first.argument.value ? sample.source(one.test) : negated(sample, one.test);
      draft.update(from(one), one.alternate ? to(one) : to(second), `return ${value}${semi}`);
      return edited(sample, draft);
    }
    return undefined;
  },
);

/** Whether an expression is always boolean. */
function isBoolean(node: Node): boolean {
  if (node.type === "BinaryExpression") return /^([!=]==?|[<>]=?|in|instanceof)$/.test(node.operator);
  if (node.type === "UnaryExpression") return node.operator === "!";
  return (
    node.type === "LogicalExpression" &&
    node.operator !== "??" &&
    isBoolean(node.left) &&
    isBoolean(node.right)
  );
}
