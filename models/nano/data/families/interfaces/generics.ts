import { type Choices, capitalized, NOUNS } from "../../choices/index.ts";
import { type FunctionNode, from, type Sample, to } from "../../syntax/index.ts";
import { type Edit, family } from "../family.ts";
import { chooseStyle, distinctNames, plural } from "../made-up.ts";
import { orComposed } from "./or-composed.ts";

/** Returns a function's only type parameter if it has no constraint. */
function genericOf(fn: FunctionNode | undefined) {
  const declared = fn?.typeParameters;
  if (declared?.type !== "TSTypeParameterDeclaration") return undefined;
  const [one, another] = declared.params;
  if (!one || another || one.constraint || one.default || one.const) return undefined;
  return { declared, name: one.name as unknown as string };
}

function genericised(sample: Sample): Edit | undefined {
  const found = genericOf(sample.main?.fn);
  // By convention, the only type parameter is called T.
  if (!found || sample.has("TSAnyKeyword") || sample.language === "tsx" || found.name !== "T")
    return undefined;
  const uses = sample
    .all("TSTypeReference")
    .filter((one) => one.typeName.type === "Identifier" && one.typeName.name === "T");
  if (uses.length < 2) return undefined;
  const draft = sample.draft();
  draft.remove(from(found.declared), to(found.declared));
  for (const one of uses) draft.update(from(one), to(one), "any");
  const before = sample.finish(draft);
  return /\bT\b/.test(before) ? undefined : { before, after: sample.code, slots: {} };
}

/** Generic functions with type parameter T. */
const OVER_T: readonly ((n: string, i: string, s: string) => string)[] = [
  (n, i, s) => `function first<T>(${n}: T[]): T {\n${i}return ${n}[0]${s}\n}`,
  (n, i, s) => `function last<T>(${n}: T[]): T | undefined {\n${i}return ${n}[${n}.length - 1]${s}\n}`,
  (n, i, s) =>
    `function compact<T>(${n}: (T | null)[]): T[] {\n${i}return ${n}.filter(Boolean) as T[]${s}\n}`,
  (n, i, s) => `function unique<T>(${n}: T[]): T[] {\n${i}return [...new Set(${n})]${s}\n}`,
  (n, i, s) => `function reversed<T>(${n}: T[]): T[] {\n${i}return [...${n}].reverse()${s}\n}`,
  (n, i, s) =>
    `function sample<T>(${n}: T[]): T {\n${i}const at = Math.floor(Math.random() * ${n}.length)${s}\n${i}return ${n}[at]${s}\n}`,
  (n, i, s) =>
    `function chunk<T>(${n}: T[], size: number): T[][] {\n${i}const chunks: T[][] = []${s}\n${i}for (let i = 0; i < ${n}.length; i += size) chunks.push(${n}.slice(i, i + size))${s}\n${i}return chunks${s}\n}`,
  (n, i, s) =>
    `function toArray<T>(${n}: T | T[]): T[] {\n${i}return Array.isArray(${n}) ? ${n} : [${n}]${s}\n}`,
  (n, i, s) =>
    `function without<T>(${n}: T[], one: T): T[] {\n${i}return ${n}.filter((other) => other !== one)${s}\n}`,
  (n, _, s) => `const orDefault = <T>(${n}: T | undefined, fallback: T): T => ${n} ?? fallback${s}`,
  (n, i, s) =>
    `function partition<T>(${n}: T[], test: (one: T) => boolean): [T[], T[]] {\n${i}const yes: T[] = []${s}\n${i}const no: T[] = []${s}\n${i}for (const one of ${n}) (test(one) ? yes : no).push(one)${s}\n${i}return [yes, no]${s}\n}`,
  (n, i, s) =>
    `function swap<T>(${n}: T[], a: number, b: number): T[] {\n${i}const copy = [...${n}]${s}\n${i};[copy[a], copy[b]] = [copy[b], copy[a]]${s}\n${i}return copy${s}\n}`.replace(
      "\n  ;[",
      "\n  [",
    ),
  (n, i, s) =>
    `async function loadAll<T>(${n}: Promise<T>[]): Promise<T[]> {\n${i}return Promise.all(${n})${s}\n}`,
  (n, i, s) =>
    `function maxBy<T>(${n}: T[], score: (one: T) => number): T | undefined {\n${i}let best: T | undefined${s}\n${i}for (const one of ${n}) {\n${i}${i}if (best === undefined || score(one) > score(best)) best = one${s}\n${i}}\n${i}return best${s}\n}`,
  (n, i, s) =>
    `function insertAt<T>(${n}: T[], index: number, value: T): T[] {\n${i}return [...${n}.slice(0, index), value, ...${n}.slice(index)]${s}\n}`,
  (n, i, s) => `function identity<T>(${n}: T): T {\n${i}return ${n}${s}\n}`,
  (n, i, s) =>
    `function take<T>(${n}: Iterable<T>, count: number): T[] {\n${i}const taken: T[] = []${s}\n${i}for (const one of ${n}) {\n${i}${i}if (taken.length >= count) break${s}\n${i}${i}taken.push(one)${s}\n${i}}\n${i}return taken${s}\n}`,
];

function madeUpGeneric(choose: Choices): Edit {
  const { i, s } = chooseStyle(choose);
  const [noun = ""] = distinctNames(choose, 1);
  const subject = choose.pick(["items", "list", "values", "array", "xs", "arr", plural(noun)]);
  const generic = choose.pick(OVER_T)(subject, i, s);
  let code = choose.chance(0.5) ? `export ${generic}` : generic;
  if (choose.chance(0.25)) {
    const name = /(?:function|const) (\w+)/.exec(code)?.[1] ?? "";
    code = code.replace(name, name + capitalized(choose.pick(NOUNS)));
  }
  const before = code.replace("<T>", "").replaceAll(/\bT\b/g, "any");
  return { before, after: code, slots: {}, language: "ts" };
}

