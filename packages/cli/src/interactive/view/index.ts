export { CodeColors } from "./code-colors.ts";
export { linesOf } from "./file-view.ts";
export { type Look, layout, movesAside } from "./layout.ts";
