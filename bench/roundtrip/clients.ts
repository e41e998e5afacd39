import { once } from "node:events";
import { Agent, get, type IncomingMessage, request } from "node:http";
import { type CreateBody, decodeServerFrame, type ResponseObject, SseDecoder } from "@flint/protocol";
import { WebSocket } from "ws";

/** An open connection. Both kinds read every event, like a client that displays them. */
export interface Client {
  /** Resolves to the response as soon as its `response.completed` is read. */
  create(body: CreateBody): Promise<ResponseObject>;
  /** Resolves when the connection can take the next request. */
  ready(): Promise<void>;
  close(): void;
}

/** `onFrame` is called with each frame as text. */
export async function connectWebSocket(port: number, onFrame?: (frame: string) => void): Promise<Client> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/v1/responses`, { perMessageDeflate: false });
  await once(socket, "open");
  return {
    create(body) {
      const answer = new Promise<ResponseObject>((resolve, reject) => {
        const read = (data: WebSocket.RawData) => {
          const text = String(data);
          onFrame?.(text);
          const response = completedIn(text, reject);
          if (response === null) return;
          socket.off("message", read);
          resolve(response);
        };
        socket.on("message", read);
      });
      socket.send(JSON.stringify({ type: "response.create", ...body }));
      return answer;
    },
    ready: () => Promise.resolve(),
    close: () => socket.terminate(),
  };
}

export async function connectHttp(port: number): Promise<Client> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const url = `http://127.0.0.1:${port}/v1`;
  let idle: Promise<unknown> = Promise.resolve();
  // An unmeasured request opens the connection, as for the WebSocket.
  await new Promise<void>((resolve, reject) => {
    const first = get(`${url}/models`, { agent }, (reply) => reply.resume().on("end", resolve));
    first.on("error", reject);
  });
  return {
    create(body) {
      const text = JSON.stringify(body);
      return new Promise((resolve, reject) => {
        const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(text) };
        const call = request(`${url}/responses`, { method: "POST", agent, headers }, (reply) => {
          idle = once(reply, "close");
          readStream(reply, resolve, reject);
        });
        call.on("error", reject);
        call.end(text);
      });
    },
    ready: async () => void (await idle),
    close: () => agent.destroy(),
  };
}

function readStream(
  reply: IncomingMessage,
  resolve: (response: ResponseObject) => void,
  reject: (cause: Error) => void,
): void {
  const decoder = new SseDecoder();
  reply.setEncoding("utf8");
  if (reply.statusCode !== 200) reject(new Error(`the server answered with status ${reply.statusCode}`));
  reply.on("error", reject);
  reply.on("data", (text: string) => {
    for (const { data } of decoder.push(text)) {
      const response = completedIn(data, reject);
      if (response !== null) resolve(response);
    }
  });
}

/** Returns the response from its completion; null for any other event, which is parsed too. */
function completedIn(text: string, reject: (cause: Error) => void): ResponseObject | null {
  const event = decodeServerFrame(text);
  if (event?.type === "response.completed") return event.response;
  if (event?.type === "response.failed" || event?.type === "error") reject(new Error(text));
  return null;
}
