import { lstatSync } from "node:fs";
import { nearest } from "@flint/client/nearest";
import type { Command } from "commander";
import { UsageError } from "../error/index.ts";

/**
 * Adds `help [command…]` to a command with subcommands. Commander's own only handles one level, and shows the general
 * help for an unknown command.
 */
export function addHelp(parent: Command): void {
  parent
    .helpCommand(false)
    .command("help")
    .description("display help for a command")
    .argument("[command...]", "which; default: all of them")
    .action((names: readonly string[]) => {
      let command = parent;
      for (const name of names) {
        const next = command.commands.find((one) => one.name() === name);
        if (next === undefined) throw unknownCommandError(name, command);
        command = next;
      }
      command.outputHelp();
    });
}

/** Formats a command and its arguments for the list of commands, short enough to fit 80 columns with its description. */
export function termOf(command: Command): string {
  return `${command.name()} ${command.usage().replace("[options]", "")}`.replace(/ +/g, " ").trim();
}

/** Throws `UsageError` `unknown_command` for a word that is not a file: probably a mistyped command. */
export function requirePath([first = "."]: readonly string[], program: Command): void {
  // A dangling link has its own error.
  if (!/^[A-Za-z-]+$/.test(first) || lstatSync(first, { throwIfNoEntry: false }) !== undefined) return;
  throw new UsageError(
    "unknown_command",
    `${unknownCommand(first, program)}, and there is no file or folder of that name; flint --help lists the commands`,
  );
}

function unknownCommandError(name: string, command: Command): UsageError {
  const names = commandNames(command);
  const path = pathOf(command);
  return new UsageError(
    "unknown_command",
    names.length === 0
      ? `${path} has no commands of its own; ${path} --help explains it`
      : `${unknownCommand(name, command)}; the commands are ${names.join(", ")}`,
  );
}

function unknownCommand(name: string, parent: Command): string {
  const near = nearest(name, commandNames(parent));
  return `unknown command "${name}"${near === null ? "" : ` (did you mean ${near}?)`}`;
}

function commandNames({ commands }: Command): string[] {
  return commands.map((one) => one.name()).filter((name) => name !== "help");
}

function pathOf(command: Command): string {
  const { parent } = command;
  return parent === null ? command.name() : `${pathOf(parent)} ${command.name()}`;
}
