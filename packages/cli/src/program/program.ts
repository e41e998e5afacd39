import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { packageRoot } from "../package-root.ts";
import { formatErrors } from "./format-errors.ts";
import { addHelp, requirePath, termOf } from "./help.ts";
import { addKeys } from "./keys.ts";

/** Environment variables of commands that can connect to a running server. */
const SERVER_ENVIRONMENT = `
Environment:
  FLINT_URL     a running flint serve
  FLINT_KEY     its key, if it requires one
`;

/** Builds the command line. Each command imports its code when it runs, which keeps startup fast. */
export function buildProgram(): Command {
  const program = new Command("flint")
    .description("Real-time code edits by any code model, on this machine")
    .version(version(), "-v, --version")
    .argument("[paths...]", "files or folders to edit; default: this folder")
    .addOption(modelOption())
    .addOption(urlOption())
    .enablePositionalOptions()
    .exitOverride()
    .configureHelp({ subcommandTerm: termOf })
    .addHelpText(
      "after",
      `${examples("", [
        "# find a file here and talk to the model",
        "src/ test/",
        "app.js",
        'edit app.js "use async and await"',
        "serve",
      ])}${SERVER_ENVIRONMENT}`,
    )
    .action(async (paths: string[], flags, command: Command) => {
      if (paths.length === 0 && (!process.stdin.isTTY || !process.stdout.isTTY)) return command.outputHelp();
      requirePath(paths, command);
      const { interactiveCommand } = await import("../interactive/index.ts");
      await interactiveCommand(paths, flags);
    });
  addEdit(program);
  addResume(program);
  addRecord(program);
  addReplay(program);
  addServe(program);
  addKeys(program, { configOption, atLeast, examples });
  addModels(program);
  addPull(program);
  addDoctor(program);
  addAcp(program);
  addHelp(program);
  formatErrors(program, "flint");
  return program;
}

function addResume(program: Command): void {
  program
    .command("resume")
    .description("continue an interactive session, also after a crash")
    .argument("[id]", "which; default: the latest")
    .option("--list", "list the saved sessions, the latest first: id, file and last request")
    .addOption(modelOption())
    .addOption(urlOption())
    .addHelpText("after", `${examples("resume", ["", "--list"])}${SERVER_ENVIRONMENT}`)
    .action(async (id, flags) => {
      const { resumeCommand } = await import("../interactive/index.ts");
      await resumeCommand(id, flags);
    });
}

function addRecord(program: Command): void {
  program
    .command("record")
    .description("save an interactive session to a file, to replay it or for a bug report")
    .argument("<file>", "the recording")
    .argument("[paths...]", "files or folders to edit; default: this folder")
    .option("--last", "save the latest session instead of starting one, even if it was cut off")
    .option("--redact", "replace every word of the code, paths and instructions by a made-up one")
    .addOption(modelOption())
    .addOption(urlOption())
    .addHelpText(
      "after",
      `${examples("record", ["demo.jsonl src/", "report.jsonl --last --redact"])}${SERVER_ENVIRONMENT}`,
    )
    .action(async (file, paths, flags) => {
      const { recordCommand } = await import("../recording/index.ts");
      await recordCommand(file, paths, flags);
    });
}

function addReplay(program: Command): void {
  program
    .command("replay")
    .description("show a recorded session as it happened")
    .argument("<file>", "a recording of flint record")
    .addOption(
      new Option("--speed <times>", "how many times as fast, such as 4 or 0.5").argParser(speed).default(1),
    )
    .addHelpText("after", examples("replay", ["demo.jsonl", "demo.jsonl --speed 4"]))
    .action(async (file, flags) => {
      const { replayCommand } = await import("../recording/index.ts");
      await replayCommand(file, flags);
    });
}

