import { type Choices, capitalized, joinWords, NOUNS, wordsOf } from "../../choices/index.ts";
import { type FunctionNode, from, type Node, type NodeOf, type Sample, to } from "../../syntax/index.ts";
import { type Edit, family } from "../family.ts";
import { hand, names } from "../made-up.ts";
import { parameterRange } from "../parameters/list.ts";
import { orComposed, plural, spoken } from "./spoken.ts";

const PRIMITIVE = /^(string|number|boolean)$/;

/** The type that stands behind a colon; undefined where there is none. */
function typeOf(sample: Sample, node: Node): { node: Node; text: string } | undefined {
  const annotation = "typeAnnotation" in node ? node.typeAnnotation : undefined;
  if (annotation?.type !== "TSTypeAnnotation") return undefined;
  return { node: annotation.typeAnnotation, text: sample.source(annotation.typeAnnotation) };
}

/** What the values of a record are called. */
const MANY: Readonly<Record<string, string>> = { string: "strings", number: "numbers", boolean: "booleans" };

export const anyToNamed = family(
  "any-to-named",
  {
    seen: [
      "what's with the any? [should|this should] be {type}",
      "=the any should be {type}",
      "replace [the |]any [with|by] {type}",
      "={name} shouldn't be any, it's a {type}",
      "type {name} [properly|correctly], it's {type}[, not any|]",
      "use {type} instead of any",
      "=no any [please|here], {name} is {type}",
      "=keys are {wordsKeys} and values {wordsValues}, type it properly",
      "=no any, it maps {wordsKeys} to {wordsValues}",
    ],
    unseen: [
      "any tells me nothing, and {type} is what comes in here",
      "={name} is anything at the moment though we know it to be {type}",
      "=a dictionary with {wordsKeys} as keys and {wordsValues} as values hides behind that any",
    ],
    weight: 2,
  },
  (sample, choose) => {
    // The code as it was has the type; before it is any.
    if (!sample.isTyped || sample.has("TSAnyKeyword")) return undefined;
    const nodes: Node[] = [
      ...(sample.main?.fn.params ?? []).map((one) => (one.type === "AssignmentPattern" ? one.left : one)),
      ...sample.all("VariableDeclarator").map((one) => one.id),
      ...sample.all("ClassProperty"),
      ...sample.all("TSPropertySignature"),
    ];
    const found = nodes.flatMap((node) => {
      const type = typeOf(sample, node);
      const key = "key" in node ? node.key : node;
      return type && key.type === "Identifier" && type.text.length < 40 && !/[\n{?]|any/.test(type.text)
        ? [{ type, name: key.name }]
        : [];
    });
    const named = found.filter(({ type }) => !PRIMITIVE.test(type.text));
    const one = choose.maybe(named.length > 0 && choose.chance(0.8) ? named : found);
    if (one === undefined || one.type.text === "unknown") return undefined;
    const { node, text } = one.type;
    const draft = sample.draft();
    draft.update(from(node), to(node), "any");
    const before = sample.finish(draft);
    const record = /^Record<(string|number), (string|number|boolean)>$/.exec(text);
    return {
      before,
      after: sample.code,
      slots: {
        type: text,
        name: one.name,
        ...(record
          ? { wordsKeys: MANY[record[1] ?? ""] ?? "", wordsValues: MANY[record[2] ?? ""] ?? "" }
          : {}),
      },
    };
  },
);

function recordOfAny(choose: Choices): Edit {
  const { i, s, q } = hand(choose);
  const [field = "", list = "", one = ""] = names(choose, 3);
  const value = choose.pick(["number", "number", "string", "boolean", "string[]", "number[]"]);
  const words = { number: "numbers", string: "strings", boolean: "booleans", "string[]": "lists of strings" };
  const wordsValues = (words as Record<string, string>)[value] ?? "lists of numbers";
  const item = capitalized(one);
  const name = choose.pick([
    `${field}Counts`,
    `by${capitalized(field)}`,
    "counts",
    `${field}Map`,
    "lookup",
    "index",
    "totals",
    "result",
  ]);
  const key = `${one}.${field}`;
  const line = {
    number: choose.pick([
      `${name}[${key}] = (${name}[${key}] ?? 0) + 1${s}`,
      `${name}[${key}] = (${name}[${key}] || 0) + ${one}.amount${s}`,
    ]),
    string: choose.pick([`${name}[${key}] = ${one}.label${s}`, `${name}[${key}] = ${q}ok${q}${s}`]),
    boolean: `${name}[${key}] = true${s}`,
    "string[]": `(${name}[${key}] ??= []).push(${one}.name)${s}`,
    "number[]": `(${name}[${key}] ??= []).push(${one}.amount)${s}`,
  }[value];
  const [export_, verb] = [choose.pick(["", "export "]), choose.pick(["build", "count", "group", "collect"])];
  const many = plural(list);
  const write = (type: string) =>
    [
      `${export_}function ${verb}${capitalized(many)}(${many}: ${item}[]) {`,
      `${i}const ${name}: ${type} = {}${s}`,
      `${i}for (const ${one} of ${many}) {`,
      `${i}${i}${line}`,
      `${i}}`,
      `${i}return ${name}${s}`,
      "}",
    ].join("\n");
  const type = `Record<string, ${value}>`;
  return {
    before: write("any"),
    after: write(type),
    slots: { type, name, wordsKeys: "strings", wordsValues },
    language: "ts",
  };
}

export const typeRecord = family(
  "type-record",
  {
    seen: [
      "=keys are {wordsKeys} and values {wordsValues}, type it properly",
      "=no any, it maps {wordsKeys} to {wordsValues}",
      "type {name} [properly|as a record], {wordsKeys} to {wordsValues}",
      "=[the |]keys of {name} are {wordsKeys}, [the |]values {wordsValues}, use a Record",
      "={name} is a [map|dictionary|lookup] from {wordsKeys} to {wordsValues}, not any",
      "use a Record with {wordsKeys} as keys and {wordsValues} as values instead of any",
    ],
    unseen: [
      "we know more than any: {name} has {wordsKeys} on the left and {wordsValues} on the right",
      "a dictionary with {wordsKeys} as keys and {wordsValues} as values hides behind that any",
    ],
  },
  orComposed(() => undefined, recordOfAny, 0.1),
);

/** The types of a whole signature taken away; what they were. */
export const typeSignature = family(
  "type-signature",
  {
    seen: [
      "type the params, {wordsTakes}, [and it returns|returns] {wordsResult}",
      "add types: {wordsTakes}[,| and] the return type is {wordsResult}",
      "type the [parameters|params|args], {wordsTakes}, and the return type as well ({wordsResult})",
      "=no types here, {wordsTakes}, returns {wordsResult}",
      "annotate the signature: {wordsTakes}, result {wordsResult}",
      "type the [parameters|params|args], {wordsParams}",
      "add [the missing |]types, {wordsParams}",
      "={wordsParams}, add the types",
    ],
    unseen: [
      "the compiler should learn that {wordsTakes} and that {wordsResult} comes back",
      "declare what goes in: {wordsParams}",
    ],
    weight: 1.5,
  },
  (sample, choose) => {
    const fn = sample.main?.fn;
    if (!sample.isTyped || !fn || fn.params.length === 0 || fn.params.length > 3 || fn.typeParameters)
      return undefined;
    if (fn.type === "ClassMethod" && fn.kind !== "method") return undefined;
    if (parameterRange(sample, fn) === undefined) return undefined;
    const draft = sample.draft();
    const types: { name: string; type: string }[] = [];
    for (const one of fn.params) {
      const type = typeOf(sample, one);
      if (one.type !== "Identifier" || one.optional || !type || !/^\w+(\[\])?$/.test(type.text))
        return undefined;
      types.push({ name: one.name, type: type.text });
      if (one.typeAnnotation) draft.remove(from(one.typeAnnotation), to(one.typeAnnotation));
    }
    if (types.some(({ type }) => type === "any")) return undefined;
    const result = fn.returnType?.type === "TSTypeAnnotation" ? fn.returnType : undefined;
    const hasResult = result !== undefined && choose.chance(0.7);
    if (fn.returnType && !result) return undefined;
    if (result && (to(result) - from(result) > 40 || sample.source(result).includes("any"))) return undefined;
    if (hasResult) draft.remove(from(result), to(result));
    const words = saidTypes(choose, types);
    const before = sample.finish(draft);
    if (!sample.accepts(before) || before === sample.code) return undefined;
    return {
      before,
      after: sample.code,
      slots: hasResult
        ? { wordsTakes: words, wordsResult: article(sample.source(result.typeAnnotation), choose) }
        : { wordsParams: words },
    };
  },
);

function article(type: string, choose: Choices): string {
  return PRIMITIVE.test(type) && choose.chance(0.5) ? `a ${type}` : type;
}

/** "both numbers", or each with its own. */
function saidTypes(choose: Choices, types: readonly { name: string; type: string }[]): string {
  const [first, second] = types;
  const isSame = types.every(({ type }) => type === first?.type);
  const many = MANY[first?.type ?? ""];
  if (isSame && second && many && choose.chance(0.7))
    return types.length === 2
      ? choose.pick([`both ${many}`, `both ${many}`, `both are ${many}`, `two ${many}`])
      : choose.pick([`all ${many}`, `all are ${many}`, `three ${many}`]);
  const each = types.map(({ name, type }) =>
    choose.chance(0.5) ? `${name} is ${article(type, choose)}` : `${name} ${article(type, choose)}`,
  );
  return each.length === 1 ? (each[0] ?? "") : `${each.slice(0, -1).join(", ")} and ${each.at(-1)}`;
}

/** A function's only type parameter, which nothing constrains. */
function genericOf(fn: FunctionNode | undefined) {
  const declared = fn?.typeParameters;
  if (declared?.type !== "TSTypeParameterDeclaration") return undefined;
  const [one, another] = declared.params;
  if (!one || another || one.constraint || one.default || one.const) return undefined;
  return { declared, name: one.name as unknown as string };
}

function genericised(sample: Sample): Edit | undefined {
  const found = genericOf(sample.main?.fn);
  // The convention: the one type parameter is called T.
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

/** Functions over anything, T standing for it. */
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
  const { i, s } = hand(choose);
  const [noun = ""] = names(choose, 1);
  const subject = choose.pick(["items", "list", "values", "array", "xs", "arr", plural(noun)]);
  const generic = choose.pick(OVER_T)(subject, i, s);
  let code = choose.chance(0.5) ? `export ${generic}` : generic;
  if (choose.chance(0.25)) {
    const name = /(?:function|const) (\w+)/.exec(code)?.[1] ?? "";
    code = code.replace(name, joinWords([name, choose.pick(NOUNS)], "camel"));
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

/** Keys of what is handed in. */
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
  const { i, s } = hand(choose);
  const [T, K] = choose.pick([
    ["T", "K"],
    ["T", "K"],
    ["T", "Key"],
    ["Item", "Key"],
    ["O", "K"],
    ["TItem", "TKey"],
  ] as const);
  const [noun = ""] = names(choose, 1);
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
      const match = one.constraint && /^keyof (\w+)$/.exec(sample.source(one.constraint));
      return match && one.constraint ? [{ one, object: match[1] ?? "", constraint: one.constraint }] : [];
    });
    const one = choose.maybe(found);
    if (!one) return undefined;
    const draft = sample.draft();
    const key = one.one.name as unknown as string;
    draft.remove(from(one.one) + key.length, to(one.constraint));
    return { before: sample.finish(draft), after: sample.code, slots: { key, object: one.object } };
  }, madeUpKeys),
);

