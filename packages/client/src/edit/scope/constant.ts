import type { Change } from "./change.ts";
import type { ScopeConcern } from "./concern.ts";
import type { Leaf } from "./leaf.ts";

const OPENS = new Set(["(", "[", "{", "${"]);
const CLOSES = new Set([")", "]", "}"]);
const ASSIGNS = /^(?:[-+*/%&|^]|\*\*|<<|>>>?|&&|\|\||\?\?)?=$/;
const COUNTS = new Set(["++", "--"]);
const REACHES_IN = new Set([".", "?.", "[", "("]);

/** Returns the `const`s that are newly assigned to: the code throws there. */
export function assignedConstants({ old, now }: Change): ScopeConcern[] {
  const before = new Set(assignments(old).map(({ text }) => text));
  const reported = new Set<string>();
  const concerns: ScopeConcern[] = [];
  for (const { text, line } of assignments(now)) {
    if (before.has(text) || reported.has(text)) continue;
    reported.add(text);
    const message = `"${text}" is a const and is assigned to, which throws`;
    concerns.push({ kind: "constant", line: line + 1, message });
  }
  return concerns;
}

interface Constant {
  /** The leaf where it is assigned to. */
  assigned: Leaf | null;
  /** Another declaration in its block has the same name, so an assignment may be to that one. */
  isShadowed: boolean;
}

/** Returns the assignments to constants within their block, after the declaration. */
function assignments(leaves: readonly Leaf[]): Leaf[] {
  const found: Leaf[] = [];
  const open = new Map<string, Constant>();
  const blocks: string[][] = [[]];
  const close = () => {
    for (const name of blocks.pop() ?? []) {
      const { assigned = null, isShadowed = true } = open.get(name) ?? {};
      if (assigned !== null && !isShadowed) found.push(assigned);
      open.delete(name);
    }
  };
  for (const [at, leaf] of leaves.entries()) {
    const { kind, text, declares } = leaf;
    const [previous = "", next = ""] = [leaves[at - 1]?.text, leaves[at + 1]?.text];
    if (kind === "other" && OPENS.has(text)) blocks.push([]);
    if (kind === "other" && CLOSES.has(text)) close();
    if (kind !== "name") continue;
    const constant = open.get(text);
    if (declares && constant !== undefined) constant.isShadowed = true;
    else if (declares && previous === "const") {
      open.set(text, { assigned: null, isShadowed: false });
      blocks.at(-1)?.push(text);
    } else if (constant !== undefined && isAssigned(previous, next)) constant.assigned ??= leaf;
  }
  while (blocks.length > 0) close();
  return found;
}

/** Returns whether a name between these tokens is assigned to. */
function isAssigned(previous: string, next: string): boolean {
  // The type in a declaration that is assigned.
  if (previous === ":") return false;
  // In `++list.length`, the member is assigned to.
  return ASSIGNS.test(next) || COUNTS.has(next) || (COUNTS.has(previous) && !REACHES_IN.has(next));
}
