export { editCommand } from "./command.ts";
export { editFailure } from "./failure.ts";
export { countLines, parseSelection } from "./selection.ts";
export { type FileSource, leadsAway, readFileSource } from "./source.ts";
export { timingLine } from "./timing-line.ts";
export { lowConfidenceWarning, noChangeText, scopeWarnings, syntaxErrorText } from "./verdict.ts";
export { hardLinkNote, writeSource } from "./write.ts";
