export { SCREEN_ACTIONS } from "./screen-actions.ts";
export { SCREEN_ENTRIES } from "./screen-entries.ts";
export { SCREEN_FOCUS } from "./screen-focus.ts";
export { SCREEN_FORMS } from "./screen-forms.ts";
export { SCREEN_LISTS } from "./screen-lists.ts";
export { SCREEN_MARKUP } from "./screen-markup.ts";
export { SCREEN_STATES } from "./screen-states.ts";
export { SCREENS } from "./screens.ts";
