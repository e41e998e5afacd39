// The data engine's program. Bundled into one file, so that it runs wherever Node.js does.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { fetchPackages, readPackageList } from "../packages/index.ts";
import { collectSnippets, writeSnippets } from "../snippets/index.ts";
import { card } from "./card.ts";
import { writeHeldOut } from "./held-out.ts";
import { show } from "./show.ts";
import { streamFrames, writeMeasures } from "./stream.ts";
import { makeTokenizer } from "./tokenizer.ts";

const USAGE = `data fetch                brings the packages of --list into --packages
data extract              makes --snippets of them
data tokenizer            trains --tokenizer on the snippets
data stream               writes training frames to standard output, without end
data measures             writes what the model is measured on to --measures
data held-out             writes the edits that npm run eval measures models on to --out
data show [FAMILY]        prints triples to look at
data card                 writes what the data consists of to --card`;

const { positionals, values } = parseArgs({
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
  },
});
const report = (line: string) => process.stderr.write(`${line}\n`);
const packages = () => readPackageList(readFileSync(values.list, "utf8"));
const format = values.format === "lines" ? "lines" : "whole";
const numbers = {
  seed: Number(values.seed),
  worker: Number(values.worker),
  workers: Number(values.workers),
  count: Number(values.count),
};

switch (positionals[0]) {
  case "fetch":
    await fetchPackages(packages(), values.packages, report);
    break;
  case "extract":
    writeSnippets(
      values.snippets,
      collectSnippets(packages(), values.packages, report),
      Number(values.quality),
    );
    break;
  case "tokenizer": {
    mkdirSync(dirname(values.tokenizer), { recursive: true });
    const file = makeTokenizer(values.snippets, Number(values.vocabulary), numbers.seed);
    writeFileSync(values.tokenizer, `${JSON.stringify(file)}\n`);
    break;
  }
  case "stream":
    await streamFrames({ ...values, ...numbers, format }, process.stdout);
    break;
  case "measures":
    writeMeasures({ ...values, ...numbers, format });
    break;
  case "held-out":
    writeHeldOut({ ...values, ...numbers });
    break;
  case "show":
    show({ ...values, ...numbers, family: positionals[1] });
    break;
  case "card":
    writeFileSync(values.card, card({ ...values, ...numbers }));
    break;
  default:
    report(USAGE);
    process.exitCode = 2;
}
