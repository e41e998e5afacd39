import {
  from,
  isFunction,
  isSimple,
  type Node,
  type NodeOf,
  type Sample,
  to,
  walk,
} from "../../syntax/index.ts";

/** The evident type of an expression: the code has to show it, names are not enough. */
type Kind = "number" | "string" | "texts" | "numbers" | "list" | "object";

/** The only value that the main function returns. */
export interface Answer {
  readonly node: Node;
  readonly text: string;
  readonly kind: Kind | undefined;
}

/** Returns the answer; undefined if there are several, or if more than the function's name determines its type. */
export function answerOf(sample: Sample): Answer | undefined {
  const { main } = sample;
  if (main === undefined || sample.language === "jsx" || sample.language === "tsx") return undefined;
  const { fn } = main;
  const holder = sample.parent(fn);
  if (holder?.type === "VariableDeclarator" && holder.id.type === "Identifier" && holder.id.typeAnnotation)
    return undefined;
  // A promise or an iterator is not a plain result, and a declared type or contract must not change.
  if (fn.async || fn.generator || fn.returnType) return undefined;
  if ("kind" in fn && fn.kind !== "method") return undefined;
  if (/^(render|constructor|toString|valueOf|toJSON|get[A-Z]\w*Props|next|then)$|Async$/.test(main.name))
    return undefined;
  // A recursive function uses its own result.
  const own = new RegExp(`(?<![\\w$])${main.name.replaceAll("$", "\\$")}(?![\\w$])`, "g");
  if ((sample.code.match(own)?.length ?? 0) > 1) return undefined;
  const node = onlyValue(sample, fn);
  if (!node || isFunction(node) || node.extra?.["parenthesized"]) return undefined;
  const text = sample.source(node);
  if (/^\s*\./m.test(text) || /\/\/|\/\*|<\w+[\s\S]*\/>/.test(text) || /^(JSX|Await|Yield)/.test(node.type))
    return undefined;
  return { node, text, kind: kindOf(sample, node) };
}

function onlyValue(sample: Sample, fn: Node): Node | undefined {
  if (!isFunction(fn)) return undefined;
  if (fn.body.type !== "BlockStatement") return fn.body;
  const [one, ...more] = sample.all("ReturnStatement").filter((node) => sample.functionOf(node) === fn);
  if (more.length > 0 || !one?.argument || fn.body.body.at(-1) !== one) return undefined;
  return one.argument;
}

const TEXT_METHODS =
  /^(replace|replaceAll|toLowerCase|toUpperCase|trim|trimEnd|trimStart|padStart|padEnd|substring|substr|join|toString|toFixed|charAt|repeat)$/;

/** Returns undefined if the code does not show the type. */
function kindOf(sample: Sample, node: Node): Kind | undefined {
  switch (node.type) {
    case "TemplateLiteral":
    case "StringLiteral":
      return "string";
    case "ObjectExpression":
      return "object";
    case "ArrayExpression":
      // An array of single elements is more like a record than a list.
      return node.elements.every((one) => one?.type === "SpreadElement") ? "list" : undefined;
    case "BinaryExpression":
      return kindOfOperation(sample, node);
    case "Identifier":
      return kindOfVariable(sample, node.name);
    case "CallExpression":
      return kindOfCall(sample, node);
    default:
      return undefined;
  }
}

function kindOfOperation(sample: Sample, node: NodeOf<"BinaryExpression">): Kind | undefined {
  if (/^(\*|\/)$/.test(node.operator)) return "number";
  if (node.operator !== "+" && node.operator !== "-") return undefined;
  const kinds = [kindOf(sample, node.left), kindOf(sample, node.right)];
  if (node.operator === "+" && kinds.includes("string")) return "string";
  return kinds.includes("number") ? "number" : undefined;
}

/** Returns the type of a variable that is declared once and never changes its type. */
function kindOfVariable(sample: Sample, name: string): Kind | undefined {
  const [one, ...more] = sample
    .all("VariableDeclarator")
    .filter(({ id }) => id.type === "Identifier" && id.name === name);
  const fn = sample.main?.fn;
  if (!one?.init || more.length > 0 || sample.functionOf(one) !== fn) return undefined;
  const kind = kindOf(sample, one.init);
  const isWritten = sample
    .all("AssignmentExpression")
    .some(({ left, operator }) => sample.source(left) === name && !(kind === "string" && operator === "+="));
  return isWritten ? undefined : kind;
}

function kindOfCall(sample: Sample, node: NodeOf<"CallExpression">): Kind | undefined {
  const { callee } = node;
  const name = sample.source(callee);
  if (/^(parseFloat|Math\.(sqrt|sin|cos|tan|atan2|log|exp|hypot|random|pow|log10|log2|cbrt))$/.test(name))
    return "number";
  if (name === "String") return "string";
  if (name === "Object.keys" || name === "Object.getOwnPropertyNames") return "texts";
  if (/^(Object\.(values|entries)|Array\.from)$/.test(name)) return "list";
  if (callee.type !== "MemberExpression" || callee.computed || callee.property.type !== "Identifier")
    return undefined;
  const method = callee.property.name;
  const object = sample.source(callee.object);
  // `path.join` and others take several arguments.
  if (method === "join" && node.arguments.length > 1) return undefined;
  if (TEXT_METHODS.test(method))
    return /^(replace|toString|join)$/.test(method) && /\b(path|history|location|router)\b/.test(object)
      ? undefined
      : "string";
  // Not only arrays have these methods, but also streams and collections of libraries.
  if (/\$|_\b|Observable|[sS]tream|query|[cC]ursor|lodash|chain|source|root|\bj\b/.test(object))
    return undefined;
  const [first] = node.arguments;
  if (method === "split") return node.arguments.length === 1 ? "texts" : undefined;
  if (method === "filter" && isFunction(first) && first.params.length > 0)
    return kindOf(sample, callee.object) === "texts" ? "texts" : "list";
  if (method === "map" && isFunction(first)) return kindOfItems(sample, first.body);
  return undefined;
}

function kindOfItems(sample: Sample, body: Node): Kind {
  if (body.type === "BlockStatement") return "list";
  const kind = kindOf(sample, body);
  return kind === "string" ? "texts" : kind === "number" ? "numbers" : "list";
}

/** Whether the list's elements are compared by identity: objects, lists. */
export function holdsObjects(sample: Sample, { node, text }: Answer): boolean {
  if (/^Object\.entries|\.entries\(/.test(text)) return true;
  let found = false;
  walk(node, (one) => {
    if (one !== node && /^(Object|Array)Expression$/.test(one.type)) found = true;
    return !found;
  });
  return found || /\.(push|unshift)\((new |[[{])/.test(sample.code) || text.startsWith("[");
}

/** Whether the documentation describes the returned value, and would be wrong after a change of type. */
export function isDocumented(sample: Sample): boolean {
  return /@returns?\b/.test(sample.code);
}

/** Puts code around the answer. Returns undefined if nothing would change. */
export function putAround(sample: Sample, { node }: Answer, head: string, tail: string): string | undefined {
  const draft = sample.draft();
  draft.appendRight(from(node), head);
  draft.appendLeft(to(node), tail);
  const after = sample.finish(draft);
  return after === sample.code ? undefined : after;
}

/** Returns what precedes and follows an expression for a method call on it. */
export function methodCallAround(isPlain: boolean, call: string): [string, string] {
  return isPlain ? ["", call] : ["(", `)${call}`];
}

export function isPlain({ node }: Answer): boolean {
  return isSimple(node);
}
