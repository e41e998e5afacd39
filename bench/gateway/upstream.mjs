// The server behind the gateway, in a separate process: it streams chat completions of `max_tokens` tokens, at `seed`
// tokens per second. Replies with { port } when it listens.
import { once } from "node:events";
import { createServer } from "node:http";

const CHUNK = { id: "chatcmpl-1", object: "chat.completion.chunk", created: 1, model: "paced" };
const line = (rest) => `data: ${JSON.stringify({ ...CHUNK, ...rest })}\n\n`;
const TOKEN = line({
  choices: [{ index: 0, delta: { content: " token" }, logprobs: null, finish_reason: null }],
});
const STOP = line({ choices: [{ index: 0, delta: {}, logprobs: null, finish_reason: "length" }] });
/** Milliseconds between two writes of all tokens that are due. */
const TICK = 4;

const streams = new Set();
setInterval(() => {
  const now = performance.now();
  for (const stream of streams) stream(now);
}, TICK);

const server = createServer(async (request, response) => {
  if (request.method === "GET") {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ data: [{ id: "paced", max_model_len: 100_000, owned_by: "vllm" }] }));
    return;
  }
  let text = "";
  for await (const piece of request) text += piece;
  const { seed: rate, max_tokens: tokens } = JSON.parse(text);
  response.writeHead(200, { "content-type": "text/event-stream" });
  const began = performance.now();
  let said = 1;
  response.write(TOKEN);
  const stream = (now) => {
    const due = Math.min(tokens, 1 + Math.floor(((now - began) / 1000) * rate));
    if (due > said) response.write(TOKEN.repeat(due - said));
    said = due;
    if (said < tokens) return;
    streams.delete(stream);
    const usage = { prompt_tokens: 20, completion_tokens: tokens, total_tokens: 20 + tokens };
    response.end(`${STOP}${line({ choices: [], usage })}data: [DONE]\n\n`);
  };
  streams.add(stream);
  response.on("close", () => streams.delete(stream));
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
process.on("disconnect", () => process.exit());
process.on("message", () => process.send({ port: server.address().port }));
