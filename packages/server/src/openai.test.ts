import OpenAI from "openai";
import type { ResponsesServerEvent } from "openai/resources/responses/responses";
import { ResponsesWS } from "openai/resources/responses/ws";
import { describe, expect, it, onTestFinished } from "vitest";
import { serve } from "./door/websocket/socket.fixture.ts";
import type { FlintServer } from "./server.ts";

const scenario = {
  tokens_per_second: 500,
  turns: [
    { when: { contains: "Hello" }, steps: [{ text: "Hello to you" }] },
    { when: { contains: "more" }, steps: [{ text: "There is more" }] },
    { when: { contains: "count" }, steps: [{ repeat: 3000, text: "and one " }] },
    { when: { contains: "stop" }, steps: [{ text: "I stopped" }] },
  ],
};

function clientOf(server: FlintServer): OpenAI {
  return new OpenAI({ baseURL: server.url, apiKey: "none", maxRetries: 0 });
}

type EventOf<T> = Extract<ResponsesServerEvent, { type: T }>;

/** The socket of the openai package, read event by event. */
function openSocket(server: FlintServer) {
  const ws = new ResponsesWS(clientOf(server));
  onTestFinished(() => ws.close());
  const messages = ws.stream();
  return {
    send: ws.send.bind(ws),
    async next<T extends ResponsesServerEvent["type"]>(type: T): Promise<EventOf<T>> {
      for (let it = await messages.next(); !it.done; it = await messages.next()) {
        const event = it.value;
        if (event.type === "error") throw event.error;
        if (event.type === "message" && event.message.type === type) return event.message as EventOf<T>;
      }
      throw new Error(`the socket closed before ${type}`);
    },
  };
}

describe("the openai package", () => {
  it("creates a response over HTTP", async () => {
    const server = await serve(scenario);
    const response = await clientOf(server).responses.create({ model: "script", input: "Hello" });
    expect(response.output_text).toBe("Hello to you");
    expect(response.usage?.output_tokens).toBeGreaterThan(0);
  });

  it("streams with its strict helper", async () => {
    const server = await serve(scenario, { limits: { keepAlive: 5 } });
    const stream = clientOf(server).responses.stream({ model: "script", input: "Hello" });
    let text = "";
    stream.on("response.output_text.delta", (event) => {
      text += event.delta;
    });
    const response = await stream.finalResponse();
    expect(text).toBe("Hello to you");
    expect(response.output_text).toBe("Hello to you");
  });

  it("gets errors with their status, code and field, and lists the models", async () => {
    const server = await serve(scenario);
    const { responses, models } = clientOf(server);
    await expect(responses.create({ model: "gpt-9", input: "x" })).rejects.toMatchObject({
      status: 404,
      code: "model_not_found",
      param: "model",
    });
    expect((await models.list()).data.map(({ id }) => id)).toEqual(["script"]);
  });

  it("warms up, creates, continues and steers over WebSocket", async () => {
    const server = await serve(scenario);
    const socket = openSocket(server);
    const settings = { type: "response.create", model: "script", store: false } as const;

    socket.send({ ...settings, generate: false, input: "You are kind." });
    const warm = (await socket.next("response.completed")).response;
    expect(warm.output).toEqual([]);

    socket.send({ ...settings, input: "Hello", previous_response_id: warm.id });
    const first = (await socket.next("response.completed")).response;
    expect(first.previous_response_id).toBe(warm.id);

    socket.send({ ...settings, input: "more", previous_response_id: first.id });
    await socket.next("response.output_text.done");
    const second = (await socket.next("response.completed")).response;

    socket.send({ ...settings, input: "count", previous_response_id: second.id });
    const counting = (await socket.next("response.created")).response;
    await socket.next("response.output_text.delta");
    socket.send({ type: "response.steer", previous_response_id: counting.id, input: "stop" });
    await socket.next("response.steer.accepted");
    const stopped = (await socket.next("response.incomplete")).response;
    expect(stopped.incomplete_details?.reason).toBe("steered");
    const successor = (await socket.next("response.completed")).response;
    expect(successor.previous_response_id).toBe(counting.id);
    expect(successor.output).toMatchObject([{ content: [{ text: "I stopped" }] }]);
  });
});
