import type { Random } from "../random/index.ts";

/**
 * Chooses a wording from a pattern such as `[use|switch to] const[| instead of var]`. Choices may be nested. `{name}`
 * is a slot, which is filled in later.
 */
export function chooseWording(pattern: string, random: Random): string {
  let text = "";
  for (const part of splitChoices(pattern)) {
    text += typeof part === "string" ? part : chooseWording(random.pick(part), random);
  }
  return text;
}

/** Returns the number of wordings of a pattern. */
export function countWordings(pattern: string): number {
  return splitChoices(pattern).reduce(
    (count, part) =>
      count * (typeof part === "string" ? 1 : part.reduce((sum, choice) => sum + countWordings(choice), 0)),
    1,
  );
}

/** Returns the slots of a pattern, from all its choices. */
export function slotsOf(pattern: string): ReadonlySet<string> {
  let slots = SLOTS.get(pattern);
  if (slots === undefined) {
    slots = new Set([...pattern.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ""));
    SLOTS.set(pattern, slots);
  }
  return slots;
}

/** Slots by pattern, cached because every wording needs them. */
const SLOTS = new Map<string, ReadonlySet<string>>();

function splitChoices(pattern: string): (string | string[])[] {
  const parts: (string | string[])[] = [];
  let plain = "";
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i] as string;
    if (character !== "[") {
      if (character === "]") throw new Error(`"${pattern}" has an unmatched ]`);
      plain += character;
      continue;
    }
    const choices = [""];
    let depth = 1;
    for (i++; i < pattern.length; i++) {
      const inner = pattern[i] as string;
      if (inner === "[") depth++;
      if (inner === "]" && --depth === 0) break;
      if (inner === "|" && depth === 1) choices.push("");
      else choices[choices.length - 1] += inner;
    }
    if (depth > 0) throw new Error(`"${pattern}" has an unmatched [`);
    parts.push(plain, choices);
    plain = "";
  }
  parts.push(plain);
  return parts;
}
