import { setTimeout as pause } from "node:timers/promises";
import { readLoggedEvent } from "../event-log.ts";
import type { StoreLimits } from "../limits.ts";
import type { ClaimedRequest, GroupOrder, Owner, RequestDigest, SharedBucket, StoreGroup } from "../store.ts";
import type { ValkeyConnection } from "./connection.ts";
import type { LogStatus } from "./followed-logs.ts";
import type { Entry } from "./listener.ts";
import { rebuildLostResponse } from "./lost-response.ts";
import { ownerText } from "./owners.ts";

export interface ValkeyGroupOptions {
  readonly connection: ValkeyConnection;
  readonly limits: StoreLimits;
  /** How long a server counts as alive after its last heartbeat. Milliseconds. */
  readonly lease: number;
  readonly now: () => number;
  readonly onFault: (error: unknown) => void;
  readonly look: (id: string, owner: string) => Promise<LogStatus | null>;
  /** Called after each heartbeat of this server. */
  readonly onBeat: () => Promise<void>;
}

type Order = GroupOrder & { readonly id: string };

/** Maximum number of unread orders kept for a server. */
const ORDERS = 1_000;
/** Prefix of a placeholder for the response to a claimed request, before the id of the server that claimed it. */
const CLAIMED = "claimed:";
/** Interval for checking another server's claim. Milliseconds. */
const CLAIM_POLL = 50;
/** Less than any bucket can hold. */
const NOTHING_NEEDED = -1e15;
/** How long a claim lasts before the request starts a response. Milliseconds. */
const CLAIM_AGE = 60_000;
/** How long the result of taking from a bucket is remembered, for retries. Milliseconds. */
const TAKING_AGE = 60_000;
/** How long a started request is remembered. Milliseconds. */
const REQUEST_AGE = 24 * 60 * 60 * 1000;

/** One of the servers that share a store: it sends heartbeats, and ends responses of servers that died. */
export class ValkeyGroup implements StoreGroup {
  readonly server: string;
  readonly #options: ValkeyGroupOptions;
  readonly #beat: NodeJS.Timeout;
  #listener: (id: string, order: GroupOrder) => void = () => {};
  /** Whether any server has been alive for a whole lease. Before that, missing heartbeats prove nothing. */
  #mayEndOthers = false;
  #isBeating = false;
  #isChecking = false;

  constructor(server: string, options: ValkeyGroupOptions) {
    this.server = server;
    this.#options = options;
    this.#beat = setInterval(() => void this.beat(), this.heartbeat).unref();
  }

  get heartbeat(): number {
    return this.#options.lease / 3;
  }

  listen(listener: (id: string, order: GroupOrder) => void): void {
    this.#listener = listener;
  }

  /** Cancels a response here because another server has ended it. */
  cancelHere(id: string): void {
    this.#listener(id, { type: "cancel" });
  }

  /** Handles entries that others have added to this server's stream. */
  handleEntries(entries: readonly Entry[]): void {
    for (const { field, value } of entries) {
      if (field !== "order") continue;
      const { id, ...order }: Order = JSON.parse(value);
      this.#listener(id, order);
    }
  }

