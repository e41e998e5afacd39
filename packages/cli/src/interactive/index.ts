export {
  type InteractiveFlags,
  interactiveCommand,
  type ResumeFlags,
  resumeCommand,
  runSavedSession,
} from "./command.ts";
export { hangUp } from "./hang-up.ts";
export { Stage } from "./stage/index.ts";
export { CodeColors, layout } from "./view/index.ts";
