import { isPure, isSimple, to } from "../../syntax/index.ts";
import { isCallOf, methodCall, rewriting } from "./rewriting.ts";

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
