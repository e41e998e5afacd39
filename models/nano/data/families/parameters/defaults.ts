import { type Choices, NOUNS, wordsOf } from "../../choices/index.ts";
import {
  bodyOf,
  from,
  isOpenBlock,
  type Node,
  type NodeOf,
  prepend,
  type Sample,
  to,
} from "../../syntax/index.ts";
import { edited, family } from "../family.ts";
import { defaultValue, isPlain, withParameters } from "./list.ts";

export const setDefault = family(
  "set-default",
  {
    seen: [
      "[make|let] {name} default to {value}",
      "give [the parameter |]{name} [a|the] default [value |][of |]{value}",
      "set the default [value |]of {name} to {value}",
      "={name} should default to {value}",
      "add [a|the] default value {value} [for|to] [the parameter |]{name}",
      "=default {name} = {value}",
      "make {name} optional with default {value}",
      "use {value} as [the |]default for {name}",
      "={name} should be {value} [if it is not passed|when it is left out|by default]",
      "default the {wordsName} to {wordsValue}",
      "=the {wordsName} should be {wordsValue} [by default|if it's not given|unless told otherwise]",
    ],
    unseen: ["fall back to {value} when {name} isn't given", "without an argument, {name} is to be {value}"],
    weight: 1.3,
  },
  (sample, choose) => {
    const params = sample.main?.fn.params ?? [];
    const target = choose.pickIfAny(params.filter((one) => one.type === "Identifier" && !one.optional));
    if (target?.type !== "Identifier") return undefined;
    const type = target.typeAnnotation
      ? sample.source(target.typeAnnotation).replace(/^:\s*/, "")
      : undefined;
    const value = type === undefined ? defaultValue(sample, choose) : typedDefault(sample, choose, type);
    if (value === undefined) return undefined;
    const draft = sample.draft();
    // An arrow function's single parameter without parentheses needs them now.
    const fn = sample.main?.fn;
    const isBare =
      fn?.type === "ArrowFunctionExpression" && params.length === 1 && !isParenthesized(sample, target);
    if (isBare) draft.update(from(target), to(target), `(${target.name} = ${value})`);
    else draft.appendLeft(to(target), ` = ${value}`);
    return edited(sample, draft, {
      name: target.name,
      value,
      wordsName: wordsOf(target.name).join(" "),
      wordsValue: saidValue(value),
    });
  },
);

/** Returns a default that the type allows. */
function typedDefault(sample: Sample, choose: Choices, type: string): string | undefined {
  const { quote } = sample.style;
  switch (type) {
    case "number":
      return String(choose.pick([0, 1, 2, 3, 5, 10, 20, 50, 100, 250, 500, 1000, choose.between(2, 99)]));
    case "boolean":
      return choose.pick(["true", "false"]);
    case "string":
      return (
        quote +
        choose.pick(["", ",", ", ", "-", " ", "/", "\\n", ";", "en", "utf8", choose.pick(NOUNS)]) +
        quote
      );
    default:
      return type.endsWith("[]") ? "[]" : undefined;
  }
}

const SAID: Readonly<Record<string, string>> = {
  "": "an empty string",
  ",": "a comma",
  "-": "a dash",
  " ": "a space",
  "/": "a slash",
  "\\n": "a newline",
  ";": "a semicolon",
};

