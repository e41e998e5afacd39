export { LOGIC_ARRAYS } from "./logic-arrays.ts";
export { LOGIC_DATES } from "./logic-dates.ts";
export { LOGIC_NUMBERS } from "./logic-numbers.ts";
export { LOGIC_OBJECTS } from "./logic-objects.ts";
export { LOGIC_TEXT } from "./logic-text.ts";
export { SCREENS } from "./screens.ts";
