export { larkText } from "./lark-translator.ts";
