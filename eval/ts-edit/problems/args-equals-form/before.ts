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
    const name = arg.slice(2);
    if (booleans.includes(name)) {
      options[name] = true;
      continue;
    }
    const value = argv[++i];
    if (value === undefined) throw new Error(`--${name} needs a value`);
    options[name] = value;
  }
  return { options, positionals };
}
