export { type LarkOptions, larkText } from "./lark-translator.ts";
