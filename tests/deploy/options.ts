import { ignoredVariables, resolveConfig } from "../../packages/cli/src/config/index.ts";
import { buildProgram } from "../../packages/cli/src/program/program.ts";

/** Returns the environment variables that flint does not know. Rejects if `flint serve` refuses one of the values. */
export async function unknownVariables(env: Readonly<Record<string, string>>): Promise<string[]> {
  await resolveConfig({}, env);
  return ignoredVariables(env);
}

/** Returns the flags in a flint command line that the command does not have. */
export function unknownFlags([name, ...args]: readonly string[]): string[] {
  const command = buildProgram().commands.find((one) => one.name() === name);
  if (command === undefined) return [name ?? ""];
  const known = new Set(command.options.map(({ long }) => long));
  return args.filter((arg) => arg.startsWith("--")).filter((arg) => !known.has(arg.split("=")[0] ?? ""));
}
