import type { Command } from "commander";

/** Formats Commander's errors like Flint's, and points to the help of the command that was used. */
export function formatErrors(command: Command, name: string): void {
  command.configureOutput({
    outputError: (message, write) => write(`flint: ${oneLine(message)}; ${name} --help explains\n`),
  });
  for (const one of command.commands) formatErrors(one, `${name} ${one.name()}`);
}

/** Joins a message of several lines. */
function oneLine(message: string): string {
  return message
    .replace(/^error: /, "")
    .trim()
    .replace(/\s*\n\s*/g, " ")
    .replace(/\.$/, "");
}
