import { from, isPure, isSimple, type Node, type NodeOf, type Sample, to } from "../../syntax/index.ts";
import { edited, family, type Wording } from "../family.ts";

/**
 * A family that rewrites every expression of one kind; `rewrite` gives the new text, nothing where it does not apply, or
 * false where it would have to apply and cannot, so that nothing is rewritten.
 */
function rewriting<Type extends Node["type"]>(
  name: string,
  wording: Wording,
  type: Type,
  rewrite: (node: NodeOf<Type>, sample: Sample) => string | false | undefined,
) {
  return family(name, wording, (sample) => {
    const draft = sample.draft();
    const done: Node[] = [];
    for (const node of sample.all(type)) {
      const text = rewrite(node, sample);
      if (text === false) return undefined;
      if (text === undefined) continue;
      // One within another: two edits of the same text.
      if (done.some((outer) => sample.isWithin(node, outer))) return undefined;
      draft.update(from(node), to(node), text);
      done.push(node);
    }
    return done.length === 0 ? undefined : edited(sample, draft);
  });
}

function isCallOf(call: NodeOf<"CallExpression">, object: string, method: string): boolean {
  const { callee } = call;
  return (
    callee.type === "MemberExpression" &&
    !callee.computed &&
    callee.object.type === "Identifier" &&
    callee.object.name === object &&
    callee.property.type === "Identifier" &&
    callee.property.name === method
  );
}

function methodCall(
  node: Node,
  method: string,
): (NodeOf<"CallExpression"> & { callee: NodeOf<"MemberExpression"> }) | undefined {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression" || node.callee.computed)
    return undefined;
  if (node.callee.property.type !== "Identifier" || node.callee.property.name !== method) return undefined;
  return node as NodeOf<"CallExpression"> & { callee: NodeOf<"MemberExpression"> };
}

const operand = (sample: Sample, node: Node) =>
  isSimple(node) ? sample.source(node) : `(${sample.source(node)})`;

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

