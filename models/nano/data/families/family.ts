import type { Choices } from "../choices/index.ts";
import type { Phrasings, Slots } from "../phrasing/index.ts";
import type { Draft, Language, Sample } from "../syntax/index.ts";

/** One edit of one piece of code. */
export interface Edit {
  /** The code to edit if it is not the sample's: a family that repairs a fault first creates it. */
  readonly before?: string;
  readonly after: string;
  /** What the instruction has to say to make `after` the only right answer. */
  readonly slots: Slots;
  /** The language of `after` if it is not the sample's. */
  readonly language?: Language;
  /** Whether `before` intentionally does not parse. */
  readonly broken?: boolean;
}

/** A kind of edit: when it applies, what it does, and how users ask for it. */
export interface Family {
  readonly name: string;
  readonly phrasings: Phrasings;
  /** Returns undefined if the family does not apply to the sample. */
  readonly apply: (sample: Sample, choose: Choices) => Edit | undefined;
  /** Whether the sample is already as the instruction, which has no slots, wants it. */
  readonly isDone: ((sample: Sample) => boolean) | undefined;
  /** How frequent it should be relative to others. 1 is usual. */
  readonly weight: number;
}

/** The wordings of a family; `unseen` ones are kept for measuring. */
export interface Wording {
  readonly seen: readonly string[];
  readonly unseen: readonly string[];
  readonly isDone?: (sample: Sample) => boolean;
  readonly weight?: number;
}

export function family(
  name: string,
  { seen, unseen, isDone, weight = 1 }: Wording,
  apply: (sample: Sample, choose: Choices) => Edit | undefined,
): Family {
  return { name, phrasings: { seen, unseen }, apply, isDone, weight };
}

/** Returns the edit that a draft makes; undefined if it changes nothing. */
export function edited(
  sample: Sample,
  draft: Draft,
  slots: Slots = {},
  more: Partial<Edit> = {},
): Edit | undefined {
  const after = sample.finish(draft);
  return after === sample.code ? undefined : { after, slots, ...more };
}

/** Returns the edit that undoes a draft: the sample is the result. */
export function repaired(
  sample: Sample,
  draft: Draft,
  slots: Slots = {},
  more: Partial<Edit> = {},
): Edit | undefined {
  const before = sample.finish(draft);
  return before === sample.code ? undefined : { before, after: sample.code, slots, ...more };
}

/**
 * Creates a family with made-up code, for edits that are too rare in real code. `compose` returns the whole code before
 * and after; the sample is not used.
 */
export function composed(
  name: string,
  wording: Wording,
  compose: (choose: Choices) => { before: string; after: string; slots?: Slots; language?: Language },
): Family & { readonly isComposed: true } {
  const apply = (_: Sample, choose: Choices): Edit => ({ slots: {}, ...compose(choose) });
  return { ...family(name, wording, apply), isComposed: true };
}
