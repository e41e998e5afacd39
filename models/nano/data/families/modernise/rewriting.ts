import { from, isSimple, type Node, type NodeOf, type Sample, to } from "../../syntax/index.ts";
import { edited, family, type Wording } from "../family.ts";

/**
 * Creates a family that rewrites every expression of one kind. `rewrite` returns the new text, nothing if it does not
 * apply, or false if it should apply but cannot, and then nothing is rewritten.
 */
export function rewriting<Type extends Node["type"]>(
  name: string,
  wording: Wording,
  type: Type,
  rewrite: (node: NodeOf<Type>, sample: Sample) => string | false | undefined,
) {
  return family(name, wording, (sample) => {
    const draft = sample.draft();
    const done: Node[] = [];
    for (const node of sample.all(type)) {
      const text = rewrite(node, sample);
      if (text === false) return undefined;
      if (text === undefined) continue;
      // Nested expressions would be two edits of the same text.
      if (done.some((outer) => sample.isWithin(node, outer))) return undefined;
      draft.update(from(node), to(node), text);
      done.push(node);
    }
    return done.length === 0 ? undefined : edited(sample, draft);
  });
}

export function isCallOf(call: NodeOf<"CallExpression">, object: string, method: string): boolean {
  const { callee } = call;
  return (
    callee.type === "MemberExpression" &&
    !callee.computed &&
    callee.object.type === "Identifier" &&
    callee.object.name === object &&
    callee.property.type === "Identifier" &&
    callee.property.name === method
  );
}

export function methodCall(
  node: Node,
  method: string,
): (NodeOf<"CallExpression"> & { callee: NodeOf<"MemberExpression"> }) | undefined {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression" || node.callee.computed)
    return undefined;
  if (node.callee.property.type !== "Identifier" || node.callee.property.name !== method) return undefined;
  return node as NodeOf<"CallExpression"> & { callee: NodeOf<"MemberExpression"> };
}

export const operand = (sample: Sample, node: Node) =>
  isSimple(node) ? sample.source(node) : `(${sample.source(node)})`;
