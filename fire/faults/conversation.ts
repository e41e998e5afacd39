import { setTimeout as pause } from "node:timers/promises";
import { type ChainClient, HttpClient, SocketClient, TurnFailed } from "../../tests/group/chains.fixture.ts";
import { ANSWERS, ask } from "../answer/index.ts";
import type { FireContext, Ledger } from "../phase/index.ts";
import { growthFault } from "./growth.ts";

/** A stored response whose end the client has received. */
export interface Confirmed {
  readonly id: string;
  readonly previousId: string | null;
}

export interface ConversationOptions {
  readonly url: string;
  readonly key?: string;
  readonly ledger: Ledger;
  readonly context: FireContext;
  /** Whether a failure with this code ends the chain; otherwise the client retries the turn. */
  readonly endsChain: (code: string) => boolean;
}

const TURNS = 8;
/** Milliseconds after a fault within which each conversation must complete another turn. */
const RECOVERY = 60_000;

/**
 * Runs chains of stored responses, one after another, on a client that resumes and retries by itself. Checks each
 * answer against what the engine sent, and that each chain read every turn exactly once.
 */
export class Conversation {
  readonly #options: ConversationOptions;
  readonly #client: ChainClient;
  readonly confirmed: Confirmed[] = [];

  constructor(options: ConversationOptions, transport: "http" | "websocket") {
    this.#options = options;
    const Client = transport === "http" ? HttpClient : SocketClient;
    this.#client = new Client(options.url, options.key);
  }

  async run(over: AbortSignal): Promise<void> {
    while (!over.aborted) await this.#chain(over);
    await this.#client.close();
  }

  async #chain(over: AbortSignal): Promise<void> {
    const { ledger, context, endsChain } = this.#options;
    const { canary } = context.secrets;
    let previousId: string | null = null;
    const tokens: number[] = [];
    for (let turn = 0; turn < TURNS && !over.aborted; ) {
      try {
        const answered = await this.#client.turn(ask("short", canary), previousId);
        ledger.recordAnswer(ANSWERS.short, answered.text);
        tokens.push(answered.inputTokens ?? 0);
        if (answered.id !== null) this.confirmed.push({ id: answered.id, previousId });
        previousId = answered.id;
        turn++;
      } catch (cause) {
        if (!(cause instanceof TurnFailed)) {
          ledger.recordBroken(`a turn failed: ${cause instanceof Error ? cause.message : cause}`);
          break;
        }
        ledger.recordReported(cause.message);
        if (endsChain(cause.message)) break;
        await pause(20);
      }
    }
    const fault = growthFault(tokens);
    if (fault !== null) ledger.recordBroken(fault);
  }
}

/** Waits until each conversation has completed another turn: the next fault then hits all of them at work. */
export async function waitForNextTurns(
  conversations: readonly Conversation[],
  { signal, ledger }: Pick<FireContext, "signal"> & Pick<ConversationOptions, "ledger">,
): Promise<void> {
  const before = conversations.map((one) => one.confirmed.length);
  const until = performance.now() + RECOVERY;
  while (conversations.some((one, at) => one.confirmed.length <= (before[at] ?? 0))) {
    if (signal.aborted) return;
    if (performance.now() > until) {
      ledger.recordBroken(`a conversation did not continue within ${RECOVERY / 1000} s after a fault`);
      return;
    }
    await pause(20);
  }
}

/** Checks that each of these responses is stored and complete. */
export async function verify(
  confirmed: readonly Confirmed[],
  { url, key, ledger }: Pick<ConversationOptions, "url" | "key" | "ledger">,
): Promise<void> {
  const headers: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` };
  for (const { id, previousId } of confirmed) {
    const answer = await fetch(`${url}/responses/${id}`, { headers });
    const response = await answer.json();
    if (!answer.ok) {
      ledger.recordBroken(`${id} was confirmed but is missing: ${answer.status} ${response?.error?.code}`);
      continue;
    }
    const text = response.output?.[0]?.content?.[0]?.text ?? "";
    if (response.status !== "completed") ledger.recordBroken(`${id} was confirmed but is ${response.status}`);
    if (text !== ANSWERS.short) ledger.recordBroken(`${id} is incomplete: ${text.length} characters`);
    if (response.previous_response_id !== previousId)
      ledger.recordBroken(`${id} has the wrong previous_response_id`);
  }
}
