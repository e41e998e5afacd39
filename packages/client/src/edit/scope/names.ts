import type { Change } from "./change.ts";
import type { ScopeConcern } from "./concern.ts";
import { GLOBALS } from "./globals.ts";
import type { Leaf } from "./leaf.ts";

/** Returns names that are used but no longer declared, and new names that nothing declares. */
export function undeclaredNames({ old, now, request }: Change): ScopeConcern[] {
  const declaredBefore = new Set(old.filter(({ declares }) => declares).map(({ text }) => text));
  const declaredNow = new Set(now.filter(({ declares }) => declares).map(({ text }) => text));
  const knownTexts = new Set(old.map(({ text }) => text));
  // After a rename, the new name is undeclared if the declaration still has the old name.
  const undeclaredTarget =
    request.renames !== null && declaredNow.has(request.renames.from) ? request.renames.to : null;
  const isMentioned = (name: string) => name !== undeclaredTarget && request.mentions(name);
  const fromElsewhere = new Set(
    old.flatMap(({ kind, text }) =>
      kind === "name" && !declaredBefore.has(text) ? (libraryPrefix(text) ?? []) : [],
    ),
  );
  const reported = new Set<string>();
  const concerns: ScopeConcern[] = [];
  for (const leaf of now) {
    const { text, line } = leaf;
    if (leaf.kind !== "name" || declaredNow.has(text) || reported.has(text)) continue;
    const isLost = declaredBefore.has(text);
    if (!isLost && (knownTexts.has(text) || GLOBALS.has(text) || isMentioned(text) || isInTexts(text, old)))
      continue;
    if (!isLost && fromElsewhere.has(libraryPrefix(text) ?? "")) continue;
    reported.add(text);
    const what = isLost ? "is used and no longer declared" : "is used and declared nowhere";
    concerns.push({ kind: "undeclared", line: line + 1, message: `"${text}" ${what}` });
  }
  return concerns;
}

/**
 * Returns the prefix of hooks and validators, which come from a library: code that uses one without importing it is
 * part of a file with such imports, and may use others.
 */
function libraryPrefix(name: string): string | undefined {
  return /^(?:use|Is)(?=[A-Z])/.exec(name)?.[0];
}

/** Returns whether a comment or a string of the code contains the name. */
function isInTexts(name: string, leaves: readonly Leaf[]): boolean {
  return leaves.some(({ kind, text }) => (kind === "comment" || kind === "text") && text.includes(name));
}
