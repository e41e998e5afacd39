import { type Expression, repeat, type Writing } from "../grammar/index.ts";
import {
  countedCharacter,
  isOfWholeText,
  JAVASCRIPT,
  type Lengths,
  lengthsOf,
  textWithMatch,
  wholeMatch,
} from "../pattern/index.ts";
import { Untranslatable } from "../structure-error.ts";
import { FORMATS } from "./formats.ts";
import type { Shape } from "./shape.ts";
import type { Translation } from "./translation.ts";

export interface StringOptions {
  readonly translation: Translation;
  readonly writing: Writing;
  /** So many characters of any kind. `max` may be infinite. */
  free(min: number, max: number): Expression;
}

/** What a string may say. A pattern of the whole text says it in the place of a format, which then only names it. */
export function stringContent(shape: Shape, options: StringOptions): Expression {
  const { limits, shapes } = options.translation;
  const { minLength: min = 0, maxLength: most = Number.POSITIVE_INFINITY } = shape;
  if (min > limits.repetition) {
    throw shapes.fault(`${shape.pointer}/minLength`, `\`minLength\` is more than ${limits.repetition}`);
  }
  const max = most > limits.repetition ? Number.POSITIVE_INFINITY : most;
  const free = options.free(min, max);
  const matched = ofPattern(shape, { min, max }, options);
  return matched ?? ofFormat(shape, { min, max }, options) ?? free;
}

/** Null where there is none, or none that can be held to. */
function ofPattern(shape: Shape, { min, max }: Lengths, options: StringOptions): Expression | null {
  const { pattern, format } = shape;
  const { translation, writing } = options;
  const { limits, shapes } = translation;
  if (pattern === undefined) return null;
  try {
    if (format !== undefined && FORMATS.has(format) && !isOfWholeText(pattern, JAVASCRIPT, limits)) {
      const reason = "`pattern` is supported beside `format` only where it is one of the whole text, `^…$`";
      shapes.refuse(`${shape.pointer}/pattern`, reason);
      return null;
    }
    const counted = countedCharacter(pattern, JAVASCRIPT, limits);
    if (counted) {
      const [least, largest] = [Math.max(min, counted.min), Math.min(max, counted.max)];
      if (largest === Number.POSITIVE_INFINITY) return writing.run(counted.set, least);
      return repeat(writing.character(counted.set), least, largest);
    }
    const lengths = lengthsOf(pattern, JAVASCRIPT, limits);
    if (lengths.min < min || lengths.max > max) refuseLengths(shape, translation, "pattern");
    return textWithMatch(pattern, { flags: JAVASCRIPT, writing, limits });
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error;
    shapes.refuse(`${shape.pointer}/pattern`, `\`pattern\`: ${error.message}`);
    return null;
  }
}

/** Null where there is none, or none that can be held to. */
function ofFormat(shape: Shape, { min, max }: Lengths, options: StringOptions): Expression | null {
  const { translation, writing } = options;
  const { limits, shapes } = translation;
  if (shape.format === undefined) return null;
  const source = FORMATS.get(shape.format);
  if (source === undefined) {
    const known = [...FORMATS.keys()].join(", ");
    shapes.refuse(`${shape.pointer}/format`, `\`format\` is \`${shape.format}\`; there are: ${known}`);
    return null;
  }
  const lengths = lengthsOf(`^(${source})$`, JAVASCRIPT, limits);
  if (lengths.min < min || lengths.max > max) refuseLengths(shape, translation, "format");
  return wholeMatch(source, { flags: JAVASCRIPT, writing, limits });
}

function refuseLengths(shape: Shape, { shapes }: Translation, beside: string): void {
  const keyword = shape.minLength === undefined ? "maxLength" : "minLength";
  shapes.refuse(
    `${shape.pointer}/${keyword}`,
    `\`${keyword}\` is supported beside \`${beside}\` only where the ${beside} itself keeps to it`,
  );
}
