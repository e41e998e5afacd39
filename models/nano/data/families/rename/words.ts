import { type Case, joinWords, wordsOf } from "../../choices/index.ts";
import { from, mentions, type Node, renameBinding, type Sample, to } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";

/** Returns the nodes that name properties or methods, by name. */
function memberNames(sample: Sample): Map<string, Node[]> {
  const names = new Map<string, Node[]>();
  const add = (node: Node): void => {
    if (node.type !== "Identifier") return;
    names.set(node.name, [...(names.get(node.name) ?? []), node]);
  };
  for (const type of ["MemberExpression", "OptionalMemberExpression"] as const)
    for (const node of sample.all(type)) if (!node.computed) add(node.property);
  for (const node of sample.all("ObjectProperty")) if (!node.computed && !node.shorthand) add(node.key);
  for (const type of ["ObjectMethod", "ClassMethod", "ClassProperty"] as const)
    for (const node of sample.all(type)) if (!node.computed) add(node.key);
  return names;
}

export const renameProperty = family(
  "rename-property",
  {
    seen: [
      "rename the [property|field|key] {old} to {new}",
      "[rename|change] property {old} to {new}",
      "=the [property|field|key] {old} [is now|should be] [called|named] {new}",
      "use [the property|.]{new} instead of [the property|.]{old}",
      "replace the property name {old} [with|by] {new}",
      "=property {old} -> {new}",
      "change [the key|the field] {old} to {new} [everywhere|wherever it occurs]",
      "=our API renamed the field {old} to {new}, update this",
    ],
    unseen: ["where it says .{old} it must say .{new}", "adapt to the field {old} now being {new}"],
    weight: 1.5,
  },
  (sample, choose) => {
    const candidates = [...memberNames(sample)].filter(([name]) => {
      if (name.length < 3 || name === sample.main?.name || BUILT_IN.has(name)) return false;
      const isName = sample.bindings.all.some((one) => one.name === name) || sample.bindings.free.has(name);
      return !isName && occurrences(sample.code, name) === (memberNames(sample).get(name)?.length ?? 0);
    });
    const [old, nodes] = choose.pickIfAny(candidates) ?? [];
    if (old === undefined || nodes === undefined) return undefined;
    const draft = sample.draft();
    const fresh = choose.variable(sample);
    for (const node of nodes) draft.update(from(node), to(node), fresh);
    return edited(sample, draft, { old, new: fresh });
  },
);

export const replaceCalls = family(
  "replace-calls",
  {
    seen: [
      "call {new} instead of {old}",
      "use [the function |]{new} instead of {old}",
      "replace [the |all ]calls [of|to] {old} [with|by] calls [of|to] {new}",
      "={old}() is now {new}(), [update the calls|change it]",
      "replace {old}( with {new}(",
      "change [the function|the call] {old} to {new}",
      "=we don't use {old} any more, use {new}",
    ],
    unseen: ["{new} does the job of {old} now, call that", "let {new} be called wherever {old} is called"],
  },
  (sample, choose) => {
    const names = new Map<string, Node[]>();
    for (const call of sample.all("CallExpression")) {
      if (call.callee.type !== "Identifier" || sample.bindings.of(call.callee)) continue;
      names.set(call.callee.name, [...(names.get(call.callee.name) ?? []), call.callee]);
    }
    const candidates = [...names].filter(
      ([name, nodes]) =>
        name.length > 2 && name !== "require" && occurrences(sample.code, name) === nodes.length,
    );
    const [old, nodes] = choose.pickIfAny(candidates) ?? [];
    if (old === undefined || nodes === undefined) return undefined;
    const draft = sample.draft();
    const fresh = choose.function(sample);
    for (const node of nodes) draft.update(from(node), to(node), fresh);
    return edited(sample, draft, { old, new: fresh });
  },
);

const CASES: readonly { readonly casing: Case; readonly words: string }[] = [
  { casing: "camel", words: "camelCase" },
  { casing: "snake", words: "snake_case" },
];

export const changeCase = family(
  "change-case",
  {
    seen: [
      "[use|switch to] {case} for {old}",
      "rename {old} to {case}",
      "convert {old} to {case}",
      "={old} should be [in|written in] {case}",
      "write {old} in {case}",
      "change the name {old} to {case}",
    ],
    unseen: ["our style is {case}, {old} breaks it", "put {old} into {case}"],
    weight: 0.7,
  },
  (sample, choose) => {
    const [{ casing, words }] = [choose.pick(CASES)];
    const candidates = sample.bindings.all.filter((one) => {
      if (wordsOf(one.name).length < 2 || /^[A-Z_$]/.test(one.name) || /\d/.test(one.name)) return false;
      const name = joinWords(wordsOf(one.name), casing);
      const standsAlone =
        occurrences(sample.code, one.name) === one.declarations.length + one.references.length;
      return name !== one.name && !mentions(sample.code, name) && standsAlone && isCase(one.name, casing);
    });
    const binding = choose.pickIfAny(candidates);
    if (binding === undefined) return undefined;
    const draft = sample.draft();
    renameBinding(sample, draft, binding, joinWords(wordsOf(binding.name), casing));
    return edited(sample, draft, { old: binding.name, case: words });
  },
);

/** Whether a name is in the other case, and converting it there and back returns the same name. */
function isCase(name: string, wanted: Case): boolean {
  const other = wanted === "camel" ? "snake" : "camel";
  return joinWords(wordsOf(name), other) === name;
}

function occurrences(code: string, word: string): number {
  let count = 0;
  for (const match of code.matchAll(/[\w$]+/g)) if (match[0] === word) count++;
  return count;
}

/** Names of built-ins, which nobody renames. */
const BUILT_IN = new Set(
  `length push pop shift slice splice map filter reduce forEach some every find findIndex includes indexOf join concat sort
keys values entries then catch finally call apply bind prototype constructor toString hasOwnProperty replace split trim match
test exec get set has add delete clear size message stack name log error warn info debug assign create freeze defineProperty
stringify parse floor ceil round max min abs sqrt pow random now from isArray default exports resolve reject all charAt
charCodeAt substring substr toLowerCase toUpperCase toFixed style className children props state current target value
preventDefault addEventListener removeEventListener appendChild document window`.split(/\s+/),
);
