import { StandIns } from "@flint/engine/stand-ins";
import type { Tokenizer } from "../tokenizer/index.ts";
import type { Triple } from "../triples/index.ts";
import { numberedAnswer, numberLines } from "./numbered-lines.ts";

/** How the model answers: with the whole code, or with the lines that change. */
export type Format = "whole" | "lines";

/** A triple as the model reads it. `weights` are those of the answer's tokens, in tenths. */
export interface Example {
  readonly prompt: readonly number[];
  readonly answer: readonly number[];
  readonly weights: readonly number[];
}

/** In tenths: what is copied counts once, what is not counts three times. */
const COPIED = 10;
const CHANGED = 30;

/** A triple as the runtime shows it to the model, and has it answer: in words that it can read and write. */
export function toExample(triple: Triple, tokenizer: Tokenizer, format: Format): Example {
  const { instruction, before, after } = withStandIns(triple);
  const code = tokenizer.encode(format === "whole" ? before : numberLines(before));
  const prompt = [
    tokenizer.special("<|user|>"),
    ...tokenizer.encode(instruction),
    tokenizer.special("<|code|>"),
    ...code,
    tokenizer.special("<|assistant|>"),
  ];
  const end = tokenizer.special("<|end|>");
  if (after === undefined)
    return { prompt, answer: [tokenizer.special("<|unsure|>"), end], weights: [CHANGED, COPIED] };
  if (format === "whole") {
    const text = tokenizer.encode(after);
    return { prompt, answer: [...text, end], weights: [...copyWeights(code, text), COPIED] };
  }
  const answer = [...tokenizer.encode(numberedAnswer(before, after)), end];
  return { prompt, answer, weights: answer.map(() => COPIED) };
}

type Texts = Pick<Triple, "instruction" | "before" | "after">;

function withStandIns({ instruction, before, after }: Texts): Texts {
  const standIns = StandIns.of(before, instruction);
  if (standIns === null) return { instruction, before, after };
  return {
    instruction: standIns.inInstruction(instruction, before),
    before: standIns.inCode(before),
    after: after === undefined ? after : standIns.inAnswer(after, instruction, before),
  };
}

/** Which tokens of the answer a longest common subsequence finds in the code, as weights. */
export function copyWeights(code: readonly number[], answer: readonly number[]): number[] {
  const weights = answer.map(() => COPIED);
  let start = 0;
  while (start < code.length && start < answer.length && code[start] === answer[start]) start++;
  let codeEnd = code.length;
  let answerEnd = answer.length;
  while (codeEnd > start && answerEnd > start && code[codeEnd - 1] === answer[answerEnd - 1]) {
    codeEnd--;
    answerEnd--;
  }
  const rows = codeEnd - start;
  const columns = answerEnd - start;
  const width = columns + 1;
  const table = new Uint16Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--) {
      const at = row * width + column;
      table[at] =
        code[start + row] === answer[start + column]
          ? (table[at + width + 1] as number) + 1
          : Math.max(table[at + width] as number, table[at + 1] as number);
    }
  let row = 0;
  let column = 0;
  while (column < columns) {
    const at = row * width + column;
    if (row < rows && code[start + row] === answer[start + column]) {
      row++;
      column++;
    } else if (row < rows && (table[at + width] as number) >= (table[at + 1] as number)) row++;
    else weights[start + column++] = CHANGED;
  }
  // Where something was left out, the token behind the gap is the one to learn.
  if (columns === 0 && rows > 0) {
    if (start < answer.length) weights[start] = CHANGED;
  }
  return weights;
}
