import type { Choices } from "../../choices/index.ts";
import { type FunctionNode, from, hasComment, type Node, type Sample, to } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";

/** Returns the range of a function's parameters: after `(` up to `)`. */
export function parameterRange(sample: Sample, fn: FunctionNode): { start: number; end: number } | undefined {
  const [first] = fn.params;
  const before = first ? from(first) : to(fn.body);
  const searchFrom =
    fn.typeParameters?.end ??
    ("id" in fn && fn.id ? to(fn.id) : "key" in fn && fn.key ? to(fn.key as Node) : from(fn));
  const open = sample.text.indexOf("(", searchFrom);
  if (open < 0 || open >= before) return undefined;
  const last = fn.params.at(-1);
  const close = sample.text.indexOf(")", last ? to(last) : open);
  return close < 0 ? undefined : { start: open + 1, end: close };
}

/** Rewrites the parameter list. Returns undefined if it has comments. */
export function withParameters(
  sample: Sample,
  fn: FunctionNode,
  change: (parameters: string[]) => string[],
): { start: number; end: number; text: string } | undefined {
  const range = parameterRange(sample, fn);
  if (range === undefined) return undefined;
  const inside = sample.text.slice(range.start, range.end);
  if (/\/\/|\/\*/.test(inside)) return undefined;
  const parameters = change(fn.params.map((one) => sample.source(one)));
  const separator = inside.includes("\n") ? (/^\s*/.exec(inside)?.[0] ?? " ") : " ";
  const isSpread = inside.includes("\n") && fn.params.length > 1;
  if (isSpread) {
    const trailing = /,\s*$/.test(inside) ? "," : "";
    const end = /\s*$/.exec(inside)?.[0] ?? "";
    return { ...range, text: separator + parameters.join(`,${separator}`) + trailing + end };
  }
  if (inside.includes("\n")) return undefined;
  return { ...range, text: parameters.join(", ") };
}

export function isPlain(fn: FunctionNode): boolean {
  return fn.params.every((one) => one.type === "Identifier" || one.type === "AssignmentPattern");
}

function changeList(
  sample: Sample,
  change: (parameters: string[]) => string[],
  slots: Record<string, string>,
) {
  const fn = sample.main?.fn;
  const list = fn && withParameters(sample, fn, change);
  if (list === undefined) return undefined;
  const draft = sample.draft();
  if (list.start === list.end) draft.appendLeft(list.start, list.text);
  else if (list.text === "") draft.remove(list.start, list.end);
  else draft.update(list.start, list.end, list.text);
  return edited(sample, draft, slots);
}

export function canTakeParameter(sample: Sample): boolean {
  const { main } = sample;
  if (
    main === undefined ||
    (main.fn.type === "ClassMethod" && (main.fn.kind === "get" || main.fn.kind === "set"))
  )
    return false;
  return main.fn.params.every((one) => one.type !== "RestElement") && !callsItself(sample);
}

function callsItself(sample: Sample): boolean {
  const name = sample.main?.name;
  return sample
    .all("CallExpression")
    .some(
      ({ callee }) =>
        (callee.type === "Identifier" && callee.name === name) ||
        (callee.type === "MemberExpression" &&
          callee.property.type === "Identifier" &&
          callee.property.name === name),
    );
}

export const addParameter = family(
  "add-parameter",
  {
    seen: [
      "add a [parameter|param|argument] {name}",
      "add [a|another|one more] parameter [called|named] {name}",
      "add {name} as [the last|a] parameter",
      "add a new parameter {name} [at the end|to the function|to the signature]",
      "=the function should [also |]take {name}[| as its last argument]",
      "let the function [take|accept] [a parameter|an argument] {name}",
      "append a parameter {name}",
      "pass in {name} as well",
      "introduce a parameter {name}",
    ],
    unseen: [
      "extend the signature with {name}",
      "={name} has to come in as an argument too",
      "widen the parameter list by {name}",
    ],
    weight: 1.5,
  },
  (sample, choose) => {
    if (!canTakeParameter(sample)) return undefined;
    const name = choose.variable(sample);
    return changeList(sample, (parameters) => [...parameters, name], { name });
  },
);

export const addFirstParameter = family(
  "add-first-parameter",
  {
    seen: [
      "add {name} as [the |]first [parameter|argument]",
      "add a parameter {name} [at the beginning|at the start|in front|before the others]",
      "=the function should take {name} as its first [argument|parameter]",
      "put a new parameter {name} first",
      "prepend [a|the] parameter {name}",
      "=the first argument should be {name}, then the rest",
    ],
    unseen: ["the signature should begin with {name}", "open the parameter list with {name}"],
    weight: 0.8,
  },
  (sample, choose) => {
    if (!canTakeParameter(sample) || sample.main?.fn.params.length === 0) return undefined;
    const name = choose.variable(sample);
    return changeList(sample, (parameters) => [name, ...parameters], { name });
  },
);

