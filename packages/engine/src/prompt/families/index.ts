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

/** In order of matching: families whose signs also appear in other families come later. */
const FAMILIES: readonly Family[] = [harmony, deepseek, mistral, glm, qwenCoder, hermes, llama];

/** Returns the family that a model's signs match; null if unknown. */
export function familyOf(signs: FamilySigns): Family | null {
  return FAMILIES.find((family) => family.matches(signs)) ?? null;
}

/** Returns the family with this id. Throws RangeError if there is none. */
export function familyNamed(id: string): Family {
  const family = FAMILIES.find((one) => one.id === id);
  if (!family) throw new RangeError(`there is no family ${id}`);
  return family;
}
