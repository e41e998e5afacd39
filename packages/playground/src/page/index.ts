export { askForKey, offerShortcuts } from "./dialogs.ts";
export { element, fillSelect, milliseconds, svg } from "./elements.ts";