function madeUpConstants(choose: Choices): Edit {
  const { i, s, q } = hand(choose);
  const words = names(choose, 7);
  const [subject = "", ...rest] = words;
  const count = choose.between(2, 5);
  const many = plural(subject);
  const constant = choose.chance(0.7) ? joinWords(wordsOf(many), "constant") : many;
  const isNumbers = choose.chance(0.2);
  const values = rest
    .slice(0, count)
    .map((one, index) =>
      isNumbers
        ? String((index + 1) * choose.pick([1, 2, 5, 10]))
        : `${q}${spoken(one).replaceAll(" ", "-")}${q}`,
    );
  const export_ = choose.pick(["", "export ", "export "]);
  const form = choose.below(4);
  const body =
    form === 0
      ? `{\n${rest
          .slice(0, count)
          .map((one, at) => `${i}${one}: ${values[at]},`)
          .join("\n")}\n}`
      : form === 1
        ? `[\n${values.map((one) => `${i}${one},`).join("\n")}\n]`
        : `[${values.join(", ")}]`;
  const use = choose.pick([
    "",
    "",
    `\n\n${export_}type ${capitalized(subject)} = (typeof ${constant})[${form === 0 ? `keyof typeof ${constant}` : "number"}]${s}`,
    form === 0 ? "" : `\n\nfor (const one of ${constant}) console.log(one)${s}`,
  ]);
  const write = (end: string) => `${export_}const ${constant} = ${body}${end}${s}${use}`;
  return {
    before: write(""),
    after: write(" as const"),
    slots: {
      name: constant,
      type: isNumbers ? "number" : "string",
      ...(form > 0 ? { list: isNumbers ? "number[]" : "string[]" } : {}),
    },
    language: "ts",
  };
}

