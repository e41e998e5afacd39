import type { Choices } from "../../choices/index.ts";
import { ADJECTIVES } from "../../choices/words.ts";
import { from, isOpenBlock, type Node, type NodeOf, prepend, type Sample, to } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";
import { ifHead } from "./tests.ts";

type Loop = NodeOf<"ForStatement" | "ForOfStatement" | "ForInStatement">;

/** Returns the only loop if `continue` at its top is harmless: a `while` may advance in its body. */
function theLoop(sample: Sample): Loop | undefined {
  const loops: Loop[] = [
    ...sample.all("ForStatement"),
    ...sample.all("ForOfStatement"),
    ...sample.all("ForInStatement"),
  ];
  const [one] = loops;
  const isOnly = loops.length === 1 && !sample.has("WhileStatement") && !sample.has("DoWhileStatement");
  return isOnly && !/\.forEach\(/.test(sample.code) && (one?.type !== "ForStatement" || one.update)
    ? one
    : undefined;
}

interface Element {
  /** The name of the element in the loop. */
  readonly name: string;
  /** The statement in the loop that declares the name; undefined if the loop's head does. */
  readonly below?: Node;
  readonly isKey: boolean;
}

function elementOf(sample: Sample, loop: Loop): Element | undefined {
  if (loop.type === "ForStatement") {
    const first = loop.body.type === "BlockStatement" ? loop.body.body[0] : undefined;
    if (first?.type !== "VariableDeclaration" || first.declarations.length !== 1) return undefined;
    const [one] = first.declarations;
    const isElement = one?.init?.type === "MemberExpression" && one.init.computed;
    return one?.id.type === "Identifier" && isElement && sample.isAlone(first)
      ? { name: one.id.name, below: first, isKey: false }
      : undefined;
  }
  const { left } = loop;
  const id = left.type === "VariableDeclaration" ? left.declarations[0]?.id : undefined;
  return id?.type === "Identifier" ? { name: id.name, isKey: loop.type === "ForInStatement" } : undefined;
}

function testOfElement(sample: Sample, choose: Choices, { name, isKey }: Element): string {
  const { quote } = sample.style;
  const text = (value: string) => `${quote}${value}${quote}`;
  const state = choose.pick(ADJECTIVES);
  const isText =
    isKey || /key|name|line|word|path|file|str|char|prop|ext|^(c|ch|k|s|attr)$|part|token$/i.test(name);
  if (isText)
    return choose.pick([
      `${name} === ${text(choose.pick(["id", "default", "constructor", "length", "type", "key", "__proto__"]))}`,
      `${name}.startsWith(${text(choose.pick(["_", "#", "$", "."]))})`,
      `${name} === ${text("")}`,
      `${name}.length === 0`,
      `${name}.endsWith(${text(choose.pick([".map", ".d.ts", "~", ":"]))})`,
      `!${name}.includes(${text(choose.pick([":", "/", "=", "."]))})`,
      `seen.has(${name})`,
    ]);
  if (/num|value|count|byte|^(n|x|v|i|d|id)$/i.test(name))
    return `${name} ${choose.pick(["< 0", "=== 0", "=== null", "== null", "=== undefined", "> 100", "% 2 === 0"])}`;
  return choose.pick([
    `!${name}`,
    `!${name}`,
    `${name} == null`,
    `${name} === null`,
    `${name}.${state}`,
    `!${name}.${state}`,
    `${name}.${choose.pick(["type", "kind", "status", "name"])} === ${text(state)}`,
    `${name}.${choose.pick(["length", "size", "count"])} === 0`,
    `seen.has(${name})`,
    `!is${state.charAt(0).toUpperCase()}${state.slice(1)}(${name})`,
  ]);
}

export const skipInLoop = family(
  "skip-in-loop",
  {
    seen: [
      "skip {name} [if|when] {test}",
      "skip [every|any|each] {name} [where|for which] {test}",
      "ignore [every|any] {name} [where|for which] {test}",
      "skip the iteration [if|when] {test}",
      "continue [if|when] {test}",
      "=in the loop, skip {name} if {test}",
      "add a continue [to the loop |][for|if] {test}",
      "[go on|proceed] to the next {name} [if|when] {test}",
      "=the loop should skip [items|elements] where {test}",
      "=if {test}, continue[ with the next one|]",
      "leave out [items|elements] where {test}",
    ],
    unseen: ["=nothing is to be done in the loop for {test}", "pass over whatever has {test}"],
    weight: 1.5,
  },
  (sample, choose) => {
    const loop = theLoop(sample);
    const element = loop && elementOf(sample, loop);
    if (loop === undefined || element === undefined || loop.body.type !== "BlockStatement") return undefined;
    if (!isOpenBlock(sample, loop.body) || loop.body.body.length === 0) return undefined;
    const { name, below } = element;
    const test = testOfElement(sample, choose, element);
    if (/^[!\w]*seen\b/.test(test) && !/\bseen\b/.test(sample.code) && choose.chance(0.7)) return undefined;
    if (isTested(sample, loop.body, test, name)) return undefined;
    const lines = skipping(sample, test);
    const draft = sample.draft();
    if (below === undefined) {
      if (!prepend(sample, draft, loop.body, lines)) return undefined;
    } else {
      const indent = sample.indentAt(from(below));
      draft.appendLeft(sample.lineEnd(to(below)), lines.map((line) => `\n${indent}${line}`).join(""));
    }
    return edited(sample, draft, { name, test });
  },
);

/** Returns the statement in one line, unless the code already has a `continue` in braces. */
function skipping(sample: Sample, test: string): string[] {
  const { indent, semi } = sample.style;
  return /\{\s*\n\s*continue;?\s*\n\s*\}/.test(sample.code)
    ? [`${ifHead(sample, test)} {`, `${indent}continue${semi}`, "}"]
    : [`${ifHead(sample, test)} continue${semi}`];
}

/** Whether the loop already has the same test of the name, or its opposite. */
function isTested(sample: Sample, body: Node, test: string, name: string): boolean {
  const text = sample.source(body);
  const tests = sample
    .all("IfStatement")
    .filter((one) => sample.isWithin(one, body))
    .map((one) => sample.source(one.test));
  const plain = test.replace(/^!/, "");
  return plain === name
    ? tests.some((one) => new RegExp(`(^|[^.\\w$])${name}($|[^.\\w$(\\[])`).test(one))
    : text.includes(plain);
}
