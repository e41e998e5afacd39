import { parseArgs } from "node:util";
import type { Format } from "../stream/index.ts";

export const USAGE = `npm run data -- COMMAND [options]

  fetch                  download the packages of --list into --packages
  extract                extract --snippets from the packages
  tokenizer              train --tokenizer on the snippets
  stream                 write training frames to standard output, endlessly
  measures               write the examples that the model is measured on to --measures
  held-out               write the edits that npm run eval measures models on to --out
  show [FAMILY]          print triples to look at
  card                   write a description of the data to --card

Paths are relative to models/nano:
  --list FILE            default data/packages.txt
  --packages FOLDER      default ../../.cache/nano/packages
  --snippets FOLDER      default ../../.cache/nano/snippets
  --tokenizer FILE       default tokenizer.json
  --measures FOLDER      default ../../.cache/nano/measures
  --out FILE             default eval/held-out.jsonl
  --card FILE            default data/README.md

  --seed N               the same seed gives the same triples; default 1
  --count N              number of triples, or of triples per measure; default 1000
  --format whole|lines   format of the answers; default whole
  --vocabulary N         number of tokens; default 8192
  --quality N            brotli quality of the snippets, 0 to 11; default 9
  --worker K --workers N for stream: part K (from 0) of N; default 0 of 1
  --share FAMILY=PART    for stream: a family's minimum share, such as recursion-to-loop=0.3`;

/** An invalid command line. The message is one line. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export type DataOptions = NonNullable<ReturnType<typeof readOptions>>;

/** Parses the command line. Returns null if it asks for help. Throws {@link UsageError}. */
export function readOptions(args: readonly string[]) {
  const { positionals, values } = parseArguments(args);
  if (values.help) return null;
  const [command, family] = positionals;
  return {
    ...values,
    command,
    family,
    format: readFormat(values.format),
    seed: readInteger("seed", values.seed),
    worker: readInteger("worker", values.worker),
    workers: readInteger("workers", values.workers, 1),
    count: readInteger("count", values.count, 1),
    vocabulary: readInteger("vocabulary", values.vocabulary, 1),
    quality: readInteger("quality", values.quality, 0, 11),
  };
}

function parseArguments(args: readonly string[]) {
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

function readFormat(text: string): Format {
  if (text === "whole" || text === "lines") return text;
  throw new UsageError("--format must be whole or lines");
}

function readInteger(name: string, text: string, least = 0, most = Number.MAX_SAFE_INTEGER): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isInteger(value) && value >= least && value <= most) return value;
  const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
  throw new UsageError(`--${name} must be a whole number ${range}`);
}
