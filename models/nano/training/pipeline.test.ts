import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createLlamaEngine, type Prompt } from "@flint/engine";
import { getLlama, LlamaLogLevel, type LlamaModel } from "node-llama-cpp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixtureSnippets } from "../data/fixtures/fixtures.ts";
import { writeSnippets } from "../data/snippets/index.ts";
import { SPECIAL_TOKENS, Tokenizer, type TokenizerFile } from "../data/tokenizer/index.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const PYTHON = [process.env["FLINT_PYTHON"], "python3", "/usr/bin/python3"].find(
  (command) => command && spawnSync(command, ["-c", "import torch, numpy"]).status === 0,
);
/** Everywhere but in CI, which installs them, Python and torch may be missing. */
const isMissing = PYTHON === undefined && process.env["CI"] === undefined;
const LONGEST_MS = 300_000;
const VOCABULARY = "600";
const ENVIRONMENT = {
  ...process.env,
  PYTHONPATH: "training",
  OMP_NUM_THREADS: "1",
  PYTHONDONTWRITEBYTECODE: "1",
};

if (isMissing)
  console.warn(
    "The training pipeline is not tested: there is no Python with torch. See models/nano/README.md.",
  );

// Python takes seconds to start on a busy machine.
describe.skipIf(isMissing)("the training pipeline", { timeout: LONGEST_MS }, () => {
  const folder = mkdtempSync(join(tmpdir(), "nano-pipeline-"));
  const at = (name: string) => join(folder, name);
  let tokenizer: Tokenizer;
  let model: LlamaModel;
  let dispose = async () => {};

  beforeAll(async () => {
    const snippets = fixtureSnippets();
    const source = { version: "1.0.0", licence: "Apache-2.0" };
    writeSnippets(
      at("snippets"),
      [
        {
          package: { ...source, name: "seen", heldOut: false },
          snippets,
          foreign: [{ language: "CSS", code: "a {\n  b: c;\n}" }],
        },
        { package: { ...source, name: "kept", heldOut: true }, snippets, foreign: [] },
      ],
      1,
    );
    run(process.execPath, "scripts/bundle.mjs", folder);
    const common = ["--snippets", at("snippets"), "--tokenizer", at("tokenizer.json")];
    run(process.execPath, at("data.mjs"), "tokenizer", ...common, "--vocabulary", VOCABULARY);
    run(
      process.execPath,
      at("data.mjs"),
      "measures",
      ...common,
      "--measures",
      at("measures"),
      "--count",
      "12",
    );
    const train = (...more: string[]) =>
      python(
        "nano.train",
        ...common,
        "--out",
        at("out"),
        "--engine",
        at("data.mjs"),
        "--node",
        process.execPath,
        "--measures",
        at("measures"),
        "--size",
        "tiny",
        "--init",
        "random",
        "--batch-tokens",
        "2048",
        ...more,
      );
    // One step, and the rest in a second run.
    train("--tokens", "40000", "--stop-after", "0");
    train("--tokens", "40000");
    const exported = ["--checkpoint", at("out/checkpoint.pt"), "--tokenizer", at("tokenizer.json")];
    python("nano.export", ...exported, "--out", at("f16.gguf"));
    python("nano.export", ...exported, "--out", at("q8_0.gguf"), "--precision", "q8_0");
    tokenizer = new Tokenizer(JSON.parse(readFileSync(at("tokenizer.json"), "utf8")) as TokenizerFile);
    const llama = await getLlama({
      gpu: false,
      build: "never",
      progressLogs: false,
      logLevel: LlamaLogLevel.error,
    });
    model = await llama.loadModel({ modelPath: at("f16.gguf") });
    dispose = () => llama.dispose();
  }, LONGEST_MS);

  afterAll(async () => {
    await dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it("resumes from a checkpoint and finishes", () => {
    const log = readLog();
    expect(log.filter(({ event }) => event === "start").map(({ run }) => run)).toEqual([1, 2]);
    expect(
      log.filter(({ event }) => event === "stopped" || event === "done").map(({ event }) => event),
    ).toEqual(["stopped", "done"]);
    const [first, second] = log.filter(({ event }) => event === "start");
    expect(second?.steps).toBeGreaterThan(first?.steps ?? 0);
  });

  it("writes a checkpoint when SIGTERM stops it", async () => {
    const places = { "--snippets": "snippets", "--tokenizer": "tokenizer.json", "--out": "stopped" };
    const child = spawn(
      PYTHON ?? "python3",
      [
        ...["-m", "nano.train", "--engine", at("data.mjs"), "--node", process.execPath],
        ...Object.entries(places).flatMap(([name, place]) => [name, at(place)]),
        ...["--size", "tiny", "--init", "random", "--batch-tokens", "512", "--tokens", "1000000000"],
      ],
      { cwd: ROOT, env: ENVIRONMENT, stdio: ["ignore", "pipe", "inherit"] },
    );
    let said = "";
    for await (const piece of child.stdout) {
      said += piece;
      // A second signal would end it at once.
      if (said.includes('"step"') && !child.killed) child.kill("SIGTERM");
    }
    if (child.exitCode === null) await once(child, "exit");
    expect(child.exitCode).toBe(0);
    expect(said).toContain('"stopped"');
    expect(existsSync(at("stopped/checkpoint.pt"))).toBe(true);
  });

  it("measures known and unseen wordings, combined edits and out-of-scope requests", () => {
    const measured = readLog().filter(({ event }) => event === "measure");
    expect(new Set(measured.map(({ name }) => name))).toEqual(
      new Set(["known", "unseen", "combined", "scope"]),
    );
    for (const { examples = 0, too_long = 0 } of measured) {
      expect(examples).toBeGreaterThan(0);
      expect(examples + too_long).toBe(12);
    }
  });

  it("requantizes f16 weights to the q8_0 export, except for rounding", () => {
    python("nano.requantize", at("f16.gguf"), at("again.gguf"));
    const [exported, again] = [readFileSync(at("q8_0.gguf")), readFileSync(at("again.gguf"))];
    expect(again.length).toBe(exported.length);
    // Metadata, and each tensor's name, shape, type and place.
    const head = exported.indexOf("blk.0.ffn_down.weight") + 64;
    expect(again.subarray(0, head)).toEqual(exported.subarray(0, head));
    let apart = 0;
    for (const [place, byte] of exported.entries()) if (byte !== again[place]) apart += 1;
    expect(apart / exported.length).toBeLessThan(0.1);
  });

  it("improves token accuracy", () => {
    const accuracy = readLog()
      .filter(({ event, name }) => event === "measure" && name === "known")
      .map(({ token_accuracy }) => token_accuracy);
    expect(accuracy.at(-1)).toBeGreaterThan(accuracy[0] ?? 1);
  });

  it("tokenizes like llama.cpp", () => {
    const texts = [
      ...fixtureSnippets().map(({ code }) => code),
      "a  b\n\n\tc 12 345.6",
      "it's  `x${y}` => {}\n   ",
      "é ü 漢字 🙂",
      "  <|end|> ",
    ];
    for (const text of texts) expect([...model.tokenize(text, false)], text).toEqual(tokenizer.encode(text));
    for (const [id, token] of SPECIAL_TOKENS.entries())
      expect([...model.tokenize(token, true)]).toEqual([id]);
  });

  it("generates the same tokens as llama.cpp", async () => {
    const prompts = readFileSync(at("measures/known.jsonl"), "utf8")
      .trim()
      .split("\n")
      .slice(0, 4)
      .map((line) => {
        const { instruction, before } = JSON.parse(line) as { instruction: string; before: string };
        return [1, ...tokenizer.encode(instruction), 2, ...tokenizer.encode(before), 3];
      });
    const input = prompts.map((prompt) => `${JSON.stringify(prompt)}\n`).join("");
    const answers = python("nano.generate", "--checkpoint", at("out/checkpoint.pt"), "--most", "16", {
      input,
    })
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as [number, number][]);
    const context = await model.createContext({ contextSize: 512, threads: 1 });
    const sequence = context.getSequence();
    let compared = 0;
    for (const [index, prompt] of prompts.entries()) {
      await sequence.clearHistory();
      const theirs = sequence.evaluate(prompt as never[], { temperature: 0, yieldEogToken: true });
      for (const [token, lead] of answers[index] ?? []) {
        // Weights are rounded to 16 bits in the file: a lead as small as this may be lost.
        if (lead < 0.02) break;
        expect((await theirs.next()).value).toBe(token);
        compared++;
      }
      await theirs.return?.();
    }
    await context.dispose();
    expect(compared).toBeGreaterThan(8);
  });

  it("exports a q8_0 file that llama.cpp loads", async () => {
    const llama = model.llama;
    const small = await llama.loadModel({ modelPath: at("q8_0.gguf") });
    expect([...small.tokenize("let x", false)]).toEqual(tokenizer.encode("let x"));
    await small.dispose();
  });

  it("has its prompts rendered by Flint to the tokens it was trained on", async () => {
    const engine = createLlamaEngine({ models: [{ id: "nano", path: at("q8_0.gguf") }], gpu: false });
    try {
      const prompt = promptOf("use const", "let e = 1;\n\tf(e);");
      const tokens = [1, ...tokenizer.encode("use const"), 2, ...tokenizer.encode("let e = 1;\n\tf(e);"), 3];
      expect(await engine.countTokens("nano", prompt)).toBe(tokens.length);
    } finally {
      await engine.close();
    }
  });

  it("declines with the token for it, in either format", async () => {
    python("tests.unsure", at("out/checkpoint.pt"), at("unsure.pt"));
    const exported = ["--checkpoint", at("unsure.pt"), "--tokenizer", at("tokenizer.json")];
    const models = ["whole", "lines"].map((format) => ({ id: format, path: at(`${format}.gguf`) }));
    for (const { id, path } of models) python("nano.export", ...exported, "--out", path, "--format", id);
    const engine = createLlamaEngine({ models, gpu: false });
    try {
      for (const { id } of models) {
        const thread = await engine.openThread({ model: id });
        await thread.prefill(promptOf("port it to Go", "let a = 1;"));
        const kinds = new Set<string>();
        let text = "";
        let reason = "";
        for await (const event of thread.generate({})) {
          if (event.type === "finish") reason = event.reason;
          else {
            kinds.add(event.part.type);
            text += event.text;
          }
        }
        expect([...kinds]).toEqual(["refusal"]);
        expect(text).toMatch(/^this edit is outside what the bundled model can do: /);
        expect(reason).toBe("stop");
      }
    } finally {
      await engine.close();
    }
  });

  it("passes its Python unit tests", () => {
    expect(python("unittest", "discover", "-s", "training/tests", "-t", "training")).toBe("");
  });

  function readLog() {
    const lines = readFileSync(at("out/log.jsonl"), "utf8").trim().split("\n");
    return lines.map(
      (line) =>
        JSON.parse(line) as {
          event: string;
          run?: number;
          steps: number;
          name?: string;
          examples?: number;
          too_long?: number;
          token_accuracy?: number;
        },
    );
  }
});

function promptOf(instruction: string, code: string): Prompt {
  const content = `\`\`\`ts\n${code}\n\`\`\`\n${instruction}`;
  return { tip: { parent: null, items: [{ role: "user", content }] }, instructions: null, tools: [] };
}

function python(module: string, ...args: (string | { input: string })[]): string {
  if (PYTHON === undefined) throw new Error("CI has to install python3-torch: see .ci/run");
  return run(PYTHON, "-m", module, ...args);
}

/** A command's standard output; throws with what it said where it fails. */
function run(command: string, ...args: (string | { input: string })[]): string {
  const words = args.filter((one) => typeof one === "string");
  const options = args.find((one) => typeof one !== "string");
  const result = spawnSync(command, words, {
    cwd: ROOT,
    encoding: "utf8",
    env: ENVIRONMENT,
    ...options,
  });
  if (result.status !== 0)
    throw new Error(`${command} ${words.join(" ")} failed:\n${result.stdout}${result.stderr}`);
  return result.stdout;
}
