export interface ParsedArgs {
  readonly options: Record<string, string | boolean>;
  readonly positionals: string[];
}

/** Reads a command line. Names in `booleans` take no value; `--` ends the options. */
export function parseArgs(argv: readonly string[], booleans: readonly string[] = []): ParsedArgs {
  const options: Record<string, string | boolean> = {};
  const positionals: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i];
    if (arg === "--") {
      positionals.push(...argv.slice(i + 1));
      break;
    }
    if (!arg.startsWith("--")) {
      positionals.push(arg);
      continue;
    }
    const equals = arg.indexOf("=");
    const name = equals < 0 ? arg.slice(2) : arg.slice(2, equals);
    const given = equals < 0 ? undefined : arg.slice(equals + 1);
    if (booleans.includes(name)) {
      if (given !== undefined && given !== "true" && given !== "false") {
        throw new Error(`--${name} takes true or false, not ${given}`);
      }
      options[name] = given !== "false";
      continue;
    }
    if (given !== undefined) {
      options[name] = given;
      continue;
    }
    const value = argv[++i];
    if (value === undefined) throw new Error(`--${name} needs a value`);
    options[name] = value;
  }
  return { options, positionals };
}
