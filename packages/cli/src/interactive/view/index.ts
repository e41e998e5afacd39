export { CodeColors } from "./code-colors.ts";
export { linesOf } from "./file-view.ts";
export { type Look, layout } from "./layout.ts";
