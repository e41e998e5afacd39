export {
  type InteractiveFlags,
  interactiveCommand,
  keptSession,
  type ResumeFlags,
  resumeCommand,
} from "./command.ts";
export { hangUp } from "./hang-up.ts";
export { Stage } from "./stage/index.ts";
export { CodeColors, layout } from "./view/index.ts";
