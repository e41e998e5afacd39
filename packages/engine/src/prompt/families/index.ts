import { deepseek } from "./deepseek.ts";
import type { Family, FamilySigns } from "./family.ts";
import { glm } from "./glm.ts";
import { harmony } from "./harmony.ts";
import { hermes } from "./hermes.ts";
import { llama } from "./llama.ts";
import { mistral } from "./mistral.ts";
import { qwenCoder } from "./qwen-coder.ts";

export type { Family, FamilySigns } from "./family.ts";
export { hermes } from "./hermes.ts";

/** Those that others resemble come after those with signs of their own. */
const FAMILIES: readonly Family[] = [harmony, deepseek, mistral, glm, qwenCoder, hermes, llama];

/** The family that a model's signs are of; null where none is known. */
export function familyOf(signs: FamilySigns): Family | null {
  return FAMILIES.find((family) => family.matches(signs)) ?? null;
}

/** Throws RangeError where there is none of that name. */
export function familyNamed(id: string): Family {
  const family = FAMILIES.find((one) => one.id === id);
  if (!family) throw new RangeError(`there is no family ${id}`);
  return family;
}
