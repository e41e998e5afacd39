import type { Node, NodeOf, Sample } from "../../syntax/index.ts";

type If = NodeOf<"IfStatement">;

/**
 * Returns the only `if` of a sample for which `test` is true; undefined if there are several, because it would be
 * unclear which is meant.
 */
export function onlyIf(sample: Sample, test: (one: If) => boolean): If | undefined {
  const found = sample.all("IfStatement").filter(test);
  return found.length === 1 ? found[0] : undefined;
}

export function isElseIf(sample: Sample, one: If): boolean {
  const parent = sample.parent(one);
  return parent?.type === "IfStatement" && parent.alternate === one;
}

export function single(node: Node | null | undefined): Node | undefined {
  if (!node) return undefined;
  if (node.type !== "BlockStatement") return node;
  return node.body.length === 1 && node.directives.length === 0 ? node.body[0] : undefined;
}

export function leaves(node: Node): boolean {
  const last = node.type === "BlockStatement" ? node.body.at(-1) : node;
  return last !== undefined && /^(Return|Throw|Continue|Break)Statement$/.test(last.type);
}

export function hasComments(sample: Sample, node: Node): boolean {
  return /\/\/|\/\*/.test(sample.source(node));
}
