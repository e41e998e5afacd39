import { resolveConfig } from "../../packages/cli/src/config/index.ts";
import { settings } from "../../packages/cli/src/config/settings.ts";
import { buildProgram } from "../../packages/cli/src/program/program.ts";

/** Variables that are no settings, and are heeded. */
const OTHERS = ["FLINT_HOME", "FLINT_CONFIG"];

/** The variables that nothing heeds. Rejects where a value is one that flint serve refuses. */
export async function unknownVariables(env: Readonly<Record<string, string>>): Promise<string[]> {
  await resolveConfig({}, env);
  const known = new Set([...OTHERS, ...settings.map(({ variable }) => variable)]);
  return Object.keys(env).filter((name) => name.startsWith("FLINT_") && !known.has(name));
}

/** The flags of a command line of flint that the command does not have. */
export function unknownFlags([name, ...args]: readonly string[]): string[] {
  const command = buildProgram().commands.find((one) => one.name() === name);
  if (command === undefined) return [name ?? ""];
  const known = new Set(command.options.map(({ long }) => long));
  return args.filter((arg) => arg.startsWith("--")).filter((arg) => !known.has(arg.split("=")[0] ?? ""));
}
