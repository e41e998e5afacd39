import type { Choices } from "../choices/index.ts";
import type { Phrasings, Slots } from "../phrasing/index.ts";
import type { Draft, Language, Sample } from "../syntax/index.ts";

/** One edit of one piece of code. */
export interface Edit {
  /** The code to edit, where it is not the sample's own: a family that repairs makes the fault first. */
  readonly before?: string;
  readonly after: string;
  /** What the instruction has to state so that `after` is the one right answer. */
  readonly slots: Slots;
  /** The language of `after`, where it is not that of the sample. */
  readonly language?: Language;
  /** Whether `before` is meant not to parse. */
  readonly broken?: boolean;
}

/** A kind of edit: when it applies, what it does, how it is asked for. */
export interface Family {
  readonly name: string;
  readonly phrasings: Phrasings;
  /** Undefined where the sample gives no occasion. */
  readonly apply: (sample: Sample, choose: Choices) => Edit | undefined;
  /** Whether there is nothing to do: the sample is already as the instruction, which has no slots, wants it. */
  readonly isDone: ((sample: Sample) => boolean) | undefined;
  /** How much of it there should be, compared with others. 1 is usual. */
  readonly weight: number;
}

/** Wordings: the last ones, after `unseen`, are kept for measuring. */
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

/** The edit that a draft has come to; undefined where it has changed nothing. */
export function edited(
  sample: Sample,
  draft: Draft,
  slots: Slots = {},
  more: Partial<Edit> = {},
): Edit | undefined {
  const after = sample.finish(draft);
  return after === sample.code ? undefined : { after, slots, ...more };
}

/** The edit back from a draft: the sample is what it should come to. */
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
 * A family whose code is made up, for what real code has too little of. `compose` gives before and after in full; the
 * sample only lends its style.
 */
export function composed(
  name: string,
  wording: Wording,
  compose: (choose: Choices) => { before: string; after: string; slots?: Slots; language?: Language },
): Family & { readonly isComposed: true } {
  const apply = (_: Sample, choose: Choices): Edit => ({ slots: {}, ...compose(choose) });
  return { ...family(name, wording, apply), isComposed: true };
}
