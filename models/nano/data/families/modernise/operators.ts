import { from, type Node, to } from "../../syntax/index.ts";
import { isCallOf, operand, rewriting } from "./rewriting.ts";

export const strictEquality = rewriting(
  "strict-equality",
  {
    seen: [
      "use [strict equality|===]",
      "use === instead of ==",
      "replace == [with|by] ===[| and != with !==]",
      "=[strict|triple] equals[| please]",
      "=no loose [equality|comparison]",
      "use strict [comparison|equality][s| operators]",
      "change == to ===",
    ],
    unseen: ["comparisons must not convert types", "eqeqeq"],
    isDone: (sample) =>
      sample.all("BinaryExpression").some((one) => /^[!=]==$/.test(one.operator)) &&
      !sample.all("BinaryExpression").some((one) => /^[!=]=$/.test(one.operator)),
    weight: 1.7,
  },
  "BinaryExpression",
  (node, sample) =>
    node.operator === "==" || node.operator === "!="
      ? sample.source(node).slice(0, to(node.left) - from(node)) +
        sample.text.slice(to(node.left), from(node.right)).replace(node.operator, `${node.operator}=`) +
        sample.text.slice(from(node.right), to(node))
      : undefined,
);

export const powerOperator = rewriting(
  "power-operator",
  {
    seen: [
      "use [the |]** [operator |][instead of Math.pow|]",
      "replace Math.pow [with|by] **",
      "=** instead of Math.pow",
      "use the exponentiation operator",
    ],
    unseen: ["powers have an operator of their own"],
    weight: 1,
  },
  "CallExpression",
  (node, sample) => {
    const [base, exponent] = node.arguments;
    if (!isCallOf(node, "Math", "pow")) return undefined;
    if (
      node.arguments.length !== 2 ||
      base === undefined ||
      exponent === undefined ||
      base.type === "SpreadElement" ||
      exponent.type === "SpreadElement"
    )
      return false;
    const holder = sample.parent(node);
    if (
      /^(Unary|Await|Member|OptionalMember|TSNonNull)Expression$/.test(holder?.type ?? "") ||
      (holder?.type === "BinaryExpression" && holder.operator === "**")
    )
      return false;
    return `${operand(sample, base)} ** ${operand(sample, exponent)}`;
  },
);

export const optionalChaining = rewriting(
  "optional-chaining",
  {
    seen: [
      "use optional chaining",
      "use ?.[| instead of &&]",
      "replace the && [chain|check][s|] [with|by] optional chaining",
      "[simplify|shorten] the null check[s|] with optional chaining",
      "=optional chaining instead of &&",
      "use the ?. operator",
    ],
    unseen: ["checking before every dot is tedious, there is an operator for it"],
    isDone: (sample) =>
      (sample.has("OptionalMemberExpression") || sample.has("OptionalCallExpression")) &&
      !sample.has("LogicalExpression"),
    weight: 2.5,
  },
  "LogicalExpression",
  (node, sample) => {
    const holder = sample.parent(node);
    // Only the top of a chain is rewritten.
    if (node.operator !== "&&" || (holder?.type === "LogicalExpression" && holder.operator === "&&"))
      return undefined;
    const checks = [...conjuncts(node.left), ...conjuncts(node.right)];
    const chained: string[] = [];
    let path: string | undefined;
    for (const check of checks) {
      const text = sample.source(check);
      const last = chained.at(-1);
      if (
        path !== undefined &&
        last !== undefined &&
        text.startsWith(`${path}.`) &&
        /^(Member|Call)Expression$/.test(check.type)
      )
        chained[chained.length - 1] = `${last}?.${text.slice(path.length + 1)}`;
      else chained.push(sample.sourceInParentheses(check));
      path =
        /^(Identifier|MemberExpression|ThisExpression)$/.test(check.type) && /^[\w$.]+$/.test(text)
          ? text
          : undefined;
    }
    return chained.length < checks.length && sample.isOneLine(node) ? chained.join(" && ") : undefined;
  },
);

/** Returns the operands of `a && b && c`. */
function conjuncts(node: Node): Node[] {
  if (node.type !== "LogicalExpression" || node.operator !== "&&" || node.extra?.["parenthesized"])
    return [node];
  return [...conjuncts(node.left), ...conjuncts(node.right)];
}

export const nullishCoalescing = rewriting(
  "nullish-coalescing",
  {
    seen: [
      "use ??[| for the defaults| for fallbacks]",
      "use nullish coalescing",
      "use ?? where a fallback is given",
      "=?? for the fallbacks",
      "use the ?? operator[| for defaults]",
      "use the nullish [coalescing |]operator",
    ],
    unseen: ["0 and empty strings are valid values, only null and undefined need the fallback"],
    weight: 1.5,
  },
  "LogicalExpression",
  (node, sample) => {
    const holder = sample.parent(node);
    const isValue =
      holder?.type === "VariableDeclarator" ||
      holder?.type === "ReturnStatement" ||
      holder?.type === "ObjectProperty" ||
      holder?.type === "CallExpression" ||
      (holder?.type === "AssignmentExpression" && holder.right === node);
    if (
      node.operator !== "||" ||
      !isValue ||
      node.left.type === "LogicalExpression" ||
      node.right.type === "LogicalExpression"
    )
      return undefined;
    if (!/^(.*Literal|ArrayExpression|ObjectExpression|Identifier)$/.test(node.right.type)) return undefined;
    const between = sample.text.slice(to(node.left), from(node.right));
    return (
      sample.text.slice(from(node), to(node.left)) +
      between.replace("||", "??") +
      sample.text.slice(from(node.right), to(node))
    );
  },
);

export const emptyLiterals = rewriting(
  "empty-literals",
  {
    seen: [
      "use [] [and {} |]instead of new Array()[| and new Object()]",
      "replace new Array() and new Object() [with|by] literals",
      "use literals [for|instead of] [empty |]arrays and objects[| constructors]",
      "=literals instead of new Array and new Object",
    ],
    unseen: ["constructors of empty arrays and objects look odd"],
    weight: 1.2,
  },
  "NewExpression",
  (node) => {
    if (node.callee.type !== "Identifier" || node.arguments.length > 0) return undefined;
    return node.callee.name === "Array" ? "[]" : node.callee.name === "Object" ? "{}" : undefined;
  },
);

export const dotAccess = rewriting(
  "dot-access",
  {
    seen: [
      "use dot [notation|access][| instead of brackets]",
      "use .name instead of brackets with a string",
      "replace [the |]brackets [with|by] dots[| where possible]",
      "=dot notation[ please|]",
      "access the properties with dots",
    ],
    unseen: ["brackets are for computed keys only"],
    weight: 1,
  },
  "MemberExpression",
  (node, sample) =>
    node.computed && node.property.type === "StringLiteral" && /^[a-zA-Z_$][\w$]*$/.test(node.property.value)
      ? `${sample.sourceInParentheses(node.object)}.${node.property.value}`
      : undefined,
);
