export { CliError, type ExitCode, UsageError } from "./cli-error.ts";
export { systemCode } from "./system-code.ts";
