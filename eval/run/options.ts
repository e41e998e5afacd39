import { parseArgs } from "node:util";

export interface EvalOptions {
  readonly suite: string;
  readonly model: string | null;
  readonly engine: "llama" | "script";
  readonly scenario: string | null;
  readonly url: string | null;
  readonly limit: number | null;
  readonly phrasing: string | null;
  readonly concurrency: number;
  readonly maxOutputTokens: number | null;
  readonly timeoutSeconds: number;
  readonly json: boolean;
  /** Folder for the results; null: a folder in the cache. */
  readonly out: string | null;
}

export const USAGE = `npm run eval -- [options]

  --suite NAME[=PATH]      ts-edit (default), nano, canitedit=PATH, humanevalfix=PATH, or only a path
  --model NAME             name or path, as for \`flint edit\`; default: the server's or the bundled model
  --url URL                URL of a running server; default: FLINT_URL
  --engine llama|script    without a URL: the embedded engine (default) or the script engine
  --scenario FILE          scenario for the script engine
  --limit N                number of problems, evenly spread over the suite (default: all)
  --phrasing NAME          only instructions of this phrasing, such as precise or lazy
  --concurrency N          concurrent edits (default 1; with more, times are not comparable)
  --max-output-tokens N    per edit (default: what the model's context allows)
  --timeout SECONDS        per edit (default 120)
  --out FOLDER             folder for results.json, attempts.jsonl and plot.svg
  --json                   print the results as one JSON object`;

export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Parses the command line. Throws {@link UsageError}. */
export function readOptions(argv: readonly string[], env: NodeJS.ProcessEnv): EvalOptions {
  const values = parseArguments(argv);
  const engine = values.engine ?? "llama";
  if (engine !== "llama" && engine !== "script") throw new UsageError("--engine must be llama or script");
  if (engine === "script" && values.scenario === undefined)
    throw new UsageError("--engine script needs a scenario: add --scenario FILE");
  if (engine === "llama" && values.scenario !== undefined)
    throw new UsageError("--scenario works only with the script engine: add --engine script");
  const url = values.url ?? (values.engine === undefined ? env.FLINT_URL : undefined) ?? null;
  if (url !== null && values.engine !== undefined)
    throw new UsageError("--engine and --url exclude each other: leave out one of them");
  return {
    suite: values.suite ?? "ts-edit",
    model: values.model ?? null,
    engine,
    scenario: values.scenario ?? null,
    url,
    limit: readPositive("limit", values.limit),
    phrasing: values.phrasing ?? null,
    concurrency: readPositive("concurrency", values.concurrency) ?? 1,
    maxOutputTokens: readPositive("max-output-tokens", values["max-output-tokens"]),
    timeoutSeconds: readPositive("timeout", values.timeout) ?? 120,
    json: values.json ?? false,
    out: values.out ?? null,
  };
}

function parseArguments(argv: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...argv],
      options: {
        suite: text,
        model: text,
        engine: text,
        scenario: text,
        url: text,
        limit: text,
        phrasing: text,
        concurrency: text,
        "max-output-tokens": text,
        timeout: text,
        out: text,
        json: { type: "boolean" },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}

function readPositive(name: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new UsageError(`--${name} must be a whole number of at least 1, not ${text}`);
  return value;
}
