import type { Choices } from "../../choices/index.ts";
import { type Draft, isFunction, type Node, type NodeOf, type Sample, to } from "../../syntax/index.ts";
import { append } from "./lists.ts";

export type Literal = NodeOf<"ObjectExpression">;

const MOST_PROPERTIES = 20;

/** Whether a new property has only one natural place in a literal: the end. */
export function isPlain(literal: Literal): boolean {
  const { properties } = literal;
  const last = properties.at(-1);
  return (
    properties.length > 0 &&
    properties.length <= MOST_PROPERTIES &&
    // A last spread overrides the properties before it: only the author knows whether a property may follow.
    (last?.type !== "SpreadElement" || properties.length === 1) &&
    properties.every((one) => one.type === "SpreadElement" || one.key.type !== "StringLiteral")
  );
}

/** Returns the objects that functions return: literals directly after `return` or `=>`. */
export function returned(sample: Sample): Literal[] {
  return sample.all("ObjectExpression").filter((one) => {
    const parent = sample.parent(one);
    return parent?.type === "ReturnStatement" || (isFunction(parent) && parent.body === (one as Node));
  });
}

/** Returns literals that initialize variables, with the variables' names. */
export function named(sample: Sample): { literal: Literal; object: string }[] {
  const found: { literal: Literal; object: string }[] = [];
  for (const { id, init } of sample.all("VariableDeclarator"))
    if (id.type === "Identifier" && init?.type === "ObjectExpression")
      found.push({ literal: init, object: id.name });
  const count = (name: string) =>
    sample.all("VariableDeclarator").filter(({ id }) => id.type === "Identifier" && id.name === name).length;
  return found.filter(({ object }) => count(object) === 1);
}

/** Whether a compiler wrote the literal: nobody asks to change it. */
export function isBoilerplate(sample: Sample, literal: Literal): boolean {
  const parent = sample.parent(literal);
  return parent?.type === "CallExpression" && /__esModule|toStringTag|defineProp/.test(sample.source(parent));
}

/** Functions whose object arguments are not options. */
const WITHOUT_OPTIONS =
  /(^|\.)(push|unshift|set|assign|resolve|reject|res|next|expect|createElement|merge|deepMerge)$/;

/** Returns object literals in calls that have only one and are the only call of that name. */
export function passed(sample: Sample): { literal: Literal; call: string }[] {
  const found: { literal: Literal; call: string }[] = [];
  for (const one of calls(sample)) {
    const given = one.arguments.filter((argument) => argument.type === "ObjectExpression");
    const call = calleeOf(sample, one);
    if (
      given[0] &&
      given.length === 1 &&
      call !== undefined &&
      !WITHOUT_OPTIONS.test(call) &&
      !isBoilerplate(sample, given[0])
    )
      found.push({ literal: given[0], call });
  }
  return found;
}

export type Call = NodeOf<"CallExpression" | "NewExpression">;

export function calls(sample: Sample): readonly Call[] {
  return [...sample.all("CallExpression"), ...sample.all("NewExpression")];
}

/** Returns a callee's name, such as `a.b.c`; undefined if several calls have it. */
export function calleeOf(sample: Sample, { callee }: Call): string | undefined {
  const text = sample.source(callee);
  if (!/^(this\.)?[\w$]+(\.[\w$]+){0,2}$/.test(text) || text.length > 40) return undefined;
  const same = calls(sample).filter((one) => sample.source(one.callee) === text);
  return same.length === 1 ? text : undefined;
}

/** A property that a literal lacks, as code, with its name and value if it has both. */
export interface Property {
  readonly property: string;
  readonly name?: string;
  readonly value?: string;
}

const NAMES =
  `id name type title label timeout limit offset enabled disabled visible active status version debug
verbose strict silent cache headers method mode page pageSize retries delay kind description createdAt updatedAt order
color size width height role locale encoding priority tags count total isValid isReady readonly required`.split(
    /\s+/,
  );

export function newProperty(sample: Sample, choose: Choices, literal: Literal): Property | undefined {
  const { quote } = sample.style;
  const keys = new Set(
    literal.properties.map((one) => (one.type === "SpreadElement" ? "" : sample.source(one.key))),
  );
  const given = inReach(sample, literal);
  const short = choose.pickIfAny(given.filter((name) => !keys.has(name)));
  if (short !== undefined && choose.chance(0.3)) return { property: short };
  const usual = choose.pick(NAMES);
  const name = choose.chance(0.5) && !sample.mentions(usual) ? usual : choose.variable(sample);
  if (keys.has(name)) return undefined;
  const word = choose.pick([
    "default",
    "user",
    "json",
    "utf8",
    "dark",
    "small",
    "auto",
    "pending",
    "en",
    "left",
  ]);
  const source = choose.pickIfAny(given);
  const value = choose.pick([
    "true",
    "true",
    "false",
    "null",
    "[]",
    "{}",
    "0",
    String(choose.between(1, 20)),
    String(choose.pick([100, 500, 1000, 5000, 30000])),
    `${quote}${word}${quote}`,
    `${quote}${word}${quote}`,
    choose.pick(["Date.now()", "new Date()", "undefined", `${choose.function(sample)}()`]),
    ...(source === undefined
      ? []
      : [
          source,
          `${source}.${choose.chance(0.5) ? name : choose.variable(sample)}`,
          `Boolean(${source})`,
          `${choose.function(sample)}(${source})`,
          `${source} || ${choose.pick(["null", "{}", "[]", `${quote}${quote}`])}`,
        ]),
  ]);
  return { property: `${name}: ${value}`, name, value };
}

/** Returns the names of the main function's parameters that are visible at `node` and not shadowed anywhere. */
export function inReach(sample: Sample, node: Node): string[] {
  const fn = sample.main?.fn;
  if (fn === undefined || !sample.isWithin(node, fn.body)) return [];
  const own = fn.params.flatMap((one) => (one.type === "Identifier" ? [one.name] : []));
  return own.filter((name) => sample.bindings.all.filter((one) => one.name === name).length === 1);
}

/** Returns a draft that adds the property at the end of the literal; undefined if it has no plain place. */
export function withProperty(sample: Sample, literal: Literal, property: string): Draft | undefined {
  const draft = sample.draft();
  return append(sample, draft, literal.properties, to(literal) - 1, property) ? draft : undefined;
}
