// The data engine's program. It is bundled into one file to run anywhere with Node.js.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fetchPackages, readPackageList } from "../packages/index.ts";
import { collectSnippets, writeSnippets } from "../snippets/index.ts";
import { card } from "./card.ts";
import { writeHeldOut } from "./held-out.ts";
import { type DataOptions, readOptions, USAGE, UsageError } from "./options.ts";
import { show } from "./show.ts";
import { streamFrames, writeMeasures } from "./stream.ts";
import { makeTokenizer } from "./tokenizer.ts";

const USAGE_ERROR = 2;
const report = (line: string) => process.stderr.write(`${line}\n`);

try {
  const options = readOptions(process.argv.slice(2));
  if (options === null) console.log(USAGE);
  else await run(options);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  report(`${error.message}\nRun npm run data -- --help for the commands and options.`);
  process.exitCode = USAGE_ERROR;
}

async function run(options: DataOptions): Promise<void> {
  const packages = () => readPackageList(readFileSync(options.list, "utf8"));
  switch (options.command) {
    case "fetch":
      return fetchPackages(packages(), options.packages, report);
    case "extract":
      return writeSnippets(
        options.snippets,
        collectSnippets(packages(), options.packages, report),
        options.quality,
      );
    case "tokenizer": {
      mkdirSync(dirname(options.tokenizer), { recursive: true });
      const file = makeTokenizer(options.snippets, options.vocabulary, options.seed);
      return writeFileSync(options.tokenizer, `${JSON.stringify(file)}\n`);
    }
    case "stream":
      return streamFrames(options, process.stdout);
    case "measures":
      return writeMeasures(options);
    case "held-out":
      return writeHeldOut(options);
    case "show":
      return show(options);
    case "card":
      return writeFileSync(options.card, card(options));
    default:
      throw new UsageError(
        options.command === undefined ? "no command given" : `unknown command: ${options.command}`,
      );
  }
}
