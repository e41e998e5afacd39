export { Stage, type StageOptions } from "./stage.ts";
