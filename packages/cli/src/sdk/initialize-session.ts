import { initializeSession as connect, FlintError, type Session, type SessionOptions } from "@flint/client";
import { type Engine, EngineError } from "@flint/engine";
import { type FlintServer, ServerError, startServer } from "@flint/server";
import { CliError, UsageError } from "../error/index.ts";
import { createEmbeddedEngine } from "../models/index.ts";
import { openUpstream } from "../upstream/index.ts";

/** As the client's, but `url` may be left out. */
export interface InitializeOptions extends Omit<SessionOptions, "url" | "apiKey"> {
  /** Default: a server of this process's own, with the embedded engine, on a free loopback port. */
  readonly url?: string;
  /** For `url`. Default: `FLINT_KEY` of the environment. */
  readonly apiKey?: string;
  /** Without `url` also a source (`hf:user/repo:quant`) or the path of a GGUF file. Default: the bundled model. */
  readonly model?: string;
  /** Without `url`: a server whose models answer, such as `vllm=http://gpu:8000/v1`. Default: the embedded engine. */
  readonly engine?: string;
}

/**
 * A session with the server at `url`; or, without one, with an embedded server that lives as long as the session.
 * Rejects with a `FlintError`; where the embedded server cannot be had, its `serverCode` says why.
 */
export async function initializeSession(options: InitializeOptions = {}): Promise<Session> {
  const { url, model, engine: servers, onClose, ...rest } = options;
  if (url !== undefined) {
    const apiKey = options.apiKey ?? (process.env.FLINT_KEY || undefined);
    const own = { ...(model && { model }), ...(onClose && { onClose }), ...(apiKey && { apiKey }) };
    return connect({ ...rest, ...own, url });
  }
  const { engine, defaultModel } = await engineFor(servers, model).catch((error: unknown) => {
    throw startFailure(error);
  });
  let server: FlintServer | null = null;
  const closeEngine = async (): Promise<void> => {
    await server?.close();
    await engine.close();
  };
  try {
    server = await startServer({ engine, ...(defaultModel !== undefined && { defaultModel }) });
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
    throw startFailure(error);
  }
}

/** The SDK's error for an embedded server that cannot be had; what is not foreseen is given back as it is. */
function startFailure(error: unknown): unknown {
  if (!(error instanceof CliError || error instanceof ServerError || error instanceof EngineError))
    return error;
  const code = error instanceof UsageError ? "invalid_argument" : "connection_failed";
  return new FlintError(code, error.message, { serverCode: error.code, cause: error });
}

async function engineFor(
  servers: string | undefined,
  model: string | undefined,
): Promise<{ readonly engine: Engine; readonly defaultModel: string | undefined }> {
  if (servers === undefined) return createEmbeddedEngine(model === undefined ? {} : { model });
  return { engine: openUpstream(servers, () => undefined), defaultModel: model };
}
