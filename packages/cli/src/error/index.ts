export { CliError, type ExitCode, UsageError } from "./cli-error.ts";
export { deadLink } from "./dead-link.ts";
export { systemCode } from "./system-code.ts";
