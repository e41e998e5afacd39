export { editCommand } from "./command.ts";
export { editFailure } from "./failure.ts";
export { countLines, parseSelection } from "./selection.ts";
export { type FileSource, leadsAway, readFileSource } from "./source.ts";
export { timingLine } from "./timing-line.ts";
export { brokenAt, doubt, outOfScope, proposesNothing } from "./verdict.ts";
export { lostLinks, writeSource } from "./write.ts";