  /** Adds an entry to a server's stream. */
  async addEntry(server: string, field: string, value: string): Promise<void> {
    await this.#options.connection.command(
      "xadd",
      "control",
      server,
      "MAXLEN",
      "~",
      ORDERS,
      "*",
      field,
      value,
    );
  }

  async tell(id: string, owner: Owner, order: GroupOrder): Promise<boolean> {
    const status = await this.#options.look(id, ownerText(owner));
    if (status === null || status.isEnded || status.server === this.server) return false;
    if (!status.isServerAlive) {
      await this.#endLostResponse(id, status.server);
      return false;
    }
    await this.addEntry(status.server, "order", JSON.stringify({ id, ...order }));
    return true;
  }

  /**
   * Tells these servers to forget a response: which one ran it is recorded only for a while. Never rejects, since the
   * response is already deleted.
   */
  async notifyDeleted(id: string, servers: readonly string[]): Promise<void> {
    const order: Order = { id, type: "forget" };
    const others = servers.filter((server) => server !== this.server);
    const puts = others.map((server) => this.addEntry(server, "order", JSON.stringify(order)));
    await Promise.all(puts.map((put) => put.catch(this.#options.onFault)));
  }

  // ── requests ──────────────────────────────────────────────────────────────────────────────────────────────

  async claim(
    request: string,
    owner: Owner,
    digest: RequestDigest,
    gone: string | null = null,
  ): Promise<ClaimedRequest | null> {
    const { connection } = this.#options;
    const key = requestKey(request, owner);
    for (;;) {
      const reply = await connection.run("claim", key, this.server, CLAIM_AGE, digest.text, gone ?? "");
      if (reply === null) return null;
      const [before, said] = reply as [string, string];
      // An earlier claim may come from a server that stores no digests.
      const isOther = said !== "" && !digest.isSame(said);
      const responseId = before === "claimed" ? null : before;
      if (responseId !== null || isOther) return { responseId, isOther };
      await pause(CLAIM_POLL);
    }
  }

  begun(request: string, owner: Owner, responseId: string): void {
    const { connection } = this.#options;
    const key = requestKey(request, owner);
    connection.run("begun", key, responseId, REQUEST_AGE).catch(this.#options.onFault);
  }

  unclaim(request: string, owner: Owner): void {
    const { connection, onFault } = this.#options;
    connection.run("unclaim", requestKey(request, owner), this.server).catch(onFault);
  }

  async responseOf(request: string, owner: Owner, wait?: AbortSignal): Promise<string | null> {
    for (;;) {
      const found = await this.#options.connection.command("get", "request", requestKey(request, owner));
      if (typeof found !== "string") return null;
      if (!found.startsWith(CLAIMED)) return found;
      const isOwn = found === `${CLAIMED}${this.server}`;
      if (isOwn || wait === undefined || wait.aborted) return null;
      await pause(CLAIM_POLL);
    }
  }

  async takeUnits({ name, perMinute }: SharedBucket, units: number, least: number) {
    const { connection } = this.#options;
    const needed = Number.isFinite(least) ? least : NOTHING_NEEDED;
    const taking = [crypto.randomUUID(), TAKING_AGE] as const;
    const reply = await connection.run("takeUnits", name, perMinute, units, needed, ...taking);
    const [taken, left] = reply as [number, string];
    return { isTaken: taken === 1, left: Number(left) };
  }

  // ── heartbeats ────────────────────────────────────────────────────────────────────────────────────────────────

  /** Sends a heartbeat and looks for dead servers. Never rejects. */
  async beat(): Promise<void> {
    if (this.#isBeating) return;
    this.#isBeating = true;
    const { connection, lease, onFault } = this.#options;
    try {
      const age = await connection.run("renew", this.server, lease);
      this.#mayEndOthers = Number(age) >= lease;
    } catch (cause) {
      this.#mayEndOthers = false;
      onFault(cause);
    } finally {
      this.#isBeating = false;
    }
    await this.#checkOthers();
  }

  /** Ends responses of dead servers. Can take long, so heartbeats continue meanwhile. */
  async #checkOthers(): Promise<void> {
    if (this.#isChecking) return;
    this.#isChecking = true;
    const { onFault, onBeat } = this.#options;
    try {
      if (this.#mayEndOthers) await this.#endLostResponses();
      await onBeat();
    } catch (cause) {
      onFault(cause);
    } finally {
      this.#isChecking = false;
    }
  }

  async leave(): Promise<void> {
    clearInterval(this.#beat);
    await this.#options.connection.run("leave", this.server);
  }

  async #endLostResponses(): Promise<void> {
    const dead = (await this.#options.connection.run("deaths")) as [server: string, runs: string[]][];
    for (const [server, runs] of dead) for (const id of runs) await this.#endLostResponse(id, server);
  }

  async #endLostResponse(id: string, server: string): Promise<void> {
    const { connection, limits, now } = this.#options;
    if (!this.#mayEndOthers) return;
    for (;;) {
      const entries = (await connection.command("xrange", "log", id, "-", "+")) as [string, string[]][];
      const left = entries.flatMap(([, [field, value]]) =>
        field === "e" && value ? [readLoggedEvent(value)] : [],
      );
      const lost = rebuildLostResponse(left);
      const answer = await connection.run(
        "bury",
        id,
        server,
        left.at(-1)?.number ?? -1,
        lost === null ? "" : JSON.stringify(lost.terminal),
        lost === null ? "" : JSON.stringify(lost.response),
        now(),
        limits.age,
        limits.logRetention,
        limits.allLogBytes,
      );
      if (answer !== "retry") return;
    }
  }
}

function requestKey(request: string, owner: Owner): string {
  return `${ownerText(owner)}\n${request}`;
}
