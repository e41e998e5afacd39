import type { Choices } from "../../choices/index.ts";
import type { Sample } from "../../syntax/index.ts";
import type { Edit } from "../family.ts";

type Apply = (sample: Sample, choose: Choices) => Edit | undefined;

/** Applies the edit to the sample. If that is not possible, sometimes returns an edit of made-up code instead. */
export function orComposed(apply: Apply, compose: (choose: Choices) => Edit, share = 0.04): Apply {
  return (sample, choose) => apply(sample, choose) ?? (choose.chance(share) ? compose(choose) : undefined);
}
