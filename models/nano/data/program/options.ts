import { parseArgs } from "node:util";
import type { Format } from "../stream/index.ts";

export const USAGE = `npm run data -- COMMAND [options]

  fetch                  brings the packages of --list into --packages
  extract                makes --snippets of them
  tokenizer              trains --tokenizer on the snippets
  stream                 writes training frames to standard output, without end
  measures               writes what the model is measured on to --measures
  held-out               writes the edits that npm run eval measures models on to --out
  show [FAMILY]          prints triples to look at
  card                   writes what the data consists of to --card

Paths are from models/nano on:
  --list FILE            default data/packages.txt
  --packages FOLDER      default ../../.cache/nano/packages
  --snippets FOLDER      default ../../.cache/nano/snippets
  --tokenizer FILE       default tokenizer.json
  --measures FOLDER      default ../../.cache/nano/measures
  --out FILE             default eval/held-out.jsonl
  --card FILE            default data/README.md

  --seed N               the same seed makes the same triples; default 1
  --count N              triples, of each measure as many; default 1000
  --format whole|lines   how an answer is written; default whole
  --vocabulary N         tokens; default 8192
  --quality N            of the snippets' brotli, 0 to 11; default 9
  --worker K --workers N of stream: the share K, from 0 on, of N; default 0 of 1
  --share FAMILY=PART    of stream: a family that examples are of in this part at least`;

/** An invalid command line. The message is one line. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export type DataOptions = NonNullable<ReturnType<typeof readOptions>>;

/** Parses the command line. Returns null if it asks for help. Throws {@link UsageError}. */
export function readOptions(args: readonly string[]) {
  const { positionals, values } = parsed(args);
  if (values.help) return null;
  const [command, family] = positionals;
  return {
    ...values,
    command,
    family,
    format: formatOf(values.format),
    seed: whole("seed", values.seed),
    worker: whole("worker", values.worker),
    workers: whole("workers", values.workers, 1),
    count: whole("count", values.count, 1),
    vocabulary: whole("vocabulary", values.vocabulary, 1),
    quality: whole("quality", values.quality, 0, 11),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        list: { type: "string", default: "data/packages.txt" },
        packages: { type: "string", default: "../../.cache/nano/packages" },
        snippets: { type: "string", default: "../../.cache/nano/snippets" },
        tokenizer: { type: "string", default: "tokenizer.json" },
        measures: { type: "string", default: "../../.cache/nano/measures" },
        out: { type: "string", default: "eval/held-out.jsonl" },
        card: { type: "string", default: "data/README.md" },
        vocabulary: { type: "string", default: "8192" },
        seed: { type: "string", default: "1" },
        worker: { type: "string", default: "0" },
        workers: { type: "string", default: "1" },
        count: { type: "string", default: "1000" },
        format: { type: "string", default: "whole" },
        share: { type: "string" },
        quality: { type: "string", default: "9" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function formatOf(text: string): Format {
  if (text === "whole" || text === "lines") return text;
  throw new UsageError("--format takes whole or lines");
}

function whole(name: string, text: string, least = 0, most = Number.MAX_SAFE_INTEGER): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isInteger(value) && value >= least && value <= most) return value;
  const range = most === Number.MAX_SAFE_INTEGER ? `from ${least} on` : `from ${least} to ${most}`;
  throw new UsageError(`--${name} takes a whole number ${range}`);
}
