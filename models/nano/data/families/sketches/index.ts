export { SCREENS } from "./screens.ts";