/** Returns a value's wording. */
function saidValue(value: string): string {
  const text = /^(["'])(.*)\1$/.exec(value)?.[2];
  if (text !== undefined) return SAID[text] ?? value;
  return { "[]": "an empty array", "{}": "an empty object" }[value] ?? value;
}

function isParenthesized(sample: Sample, target: NodeOf<"Identifier">): boolean {
  return sample.text.slice(0, from(target)).trimEnd().endsWith("(");
}

export const removeDefault = family(
  "remove-default",
  {
    seen: [
      "remove the default [value |]of {name}",
      "remove the default from {name}",
      "={name} should have no default[ value|]",
      "make {name} required[|, without a default]",
      "drop [the |]default value [of|for] {name}",
    ],
    unseen: ["callers must always pass {name}, so take its default away"],
    weight: 0.6,
  },
  (sample, choose) => {
    const target = choose.pickIfAny(
      (sample.main?.fn.params ?? []).filter((one) => one.type === "AssignmentPattern"),
    );
    if (target?.type !== "AssignmentPattern" || target.left.type !== "Identifier") return undefined;
    const draft = sample.draft();
    draft.remove(to(target.left), to(target));
    return edited(sample, draft, { name: target.left.name });
  },
);

export const destructureParameter = family(
  "destructure-parameter",
  {
    seen: [
      "destructure [the parameter |]{name}[| in the signature]",
      "use destructuring for [the parameter |]{name}",
      "destructure {name} in the [parameter list|parameters|function signature]",
      "take the properties of {name} apart in the parameters",
      "replace {name} with a destructured parameter",
      "unpack {name} in the signature",
    ],
    unseen: ["spell out in the signature which fields of {name} are used"],
  },
  (sample, choose) => {
    const params = sample.main?.fn.params ?? [];
    const target = choose.pickIfAny(params.filter(isDestructurable));
    if (target?.type !== "Identifier") return undefined;
    const binding = sample.bindings.of(target);
    if (!binding || binding.references.length === 0 || binding.writes.length > 0) return undefined;
    const draft = sample.draft();
    const fields: string[] = [];
    for (const reference of binding.references) {
      const holder = sample.parent(reference);
      if (holder?.type !== "MemberExpression" || holder.object !== reference || holder.computed)
        return undefined;
      if (holder.property.type !== "Identifier") return undefined;
      const user = sample.parent(holder);
      if (user?.type === "AssignmentExpression" && user.left === holder) return undefined;
      if (
        user?.type === "UpdateExpression" ||
        (user?.type === "UnaryExpression" && user.operator === "delete")
      )
        return undefined;
      const { name } = holder.property;
      // A method may need its object; `on…` and `set…` are usually functions that were passed in.
      if (user?.type === "CallExpression" && user.callee === holder && !/^(on|set)[A-Z]/.test(name))
        return undefined;
      if (sample.bindings.all.some((one) => one.name === name) || sample.bindings.free.has(name))
        return undefined;
      if (!fields.includes(name)) fields.push(name);
      if (
        user?.type === "ObjectProperty" &&
        !user.shorthand &&
        user.key.type === "Identifier" &&
        user.key.name === name &&
        user.value === holder
      )
        draft.update(from(user), to(user), name);
      else draft.update(from(holder), to(holder), name);
    }
    if (fields.length > 5 || !isWordLike(fields)) return undefined;
    const pattern = `{ ${fields.join(", ")} }`;
    const isBare =
      sample.main?.fn.type === "ArrowFunctionExpression" &&
      params.length === 1 &&
      !isParenthesized(sample, target);
    const end = from(target) + target.name.length;
    draft.update(from(target), end, isBare ? `(${pattern})` : pattern);
    return edited(sample, draft, { name: target.name });
  },
);

/** Whether a pattern can replace the parameter: its type, if any, stays the object's. */
function isDestructurable(one: Node): boolean {
  return one.type === "Identifier" && !one.optional;
}

function isWordLike(names: readonly string[]): boolean {
  return names.every(
    (name) =>
      !/^(default|class|new|delete|in|function|return|this|null|true|false|for|if|case|catch|import|export|typeof|void|with|enum)$/.test(
        name,
      ),
  );
}

export const optionsObject = family(
  "options-object",
  {
    seen: [
      "[use|take] an options object instead of [separate|positional] parameters",
      "turn the parameters into [one|a single] [destructured |]object",
      "replace the [positional |]parameters [with|by] [one|a single|an] object",
      "[convert|change] the parameters to [an object|named arguments|an options object]",
      "pass the arguments as one object",
      "=the function should take one object with all its parameters",
      "use named parameters",
    ],
    unseen: ["callers should hand over a single object with everything in it"],
    weight: 0.8,
  },
  (sample) => {
    const fn = sample.main?.fn;
    if (
      fn === undefined ||
      fn.params.length < 2 ||
      !isPlain(fn) ||
      /:|\?/.test(fn.params.map((p) => sample.source(p)).join())
    )
      return undefined;
    if (sample.bindings.free.has("arguments")) return undefined;
    const list = withParameters(sample, fn, (parameters) => [`{ ${parameters.join(", ")} }`]);
    if (list === undefined || list.text.includes("\n")) return undefined;
    const calls = sample
      .all("CallExpression")
      .some(({ callee }) => callee.type === "Identifier" && callee.name === sample.main?.name);
    if (calls) return undefined;
    const draft = sample.draft();
    draft.update(list.start, list.end, list.text);
    return edited(sample, draft);
  },
);

export const restParameter = family(
  "rest-parameter",
  {
    seen: [
      "use [a rest parameter|rest parameters|...args] instead of [|the ]arguments",
      "replace arguments with [a rest parameter|...args]",
      "convert [the |]arguments [object |]to [a rest parameter|...args]",
      "=arguments is old style, use ...args",
    ],
    unseen: ["gather what is passed in as ...args, not through arguments"],
    weight: 0.6,
  },
  (sample) => {
    const fn = sample.main?.fn;
    const uses = sample.bindings.free.get("arguments") ?? [];
    if (fn === undefined || fn.params.length > 0 || uses.length === 0 || sample.mentions("args"))
      return undefined;
    if (fn.type === "ArrowFunctionExpression" || uses.some((use) => sample.functionOf(use) !== fn))
      return undefined;
    const list = withParameters(sample, fn, () => ["...args"]);
    if (list === undefined) return undefined;
    const draft = sample.draft();
    draft.appendLeft(list.start, list.text);
    for (const use of uses) draft.update(from(use), to(use), "args");
    return edited(sample, draft);
  },
);

export const defaultFromBody = family(
  "default-from-body",
  {
    seen: [
      "use [a default parameter|default parameters|default values] instead of [|the ]{name} = {name} || ...",
      "move the default of {name} [into|to] the [signature|parameter list|parameters]",
      "make the fallback of {name} a default parameter",
      "use [a default parameter|default parameter syntax] for {name}",
    ],
    unseen: ["let the signature supply the fallback for {name}"],
    weight: 0.6,
  },
  (sample, choose) => {
    // Fallbacks in bodies are rare in real code; `before` gets one made from the default.
    const fn = sample.main?.fn;
    if (fn === undefined || fn.body.type !== "BlockStatement" || !isOpenBlock(sample, fn.body))
      return undefined;
    const target = choose.pickIfAny(fn.params.filter((one) => one.type === "AssignmentPattern"));
    if (
      target?.type !== "AssignmentPattern" ||
      target.left.type !== "Identifier" ||
      target.left.typeAnnotation
    )
      return undefined;
    if (bodyOf(fn)?.length === 0 || !/Literal|ObjectExpression|ArrayExpression/.test(target.right.type))
      return undefined;
    const { name } = target.left;
    const draft = sample.draft();
    draft.remove(to(target.left), to(target));
    prepend(sample, draft, fn.body, [
      `${name} = ${name} || ${sample.source(target.right)}${sample.style.semi}`,
    ]);
    const before = sample.finish(draft);
    return { before, after: sample.code, slots: { name } };
  },
);
