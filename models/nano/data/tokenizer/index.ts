export { SPECIAL_TOKENS, type SpecialToken, Tokenizer, type TokenizerFile } from "./tokenizer.ts";
export { trainTokenizer } from "./train.ts";