export const asConst = family(
  "as-const",
  {
    seen: [
      "add as const[| to {name}]",
      "make {name} as const",
      "={name} should be as const",
      "=I want the literal types [from this|of {name}][|, not just {type}|, not {type}]",
      "=TypeScript [infers|sees] {list}, I want the literals",
      "use a const assertion[| for {name}| here]",
      "=the type of {name} is too wide, it should be the exact values",
      "=nobody may change {name}, freeze it at the type level",
    ],
    unseen: ["keep the narrow types of {name}", "={name} widens to {type}, which loses the literals"],
  },
  orComposed((sample, choose) => {
    const found = sample
      .all("TSAsExpression")
      .filter(
        (one) =>
          sample.source(one.typeAnnotation) === "const" &&
          sample.parent(one)?.type === "VariableDeclarator" &&
          /^(Array|Object)Expression$/.test(one.expression.type),
      );
    const one = choose.maybe(found);
    const holder = one && sample.parent(one);
    if (!one || found.length > 1 || holder?.type !== "VariableDeclarator" || holder.id.type !== "Identifier")
      return undefined;
    const draft = sample.draft();
    draft.remove(to(one.expression), to(one));
    return { before: sample.finish(draft), after: sample.code, slots: { name: holder.id.name } };
  }, madeUpConstants),
);