export const includesInsteadOfIndexOf = rewriting(
  "index-of-to-includes",
  {
    seen: [
      "use includes[| instead of indexOf]",
      "replace indexOf [with|by] includes",
      "=includes instead of indexOf",
      "simplify the indexOf check[s|]",
      "use .includes()[ for the check|]",
    ],
    unseen: ["no comparing of positions with -1"],
    isDone: (sample) => sample.mentions("includes") && !sample.mentions("indexOf"),
    weight: 1.7,
  },
  "BinaryExpression",
  (node, sample) => {
    const call = methodCall(node.left, "indexOf");
    const right = sample.source(node.right);
    if (call === undefined || call.arguments.length !== 1) return undefined;
    const isIn =
      (right === "-1" && /^(!==?|>)$/.test(node.operator)) || (right === "0" && node.operator === ">=");
    const isOut =
      (right === "-1" && /^===?$/.test(node.operator)) || (right === "0" && node.operator === "<");
    const text = sample.source(call).replace(/\.indexOf\(/, ".includes(");
    if (!isIn && !isOut) return undefined;
    return isOut ? `!${text}` : text;
  },
);

export const spreadInsteadOfAssign = rewriting(
  "assign-to-spread",
  {
    seen: [
      "use [object |][spread|the spread operator][| instead of Object.assign]",
      "replace Object.assign [with|by] [object |]spread",
      "=spread instead of Object.assign",
      "[convert|change] Object.assign [to|into] spread syntax",
    ],
    unseen: ["three dots can do what Object.assign does here"],
    isDone: (sample) =>
      sample.has("SpreadElement") && sample.has("ObjectExpression") && !sample.mentions("Object"),
    weight: 1.5,
  },
  "CallExpression",
  (node, sample) => {
    const [first, ...rest] = node.arguments;
    if (
      !isCallOf(node, "Object", "assign") ||
      first?.type !== "ObjectExpression" ||
      first.properties.length > 0 ||
      rest.length === 0 ||
      !sample.isOneLine(node)
    )
      return undefined;
    if (
      rest.some((one) => one.type === "SpreadElement" || (!isSimple(one) && one.type !== "ObjectExpression"))
    )
      return undefined;
    const parts = rest.map((one) => {
      const text = sample.source(one);
      return one.type === "ObjectExpression" ? text.slice(1, -1).trim().replace(/,$/, "") : `...${text}`;
    });
    return parts.some((one) => one === "") ? undefined : `{ ${parts.join(", ")} }`;
  },
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

export const numberChecks = rewriting(
  "number-is-nan",
  {
    seen: [
      "use Number.isNaN[| instead of isNaN]",
      "replace isNaN [with|by] Number.isNaN",
      "=Number.isNaN instead of [the global |]isNaN",
    ],
    unseen: ["the global isNaN converts its argument, avoid it"],
    weight: 0.7,
  },
  "CallExpression",
  (node, sample) =>
    node.callee.type === "Identifier" && node.callee.name === "isNaN"
      ? `Number.${sample.source(node)}`
      : undefined,
);

export const addRadix = rewriting(
  "add-radix",
  {
    seen: [
      "add the radix[| to parseInt]",
      "pass 10 [as the radix |]to parseInt",
      "=parseInt needs a radix",
      "give parseInt [a|the] radix 10",
      "=parseInt without radix, fix it",
    ],
    unseen: ["numbers should be read as decimal explicitly"],
    weight: 0.9,
  },
  "CallExpression",
  (node, sample) =>
    node.callee.type === "Identifier" && node.callee.name === "parseInt" && node.arguments.length === 1
      ? `${sample.source(node).slice(0, -1)}, 10)`
      : undefined,
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
    // A chain is rewritten from its top.
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

/** The parts of `a && b && c`. */
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

export const spreadCall = rewriting(
  "apply-to-spread",
  {
    seen: [
      "use [the |]spread [operator |]instead of apply",
      "replace .apply() [with|by] spread",
      "=spread instead of apply",
      "call it with ... instead of apply",
    ],
    unseen: ["apply is unnecessary since arguments can be spread"],
    weight: 1,
  },
  "CallExpression",
  (node, sample) => {
    const call = methodCall(node, "apply");
    const [context, list] = node.arguments;
    if (
      call === undefined ||
      node.arguments.length !== 2 ||
      context === undefined ||
      list === undefined ||
      !isSimple(list) ||
      !sample.isOneLine(node)
    )
      return undefined;
    const target = call.callee.object;
    const receiver = target.type === "MemberExpression" ? sample.source(target.object) : undefined;
    const matches =
      receiver !== undefined
        ? sample.source(context) === receiver
        : /^(null|undefined)$/.test(sample.source(context)) && target.type === "Identifier";
    return matches && (receiver === undefined || isPure(target))
      ? `${sample.source(target)}(...${sample.source(list)})`
      : undefined;
  },
);

export const lastElement = rewriting(
  "at-last",
  {
    seen: [
      "use at(-1)[| for the last element]",
      "use .at(-1) instead of length - 1",
      "replace the length - 1 access [with|by] at(-1)",
      "=at(-1) instead of length - 1",
    ],
    unseen: ["there is a method for getting the last element"],
    weight: 1,
  },
  "MemberExpression",
  (node, sample) => {
    const object = sample.source(node.object);
    const holder = sample.parent(node);
    const isTarget =
      (holder?.type === "AssignmentExpression" && holder.left === node) ||
      holder?.type === "UpdateExpression" ||
      (holder?.type === "UnaryExpression" && holder.operator === "delete");
    return node.computed &&
      !isTarget &&
      /^[\w$.]+$/.test(object) &&
      sample.source(node.property).replace(/\s/g, "") === `${object}.length-1`
      ? `${object}.at(-1)`
      : undefined;
  },
);

export const filterFirst = rewriting(
  "filter-to-find",
  {
    seen: [
      "use find[| instead of filter| instead of filter and the first element]",
      "replace filter and taking the first [with|by] find",
      "=find instead of filter",
      "stop at the first match with find",
    ],
    unseen: ["only the first match matters, so don't collect them all"],
    weight: 1.2,
  },
  "MemberExpression",
  (node, sample) => {
    const call = methodCall(node.object, "filter");
    if (call === undefined || !node.computed || sample.source(node.property) !== "0") return undefined;
    return `${sample.source(call.callee.object)}.find${sample.text.slice(to(call.callee), to(call))}`;
  },
);

export const filterLength = rewriting(
  "filter-to-some",
  {
    seen: [
      "use some[| instead of filter().length| instead of filter and length]",
      "replace filter(…).length > 0 [with|by] some",
      "=some instead of filter",
      "stop at the first match with some",
    ],
    unseen: ["it only matters whether there is any"],
    weight: 1.2,
  },
  "BinaryExpression",
  (node, sample) => {
    if (
      node.left.type !== "MemberExpression" ||
      node.left.property.type !== "Identifier" ||
      node.left.property.name !== "length"
    )
      return undefined;
    const call = methodCall(node.left.object, "filter");
    if (call === undefined || node.operator !== ">" || sample.source(node.right) !== "0") return undefined;
    return `${sample.source(call.callee.object)}.some${sample.text.slice(to(call.callee), to(call))}`;
  },
);

export const startsWith = rewriting(
  "starts-with",
  {
    seen: [
      "use startsWith[| instead of indexOf]",
      "replace indexOf(…) === 0 [with|by] startsWith",
      "=startsWith instead of indexOf",
    ],
    unseen: ["say what is meant: that the text begins with it"],
    weight: 0.9,
  },
  "BinaryExpression",
  (node, sample) => {
    const call = methodCall(node.left, "indexOf");
    if (
      call === undefined ||
      call.arguments.length !== 1 ||
      sample.source(node.right) !== "0" ||
      !/^[!=]==?$/.test(node.operator)
    )
      return undefined;
    const text = `${sample.source(call.callee.object)}.startsWith${sample.text.slice(to(call.callee), to(call))}`;
    return node.operator.startsWith("!") ? `!${text}` : text;
  },
);

export const arrayFrom = rewriting(
  "slice-call-to-array-from",
  {
    seen: [
      "use Array.from[| instead of slice.call]",
      "replace Array.prototype.slice.call [with|by] Array.from",
      "=Array.from instead of slice.call",
      "use Array.from to make the array",
    ],
    unseen: ["borrowing slice is the old way to get an array"],
    weight: 0.9,
  },
  "CallExpression",
  (node, sample) =>
    /^(Array\.prototype|\[\])\.slice\.call$/.test(sample.source(node.callee)) &&
    node.arguments.length === 1 &&
    node.arguments[0]
      ? `Array.from(${sample.source(node.arguments[0])})`
      : undefined,
);
