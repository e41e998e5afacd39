import { resolveConfig, strayVariables } from "../../packages/cli/src/config/index.ts";
import { buildProgram } from "../../packages/cli/src/program/program.ts";

/** The variables that nothing heeds. Rejects where a value is one that flint serve refuses. */
export async function unknownVariables(env: Readonly<Record<string, string>>): Promise<string[]> {
  await resolveConfig({}, env);
  return strayVariables(env);
}

/** The flags of a command line of flint that the command does not have. */
export function unknownFlags([name, ...args]: readonly string[]): string[] {
  const command = buildProgram().commands.find((one) => one.name() === name);
  if (command === undefined) return [name ?? ""];
  const known = new Set(command.options.map(({ long }) => long));
  return args.filter((arg) => arg.startsWith("--")).filter((arg) => !known.has(arg.split("=")[0] ?? ""));
}