export const genericForAny = family(
  "generic-for-any",
  {
    seen: [
      "make [this|it|the function] generic[| instead of any]",
      "use a [generic|type parameter][ here|] instead of any",
      "=generic instead of any",
      "replace any with a [generic|type parameter|type variable T]",
      "=the any[s|] should be a generic T",
      "=with any I lose the type of the [items|elements|result], make it generic",
      "add a type parameter T in place of any",
      "=this works for any type, so it should be generic",
    ],
    unseen: [
      "whatever type goes in should be known when it comes out, not any",
      "a T would be better than all these anys",
    ],
    weight: 1.5,
  },
  orComposed(genericised, madeUpGeneric, 0.03),
);

/** Functions that access a key of their argument. */
const OVER_KEYS: readonly ((T: string, K: string, i: string, s: string, n: string) => string)[] = [
  (T, K, i, s, n) =>
    `function pluck<${T}, ${K} extends keyof ${T}>(${n}: ${T}[], key: ${K}) {\n${i}return ${n}.map((one) => one[key])${s}\n}`,
  (T, K, i, s, n) =>
    `function get<${T}, ${K} extends keyof ${T}>(${n}: ${T}, key: ${K}): ${T}[${K}] {\n${i}return ${n}[key]${s}\n}`,
  (T, K, i, s, n) =>
    `function setField<${T}, ${K} extends keyof ${T}>(${n}: ${T}, key: ${K}, value: ${T}[${K}]): ${T} {\n${i}return { ...${n}, [key]: value }${s}\n}`,
  (T, K, i, s, n) =>
    `function sortBy<${T}, ${K} extends keyof ${T}>(${n}: ${T}[], key: ${K}): ${T}[] {\n${i}return [...${n}].sort((a, b) => (a[key] < b[key] ? -1 : 1))${s}\n}`,
  (T, K, i, s, n) =>
    `function omit<${T}, ${K} extends keyof ${T}>(${n}: ${T}, key: ${K}): Omit<${T}, ${K}> {\n${i}const { [key]: _, ...rest } = ${n}${s}\n${i}return rest${s}\n}`,
  (T, K, i, s, n) =>
    `function indexBy<${T}, ${K} extends keyof ${T}>(${n}: ${T}[], key: ${K}) {\n${i}return new Map(${n}.map((one) => [one[key], one] as const))${s}\n}`,
  (T, K, _, s, n) =>
    `const has = <${T}, ${K} extends keyof ${T}>(${n}: ${T}, key: ${K}) => ${n}[key] !== undefined${s}`,
  (T, K, i, s, n) =>
    `function pick<${T}, ${K} extends keyof ${T}>(${n}: ${T}, keys: ${K}[]): Pick<${T}, ${K}> {\n${i}const picked = {} as Pick<${T}, ${K}>${s}\n${i}for (const key of keys) picked[key] = ${n}[key]${s}\n${i}return picked${s}\n}`,
  (T, K, i, s, n) =>
    `function groupBy<${T}, ${K} extends keyof ${T}>(${n}: ${T}[], key: ${K}) {\n${i}const groups = new Map<${T}[${K}], ${T}[]>()${s}\n${i}for (const one of ${n}) {\n${i}${i}const group = groups.get(one[key]) ?? []${s}\n${i}${i}group.push(one)${s}\n${i}${i}groups.set(one[key], group)${s}\n${i}}\n${i}return groups${s}\n}`,
];

function madeUpKeys(choose: Choices): Edit {
  const { i, s } = chooseStyle(choose);
  const [T, K] = choose.pick([
    ["T", "K"],
    ["T", "K"],
    ["T", "Key"],
    ["Item", "Key"],
    ["O", "K"],
    ["TItem", "TKey"],
  ] as const);
  const [noun = ""] = distinctNames(choose, 1);
  const code = choose.pick(OVER_KEYS)(T, K, i, s, choose.pick(["items", "target", "source", "obj", noun]));
  const after = choose.chance(0.5) ? `export ${code}` : code;
  return {
    before: after.replace(` extends keyof ${T}`, ""),
    after,
    slots: { key: K, object: T },
    language: "ts",
  };
}

export const constrainToKeys = family(
  "constrain-to-keys",
  {
    seen: [
      "={key} should only accept [real |actual |existing |]keys of {object}",
      "constrain {key} to [the |]keys of {object}",
      "={key} must be a key of {object}",
      "={key} extends keyof {object}",
      "only allow keys of {object} [for|as] {key}",
      "limit {key} to keyof {object}",
      "=I can pass any string as {key}, only keys of {object} should work",
      "make {key} [a|extend] keyof {object}",
    ],
    unseen: ["a {key} which {object} doesn't have has to be a compile error"],
    weight: 0.8,
  },
  orComposed((sample, choose) => {
    const found = sample.all("TSTypeParameter").flatMap((one) => {
      // The type parameter of a mapped type has `in` instead of `extends`.
      if (sample.parent(one)?.type !== "TSTypeParameterDeclaration") return [];
      const match = one.constraint && /^keyof (\w+)$/.exec(sample.source(one.constraint));
      return match && one.constraint ? [{ one, object: match[1] ?? "", constraint: one.constraint }] : [];
    });
    const one = choose.pickIfAny(found);
    if (!one) return undefined;
    const draft = sample.draft();
    const key = one.one.name as unknown as string;
    draft.remove(from(one.one) + key.length, to(one.constraint));
    return { before: sample.finish(draft), after: sample.code, slots: { key, object: one.object } };
  }, madeUpKeys),
);
