import { Random } from "../random/index.ts";
import { readTraining } from "../snippets/index.ts";
import { type TokenizerFile, trainTokenizer } from "../tokenizer/index.ts";
import { Teacher } from "../triples/index.ts";

/** Amount of text for training the tokenizer: enough for its merges to settle. */
const SNIPPET_COUNT = 40_000;
const INSTRUCTION_COUNT = 15_000;

export function makeTokenizer(folder: string, size: number, seed: number): TokenizerFile {
  const stored = readTraining(folder);
  const snippets = new Random(seed).shuffle(stored.flatMap((one) => one.snippets));
  const foreign = stored.flatMap((one) => one.foreign);
  const teacher = new Teacher({ seed, snippets, foreign, familiarity: "seen", combinations: "seen" });
  return trainTokenizer(texts(), size);

  function* texts(): Generator<string> {
    for (const { code } of snippets.slice(0, SNIPPET_COUNT)) yield code;
    let left = Math.min(INSTRUCTION_COUNT, snippets.length);
    for (const { instruction } of teacher.triples()) {
      if (left-- <= 0) return;
      yield instruction;
    }
  }
}
