import type * as t from "@babel/types";

export type Node = t.Node;
export type NodeOf<Type extends Node["type"]> = Extract<Node, { type: Type }>;
export type FunctionNode = NodeOf<
  | "FunctionDeclaration"
  | "FunctionExpression"
  | "ArrowFunctionExpression"
  | "ClassMethod"
  | "ClassPrivateMethod"
  | "ObjectMethod"
>;

const NOT_CHILDREN = new Set(["loc", "extra", "type", "start", "end", "errors", "comments", "tokens"]);

/** Visits the direct children of `node` with their keys, in the order of the node's fields. */
export function children(node: Node, visit: (child: Node, key: string) => void): void {
  for (const key in node) {
    if (NOT_CHILDREN.has(key)) continue;
    const value = (node as unknown as Record<string, unknown>)[key];
    if (typeof value !== "object" || value === null) continue;
    if (Array.isArray(value)) {
      for (const one of value) if (isNode(one)) visit(one, key);
    } else if (isNode(value)) {
      visit(value, key);
    }
  }
}

/** Visits every node from `root` down. If `visit` returns false, the node's children are skipped. */
export function walk(root: Node, visit: (node: Node) => boolean | undefined): void {
  if (visit(root) === false) return;
  children(root, (child) => walk(child, visit));
}

export function isFunction(node: Node | null | undefined): node is FunctionNode {
  switch (node?.type) {
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
    case "ClassMethod":
    case "ClassPrivateMethod":
    case "ObjectMethod":
      return true;
    default:
      return false;
  }
}

/** Whether a function uses its own `this`, `super`, `arguments` or `new.target`. */
export function usesOwnContext(fn: FunctionNode): boolean {
  let found = false;
  walk(fn, (node) => {
    if (found) return false;
    if (node !== fn && isFunction(node) && node.type !== "ArrowFunctionExpression") return false;
    if (node !== fn && node.type === "ClassBody") return false;
    if (
      node.type === "ThisExpression" ||
      node.type === "Super" ||
      node.type === "MetaProperty" ||
      (node.type === "Identifier" && node.name === "arguments")
    )
      found = true;
    return !found;
  });
  return found;
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string"
  );
}
