export { interactiveCommand, type ResumeFlags, resumeCommand } from "./command.ts";
