export { isComposing } from "./composing.ts";
export { keysOf, listenForShortcuts, type Shortcut } from "./shortcuts.ts";
