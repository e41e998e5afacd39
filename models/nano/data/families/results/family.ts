import type { Choices } from "../../choices/index.ts";
import type { Slots } from "../../phrasing/index.ts";
import type { Sample } from "../../syntax/index.ts";
import { composed, type Family, family, type Wording } from "../family.ts";
import { type Answer, answerOf, isPlain, methodCallAround, putAround } from "./answer.ts";
import { type Made, madeUp, type Shape } from "./made-up.ts";

/** A change of a returned value, in real and in made-up code. */
interface Change {
  readonly name: string;
  readonly wording: Wording;
  /** Random choices for both: slots, and values derived from them. */
  readonly draw?: (choose: Choices) => Slots;
  /** Returns the code around the answer. */
  readonly put: (slots: Slots, isPlain: boolean, text: string) => readonly [head: string, tail: string];
  /** Whether it applies to real code; absent if real code does not show enough. */
  readonly fits?: (sample: Sample, answer: Answer, slots: Slots) => boolean;
  /** Shapes of made-up answers; absent if there is enough real code. */
  readonly shapes?: (slots: Slots) => readonly Shape[];
}

/** Returns the families of a change: NAME for real code and NAME-plain for made-up code if it has both. */
export function resultFamilies({ name, wording, draw, put, fits, shapes }: Change): Family[] {
  const found: Family[] = [];
  if (fits !== undefined)
    found.push(
      family(name, wording, (sample, choose) => {
        const answer = answerOf(sample);
        const slots = draw?.(choose) ?? {};
        if (answer === undefined || !fits(sample, answer, slots)) return undefined;
        const [head, tail] = put(slots, isPlain(answer), answer.text);
        const after = putAround(sample, answer, head, tail);
        return after === undefined ? undefined : { after, slots: { ...slots, ...named(answer.text) } };
      }),
    );
  if (shapes === undefined) return found;
  const plain = composed(fits === undefined ? name : `${name}-plain`, wording, (choose) => {
    const slots = draw?.(choose) ?? {};
    let value: Slots = {};
    const wrapValue = (made: Made) => {
      value = named(made.value);
      const [head, tail] = put(slots, made.isPlain || "value" in value, made.value);
      return head + made.value + tail;
    };
    const edit = madeUp(choose, shapes(slots), wrapValue);
    return { ...edit, slots: { ...slots, ...value } };
  });
  return [...found, plain];
}

/** An answer that is a variable can be called by its name. */
function named(text: string): Slots {
  return /^[A-Za-z_$][\w$]*$/.test(text) ? { value: text } : {};
}

/** Calls a method on the answer. */
export const method = (call: (slots: Slots) => string) => (slots: Slots, plain: boolean) =>
  methodCallAround(plain, call(slots));