export const addDefaultedParameter = family(
  "add-defaulted-parameter",
  {
    seen: [
      "add a parameter {name} [with|that has] [a|the] default [value |][of |]{value}",
      "add an optional parameter {name} that defaults to {value}",
      "add [a param|an argument] {name} = {value}",
      "=the function should take {name}, [{value} by default|which is {value} when left out]",
      "add {name} as last parameter, default {value}",
    ],
    unseen: ["extend the signature with {name} = {value}", "accept {name} too and fall back to {value}"],
    weight: 0.8,
  },
  (sample, choose) => {
    if (!canTakeParameter(sample)) return undefined;
    const name = choose.variable(sample);
    const value = defaultValue(sample, choose);
    return changeList(sample, (parameters) => [...parameters, `${name} = ${value}`], { name, value });
  },
);

export const removeParameter = family(
  "remove-parameter",
  {
    seen: [
      "remove the [parameter|param|argument] {name}",
      "remove [the unused |unused ]parameter {name}",
      "delete [the |]parameter {name}",
      "drop [the |]{name}[ parameter| from the parameters| from the signature]",
      "get rid of the [parameter|argument] {name}",
      "={name} is [not used|unused|never used], remove it from the parameters",
      "=we don't need the parameter {name}",
      "take {name} out of the parameter list",
    ],
    unseen: ["the function no longer takes {name}", "strip {name} from the signature"],
  },
  (sample, choose) => {
    const fn = sample.main?.fn;
    if (fn === undefined || callsItself(sample) || hasComment(sample, fn) || !isPlain(fn)) return undefined;
    const unused = fn.params
      .map((one) => (one.type === "AssignmentPattern" ? one.left : one))
      .filter((one) => one.type === "Identifier" && sample.bindings.of(one)?.references.length === 0);
    const target = choose.pickIfAny(unused);
    if (target?.type !== "Identifier") return undefined;
    if (/\*\s*@param/.test(sample.code) && sample.code.split(target.name).length > 2) return undefined;
    const at = fn.params.findIndex(
      (one) => one === target || (one.type === "AssignmentPattern" && one.left === target),
    );
    return changeList(sample, (parameters) => parameters.filter((_, index) => index !== at), {
      name: target.name,
    });
  },
);

export const swapParameters = family(
  "swap-parameters",
  {
    seen: [
      "swap the parameters {first} and {second}",
      "[swap|switch|exchange] [the |]{first} and {second}[| in the signature| in the parameter list]",
      "change the order of the parameters {first} and {second}",
      "reorder the parameters: {first} and {second} change places",
      "=the parameters {first} and {second} should be the other way round",
      "swap the order of the arguments {first} and {second}",
    ],
    unseen: [
      "parameters {first} and {second} trade places",
      "put {first} where {second} is in the signature and vice versa",
    ],
  },
  (sample, choose) => {
    const fn = sample.main?.fn;
    if (
      fn === undefined ||
      callsItself(sample) ||
      !fn.params.every((one) => one.type === "Identifier" && !one.optional)
    )
      return undefined;
    if (fn.params.length < 2) return undefined;
    const names = fn.params.map((one) => (one.type === "Identifier" ? one.name : ""));
    const [first = 0, second = 1] = choose.shuffle(names.map((_, index) => index));
    return changeList(
      sample,
      (parameters) =>
        parameters.map((one, index) =>
          index === first ? (parameters[second] ?? "") : index === second ? (parameters[first] ?? "") : one,
        ),
      { first: names[first] ?? "", second: names[second] ?? "" },
    );
  },
);

export const moveParameterFirst = family(
  "move-parameter",
  {
    seen: [
      "move the parameter {name} to the {place}",
      "make {name} the {nth} [parameter|argument]",
      "={name} should be the {nth} parameter",
      "put [the parameter |]{name} {nth} in the [parameter list|signature]",
      "reorder the parameters so that {name} comes {nth}",
    ],
    unseen: ["the {nth} thing passed in should be {name}"],
    weight: 0.7,
  },
  (sample, choose) => {
    const fn = sample.main?.fn;
    if (fn === undefined || callsItself(sample) || !fn.params.every((one) => one.type === "Identifier"))
      return undefined;
    if (fn.params.length < 3) return undefined;
    const toFront = choose.chance(0.5);
    const at = toFront ? choose.between(1, fn.params.length - 1) : choose.below(fn.params.length - 1);
    const moved = fn.params[at];
    const name = moved?.type === "Identifier" ? moved.name : "";
    return changeList(
      sample,
      (parameters) => {
        const rest = parameters.filter((_, index) => index !== at);
        const one = parameters[at] ?? "";
        return toFront ? [one, ...rest] : [...rest, one];
      },
      {
        name,
        nth: toFront ? "first" : "last",
        place: toFront ? choose.pick(["front", "start", "beginning"]) : "end",
      },
    );
  },
);

export function defaultValue(sample: Sample, choose: Choices): string {
  const { quote } = sample.style;
  return choose.pick([
    "0",
    "1",
    "true",
    "false",
    "null",
    "{}",
    "[]",
    `${quote}${quote}`,
    `${choose.pick([2, 3, 5, 8, 10, 16, 20, 32, 50, 60, 64, 100, 200, 250, 256, 500, 1000, 1024, 3000, 5000])}`,
    `${quote}${choose.message().split(" ").at(-1)?.toLowerCase()}${quote}`,
  ]);
}
