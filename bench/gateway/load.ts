import { Agent, request } from "node:http";

/** Where to request answers, and how to recognise their first token and that they are complete. */
export interface Place {
  readonly port: number;
  readonly path: string;
  readonly firstToken: string;
  body(tokens: number, rate: number): object;
  /** Returns the text near the end of an answer of this many tokens. */
  usage(tokens: number): string;
}

/** Bytes at an answer's end that are searched for its usage. */
const END = 4_096;

export const direct = (port: number): Place => ({
  port,
  path: "/v1/chat/completions",
  firstToken: '"content":"',
  body: (tokens, rate) => ({
    model: "paced",
    stream: true,
    messages: [{ role: "user", content: "go" }],
    ...{ seed: rate, max_tokens: tokens },
  }),
  usage: (tokens) => `"completion_tokens":${tokens},`,
});

export const behindGateway = (port: number): Place => ({
  port,
  path: "/v1/responses",
  firstToken: '"delta":"',
  body: (tokens, rate) => ({
    ...{ model: "paced", stream: true, store: false, input: "go" },
    ...{ max_output_tokens: tokens, flint: { seed: rate } },
  }),
  usage: (tokens) => `"output_tokens":${tokens},`,
});

export interface Load {
  readonly streams: number;
  /** How often to run all streams, one round after another. */
  readonly rounds: number;
  readonly tokens: number;
  readonly rate: number;
}

/**
 * Requests `streams` concurrent answers, started evenly over a second, in each round. Resolves to each answer's
 * first-token delay in milliseconds.
 */
export async function load(place: Place, { streams, rounds, tokens, rate }: Load): Promise<number[]> {
  // A separate agent: a shared one could reuse a connection that its server is closing.
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const delays: number[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      const starts = Array.from({ length: streams }, (_, nth) => (nth / streams) * 1000);
      delays.push(
        ...(await Promise.all(starts.map((start) => answer(place, { agent, start, tokens, rate })))),
      );
    }
  } finally {
    agent.destroy();
  }
  return delays;
}

interface Answer {
  readonly agent: Agent;
  /** Delay in milliseconds. */
  readonly start: number;
  readonly tokens: number;
  readonly rate: number;
}

async function answer(place: Place, { agent, start, tokens, rate }: Answer): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, start));
  const body = JSON.stringify(place.body(tokens, rate));
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const asked = request({
      ...{ host: "127.0.0.1", port: place.port, path: place.path, method: "POST", agent },
      headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body) },
    });
    asked.on("error", reject);
    asked.on("response", (response) => {
      let first: number | null = null;
      let end: Buffer = Buffer.alloc(0);
      response.on("data", (piece: Buffer) => {
        end = piece.length < END ? Buffer.concat([end, piece]).subarray(-END) : piece.subarray(-END);
        if (first === null && piece.includes(place.firstToken)) first = performance.now() - began;
      });
      response.on("error", reject);
      response.on("end", () => {
        if (first === null || response.statusCode !== 200)
          reject(new Error(`${place.path} answered ${response.statusCode} and no token`));
        else if (end.includes(place.usage(tokens))) resolve(first);
        else reject(new Error(`${place.path} did not say all of ${tokens} tokens: ${end}`));
      });
    });
    asked.end(body);
  });
}
