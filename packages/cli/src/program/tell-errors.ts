import type { Command } from "commander";

/** Has Commander's errors written as Flint writes errors, with the help of the very command that was used wrongly. */
export function tellErrors(command: Command, name: string): void {
  command.configureOutput({
    outputError: (message, write) => write(`flint: ${oneLine(message)}; ${name} --help explains\n`),
  });
  for (const one of command.commands) tellErrors(one, `${name} ${one.name()}`);
}

/** Of a message that may be two. */
function oneLine(message: string): string {
  return message
    .replace(/^error: /, "")
    .trim()
    .replace(/\s*\n\s*/g, " ")
    .replace(/\.$/, "");
}
