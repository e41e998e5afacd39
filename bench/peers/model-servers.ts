import { textOf } from "../client/index.ts";
import type { Peer } from "../measure/index.ts";
import { random10M, randomModel } from "../models/index.ts";
import { BenchServer } from "../server/index.ts";
import { type ChatMessage, chat, firstModel } from "./chat.ts";
import { startLlamaServer } from "./child.ts";

/** Approximate tokens of the first prompt, and of an answer. */
const PROMPT = 1_024;
const ANSWER = 64;
const CONTEXT = 8_192;

export interface ModelSample {
  readonly what: "model";
  readonly round: number;
  readonly server: string;
  readonly first_token_ms: number;
  /** Of the next question in the same conversation, which is resent as a whole. */
  readonly continued_first_token_ms: number;
  /** Characters per second after the first; comparable like tokens between servers with the same model. */
  readonly characters_per_second: number;
}

/**
 * Measures servers with a model through chat completions over HTTP, in alternation: Flint, a llama-server, and the
 * named peers.
 */
export async function measureModelServers(
  repetitions: number,
  peers: readonly Peer[],
  report: (progress: string) => void,
): Promise<readonly ModelSample[]> {
  const { id } = random10M;
  const path = await randomModel(random10M);
  await using flint = await BenchServer.start({
    models: [{ id, path }],
    llama: { gpu: false, contextLength: CONTEXT, sequences: 4, speculation: "never" },
  });
  const program = process.env.LLAMA_SERVER;
  using llama = program ? await startLlamaServer(program, path, CONTEXT) : null;
  const servers = [
    { name: "flint", url: `http://127.0.0.1:${flint.port}/v1` },
    ...(llama === null ? [] : [{ name: "llama-server", url: `http://127.0.0.1:${llama.port}/v1` }]),
    ...peers,
  ];
  const models = new Map<string, string>();
  for (const { name, url } of servers) models.set(name, await firstModel(url));
  const samples: ModelSample[] = [];
  for (let round = 0; round <= repetitions; round++) {
    report(round === 0 ? "models: warming up" : `models: repetition ${round} of ${repetitions}`);
    for (const { name, url } of round % 2 === 0 ? servers : servers.toReversed()) {
      const sample = await conversation(url, models.get(name) ?? id, `peers ${name} ${round}`);
      if (round > 0) samples.push({ what: "model", round, server: name, ...sample });
    }
  }
  return samples;
}

async function conversation(url: string, model: string, name: string) {
  const messages: ChatMessage[] = [{ role: "user", content: textOf(PROMPT, name) }];
  const one = await chat(url, model, messages, ANSWER);
  messages.push({ role: "assistant", content: one.text }, { role: "user", content: "And what else?" });
  const other = await chat(url, model, messages, ANSWER);
  return {
    first_token_ms: one.first_ms,
    continued_first_token_ms: other.first_ms,
    characters_per_second: (one.text.length / (one.last_ms - one.first_ms)) * 1000,
  };
}
