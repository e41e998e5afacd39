import { type Expression, repeat, type Writing } from "../grammar/index.ts";
import { countedCharacter, JAVASCRIPT, lengthsOf, textWithMatch, wholeMatch } from "../pattern/index.ts";
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

/** What a string may say. */
export function stringContent(shape: Shape, options: StringOptions): Expression {
  const { translation, writing } = options;
  const { limits, shapes } = translation;
  const { minLength: min = 0, maxLength: most = Number.POSITIVE_INFINITY } = shape;
  if (min > limits.repetition) {
    throw shapes.fault(`${shape.pointer}/minLength`, `\`minLength\` is more than ${limits.repetition}`);
  }
  const max = most > limits.repetition ? Number.POSITIVE_INFINITY : most;
  const free = options.free(min, max);
  const matching = { flags: JAVASCRIPT, writing, limits };
  if (shape.format !== undefined) {
    const source = FORMATS.get(shape.format);
    if (source === undefined) {
      const known = [...FORMATS.keys()].join(", ");
      shapes.refuse(`${shape.pointer}/format`, `\`format\` is \`${shape.format}\`; there are: ${known}`);
    } else {
      if (shape.pattern !== undefined) {
        shapes.refuse(`${shape.pointer}/pattern`, "`pattern` is not supported beside `format`");
      }
      const lengths = lengthsOf(`^(${source})$`, JAVASCRIPT, limits);
      if (lengths.min < min || lengths.max > max) refuseLengths(shape, translation, "format");
      return wholeMatch(source, matching);
    }
  }
  if (shape.pattern === undefined) return free;
  const { pattern } = shape;
  try {
    const counted = countedCharacter(pattern, JAVASCRIPT, limits);
    if (counted) {
      const [least, largest] = [Math.max(min, counted.min), Math.min(max, counted.max)];
      if (largest === Number.POSITIVE_INFINITY) return writing.run(counted.set, least);
      return repeat(writing.character(counted.set), least, largest);
    }
    const lengths = lengthsOf(pattern, JAVASCRIPT, limits);
    if (lengths.min < min || lengths.max > max) refuseLengths(shape, translation, "pattern");
    return textWithMatch(pattern, matching);
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error;
    shapes.refuse(`${shape.pointer}/pattern`, `\`pattern\`: ${error.message}`);
    return free;
  }
}

function refuseLengths(shape: Shape, { shapes }: Translation, beside: string): void {
  const keyword = shape.minLength === undefined ? "maxLength" : "minLength";
  shapes.refuse(
    `${shape.pointer}/${keyword}`,
    `\`${keyword}\` is supported beside \`${beside}\` only where the ${beside} itself keeps to it`,
  );
}
