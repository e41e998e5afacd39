import { canReindent, from, type Node, type NodeOf, reindent, type Sample, to } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";
import { hasComments, isElseIf, onlyIf, single } from "./only-if.ts";

export const ifToTernary = family(
  "if-to-ternary",
  {
    seen: [
      "use a ternary[| instead of if/else| instead of if else| operator]",
      "[[convert|change] the if/else [to|into]|turn the if/else into] a ternary[| expression]",
      "replace the if else [with|by] [a ternary|the conditional operator]",
      "=ternary instead of if[| else]",
      "simplify the if [with|using] a ternary",
      "make [the if/else|this] a ternary",
      "write the if/else as one line[| with ?:]",
    ],
    unseen: ["fold both branches into a conditional expression"],
    weight: 1.3,
  },
  (sample) => {
    const one = onlyIf(sample, (candidate) => {
      const [a, b] = [single(candidate.consequent), single(candidate.alternate)];
      if (a?.type === "ReturnStatement" && b?.type === "ReturnStatement")
        return a.argument != null && b.argument != null;
      return (
        isAssignment(a) &&
        isAssignment(b) &&
        sample.source(a.expression.left) === sample.source(b.expression.left) &&
        a.expression.operator === b.expression.operator
      );
    });
    if (one === undefined || isElseIf(sample, one) || hasComments(sample, one) || !sample.isAlone(one))
      return undefined;
    const [a, b] = [single(one.consequent), single(one.alternate)];
    const { semi } = sample.style;
    const test = isTernaryTest(one.test) ? sample.source(one.test) : `(${sample.source(one.test)})`;
    let text: string;
    if (a?.type === "ReturnStatement" && b?.type === "ReturnStatement" && a.argument && b.argument)
      text = `return ${test} ? ${operand(sample, a.argument)} : ${operand(sample, b.argument)}${semi}`;
    else if (isAssignment(a) && isAssignment(b))
      text = `${sample.source(a.expression.left)} ${a.expression.operator} ${test} ? ${operand(sample, a.expression.right)} : ${operand(sample, b.expression.right)}${semi}`;
    else return undefined;
    if (text.includes("\n") || text.length > 130) return undefined;
    const draft = sample.draft();
    draft.update(from(one), to(one), text);
    return edited(sample, draft);
  },
);

function isAssignment(
  node: Node | undefined,
): node is NodeOf<"ExpressionStatement"> & { expression: NodeOf<"AssignmentExpression"> } {
  return node?.type === "ExpressionStatement" && node.expression.type === "AssignmentExpression";
}

function isTernaryTest(node: Node): boolean {
  return !/^(Assignment|Conditional|ArrowFunction|Sequence|Yield)Expression$/.test(node.type);
}

function operand(sample: Sample, node: Node): string {
  const text = sample.source(node);
  return /^(Assignment|Sequence|Yield|Conditional)Expression$/.test(node.type) ? `(${text})` : text;
}

export const ternaryToIf = family(
  "ternary-to-if",
  {
    seen: [
      "use if/else[| instead of the ternary| instead of a ternary]",
      "[[convert|change] the ternary [to|into]|turn the ternary into] [if/else|an if/else statement]",
      "replace the ternary [with|by] an if[| statement]",
      "=no ternary[ please|], [use|write] [an if|if/else]",
      "expand the ternary[| into if/else]",
      "rewrite the conditional expression as an if statement",
      "=if else instead of ?:",
    ],
    unseen: ["the ?: is hard to read, branch with statements"],
    weight: 1.3,
  },
  (sample) => {
    const candidates = sample.all("ConditionalExpression").filter((one) => {
      const holder = sample.parent(one);
      if (holder?.type === "ReturnStatement") return true;
      if (holder?.type === "AssignmentExpression" && holder.right === one)
        return sample.parent(holder)?.type === "ExpressionStatement";
      if (holder?.type !== "VariableDeclarator" || holder.id.type !== "Identifier") return false;
      const statement = sample.parent(holder);
      return statement?.type === "VariableDeclaration" && statement.declarations.length === 1;
    });
    if (candidates.length !== 1) return undefined;
    const [one] = candidates;
    const holder = one && sample.parent(one);
    const outer = holder && sample.parent(holder);
    if (one === undefined || holder === undefined || outer === undefined || one.extra?.["parenthesized"])
      return undefined;
    const statement = holder.type === "ReturnStatement" ? holder : outer;
    const place = sample.parent(statement);
    if (
      (place?.type !== "BlockStatement" && place?.type !== "Program") ||
      !sample.isAlone(statement) ||
      hasComments(sample, statement)
    )
      return undefined;
    if (one.consequent.type === "ConditionalExpression" || one.alternate.type === "ConditionalExpression")
      return undefined;
    // `x = test ? x : y` would assign x to itself.
    if (
      holder.type === "AssignmentExpression" &&
      [one.consequent, one.alternate].some((value) => sample.source(value) === sample.source(holder.left))
    )
      return undefined;
    const { indent } = sample.style;
    const base = sample.indentAt(from(statement));
    const semi = sample.source(statement).endsWith(";") ? ";" : "";
    const isReturn = holder.type === "ReturnStatement";
    let target = "";
    let head = "";
    if (holder.type === "AssignmentExpression") target = `${sample.source(holder.left)} ${holder.operator} `;
    if (holder.type === "VariableDeclarator" && statement.type === "VariableDeclaration") {
      const kind = statement.kind === "const" ? "let" : statement.kind;
      head = `${kind} ${sample.source(holder.id)}${semi}\n${base}`;
      target = `${(holder.id as NodeOf<"Identifier">).name} = `;
    }
    const say = (value: Node) => {
      const text = reindent(sample.source(value), base + indent, base + indent);
      return `${base}${indent}${isReturn ? "return " : target}${text}${semi}\n`;
    };
    if (
      !canReindent(one) ||
      !sample.isOneLine(one.consequent) ||
      !sample.isOneLine(one.alternate) ||
      !sample.isOneLine(one.test)
    )
      return undefined;
    const draft = sample.draft();
    draft.update(
      from(statement),
      to(statement),
      `${head}if (${sample.source(one.test)}) {\n${say(one.consequent)}${base}} else {\n${say(one.alternate)}${base}}`,
    );
    return edited(sample, draft);
  },
);
