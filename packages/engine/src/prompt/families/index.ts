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
