import type { Choices } from "../../choices/index.ts";
import { from, isFunction, type Node, type NodeOf, type Sample, to } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";
import { type Answer, isDocumented } from "./answer.ts";
import { resultFamilies } from "./family.ts";
import { OBJECTS, THINGS } from "./made-up.ts";

export const jsonResult = resultFamilies({
  name: "json-result",
  wording: {
    seen: [
      "return [it|the result] as [JSON|a JSON string]",
      "return JSON[| instead of the object]",
      "JSON.stringify the [result|return value]",
      "convert the [result|return value] to JSON",
      "[serialize|stringify] the result [as|to] JSON",
      "=the [result|return value] should be [JSON|a JSON string]",
      "=it should return JSON",
      "wrap the return value in JSON.stringify",
      "return {value} as JSON",
      "use JSON.stringify on the [result|return value]",
    ],
    unseen: ["what comes back has to be JSON text", "callers want a string of JSON, not the thing itself"],
    weight: 0.7,
  },
  put: () => ["JSON.stringify(", ")"],
  fits: (sample, { kind, node, text }) =>
    /^(object|list|texts|numbers)$/.test(kind ?? "") &&
    !/JSON/.test(sample.code) &&
    !isDocumented(sample) &&
    node.type !== "ArrayExpression" &&
    text.length < 400 &&
    !/push\(new /.test(sample.code) &&
    (node.type !== "ObjectExpression" || isData(sample, node)),
  shapes: () => [...OBJECTS, ...OBJECTS, ...THINGS],
});

/** Whether an object has only data and is not empty: no functions, as far as the code shows. */
function isData(sample: Sample, { properties }: NodeOf<"ObjectExpression">): boolean {
  const functions = new Set<string>();
  for (const { id } of sample.all("FunctionDeclaration")) if (id) functions.add(id.name);
  for (const { id, init } of sample.all("VariableDeclarator"))
    if (id.type === "Identifier" && isFunction(init)) functions.add(id.name);
  return (
    properties.length > 0 &&
    properties.every((one) => {
      if (one.type !== "ObjectProperty") return one.type !== "ObjectMethod";
      return !isFunction(one.value) && !(one.value.type === "Identifier" && functions.has(one.value.name));
    })
  );
}

/** Whether an answer may be wrapped: a plain one-line value, not a promise or a condition. */
function isWrappable(sample: Sample, { node, text }: Answer): boolean {
  if (isDocumented(sample) || text.length > 60 || text.includes("\n") || !sample.isOneLine(node))
    return false;
  if (
    /Promise|async|await|then\(|fetch|=>|^(this|null|undefined|true|false|void 0)$|\b(jsx|createElement)\b/.test(
      text,
    )
  )
    return false;
  if (/^(is|has|can|should|use)[A-Z]/.test(sample.main?.name ?? "")) return false;
  if (node.type === "Identifier") return isLocalValue(sample, node.name);
  if (!/^(Member|Binary|Template|Call|Array)/.test(node.type)) return false;
  // A call may return anything, so only calls with known results are accepted.
  if (node.type !== "CallExpression") return !/instanceof|[=!]==?|[<>]/.test(text);
  return /\.(map|filter|reduce|join|slice|concat|trim|replace|split|keys|values|find|get|parse|toString|length|round|floor|max|min|sqrt)\($|^(String|Number|parseInt|parseFloat|JSON\.parse|Math\.\w+|Object\.\w+)\($/.test(
    `${sample.source(node.callee)}(`,
  );
}

/** Whether a name is a local variable that is not initialized with a promise, a function or an element. */
function isLocalValue(sample: Sample, name: string): boolean {
  const [one, ...more] = sample
    .all("VariableDeclarator")
    .filter(({ id }) => id.type === "Identifier" && id.name === name);
  if (!one || more.length > 0 || sample.functionOf(one) !== sample.main?.fn) return false;
  return (
    !one.init ||
    !/Promise|fetch|=>|function|async|then\(|require|createElement|this$|self$/.test(sample.source(one.init))
  );
}

const KEYS =
  "data result value items total count user users text message list output payload content body records rows response entries price name id".split(
    " ",
  );

export const wrapResult = resultFamilies({
  name: "wrap-result",
  wording: {
    seen: [
      "return an object with the [result|value] as {name}",
      "return an object with the result [in|under] {name}",
      "wrap the [result|return value] in an object [with the key|as|under] {name}",
      "put the [result|return value] [into|in] an object under {name}",
      "return an object that has the result as [its |]{name}[ property|]",
      "=the [result|return value] should be an object with the value in {name}",
      "nest the [result|return value] under {name}",
      "return an object with the [result|value] as {name} instead of the bare [result|value]",
      "=it should return an object with [the property |]{name}[ holding the result|]",
    ],
    unseen: ["callers will read {name} of what they get, so give them such an object"],
    weight: 0.9,
  },
  draw: (choose: Choices) => ({
    name: choose.chance(0.7) ? choose.pick(KEYS.slice(0, 16)) : choose.pick(KEYS),
  }),
  put: ({ name = "" }, _, text) => (text === name ? ["{ ", " }"] : [`{ ${name}: `, " }"]),
  fits: (sample, answer, { name }) =>
    isWrappable(sample, answer) &&
    sample.main?.fn.body.type === "BlockStatement" &&
    !answer.text.includes(`.${name}`),
});

export const wrapInArray = resultFamilies({
  name: "wrap-in-array",
  wording: {
    seen: [
      "wrap the [result|return value] in an array",
      "return an array with the result[| in it]",
      "put the [result|return value] [into|in] an array",
      "return an array [containing|holding] [only |just |]the result",
      "return the result as a single-element array",
      "=the [result|return value] should be an array with one element",
      "put square brackets around the [result|return value]",
      "return {value} in an array",
      "wrap the returned value in square brackets",
      "=it should return an array of one [element|item]",
    ],
    unseen: ["callers expect a list, so make one of the single thing that is returned"],
    weight: 0.6,
  },
  put: () => ["[", "]"],
  fits: (sample, answer) =>
    isWrappable(sample, answer) &&
    !/^(list|texts|numbers)$/.test(answer.kind ?? "") &&
    !/List|Array|items|arr\b|s$/.test(answer.text) &&
    answer.node.type !== "ArrayExpression",
});

/** Adds a shorthand property for a variable at the end of the returned object. */
export const returnToo = family(
  "return-too",
  {
    seen: [
      "also return {name}",
      "return {name} [too|as well]",
      "include {name} in the [returned object|result|return value]",
      "add {name} to the [returned object|result|return value]",
      "=the [result|returned object] should [also contain|include] {name}",
      "=the returned object is missing {name}",
      "put {name} [into|in] the returned object[ too|]",
      "=return {name} along with the rest",
      "expose {name} in the returned object",
      "=it should return {name} [too|as well]",
    ],
    unseen: ["callers need {name} besides what they get already", "let {name} be part of what comes back"],
    weight: 1,
  },
  (sample, choose) => {
    const object = returnedObject(sample);
    const last = object?.properties.at(-1);
    if (object === undefined || last === undefined) return undefined;
    const name = choose.pickIfAny(variablesAt(sample, object));
    if (name === undefined) return undefined;
    const draft = sample.draft();
    if (sample.isOneLine(object)) {
      draft.appendLeft(to(last), `, ${name}`);
      return edited(sample, draft, { name });
    }
    // A trailing comma is kept if there is one.
    const rest = sample.text.slice(to(last), to(object) - 1);
    const place = sample.text.slice(sample.lineStart(from(last)), from(last));
    if (!/^,?\s*\n\s*$/.test(rest) || place.trim() !== "") return undefined;
    const indent = sample.indentAt(from(last));
    const isTrailing = rest.startsWith(",");
    draft.appendLeft(
      to(last) + (isTrailing ? 1 : 0),
      isTrailing ? `\n${indent}${name},` : `,\n${indent}${name}`,
    );
    return edited(sample, draft, { name });
  },
);

function returnedObject(sample: Sample): NodeOf<"ObjectExpression"> | undefined {
  const fn = sample.main?.fn;
  if (fn === undefined || fn.returnType || fn.body.type !== "BlockStatement") return undefined;
  const [one, ...more] = sample
    .all("ReturnStatement")
    .filter((node) => sample.functionOf(node) === fn && node.argument);
  const node: Node | null | undefined = one?.argument;
  if (more.length > 0 || node?.type !== "ObjectExpression" || fn.body.body.at(-1) !== one) return undefined;
  const isUsual = node.properties.every(
    (one) => one.type === "ObjectProperty" && !one.computed && one.key.type === "Identifier",
  );
  return isUsual && isData(sample, node) && !/\/\/|\/\*/.test(sample.source(node)) ? node : undefined;
}

/** Returns the function's variables that its object does not use yet. */
function variablesAt(sample: Sample, object: Node): string[] {
  const fn = sample.main?.fn;
  const text = sample.source(object);
  const declared = sample
    .all("VariableDeclarator")
    .filter((one) => {
      const place = sample.parent(sample.parent(one) ?? one);
      return (
        place === fn?.body && one.id.type === "Identifier" && one.init && !/Function/.test(one.init.type)
      );
    })
    .map(({ id }) => (id.type === "Identifier" ? id.name : ""));
  const parameters = (fn?.params ?? []).map((one) => (one.type === "Identifier" ? one.name : ""));
  const usual = [...declared, ...declared, ...parameters];
  return usual.filter(
    (name) =>
      !/^(self|that|_.*|.)$/.test(name) &&
      !new RegExp(`(?<![\\w$])${name.replaceAll("$", "\\$")}(?![\\w$])`).test(text),
  );
}
