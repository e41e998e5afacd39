import { Agent, type IncomingMessage, request } from "node:http";
import { type CreateBody, decodeServerFrame, SseDecoder } from "@flint/protocol";
import type { Answer } from "./socket.ts";

/** An HTTP client that reads event streams, one request after another on one connection. */
export class HttpClient implements Disposable {
  readonly #port: number;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(port: number) {
    this.#port = port;
  }

  async answer(body: CreateBody): Promise<Answer> {
    const reply = await this.#post("responses", { ...body, stream: true });
    const decoder = new SseDecoder();
    reply.setEncoding("utf8");
    let first: number | null = null;
    let answer: Answer | null = null;
    for await (const text of reply) {
      const at = performance.now();
      for (const { data } of decoder.push(text)) {
        const event = decodeServerFrame(data);
        if (event?.type === "response.output_text.delta") first ??= at;
        if (event?.type === "response.failed" || event?.type === "error") throw new Error(data);
        if (event?.type === "response.completed" || event?.type === "response.incomplete")
          answer = { response: event.response, first: first ?? Number.NaN, ended: at };
      }
    }
    if (answer === null) throw new Error("the stream ended without an end of its response");
    return answer;
  }

  /** Resolves to the number of tokens of a prompt with this input. */
  async countTokens(body: Pick<CreateBody, "model" | "input">): Promise<number> {
    const reply = await this.#post("responses/input_tokens", body);
    let text = "";
    for await (const piece of reply.setEncoding("utf8")) text += piece;
    return JSON.parse(text).input_tokens;
  }

  [Symbol.dispose](): void {
    this.#agent.destroy();
  }

  #post(path: string, body: object): Promise<IncomingMessage> {
    const text = JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const call = request(
        `http://127.0.0.1:${this.#port}/v1/${path}`,
        {
          method: "POST",
          agent: this.#agent,
          headers: { "content-type": "application/json", "content-length": Buffer.byteLength(text) },
        },
        (reply) => {
          if (reply.statusCode === 200) resolve(reply);
          else reject(new Error(`${path} was answered with status ${reply.statusCode}`));
        },
      );
      call.on("error", reject);
      call.end(text);
    });
  }
}
