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
  /** Empty for the server's default. */
  readonly model: string;
}

export interface LinkListener {
  state(state: ConnectionState): void;
  models(ids: readonly string[]): void;
}

/** An open page reconnects however long its server was down. */
const LIMITS: SessionLimits = {
  connectAttempts: Number.MAX_SAFE_INTEGER,
  reconnectAttempts: Number.MAX_SAFE_INTEGER,
  backoff: [100, 2_000],
};

/** Failed attempts before probing the server over HTTP: a browser does not say why a WebSocket failed. */
const ATTEMPTS_BEFORE_PROBE = 3;

/** HTTP statuses of a server that is up but overloaded. */
const TEMPORARY_STATUSES = new Set([429, 503]);

/** The page's session with its server. Reopened whenever the settings change. */
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

  /** Null while not connected. */
  get session(): Session | null {
    return this.#session;
  }

  /**
   * Resolves when the session is open or another `open` has superseded this one. Reads the settings only after listing
   * the models, since the model chosen before may be gone.
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
      await this.#ensureAccess(opening.signal);
      const session = await this.#connect(settings(), opening.signal);
      if (opening.signal.aborted) await session.close();
      else this.#adopt(session, settings);
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
      return await initializeSession({
        ...options,
        limits: { ...LIMITS, connectAttempts: ATTEMPTS_BEFORE_PROBE },
      });
    } catch (error) {
      const isTemporary =
        error instanceof FlintError &&
        error.code === "connection_failed" &&
        (error.status === null || TEMPORARY_STATUSES.has(error.status));
      if (!isTemporary) throw error;
      const isReachable = (await this.#probe()) === "admitted";
      // A proxy in between may block WebSockets.
      if (isReachable) return initializeSession({ ...options, transport: "http" });
      const again = { status: "reconnecting", attempt: ATTEMPTS_BEFORE_PROBE + 1, delay: 0, error } as const;
      if (!signal.aborted) this.#listener.state(again);
      return initializeSession(options);
    }
  }

  #adopt(session: Session, settings: () => LinkSettings): void {
    this.#session = session;
    this.#listener.state(session.connection);
    session.onConnectionChange((state) => {
      if (this.#session !== session) return;
      this.#listener.state(state);
      // The server may have restarted with another key.
      if (state.status === "failed" && this.#access.isRefused(state.error)) void this.open(settings);
    });
  }

  async #ensureAccess(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const admission = await this.#probe();
      if (admission === "admitted") this.#access.keyAccepted();
      if (admission !== "key refused") return;
      if (!signal.aborted) await this.#access.renew();
    }
  }

  /** Lists the models, which also shows whether the server accepts the key. */
  async #probe(): Promise<"admitted" | "key refused" | "away"> {
    const { option } = this.#access;
    const session = await initializeSession({ url: this.#url, transport: "http", warmUp: false, ...option });
    try {
      const models = await session.models();
      this.#listener.models(models.map(({ id }) => id));
      return "admitted";
    } catch (error) {
      if (this.#access.isRefused(error)) return "key refused";
      // The key's scope does not include listing models: use the server's default.
      if (isForbidden(error)) return "admitted";
      if (!(error instanceof FlintError)) throw error;
      // The session's own retries wait for the server.
      return "away";
    } finally {
      await session.close();
    }
  }
}
