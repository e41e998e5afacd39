export { type EditFlags, editCommand } from "./command.ts";
export { editFailure } from "./failure.ts";
export { printDiff } from "./report.ts";
export { type FileSource, readFileSource } from "./source.ts";
export { timingLine } from "./timing-line.ts";
export { brokenAt, objection } from "./verdict.ts";
export { writeSource } from "./write.ts";
