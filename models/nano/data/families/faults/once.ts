import type { Sample } from "../../syntax/index.ts";

export function once(sample: Sample, text: string): boolean {
  return sample.code.split(text).length === 2;
}
