import {
  type ConnectionState,
  FlintError,
  initializeSession,
  type Session,
  type SessionLimits,
} from "@flint/client/browser";
import { type Access, isForbidden } from "./access.ts";

export interface LinkSettings {
  readonly transport: "websocket" | "http";
  readonly warmUp: boolean;
  /** Empty: the server's default. */
  readonly model: string;
}

export interface LinkListener {
  state(state: ConnectionState): void;
  models(ids: readonly string[]): void;
}

/** A page that is left open finds its server again, however long that was away. */
const LIMITS: SessionLimits = {
  connectAttempts: Number.MAX_SAFE_INTEGER,
  reconnectAttempts: Number.MAX_SAFE_INTEGER,
  backoff: [100, 2_000],
};

/** Attempts to connect after which it is asked whether the server is there at all, as a browser does not say. */
const SUSPICIOUS = 3;

/** Statuses of a server that is there, and takes no more for now. */
const PASSING = new Set([429, 503]);

/** The page's session with its server: opened anew for each change of the settings. */
export class Link {
  readonly #url: string;
  readonly #access: Access;
  readonly #listener: LinkListener;
  #opening = new AbortController();
  #session: Session | null = null;

  constructor(url: string, access: Access, listener: LinkListener) {
    this.#url = url;
    this.#access = access;
    this.#listener = listener;
  }

  /** Null while there is none. */
  get session(): Session | null {
    return this.#session;
  }

  /**
   * Resolves when the session is open, or another `open` has taken its place. The settings are read once the models
   * are listed: one that was chosen before may be there no longer.
   */
  async open(settings: () => LinkSettings): Promise<void> {
    this.#opening.abort();
    const opening = new AbortController();
    this.#opening = opening;
    const before = this.#session;
    this.#session = null;
    await before?.close();
    this.#listener.state({ status: "connecting" });
    try {
      await this.#admit(opening.signal);
      const session = await this.#connect(settings(), opening.signal);
      if (opening.signal.aborted) await session.close();
      else this.#take(session, settings);
    } catch (error) {
      if (opening.signal.aborted) return;
      if (!(error instanceof FlintError)) throw error;
      this.#listener.state({ status: "failed", error });
    }
  }

  async #connect({ model, ...settings }: LinkSettings, signal: AbortSignal): Promise<Session> {
    const options = {
      url: this.#url,
      ...settings,
      ...(model === "" ? {} : { model }),
      ...this.#access.option,
      limits: LIMITS,
      signal,
    };
    try {
      return await initializeSession({ ...options, limits: { ...LIMITS, connectAttempts: SUSPICIOUS } });
    } catch (error) {
      const isPassing =
        error instanceof FlintError &&
        error.code === "connection_failed" &&
        (error.status === null || PASSING.has(error.status));
      if (!isPassing) throw error;
      const isThere = (await this.#knock()) === "admitted";
      // What is between here and the server may let no WebSocket through.
      if (isThere) return initializeSession({ ...options, transport: "http" });
      const again = { status: "reconnecting", attempt: SUSPICIOUS + 1, delay: 0, error } as const;
      if (!signal.aborted) this.#listener.state(again);
      return initializeSession(options);
    }
  }

  #take(session: Session, settings: () => LinkSettings): void {
    this.#session = session;
    this.#listener.state(session.connection);
    session.onConnectionChange((state) => {
      if (this.#session !== session) return;
      this.#listener.state(state);
      // The server may have come back with the wish for a key, or for another one.
      if (state.status === "failed" && this.#access.isRefused(state.error)) void this.open(settings);
    });
  }

  async #admit(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const admission = await this.#knock();
      if (admission === "admitted") this.#access.admitted();
      if (admission !== "key refused") return;
      if (!signal.aborted) await this.#access.renew();
    }
  }

  /** Lists the models, which tells as well whether the server wants a key. */
  async #knock(): Promise<"admitted" | "key refused" | "away"> {
    const { option } = this.#access;
    const session = await initializeSession({ url: this.#url, transport: "http", warmUp: false, ...option });
    try {
      const models = await session.models();
      this.#listener.models(models.map(({ id }) => id));
      return "admitted";
    } catch (error) {
      if (this.#access.isRefused(error)) return "key refused";
      // A key that is for answers alone: without a list there is the server's default.
      if (isForbidden(error)) return "admitted";
      if (!(error instanceof FlintError)) throw error;
      // The session will wait for it.
      return "away";
    } finally {
      await session.close();
    }
  }
}
