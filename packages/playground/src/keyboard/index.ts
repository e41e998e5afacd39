export { keysOf, listenForShortcuts, type Shortcut } from "./shortcuts.ts";
