import assert from "node:assert/strict";
import OpenAI from "openai";
import { ResponsesWS } from "openai/resources/responses/ws";
import { VERSION } from "openai/version";
import { startFlint } from "./flint-server.mjs";
import { verdict } from "./verdict.mjs";

const MODEL = "flint-script";
const FRANCE = "What is the capital of France?";
const PARIS = "Paris is the capital of France.";
const STEP_MS = 20_000;

/** The openai package, unchanged, over HTTP and over the WebSocket. */
export async function checkOpenai() {
  const flint = await startFlint([
    "--engine",
    "script",
    "--scenario",
    "scripts/clients/openai-scenario.json",
  ]);
  const client = new OpenAI({ baseURL: `${flint.url}/v1`, apiKey: "local", maxRetries: 0, timeout: STEP_MS });
  const socket = new ResponsesWS(client);
  try {
    const overHttp = await verdict(`openai ${VERSION}, HTTP`, httpSteps(client));
    const overSocket = await verdict(`openai ${VERSION}, WebSocket`, socketSteps(socket));
    return overHttp && overSocket;
  } finally {
    socket.close();
    await flint.close();
  }
}

/** @param {OpenAI} client @returns {Generator<[string, () => unknown]>} */
function* httpSteps(client) {
  yield [
    "models",
    async () => {
      const { data } = await client.models.list();
      assert.ok(
        data.some(({ id }) => id === MODEL),
        `${MODEL} is not among ${data.map(({ id }) => id).join(", ")}`,
      );
    },
  ];
  let first;
  yield [
    "create",
    async () => {
      first = await client.responses.create({ model: MODEL, input: FRANCE });
      assert.equal(first.status, "completed");
      assert.equal(first.output_text, PARIS);
    },
  ];
  yield [
    "continuation, streamed",
    async () => {
      // This helper holds every event against the ones before it, and throws where one is out of place.
      const stream = client.responses.stream({
        model: MODEL,
        input: "And of Italy?",
        previous_response_id: first.id,
      });
      let text = "";
      for await (const event of stream) if (event.type === "response.output_text.delta") text += event.delta;
      const final = await stream.finalResponse();
      assert.equal(text, "Rome is the capital of Italy.");
      assert.equal(final.output_text, text);
      assert.equal(final.previous_response_id, first.id);
    },
  ];
  yield [
    "an error names its parameter",
    async () => {
      const failure = await client.responses.create({ model: "none", input: FRANCE }).catch((error) => error);
      assert.equal(failure.status, 404);
      assert.equal(failure.code, "model_not_found");
    },
  ];
}

/** @param {ResponsesWS} socket @returns {Generator<[string, () => unknown]>} */
function* socketSteps(socket) {
  const events = eventsOf(socket);
  /** Reads on until an event of this type, and answers it and the text that came before it. */
  const until = async (type) => {
    let text = "";
    for (;;) {
      const event = await events.next();
      if (event.type === "response.output_text.delta") text += event.delta;
      if (event.type === type) return { event, response: event.response, text };
      assert.notEqual(event.type, "error", JSON.stringify(event));
      assert.notEqual(event.type, "response.failed", JSON.stringify(event));
    }
  };
  const create = (fields) => socket.send({ type: "response.create", model: MODEL, store: false, ...fields });

  let parent;
  yield [
    "warm-up",
    async () => {
      create({ generate: false, input: [{ role: "developer", content: "Answer in one sentence." }] });
      ({ response: parent } = await until("response.completed"));
      assert.deepEqual(parent.output, []);
    },
  ];
  yield [
    "create",
    async () => {
      create({ previous_response_id: parent.id, input: FRANCE });
      const { response, text } = await until("response.completed");
      assert.equal(text, PARIS);
      assert.equal(response.previous_response_id, parent.id);
      parent = response;
    },
  ];
  yield [
    "continuation",
    async () => {
      create({ previous_response_id: parent.id, input: "And of Italy?" });
      const { text } = await until("response.completed");
      assert.equal(text, "Rome is the capital of Italy.");
    },
  ];
  yield [
    "steer",
    async () => {
      create({ input: "Count." });
      const running = (await until("response.created")).response;
      await until("response.output_text.delta");
      socket.send({
        type: "response.steer",
        previous_response_id: running.id,
        input: [{ type: "message", role: "user", content: "In French" }],
      });
      const { event: accepted } = await until("response.steer.accepted");
      assert.equal(accepted.steer.previous_response_id, running.id);
      const { response: steered } = await until("response.incomplete");
      assert.equal(steered.id, running.id);
      assert.equal(steered.incomplete_details.reason, "steered");
      const { response: successor } = await until("response.created");
      assert.equal(successor.previous_response_id, running.id);
      const { response: last, text } = await until("response.completed");
      assert.equal(last.id, successor.id);
      assert.equal(text, "un, deux, trois");
    },
  ];
}

/** The socket's events one by one; each must come within {@link STEP_MS}. */
function eventsOf(socket) {
  const messages = socket.stream();
  return {
    async next() {
      for (;;) {
        let timer;
        const silence = new Promise((_, reject) => {
          timer = setTimeout(() => reject(new Error(`no event for ${STEP_MS / 1000} s`)), STEP_MS);
        });
        const { done, value } = await Promise.race([messages.next(), silence]).finally(() =>
          clearTimeout(timer),
        );
        if (done) throw new Error("the socket closed");
        if (value.type === "error") throw value.error;
        if (value.type === "message") return value.message;
      }
    },
  };
}