function addEdit(program: Command): void {
  program
    .command("edit")
    .description("edit files; the diff forms while the model writes")
    .usage("[options] <file...> <instruction>")
    .argument(
      "[files and instruction...]",
      'files to edit, or "-" for stdin; then what to change, in plain words',
    )
    .option("--apply", "write the result; with several files, all or none")
    .option("--force", "with --apply: write it even if it does not parse or fails a check")
    .option("--json", "print one JSON object: code, diff, timings, verification, …")
    .option("--selection <first:last>", "send and change these lines only")
    .option("--language <name>", "language of the code; default: from the file's name")
    .option(
      "--check <command>",
      'a command that the result has to pass, as in "npm test"; runs in a sandbox; can be given more than once',
      (command: string, others: readonly string[] = []) => [...others, command],
    )
    .addOption(
      new Option(
        "--repairs <count>",
        "how many times the model may try to fix a result that fails a check; default: 1",
      ).argParser(atLeast(0)),
    )
    .addOption(
      new Option(
        "--mode <mode>",
        "how the model answers: with the whole code, or anchored: with the changes only; default: auto, anchored for more than 400 lines",
      ).choices(["auto", "whole", "anchored"]),
    )
    .addOption(modelOption())
    .addOption(engineOption("a server whose model edits, instead of one on this machine"))
    .addOption(urlOption())
    .addHelpText(
      "after",
      `${examples("edit", [
        'app.js "use const and let instead of var" --apply',
        'app.ts "add error handling" --selection 10:32',
        'app.ts "handle an empty list" --check "npx tsc --noEmit" --check "npm test" --apply',
        'a.ts b.ts c.ts "use template literals instead of concatenation" --check "npx tsc --noEmit" --apply',
        '- "optimize this code" --language ts < app.ts',
        'app.ts "add error handling" --engine cerebras --model qwen-3-coder-480b',
      ])}${SERVER_ENVIRONMENT}  OPENAI_API_KEY, CEREBRAS_API_KEY, …, FLINT_UPSTREAM_KEY  with --engine: keys of those servers
`,
    )
    .action(async (words, flags) => {
      const { editCommand } = await import("../edit/index.ts");
      await editCommand(words, flags);
    });
}

function addServe(program: Command): void {
  program
    .command("serve")
    .description("serve the OpenAI Responses API over HTTP and WebSocket")
    .addOption(new Option("--port <port>", "0 picks a free one; default: 8787").argParser(port))
    .option("--host <address>", "address to listen on; default: 127.0.0.1; others than loopback need keys")
    .addOption(
      new Option(
        "--hosts <names>",
        "host names to answer to besides localhost, with commas; default: all, if it listens on more than loopback",
      ).argParser((names) => names.split(",")),
    )
    .option("--keys <file>", "the keys that it accepts; default: those of flint keys, if there are any")
    .option(
      "--usage <file>",
      "where usage is kept, unless the store is memory; default: usage.json in the data folder",
    )
    .option("--audit <file>", "where administrative acts are logged; default: audit.jsonl in the data folder")
    .addOption(engineOption("what answers: llama (the default), script, or a server"))
    .option("--scenario <file>", "with --engine script: what it plays")
    .addOption(modelOption())
    .option("--memory <size>", "most memory the engine may use, as in 6GB; default: what is free")
    .addOption(
      new Option(
        "--context <tokens>",
        "tokens that a prompt and its answer share; default: at most 8192",
      ).argParser(atLeast(1)),
    )
    .addOption(
      new Option("--gpu-layers <count>", "layers on the GPU; default: as many as its memory holds").argParser(
        atLeast(0),
      ),
    )
    .addOption(
      new Option("--max-models <count>", "models in memory at once; default: 2").argParser(atLeast(1)),
    )
    .option(
      "--kv-spill <folder>",
      "folder for conversation state that does not fit in memory, and for all of it when the server stops",
    )
    .option("--kv-spill-size <size>", "with --kv-spill: most that this folder may hold; default: 4GB")
    .addOption(firstByteOption())
    .addOption(silenceOption())
    .option(
      "--store <where>",
      "where responses are kept: memory, disk, disk:PATH, or valkey://HOST:PORT, which servers share; default: memory",
    )
    .addOption(configOption())
    .option(
      "--limit <name=value>",
      "one of the server's limits, as in frameBytes=64MiB; can be given more than once",
      (limit: string, others: readonly string[] = []) => [...others, limit],
    )
    .addOption(
      new Option("--log-level <level>", "what is logged on stderr; default: warn").choices([
        ...["silent", "error", "warn", "info", "debug"],
      ]),
    )
    .addHelpText(
      "after",
      `${examples("serve", [
        "",
        "--port 9000 --model ./model.gguf",
        "--store disk",
        "--engine script --scenario demo.json",
        "--engine vllm=http://gpu:8000/v1 --model Qwen/Qwen3-Coder-30B-A3B-Instruct",
        "--config flint.config.json --limit connections=1000",
      ])}
Environment:
  FLINT_PORT, FLINT_STORE, FLINT_LIMITS_FRAME_BYTES, …  each flag and limit; flint doctor --json lists them
  FLINT_CONFIG  the configuration file; default: flint.config.json, if there is one
  FLINT_STORE_USER, FLINT_STORE_PASSWORD  for a Valkey that requires them
  FLINT_SECRET  what compactions are encrypted with, for several servers; default: the store's own
  OPENAI_API_KEY, CEREBRAS_API_KEY, OPENROUTER_API_KEY, …, FLINT_UPSTREAM_KEY  keys of servers behind this one
  FLINT_UPSTREAM_WEBSOCKET  off: ask those servers over HTTP only
`,
    )
    .action(async (flags) => {
      const { serveCommand } = await import("../serve/index.ts");
      await serveCommand(flags);
    });
}

