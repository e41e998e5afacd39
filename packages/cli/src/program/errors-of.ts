import type { OutputConfiguration } from "commander";

/** Commander's errors, as Flint writes errors, with the help of the command that was used wrongly. */
export function errorsOf(command: string): OutputConfiguration {
  return {
    outputError: (message, write) => write(`flint: ${oneLine(message)}; ${command} --help explains\n`),
  };
}

/** Of a message that may be two. */
function oneLine(message: string): string {
  return message
    .replace(/^error: /, "")
    .trim()
    .replace(/\s*\n\s*/g, " ")
    .replace(/\.$/, "");
}
