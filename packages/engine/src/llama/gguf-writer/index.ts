export { type ByteVocabulary, byteSpellings } from "./byte-vocabulary.ts";
export { type RandomLlamaOptions, writeRandomLlama } from "./random-llama.ts";
export type { TensorTypeName } from "./tensor-type.ts";
