import { initializeSession as connect, type Session, type SessionOptions } from "@flint/client";
import { type FlintServer, startServer } from "@flint/server";
import { createEmbeddedEngine } from "../models/index.ts";

/** As the client's, but `url` may be left out. */
export interface InitializeOptions extends Omit<SessionOptions, "url"> {
  /** Default: a server of this process's own, with the embedded engine, on a free loopback port. */
  readonly url?: string;
  /** Without `url` also a source (`hf:user/repo:quant`) or the path of a GGUF file. Default: the bundled model. */
  readonly model?: string;
}

/**
 * A session with the server at `url`; or, without one, with an embedded server that lives as long as the session.
 * Rejects with a `FlintError`, or a `CliError` where the model cannot be had.
 */
export async function initializeSession(options: InitializeOptions = {}): Promise<Session> {
  const { url, model, onClose, ...rest } = options;
  if (url !== undefined) return connect({ ...options, url });
  const { engine, defaultModel } = await createEmbeddedEngine(model === undefined ? {} : { model });
  let server: FlintServer | null = null;
  const closeEngine = async (): Promise<void> => {
    await server?.close();
    await engine.close();
  };
  try {
    server = await startServer({ engine, defaultModel });
    return await connect({
      ...rest,
      url: server.url,
      onClose: async () => {
        await closeEngine();
        await onClose?.();
      },
    });
  } catch (error) {
    await closeEngine();
    throw error;
  }
}
