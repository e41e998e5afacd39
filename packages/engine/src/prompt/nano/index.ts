export { NANO_TOKENS, type NanoOptions, nanoFormat } from "./nano-format.ts";
