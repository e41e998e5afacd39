export { hostile } from "./hostile.ts";
