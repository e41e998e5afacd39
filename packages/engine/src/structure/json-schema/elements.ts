import { EMPTY, type Expression, isNothing, NOTHING, optional, repeat, sequence } from "../grammar/index.ts";
import type { Shape } from "./shape.ts";
import type { Translation } from "./translation.ts";

/** What may stand between the brackets of an array. */
export function elementsOf(shape: Shape, translation: Translation): Expression {
  const { prefix = [], minItems: min = 0, maxItems: most = Number.POSITIVE_INFINITY } = shape;
  const { json, limits, shapes } = translation;
  if (min > limits.repetition) {
    throw shapes.fault(`${shape.pointer}/minItems`, `\`minItems\` is more than ${limits.repetition}`);
  }
  const max = most > limits.repetition ? Number.POSITIVE_INFINITY : most;
  const isOpen = shape.items === undefined ? shape.prefix === undefined : shape.items !== null;
  const item = isOpen ? translation.grammar.add("item", translation.value(shape.items ?? [])) : NOTHING;

  const rest = (at: number, isFirst: boolean): Expression => {
    if (at >= max) return EMPTY;
    const declared = prefix[at];
    if (declared === undefined) {
      if (isNothing(item)) return at < min ? NOTHING : EMPTY;
      if (isFirst) return json.list(item, min, max);
      return repeat(json.further(item), Math.max(0, min - at), max - at);
    }
    const element = translation.value(declared);
    const one = sequence(isFirst ? element : json.further(element), rest(at + 1, false));
    return at < min ? one : isNothing(one) ? EMPTY : optional(one);
  };
  return rest(0, true);
}
