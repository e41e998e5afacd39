// node-llama-cpp without anything around it, in a separate process: the baseline for the engine. Receives { model,
// segments, tokens, loop } and replies with { text, tokens, decode_ms, prefill_ms, prompt_tokens }.
import { getLlama, LlamaLogLevel } from "node-llama-cpp";

const SEQUENCES = 8;
const CONTEXT = 1024;
/** Prompt tokens evaluated per batch. */
const CHUNK = 512;

const llama = await getLlama({
  gpu: false,
  build: "never",
  progressLogs: false,
  logLevel: LlamaLogLevel.error,
});
let model;
let context;
let sequence;

process.on("message", async ({ model: modelPath, segments, tokens, loop }) => {
  model ??= await llama.loadModel({ modelPath });
  context ??= await model.createContext({
    contextSize: CONTEXT,
    sequences: SEQUENCES,
    batchSize: CHUNK,
    threads: 1,
    flashAttention: "auto",
  });
  sequence ??= context.getSequence();
  const prompt = segments.flatMap(({ text, special }) => model.tokenize(text, special));
  const run = loop === "native" ? nativeLoop : evaluateLoop;
  const { output, decode_ms, prefill_ms } = await run(prompt, tokens);
  process.send({
    text: model.detokenize(output),
    tokens: output.length,
    decode_ms,
    prefill_ms,
    prompt_tokens: prompt.length,
  });
});
process.send("ready");

/** Uses the library's public API. */
async function evaluateLoop(prompt, count) {
  await sequence.clearHistory();
  const start = performance.now();
  await sequence.evaluateWithoutGeneratingNewTokens(prompt.slice(0, -1));
  const prefilled = performance.now();
  const output = [];
  let first = 0;
  let last = 0;
  for await (const token of sequence.evaluate(prompt.slice(-1), { temperature: 0 })) {
    output.push(token);
    last = performance.now();
    first ||= last;
    if (output.length === count || model.isEogToken(token)) break;
  }
  return { output, decode_ms: last - first, prefill_ms: prefilled - start };
}

/** Uses the library's native calls, one token at a time. */
async function nativeLoop(prompt, count) {
  await sequence.clearHistory();
  const native = context._ctx;
  const sampler = new llama._bindings.AddonSampler(model._model);
  sampler.applyConfig({ temperature: 0 });
  const none = new Uint32Array(0);
  const start = performance.now();
  for (let from = 0; from < prompt.length - 1; from += CHUNK) {
    const chunk = prompt.slice(from, Math.min(from + CHUNK, prompt.length - 1));
    native.initBatch(chunk.length);
    native.addToBatch(0, from, Uint32Array.from(chunk), none);
    await native.decodeBatch();
  }
  const prefilled = performance.now();
  const output = [];
  let first = 0;
  let last = 0;
  let token = prompt.at(-1);
  for (let position = prompt.length - 1; output.length < count; position++) {
    native.initBatch(1);
    const [row] = native.addToBatch(0, position, Uint32Array.of(token), Uint32Array.of(0));
    await native.decodeBatch();
    token = await native.sampleToken(row, sampler);
    output.push(token);
    last = performance.now();
    first ||= last;
    if (model.isEogToken(token)) break;
  }
  native.removeTokenCellsFromSequence(0, 0, -1);
  sampler.dispose();
  return { output, decode_ms: last - first, prefill_ms: prefilled - start };
}
