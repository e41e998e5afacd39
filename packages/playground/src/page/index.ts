export { askForKey, offerShortcuts } from "./dialogs.ts";
export { element, fillSelect, milliseconds, svg, withoutUnit } from "./elements.ts";
