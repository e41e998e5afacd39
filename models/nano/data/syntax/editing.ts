import type * as t from "@babel/types";
import type { Binding } from "./bindings.ts";
import { type Draft, from, type Sample, to } from "./sample.ts";
import { type FunctionNode, type Node, walk } from "./tree.ts";

/** Renames a binding everywhere; shorthand properties keep their key. */
export function renameBinding(sample: Sample, draft: Draft, binding: Binding, name: string): void {
  for (const node of [...binding.declarations, ...binding.references]) {
    const start = from(node);
    const end = start + binding.name.length;
    const holder = sample.parent(node);
    const property =
      holder?.type === "AssignmentPattern" && holder.left === node ? sample.parent(holder) : holder;
    if (property?.type === "ObjectProperty" && property.shorthand)
      draft.update(start, end, `${binding.name}: ${name}`);
    else if (holder?.type === "ExportSpecifier" && holder.local.start === holder.exported.start)
      draft.update(start, end, `${name} as ${binding.name}`);
    else if (holder?.type === "ImportSpecifier" && holder.local.start === holder.imported.start)
      draft.update(start, end, `${binding.name} as ${name}`);
    else draft.update(start, end, name);
  }
}

/** Removes a node with its lines if nothing else is on them, or else the node and the space before it. */
export function removeLines(sample: Sample, draft: Draft, node: Node): void {
  if (sample.isAlone(node)) {
    const end = sample.lineEnd(to(node));
    draft.remove(sample.lineStart(from(node)), Math.min(end + 1, sample.text.length));
    return;
  }
  let start = from(node);
  while (sample.text[start - 1] === " ") start--;
  draft.remove(start, to(node));
}

/** Returns the statements of a function whose body has braces. */
export function bodyOf(fn: FunctionNode): readonly t.Statement[] | undefined {
  return fn.body.type === "BlockStatement" ? fn.body.body : undefined;
}

/** Whether lines can be inserted into a block: its braces are at the ends of lines. */
export function isOpenBlock(sample: Sample, block: Node): boolean {
  const text = sample.source(block);
  return block.type === "BlockStatement" && /^\{[ \t]*\n/.test(text) && /\n[ \t]*\}$/.test(text);
}

/** Returns the indentation of a block's statements. */
function blockIndent(sample: Sample, block: t.BlockStatement): string {
  const first = block.body[0];
  if (first !== undefined && sample.isAlone(first)) return sample.indentAt(from(first));
  return sample.indentAt(firstNonSpace(sample, from(block))) + sample.style.indent;
}

/** Inserts lines at the top of a block, below `"use strict"` and `super(…)`. Returns false if the block is not open. */
export function prepend(
  sample: Sample,
  draft: Draft,
  block: t.BlockStatement,
  lines: readonly string[],
): boolean {
  if (!isOpenBlock(sample, block)) return false;
  const indent = blockIndent(sample, block);
  const opening = block.directives.at(-1) ?? block.body.find((one) => isSuperCall(one));
  const position = opening ? to(opening) : from(block) + 1;
  draft.appendLeft(sample.lineEnd(position), lines.map((line) => `\n${line && indent}${line}`).join(""));
  return true;
}

/** Inserts lines before a statement, at its indentation. Returns false if the statement shares its lines. */
export function insertBefore(sample: Sample, draft: Draft, node: Node, lines: readonly string[]): boolean {
  if (!sample.isAlone(node)) return false;
  const indent = sample.indentAt(from(node));
  draft.appendLeft(from(node), lines.map((line) => `${line}\n${indent}`).join(""));
  return true;
}

/** Whether the lines of a node can be reindented: it has no multi-line strings. */
export function canReindent(node: Node): boolean {
  let can = true;
  walk(node, (one) => {
    if (one.type === "TemplateElement" && one.value.raw.includes("\n")) can = false;
    if (one.type === "JSXText" && one.value.trim() !== "" && one.value.includes("\n")) can = false;
    return can;
  });
  return can;
}

/** Changes the indentation of all lines but the first. */
export function reindent(text: string, before: string, after: string): string {
  return text
    .split("\n")
    .map((line, index) =>
      index === 0 || line.trim() === "" || !line.startsWith(before)
        ? line
        : after + line.slice(before.length),
    )
    .join("\n");
}

/** Returns the lines inside a block's braces, from its first statement or comment to its last, at `indent`. */
export function innerLines(sample: Sample, block: t.BlockStatement, indent: string): string {
  const inside = sample.text.slice(from(block) + 1, to(block) - 1);
  const text = inside.replace(/^[ \t]*\n/, "").replace(/\s+$/, "");
  const own = /^[ \t]*/.exec(text)?.[0] ?? "";
  return indent + reindent(text.slice(own.length), own, indent);
}

/** Returns the negation of an expression in its usual form. */
export function negated(sample: Sample, test: Node): string {
  const text = sample.source(test);
  if (test.type === "UnaryExpression" && test.operator === "!") return sample.source(test.argument);
  if (test.type === "BinaryExpression") {
    const opposite = OPPOSITES[test.operator];
    if (opposite) {
      const start = to(test.left) - from(test);
      const end = from(test.right) - from(test);
      return text.slice(0, start) + text.slice(start, end).replace(test.operator, opposite) + text.slice(end);
    }
  }
  return isSimple(test) ? `!${text}` : `!(${text})`;
}

const OPPOSITES: Record<string, string> = {
  "===": "!==",
  "!==": "===",
  "==": "!=",
  "!=": "==",
  "<": ">=",
  ">=": "<",
  ">": "<=",
  "<=": ">",
};

/** Whether an expression binds tighter than any operator that may be added next to it. */
export function isSimple(node: Node): boolean {
  switch (node.type) {
    case "Identifier":
    case "ThisExpression":
    case "MemberExpression":
    case "OptionalMemberExpression":
    case "CallExpression":
    case "OptionalCallExpression":
    case "StringLiteral":
    case "NumericLiteral":
    case "BooleanLiteral":
    case "NullLiteral":
    case "TemplateLiteral":
    case "ArrayExpression":
      return true;
    default:
      return false;
  }
}

/** Whether it makes no difference if an expression is evaluated twice or not at all. */
export function isPure(node: Node): boolean {
  let pure = true;
  walk(node, (one) => {
    switch (one.type) {
      case "CallExpression":
      case "OptionalCallExpression":
      case "NewExpression":
      case "AssignmentExpression":
      case "UpdateExpression":
      case "AwaitExpression":
      case "YieldExpression":
      case "TaggedTemplateExpression":
      case "ImportExpression":
        pure = false;
    }
    return pure;
  });
  return pure;
}

/** Whether the node's text has a comment. */
export function hasComment(sample: Sample, node: Node): boolean {
  return /\/\/|\/\*/.test(sample.source(node));
}

/** Whether an expression requires or imports a module. */
export function loadsModule(sample: Sample, node: Node): boolean {
  return /\b(require|import)\s*\(/.test(sample.source(node));
}

function isSuperCall(statement: t.Statement): boolean {
  return (
    statement.type === "ExpressionStatement" &&
    statement.expression.type === "CallExpression" &&
    statement.expression.callee.type === "Super"
  );
}

/** Returns the first position on a line that is not white space. */
function firstNonSpace(sample: Sample, position: number): number {
  const start = sample.lineStart(position);
  return start + (/^[ \t]*/.exec(sample.text.slice(start))?.[0].length ?? 0);
}
