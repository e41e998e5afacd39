import type { Choices } from "../../choices/index.ts";
import type { Sample } from "../../syntax/index.ts";
import type { Edit } from "../family.ts";

type Apply = (sample: Sample, choose: Choices) => Edit | undefined;

/** The edit of the code at hand; where that gives no occasion, now and then one of made-up code. */
export function orComposed(apply: Apply, compose: (choose: Choices) => Edit, share = 0.04): Apply {
  return (sample, choose) => apply(sample, choose) ?? (choose.chance(share) ? compose(choose) : undefined);
}
