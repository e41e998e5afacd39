import type { Choices } from "../../choices/index.ts";
import type { Slots } from "../../phrasing/index.ts";
import type { Sample } from "../../syntax/index.ts";
import { composed, type Family, family, type Wording } from "../family.ts";
import { type Answer, answerOf, around, calling, isPlain } from "./answer.ts";
import { type Made, madeUp, type Shape } from "./made-up.ts";

/** What becomes of an answer, the same in real code and in made-up code. */
interface Change {
  readonly name: string;
  readonly wording: Wording;
  /** What is drawn for both: slots, and whatever is made of them. */
  readonly draw?: (choose: Choices) => Slots;
  /** What comes to stand around the answer. */
  readonly put: (slots: Slots, isPlain: boolean, text: string) => readonly [head: string, tail: string];
  /** In which real code; in none where it does not show enough. */
  readonly fits?: (sample: Sample, answer: Answer, slots: Slots) => boolean;
  /** Around which made-up answers; none where real code has enough. */
  readonly shapes?: (slots: Slots) => readonly Shape[];
}

/** The families of a change: NAME in real code, NAME-plain in made-up code where there are both. */
export function changing({ name, wording, draw, put, fits, shapes }: Change): Family[] {
  const found: Family[] = [];
  if (fits !== undefined)
    found.push(
      family(name, wording, (sample, choose) => {
        const answer = answerOf(sample);
        const slots = draw?.(choose) ?? {};
        if (answer === undefined || !fits(sample, answer, slots)) return undefined;
        const [head, tail] = put(slots, isPlain(answer), answer.text);
        const after = around(sample, answer, head, tail);
        return after === undefined ? undefined : { after, slots: { ...slots, ...named(answer.text) } };
      }),
    );
  if (shapes === undefined) return found;
  const plain = composed(fits === undefined ? name : `${name}-plain`, wording, (choose) => {
    const slots = draw?.(choose) ?? {};
    let value: Slots = {};
    const become = (made: Made) => {
      value = named(made.value);
      const [head, tail] = put(slots, made.isPlain || "value" in value, made.value);
      return head + made.value + tail;
    };
    const edit = madeUp(choose, shapes(slots), become);
    return { ...edit, slots: { ...slots, ...value } };
  });
  return [...found, plain];
}

/** An answer that is a variable can be spoken of by its name. */
function named(text: string): Slots {
  return /^[A-Za-z_$][\w$]*$/.test(text) ? { value: text } : {};
}

/** A method called on the answer. */
export const method = (call: (slots: Slots) => string) => (slots: Slots, plain: boolean) =>
  calling(plain, call(slots));
