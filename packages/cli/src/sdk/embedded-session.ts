import { initializeSession as connect, FlintError, type Session } from "@flint/client";
import { type Engine, EngineError } from "@flint/engine";
import { type FlintServer, ServerError, startServer } from "@flint/server";
import { CliError, UsageError } from "../error/index.ts";
import { createEmbeddedEngine } from "../models/index.ts";
import { openUpstream } from "../upstream/index.ts";
import type { InitializeOptions } from "./initialize-options.ts";

/** A session with a server in this process, which lives as long as the session. */
export async function embeddedSession(options: Omit<InitializeOptions, "url">): Promise<Session> {
  const { model, engine: servers, onClose, ...rest } = options;
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
