import { StandIns } from "@flint/engine/stand-ins";
import type { Tokenizer } from "../tokenizer/index.ts";
import type { Triple } from "../triples/index.ts";
import { numberedAnswer, numberLines } from "./numbered-lines.ts";

/** The format of the model's answer: the whole code, or only the lines that change. */
export type Format = "whole" | "lines";

/** A triple as tokens. `weights` are those of the answer's tokens, in tenths. */
export interface Example {
  readonly prompt: readonly number[];
  readonly answer: readonly number[];
  readonly weights: readonly number[];
}

/** Weights in tenths: new tokens count three times as much as copied ones. */
const COPIED_WEIGHT = 10;
const NEW_WEIGHT = 30;

/** Tokenizes a triple in the form that the runtime uses, with stand-ins for words beyond the model's vocabulary. */
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
    return { prompt, answer: [tokenizer.special("<|unsure|>"), end], weights: [NEW_WEIGHT, COPIED_WEIGHT] };
  if (format === "whole") {
    const text = tokenizer.encode(after);
    return { prompt, answer: [...text, end], weights: [...copyWeights(code, text), COPIED_WEIGHT] };
  }
  const answer = [...tokenizer.encode(numberedAnswer(before, after)), end];
  return { prompt, answer, weights: answer.map(() => COPIED_WEIGHT) };
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

/** Returns weights for the answer's tokens: the longest common subsequence with the code counts as copied. */
export function copyWeights(code: readonly number[], answer: readonly number[]): number[] {
  const weights = answer.map(() => COPIED_WEIGHT);
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
    else weights[start + column++] = NEW_WEIGHT;
  }
  // After a deletion, the token after the gap is the one to learn.
  if (columns === 0 && rows > 0) {
    if (start < answer.length) weights[start] = NEW_WEIGHT;
  }
  return weights;
}
