import { FlintError, initializeSession, type Session } from "@flint/client";
import { HttpClient, SocketClient } from "../../tests/group/chains.fixture.ts";
import { ANSWERS, ask, CODE, EDITED, INSTRUCTION, TOOL } from "../answer/index.ts";
import type { Ledger } from "../phase/index.ts";
import type { Random } from "../random/index.ts";
import { Wire } from "../server/index.ts";
import { EFFECTS } from "./effects.ts";
import { laneTurns } from "./lanes.ts";

/** What an act needs to run. */
export interface Actor {
  readonly url: string;
  readonly key: string;
  readonly session: Session;
  readonly wire: Wire;
  /** A session whose connection goes through `wire`, which can cut it. */
  readonly cutSession: Session;
  readonly random: Random;
  readonly ledger: Ledger;
  readonly canary: string;
}

/** One client interaction, from its first request to its last response. */
type Act = (actor: Actor) => Promise<void>;

/** Acts by name. One that is listed twice is chosen twice as often. */
export const ACTS: readonly (readonly [string, Act])[] = [
  ["edit", edit],
  ["edit", edit],
  ["tool loop", toolLoop],
  ["steer", steer],
  ["interrupt", interrupt],
  ["cut", cut],
  ["lanes", lanes],
  ["continuation over HTTP", (actor) => chain(new HttpClient(actor.url, actor.key), actor)],
  ["continuation over WebSocket", (actor) => chain(new SocketClient(actor.url, actor.key), actor)],
];

export async function openActor(
  server: { readonly url: string; readonly port: number },
  rest: Pick<Actor, "key" | "random" | "ledger" | "canary">,
): Promise<Actor & AsyncDisposable> {
  const options = { apiKey: rest.key, warmUp: false, limits: { backoff: [10, 200] } } as const;
  const wire = await Wire.to(server.port);
  const session = await initializeSession({ url: server.url, ...options });
  const cutSession = await initializeSession({ url: wire.url, ...options });
  const dispose = async () => {
    await Promise.all([session.close(), cutSession.close()]);
    await wire[Symbol.asyncDispose]();
  };
  return { ...rest, url: server.url, session, cutSession, wire, [Symbol.asyncDispose]: dispose };
}

async function edit({ session, ledger, canary }: Actor): Promise<void> {
  const result = await session.edit({ code: CODE, instruction: `${INSTRUCTION} ${canary}` });
  ledger.recordAnswer(EDITED, result.code);
}

async function toolLoop({ session, ledger, canary }: Actor): Promise<void> {
  const tools = [{ type: "function", name: TOOL.name, parameters: {}, strict: false } as const];
  const asked = await session.respond({ input: `say call. ${canary}`, tools });
  const call = asked.output.find((item) => item.type === "function_call");
  if (call === undefined || !("call_id" in call)) {
    ledger.recordBroken(`a tool call is missing: ${JSON.stringify(asked.output).slice(0, 200)}`);
    return;
  }
  ledger.recordAnswer(JSON.stringify(TOOL.arguments), call.type === "function_call" ? call.arguments : "");
  const { text } = await session.respond({
    ...{ previousResponseId: asked.responseId, tools },
    input: [{ type: "function_call_output", call_id: call.call_id, output: TOOL.output }],
  });
  ledger.recordAnswer(ANSWERS.tool, text);
}

/** Steers at the first text. The answer is long, so the steer arrives before it ends. */
async function steer({ session, ledger, canary }: Actor): Promise<void> {
  const turn = session.respond({ input: ask("long", canary) });
  let streamed = "";
  let steered: Promise<string | null> | null = null;
  for await (const event of turn) {
    if (event.type === "restart") streamed = "";
    if (event.type !== "text") continue;
    streamed += event.text;
    steered ??= turn.steer(ask("steered", canary)).then(
      () => null,
      (cause) => (cause instanceof FlintError ? cause.code : String(cause)),
    );
  }
  const { text } = await turn;
  const failure = await steered;
  if (failure !== null && failure !== "turn_ended") ledger.recordBroken(`a steer was rejected: ${failure}`);
  ledger.recordAnswer(failure === null ? ANSWERS.steered : ANSWERS.long, text);
  if (failure === null) ledger.recordFault(EFFECTS.steer);
  if (streamed !== text) ledger.recordBroken("a steered turn's result differs from what it streamed");
}

async function interrupt({ session, ledger, canary, random }: Actor): Promise<void> {
  const turn = session.respond({ input: ask("long", canary) });
  let left = random.between(1, 20);
  for await (const event of turn) {
    if (event.type === "text" && --left === 0) turn.interrupt().catch(() => undefined);
  }
  const { text, status } = await turn;
  if (status === "interrupted") ledger.recordFault(EFFECTS.interrupt);
  else if (status !== "completed") ledger.recordBroken(`an interrupted turn has the status ${status}`);
  // The text must be a prefix of the full answer.
  ledger.recordAnswer(ANSWERS.long.slice(0, status === "completed" ? undefined : text.length), text);
}

async function cut({ cutSession, wire, ledger, canary, random }: Actor): Promise<void> {
  const before = wire.cuts;
  wire.cutAfter(random.between(1, 60_000));
  let streamed = "";
  for await (const event of cutSession.respond({ input: ask("long", canary) })) {
    if (event.type === "restart") streamed = "";
    else if (event.type === "text") streamed += event.text;
  }
  ledger.recordAnswer(ANSWERS.long, streamed);
  ledger.recordFault("connection cut in mid-stream", wire.cuts - before);
}

async function lanes({ url, key, ledger, canary }: Actor): Promise<void> {
  for (const text of await laneTurns(url, key, ask("short", canary)))
    ledger.recordAnswer(ANSWERS.short, text);
}

const TURNS = 3;

async function chain(client: HttpClient | SocketClient, { url, key, ledger, canary }: Actor): Promise<void> {
  const ids: string[] = [];
  try {
    for (let turn = 0; turn < TURNS; turn++) {
      const { id, text } = await client.turn(ask("short", canary), ids.at(-1) ?? null);
      ledger.recordAnswer(ANSWERS.short, text);
      if (id !== null) ids.push(id);
    }
  } finally {
    await client.close();
    // Stored responses would fill the store up to its limit, and until then look like a memory leak.
    const headers = { authorization: `Bearer ${key}` };
    for (const id of ids.reverse()) {
      const answer = await fetch(`${url}/responses/${id}`, { method: "DELETE", headers });
      await answer.arrayBuffer();
      if (!answer.ok) ledger.recordBroken(`a stored response could not be deleted: ${answer.status}`);
    }
  }
}
