export { type ByteVocabulary, byteSpellings } from "./byte-vocabulary.ts";
export { type RandomLlamaOptions, writeRandomLlama } from "./random-llama.ts";
export type { SentencePieces } from "./sentence-pieces.ts";
export type { TensorTypeName } from "./tensor-type.ts";
