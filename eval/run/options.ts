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

  --suite NAME[=PATH]      ts-edit (default), nano, canitedit=PATH, humanevalfix=PATH, or a path alone
  --model NAME             as \`flint edit\` takes it; default: the server's or the bundled one
  --url URL                a server that runs; also FLINT_URL
  --engine llama|script    where no url is given: the embedded engine (default), or a scenario
  --scenario FILE          what the script engine plays
  --limit N                so many problems, evenly spread over the suite
  --phrasing NAME          only instructions of this kind, such as precise or lazy
  --concurrency N          edits at a time (default 1; times are then not comparable)
  --max-output-tokens N    of one edit (default: what the model's context leaves)
  --timeout SECONDS        of one edit (default 120)
  --out FOLDER             where results.json, attempts.jsonl and plot.svg go
  --json                   print the results as one JSON object`;

export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Parses the command line. Throws {@link UsageError}. */
export function readOptions(argv: readonly string[], env: NodeJS.ProcessEnv): EvalOptions {
  const values = parsed(argv);
  const engine = values.engine ?? "llama";
  if (engine !== "llama" && engine !== "script") throw new UsageError("--engine takes llama or script");
  if (engine === "script" && values.scenario === undefined)
    throw new UsageError("the script engine plays a scenario; add --scenario FILE");
  if (engine === "llama" && values.scenario !== undefined)
    throw new UsageError("--scenario is for the script engine; add --engine script");
  const url = values.url ?? (values.engine === undefined ? env.FLINT_URL : undefined) ?? null;
  if (url !== null && values.engine !== undefined)
    throw new UsageError("--engine is for a server of its own; leave it out, or --url");
  return {
    suite: values.suite ?? "ts-edit",
    model: values.model ?? null,
    engine,
    scenario: values.scenario ?? null,
    url,
    limit: positive("limit", values.limit),
    phrasing: values.phrasing ?? null,
    concurrency: positive("concurrency", values.concurrency) ?? 1,
    maxOutputTokens: positive("max-output-tokens", values["max-output-tokens"]),
    timeoutSeconds: positive("timeout", values.timeout) ?? 120,
    json: values.json ?? false,
    out: values.out ?? null,
  };
}

function parsed(argv: readonly string[]) {
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

function positive(name: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new UsageError(`--${name} takes a whole number from 1 on, not ${text}`);
  return value;
}
