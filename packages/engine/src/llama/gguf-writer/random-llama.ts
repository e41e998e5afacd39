import { type ByteVocabulary, type TokenList, tokensOf } from "./byte-vocabulary.ts";
import { piecesOf, type SentencePieces } from "./sentence-pieces.ts";
import { type TensorTypeName, tensorTypes } from "./tensor-type.ts";
import { type MetadataValue, type Tensor, writeGguf } from "./write-gguf.ts";

export interface RandomLlamaOptions {
  readonly vocabulary: ByteVocabulary | SentencePieces;
  readonly layers: number;
  /** A multiple of 32 and of the number of heads. */
  readonly width: number;
  readonly heads: number;
  /** Default: `heads`. */
  readonly keyHeads?: number;
  /** A multiple of 32. */
  readonly feedForward: number;
  readonly contextLength: number;
  /** Default `f16`. */
  readonly type?: TensorTypeName;
  /** Default 1. The same options and seed give the same file. */
  readonly seed?: number;
  /** Default `random`. */
  readonly name?: string;
  readonly chatTemplate?: string;
  /** llama.cpp's name of the pre-tokenizer. Default `gpt-2`. */
  readonly pre?: string;
  /** Spelling of the token that the tokenizer adds before every prompt. Default: none. */
  readonly bos?: string;
  /** Whether the model may output a token, by its spelling. Default: all. */
  readonly spoken?: (spelling: string) => boolean;
}

/**
 * Writes a Llama model with random weights: its output is meaningless, but everything else is real. Resolves to its
 * number of parameters.
 */
export async function writeRandomLlama(path: string, options: RandomLlamaOptions): Promise<number> {
  const { vocabulary, pre = "gpt-2" } = options;
  const [list, tokenizer] = "pieces" in vocabulary ? sentencePieces(vocabulary) : bytePairs(vocabulary, pre);
  const tensors = tensorsOf(options, list.spellings);
  await writeGguf(path, metadataOf(options, list, tokenizer), tensors);
  return tensors.reduce((sum, { columns, rows }) => sum + columns * rows, 0);
}

type Entries = readonly (readonly [key: string, value: MetadataValue])[];

function bytePairs(vocabulary: ByteVocabulary, pre: string): [TokenList, Entries] {
  const merges = (vocabulary.merges ?? []).map((pair) => pair.join(" "));
  return [
    tokensOf(vocabulary),
    [
      ["tokenizer.ggml.model", { type: "text", value: "gpt2" }],
      ["tokenizer.ggml.pre", { type: "text", value: pre }],
      ["tokenizer.ggml.merges", { type: "texts", value: merges }],
    ],
  ];
}

function sentencePieces(vocabulary: SentencePieces): [TokenList, Entries] {
  const { scores, unknown, ...list } = piecesOf(vocabulary);
  return [
    list,
    [
      ["tokenizer.ggml.model", { type: "text", value: "llama" }],
      ["tokenizer.ggml.scores", { type: "f32s", value: scores }],
      ["tokenizer.ggml.unknown_token_id", { type: "u32", value: unknown }],
    ],
  ];
}

function metadataOf(
  options: RandomLlamaOptions,
  { spellings, types }: TokenList,
  tokenizer: Entries,
): Map<string, MetadataValue> {
  const { layers, width, heads, keyHeads = heads, feedForward, contextLength, bos } = options;
  const { name = "random", chatTemplate } = options;
  const u32 = (value: number): MetadataValue => ({ type: "u32", value });
  const text = (value: string): MetadataValue => ({ type: "text", value });
  const entries: [string, MetadataValue][] = [
    ["general.architecture", text("llama")],
    ["general.name", text(name)],
    ["llama.context_length", u32(contextLength)],
    ["llama.embedding_length", u32(width)],
    ["llama.block_count", u32(layers)],
    ["llama.feed_forward_length", u32(feedForward)],
    ["llama.attention.head_count", u32(heads)],
    ["llama.attention.head_count_kv", u32(keyHeads)],
    ["llama.attention.layer_norm_rms_epsilon", { type: "f32", value: 1e-5 }],
    ["llama.rope.dimension_count", u32(width / heads)],
    ["llama.rope.freq_base", { type: "f32", value: 10_000 }],
    ["llama.vocab_size", u32(spellings.length)],
    ...tokenizer.map(([key, value]): [string, MetadataValue] => [key, value]),
    ["tokenizer.ggml.tokens", { type: "texts", value: spellings }],
    ["tokenizer.ggml.token_type", { type: "i32s", value: types }],
    ["tokenizer.ggml.eos_token_id", u32(0)],
    ["tokenizer.ggml.add_bos_token", { type: "bool", value: bos !== undefined }],
    ["tokenizer.ggml.bos_token_id", u32(bos === undefined ? 0 : spellings.indexOf(bos))],
  ];
  if (chatTemplate !== undefined) entries.push(["tokenizer.chat_template", text(chatTemplate)]);
  return new Map(entries);
}

function tensorsOf(options: RandomLlamaOptions, spellings: readonly string[]): Tensor[] {
  const { layers, width, heads, keyHeads = heads, feedForward, seed = 1, type = "f16", spoken } = options;
  const random = uniform(seed);
  const weights = (name: string, columns: number, rows: number, gain = 1): Tensor => {
    // Uniform weights scaled so that a row's output has the variance of one input times the gain squared.
    const span = gain * Math.sqrt(3 / columns);
    const fill = (_row: number, values: Float32Array) => {
      for (let index = 0; index < columns; index++) values[index] = span * random();
    };
    return { name: `${name}.weight`, type: tensorTypes[type], columns, rows, fill };
  };
  const norm = (name: string): Tensor => ({
    name: `${name}.weight`,
    type: tensorTypes.f32,
    columns: width,
    rows: 1,
    fill: (_row, values) => values.fill(1),
  });
  const keys = (width / heads) * keyHeads;
  const embedding = weights("token_embd", width, spellings.length, Math.sqrt(width));
  const output = weights("output", width, spellings.length);
  const tensors = [
    embedding,
    norm("output_norm"),
    silenced(output, (row) => spoken?.(spellings[row] ?? "") ?? true),
  ];
  for (let layer = 0; layer < layers; layer++) {
    const block = `blk.${layer}`;
    tensors.push(
      norm(`${block}.attn_norm`),
      weights(`${block}.attn_q`, width, width, QUERY_GAIN),
      weights(`${block}.attn_k`, width, keys),
      weights(`${block}.attn_v`, width, keys, VALUE_GAIN),
      weights(`${block}.attn_output`, width, width),
      norm(`${block}.ffn_norm`),
      weights(`${block}.ffn_gate`, width, feedForward),
      weights(`${block}.ffn_up`, width, feedForward),
      weights(`${block}.ffn_down`, feedForward, width),
    );
  }
  return tensors;
}

/** Gains that make attention distinguish positions and weigh as much as a token, so answers depend on the whole prompt. */
const QUERY_GAIN = 2;
const VALUE_GAIN = 2;

/** Sets rows to zero, so that their tokens are never output: some other row always has a larger logit. */
function silenced(tensor: Tensor, speaks: (row: number) => boolean): Tensor {
  return {
    ...tensor,
    fill: (row, values) => (speaks(row) ? tensor.fill(row, values) : void values.fill(0)),
  };
}

/** Creates a generator of numbers between -1 and 1, by xorshift. */
function uniform(seed: number): () => number {
  let state = (seed * 0x9e3779b9) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state / 0x80000000;
  };
}
