export { editsOf, evaluate } from "./evaluate.ts";
export { openSession } from "./open-session.ts";
export { type EvalOptions, readOptions, USAGE, UsageError } from "./options.ts";
export { Progress } from "./progress.ts";
