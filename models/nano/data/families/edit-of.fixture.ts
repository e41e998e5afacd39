import { Choices } from "../choices/index.ts";
import { type Language, Sample } from "../syntax/index.ts";
import { type Edit, FAMILIES, type Family } from "./index.ts";

export function familyOf(name: string): Family {
  const found = FAMILIES.find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no family ${name}`);
  return found;
}

export function sampleOf(code: string, language: Language = "js"): Sample {
  const sample = Sample.of(code, language);
  if (sample === undefined) throw new Error(`this does not parse: ${code}`);
  return sample;
}

/** What a family makes of the code by the choices of a seed. */
export function editOf(name: string, code: string, seed = 1, language: Language = "js"): Edit | undefined {
  return familyOf(name).apply(sampleOf(code, language), new Choices(seed));
}