function addModels(program: Command): void {
  program
    .command("models")
    .description("list the models on this machine")
    .option("--json", "print a JSON array")
    .addHelpText("after", examples("models", ["", "--json"]))
    .action(async (flags) => {
      const { modelsCommand } = await import("../models/index.ts");
      await modelsCommand(flags);
    });
}

function addPull(program: Command): void {
  program
    .command("pull")
    .description("download a GGUF model; continues a download that was cut off, and verifies the checksum")
    .argument("<source>", "hf:user/repo:quant, or https://…/model.gguf")
    .option("--as <id>", "id to store it under; default: the file's name")
    .option("--sha256 <hex>", "checksum that the file must have")
    .addHelpText(
      "after",
      `${examples("pull", ["hf:Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF:Q4_K_M", "https://example.com/model.gguf --as mine"])}
Environment:
  HF_TOKEN      for gated models; sent only to the hub
  HF_ENDPOINT   another hub; default https://huggingface.co
  FLINT_HOME    where models are kept
`,
    )
    .action(async (source, flags) => {
      const { pullCommand } = await import("../pull/index.ts");
      await pullCommand(source, flags);
    });
}

function addDoctor(program: Command): void {
  program
    .command("doctor")
    .description("check this installation, and say what to do about each finding")
    .option("--json", "print one JSON object")
    .addOption(configOption())
    .addOption(engineOption("a server: what it can do, and how to start it for edits"))
    .option("--model <id>", "with --engine: the model whose speed is measured; default: the only one")
    .addOption(firstByteOption())
    .addOption(silenceOption())
    .addHelpText(
      "after",
      examples("doctor", ["", "--json", "--config flint.config.json", "--engine vllm=http://gpu:8000/v1"]),
    )
    .action(async (flags) => {
      const { doctorCommand } = await import("../doctor/index.ts");
      await doctorCommand(flags);
    });
}

function addAcp(program: Command): void {
  program
    .command("acp")
    .description(
      "serve an editor over stdin and stdout, in the Agent Client Protocol (Zed, JetBrains, Neovim)",
    )
    .addOption(modelOption())
    .addOption(urlOption())
    .addHelpText(
      "after",
      `${examples("acp", ["", "--url http://127.0.0.1:8787/v1"])}
Editors start it themselves; docs/editor.md has their settings.
${SERVER_ENVIRONMENT}`,
    )
    .action(async (flags) => {
      const { acpCommand } = await import("../acp/index.ts");
      await acpCommand(flags);
    });
}

function urlOption(): Option {
  return new Option(
    "--url <url>",
    "use a running flint serve; default: $FLINT_URL, or else a model in this process",
  ).argParser((url: string) => {
    // An unset variable in a script must not silently select another model.
    if (url.trim() !== "") return url;
    throw new InvalidArgumentError("Give a server's address, or leave it out.");
  });
}

function engineOption(what: string): Option {
  return new Option(
    "--engine <name>",
    `${what}, as in vllm=http://gpu:8000/v1; for several, use commas or repeat the option`,
  ).argParser((name: string, others?: string) => (others === undefined ? name : `${others},${name}`));
}

function firstByteOption(): Option {
  return new Option(
    "--upstream-first-byte <time>",
    "with a server as --engine: wait for an answer's first token; default: 300s",
  );
}

function silenceOption(): Option {
  return new Option(
    "--upstream-silence <time>",
    "with a server as --engine: wait for each further piece of an answer; default: 120s",
  );
}

function configOption(): Option {
  return new Option(
    "--config <file>",
    "settings of flint serve; default: $FLINT_CONFIG, or else flint.config.json if there is one",
  );
}

function modelOption(): Option {
  return new Option(
    "--model <id>",
    "a model of flint models, or the path of a GGUF file; default: the bundled one",
  );
}

function atLeast(least: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d{1,9}$/.test(text) && number >= least) return number;
    throw new InvalidArgumentError(`Give a whole number of at least ${least}.`);
  };
}

function speed(text: string): number {
  const times = Number(text);
  if (times >= 0.01 && times <= 10_000) return times;
  throw new InvalidArgumentError("Give a number from 0.01 to 10000.");
}

function port(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= 65_535) return number;
  throw new InvalidArgumentError("Give a number from 0 to 65535.");
}

function examples(command: string, lines: readonly string[]): string {
  const shown = lines.map(
    (line) => `  $ ${["flint", command, line].filter((part) => part !== "").join(" ")}`,
  );
  return `\nExamples:\n${shown.join("\n")}\n`;
}

function version(): string {
  return JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")).version;
}
