export { larkText, type LarkOptions } from "./lark-translator.ts";
