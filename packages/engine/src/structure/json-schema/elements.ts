import { EMPTY, type Expression, isNothing, NOTHING, optional, repeat, sequence } from "../grammar/index.ts";
import type { Shape } from "./shape.ts";
import type { Translation } from "./translation.ts";

/** Returns what may stand between the brackets of an array. */
export function elementsOf(shape: Shape, translation: Translation): Expression {
  const { prefix = [], minItems: min = 0, maxItems: most = Number.POSITIVE_INFINITY } = shape;
  const { json, grammar, limits, shapes } = translation;
  if (min > limits.repetition) {
    throw shapes.fault(`${shape.pointer}/minItems`, `\`minItems\` is more than ${limits.repetition}`);
  }
  const max = most > limits.repetition ? Number.POSITIVE_INFINITY : most;
  const isOpen = shape.items === undefined ? shape.prefix === undefined : shape.items !== null;
  const item = isOpen ? grammar.add("item", translation.value(shape.items ?? [])) : NOTHING;

  const declared = prefix.slice(0, max);
  if (declared.length === 0 && !isNothing(item)) return json.list(item, min, max);
  const left = { min: Math.max(0, min - declared.length), max: max - declared.length };
  const others = isNothing(item)
    ? left.min > 0
      ? NOTHING
      : EMPTY
    : repeat(json.furtherElement(item), left.min, left.max);
  return declared.reduceRight((rest, schema, at) => {
    const element = translation.value(schema);
    const one = sequence(at === 0 ? element : json.furtherElement(element), rest);
    // Each element gets a rule: nesting would become too deep for long lists.
    return grammar.add("elements", at < min ? one : optional(one));
  }, others);
}
