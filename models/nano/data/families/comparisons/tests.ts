import type { Choices } from "../../choices/index.ts";
import { ADJECTIVES } from "../../choices/words.ts";
import { from, isFunction, type Node, type Sample } from "../../syntax/index.ts";

const STATES = [...ADJECTIVES, "ready", "done", "deleted", "locked", "silent", "verbose", "strict", "open"];

/** Returns names of values that can be read at `place`: parameters, and variables declared above. */
function namesAt(sample: Sample, place: Node): string[] {
  const names = sample.bindings.all
    .filter(
      (one) =>
        ["parameter", "const", "let", "var"].includes(one.kind) &&
        one.declarations.every((node) => from(node) < from(place) && !sample.isWithin(node, place)) &&
        sample.isWithin(place, one.scope) &&
        /^[a-z]\w*$/.test(one.name) &&
        one.declarations.every((node) => !isFixed(sample.parent(node))),
    )
    .map(({ name }) => name);
  return names.filter((name) => names.indexOf(name) === names.lastIndexOf(name));
}

/** Whether a name is always the same thing: a function, a module or a literal. */
function isFixed(holder: Node | undefined): boolean {
  if (holder?.type !== "VariableDeclarator" || !holder.init) return false;
  const { init } = holder;
  return (
    isFunction(init) ||
    /^(Class|New|RegExp|Array|Object)|Literal$/.test(init.type) ||
    (init.type === "CallExpression" &&
      init.callee.type === "Identifier" &&
      /^_*(require|interop)/.test(init.callee.name))
  );
}

/** Returns `if (test)`, spaced like the code around it. */
export function ifHead(sample: Sample, test: string): string {
  if (/\bif \( \S/.test(sample.code)) return `if ( ${test} )`;
  if (/\b\w+\( \S/.test(sample.code) && !/\b(if|for|while) ?\(\S/.test(sample.code)) return `if ( ${test} )`;
  return /\bif\(/.test(sample.code) && !/\bif \(/.test(sample.code) ? `if(${test})` : `if (${test})`;
}

/** Returns a condition as code, about a value known at `place` or about the environment. */
export function testAt(sample: Sample, choose: Choices, place: Node): string {
  const name = choose.chance(0.85) ? choose.pickIfAny(namesAt(sample, place)) : undefined;
  return name === undefined ? generalTest(sample, choose) : testOf(sample, choose, name);
}

/** Returns a condition about the value of a name. */
function testOf(sample: Sample, choose: Choices, name: string): string {
  const { quote } = sample.style;
  const state = choose.pick(STATES);
  if (
    /^(i|j|k|n|index|idx|count|len|length|size|offset|pos|depth|level|limit)$|(Count|Index|Size)$/.test(name)
  )
    return `${name} ${choose.pick(["> 0", "> 0", "> 1", "< 10", "!== 0", "< 100", "% 2 === 0"])}`;
  if (/^(cb|fn|callback|done|next|handler|resolve|reject)$|(Fn|Callback|Handler)$|^on[A-Z]/.test(name))
    return choose.chance(0.5) ? name : `typeof ${name} === ${quote}function${quote}`;
  if (/^(options|opts|config|settings|props|context|ctx|params|state)$|(Options|Config)$/.test(name))
    return choose.pick([`${name}.${state}`, `!${name}.${state}`]);
  if (/^(e|er|ex)$|err(or)?$/i.test(name))
    return choose.pick([name, `${name} instanceof Error`, `${name}.${state}`]);
  if (/^(is|has|should|can)[A-Z]/.test(name)) return choose.pick([name, `!${name}`]);
  if (/[^s]s$|List$|^(list|arr|array|data)$/.test(name) && choose.chance(0.7))
    return `${name}.length ${choose.pick(["> 0", "> 0", "> 1", "=== 1", "< 10"])}`;
  return choose.pick([
    name,
    `!${name}`,
    `${name} !== null`,
    `${name} !== undefined`,
    `${name} != null`,
    `${name}.${state}`,
    `!${name}.${state}`,
    `typeof ${name} === ${quote}string${quote}`,
    `${name}.length > 0`,
  ]);
}

function generalTest(sample: Sample, choose: Choices): string {
  const { quote } = sample.style;
  const state = choose.pick(STATES);
  const is = `is${state.charAt(0).toUpperCase()}${state.slice(1)}`;
  return choose.pick([
    `${is}()`,
    is,
    `!${is}`,
    `!${is}()`,
    ...(sample.has("ThisExpression") ? [`this.${state}`, `!this.${state}`] : [`process.env.DEBUG`]),
    `process.env.NODE_ENV !== ${quote}production${quote}`,
    `typeof window !== ${quote}undefined${quote}`,
  ]);
}
