export { CodeColors } from "./code-colors.ts";
export { linesOf } from "./file-view.ts";
export { canScrollSideways, type Look, layout } from "./layout.ts";
