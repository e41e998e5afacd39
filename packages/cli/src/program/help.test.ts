import type { Command } from "commander";
import { expect, test } from "vitest";
import { buildProgram } from "./program.ts";

/** A command and all below it. */
function allOf(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allOf)];
}

test("the help of every command has room in 80 columns", () => {
  const wide = allOf(buildProgram())
    .flatMap((command) => command.helpInformation().split("\n"))
    .filter((line) => line.length > 80);
  expect(wide).toEqual([]);
});

test("what is used most stands first, with what it takes", () => {
  const help = buildProgram().helpInformation();
  expect(help).toMatch(/Commands:\n {2}edit <file\.\.\.> <instruction> {2}edit files/);
  expect(help).toContain("\n  serve    ");
});