type Union = NodeOf<"TSUnionType">;

function texts(union: Union): string[] | undefined {
  const found = union.types.flatMap((one) =>
    one.type === "TSLiteralType" && one.literal.type === "StringLiteral" ? [one.literal.value] : [],
  );
  return found.length === union.types.length ? found : undefined;
}

function withoutLast(sample: Sample, choose: Choices): Edit | undefined {
  // The convention: behind the others.
  const [one, another] = sample.all("TSUnionType").filter((each) => (texts(each)?.length ?? 0) > 1);
  if (!one || another) return undefined;
  const alias = sample.parent(one);
  const holder =
    alias?.type === "TSTypeAliasDeclaration"
      ? alias.id
      : alias && sample.parent(alias)?.type === "TSPropertySignature"
        ? (sample.parent(alias) as NodeOf<"TSPropertySignature">).key
        : alias?.type === "TSTypeAnnotation"
          ? sample.parent(alias)
          : undefined;
  if (holder?.type !== "Identifier") return undefined;
  const last = one.types.at(-1);
  const previous = one.types.at(-2);
  if (!last || !previous) return undefined;
  const value = texts(one)?.at(-1) ?? "";
  const draft = sample.draft();
  draft.remove(to(previous), to(last));
  const before = sample.finish(draft);
  if (before.includes(value) || !/^[\w-]+$/.test(value)) return undefined;
  return { before, after: sample.code, slots: unionSlots(choose, holder.name, value, sample.source(last)) };
}

function unionSlots(choose: Choices, name: string, value: string, literal: string) {
  const words = spoken(name).split(" ");
  return {
    name,
    member: choose.chance(0.5) ? literal : value,
    wordsMember: value,
    wordsKind: words.at(-1) ?? "",
  };
}

function madeUpUnion(choose: Choices): Edit {
  const { i, s, q } = hand(choose);
  const [subject = "", owner = "", ...rest] = names(choose, 8);
  const kind = choose.pick([
    "status",
    "state",
    "mode",
    "role",
    "level",
    "size",
    "theme",
    "variant",
    "type",
    "kind",
    "action",
    "step",
  ]);
  const name = choose.chance(0.7) ? capitalized(subject) + capitalized(kind) : capitalized(kind);
  const separator = choose.pick(["-", "-", "_"]);
  const values = rest.slice(0, choose.between(3, 6)).map((one) => spoken(one).replaceAll(" ", separator));
  const added = values.at(-1) ?? "";
  const spread = choose.chance(0.3);
  const form = choose.below(3);
  const export_ = choose.pick(["", "export "]);
  const other = choose.pick(["string", "number", "boolean", "Date"]);
  const write = (members: readonly string[]) => {
    const quoted = members.map((one) => `${q}${one}${q}`);
    const line = quoted.join(" | ");
    if (form === 0)
      return [
        `${export_}interface ${capitalized(subject)} {`,
        `${i}${owner}: ${other};`,
        `${i}${kind}: ${line};`,
        "}",
      ].join("\n");
    const type = spread
      ? `${export_}type ${name} =\n${quoted.map((one) => `${i}| ${one}`).join("\n")}${s}`
      : `${export_}type ${name} = ${line}${s}`;
    return form === 1
      ? type
      : `${type}\n\n${export_}interface ${capitalized(owner)} {\n${i}id: string;\n${i}${kind}: ${name};\n}`;
  };
  return {
    before: write(values.slice(0, -1)),
    after: write(values),
    slots: unionSlots(choose, form === 0 ? kind : name, added, `${q}${added}${q}`),
    language: "ts",
  };
}

export const addUnionMember = family(
  "add-union-member",
  {
    seen: [
      "add a {wordsMember} {wordsKind}",
      "=need {member} as a {wordsKind} as well",
      "add {member} to [the |]{name}[ union| type|]",
      "=there's [also|now] a {wordsKind} {member}",
      "=[we|I] need a {wordsMember} {wordsKind} [too|as well]",
      "allow {member} [for|as] {name} [too|as well]",
      "={name} can also be {member}",
      "={member} is missing [in|from] {name}",
    ],
    unseen: [
      "soon there will be {member} among the {name} values, make room for it",
      "a {wordsKind} can be {wordsMember} from now on",
    ],
    weight: 1.5,
  },
  orComposed(withoutLast, madeUpUnion, 0.05),
);
