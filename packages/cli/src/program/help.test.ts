import type { Command } from "commander";
import { expect, test } from "vitest";
import { buildProgram } from "./program.ts";

/** A command and all below it. */
function allOf(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allOf)];
}

test("the help of every command fits 80 columns", () => {
  const wide = allOf(buildProgram())
    .flatMap((command) => command.helpInformation().split("\n"))
    .filter((line) => line.length > 80);
  expect(wide).toEqual([]);
});

test("the most used command stands first in the help, with its arguments", () => {
  const help = buildProgram().helpInformation();
  expect(help).toMatch(/Commands:\n {2}edit <file\.\.\.> <instruction> {2}edit files/);
  expect(help).toContain("\n  serve    ");
});
