import { type Choices, capitalized } from "../../choices/index.ts";
import { from, type Node, type Sample, to } from "../../syntax/index.ts";
import { type Edit, family } from "../family.ts";
import { chooseStyle, distinctNames, plural } from "../made-up.ts";
import { parameterRange } from "../parameters/list.ts";
import { orComposed } from "./or-composed.ts";

const PRIMITIVE = /^(string|number|boolean)$/;

/** Returns the type after a colon; undefined if there is none. */
function typeOf(sample: Sample, node: Node): { node: Node; text: string } | undefined {
  const annotation = "typeAnnotation" in node ? node.typeAnnotation : undefined;
  if (annotation?.type !== "TSTypeAnnotation") return undefined;
  return { node: annotation.typeAnnotation, text: sample.source(annotation.typeAnnotation) };
}

/** Names for the values of a record, by type. */
const MANY: Readonly<Record<string, string>> = { string: "strings", number: "numbers", boolean: "booleans" };

export const anyToNamed = family(
  "any-to-named",
  {
    seen: [
      "=what's with the any, [it|this] should be {type}",
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
    // The sample has the type; `before` has any.
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
      return type &&
        key.type === "Identifier" &&
        key.name !== "this" &&
        type.text.length < 40 &&
        !/[\n{?]|any/.test(type.text)
        ? [{ type, name: key.name }]
        : [];
    });
    const named = found.filter(({ type }) => !PRIMITIVE.test(type.text));
    const one = choose.pickIfAny(named.length > 0 && choose.chance(0.8) ? named : found);
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
  const { i, s, q } = chooseStyle(choose);
  const [field = "", list = "", one = ""] = distinctNames(choose, 3);
  const value = choose.pick(["number", "number", "string", "boolean", "string[]", "number[]"]);
  const words = { number: "numbers", string: "strings", boolean: "booleans", "string[]": "lists of strings" };
  const wordsValues = (words as Record<string, string>)[value] ?? "lists of numbers";
  const item = capitalized(one);
  const name = choose.pick(
    {
      number: [`${field}Counts`, "counts", "totals"],
      string: [`${field}Labels`, "labels", "lookup"],
      boolean: ["seen", `seen${capitalized(plural(field))}`, "lookup"],
      "string[]": [`by${capitalized(field)}`, "groups", "index"],
      "number[]": [`by${capitalized(field)}`, "groups", "amounts"],
    }[value] ?? ["result"],
  );
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
  const [export_, verb] = [
    choose.pick(["", "export "]),
    choose.pick(
      value === "number"
        ? ["count", "collect"]
        : value.endsWith("[]")
          ? ["group", "collect"]
          : ["index", "collect"],
    ),
  ];
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

/** Removes the types of a whole signature; the instruction names them. */
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

/** Returns "both numbers", or each parameter with its type. */
function saidTypes(choose: Choices, types: readonly { name: string; type: string }[]): string {
  const [first, second] = types;
  const isSame = types.every(({ type }) => type === first?.type);
  const many = MANY[first?.type ?? ""];
  if (isSame && second && many && choose.chance(0.7))
    return types.length === 2
      ? choose.pick([`both ${many}`, `both ${many}`, `both are ${many}`, `two ${many}`])
      : choose.pick([`all ${many}`, `all are ${many}`, `three ${many}`]);
  const is = choose.pick([" is ", " is ", " "]);
  const each = types.map(({ name, type }) => `${name}${is}${is === " " ? type : article(type, choose)}`);
  return each.length === 1 ? (each[0] ?? "") : `${each.slice(0, -1).join(", ")} and ${each.at(-1)}`;
}
