import type { Session } from "@flint/client";
import type { Engine, EngineError } from "@flint/engine";
import type { FlintServer, ServerError } from "@flint/server";
import { CliError, UsageError } from "../error/index.ts";
import { createEmbeddedEngine } from "../models/index.ts";
import type { InitializeOptions } from "./initialize-options.ts";

/** Opens a session with a server in this process, which is closed with the session. */
export async function embeddedSession(options: Omit<InitializeOptions, "url">): Promise<Session> {
  const { model: _, engine: __, onClose, ...rest } = options;
  const { engine, defaultModel } = await engineFor(options).catch(async (error: unknown) => {
    throw await startFailure(error);
  });
  let server: FlintServer | null = null;
  const closeEngine = async (): Promise<void> => {
    await server?.close();
    await engine.close();
  };
  try {
    // Imported while the engine's process starts and loads the model, which takes about as long.
    const [{ startServer }, { initializeSession: connect }] = await Promise.all([
      import("@flint/server"),
      import("@flint/client"),
    ]);
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
    throw await startFailure(error);
  }
}

/** Converts an expected failure to start the embedded server into the SDK's error; returns other errors unchanged. */
async function startFailure(error: unknown): Promise<unknown> {
  if (!isExpected(error)) return error;
  const code = error instanceof UsageError ? "invalid_argument" : "connection_failed";
  const { FlintError } = await import("@flint/client");
  return new FlintError(code, error.message, { serverCode: error.code, cause: error });
}

/** Compares by name, as importing the classes would load the server. */
function isExpected(error: unknown): error is CliError | EngineError | ServerError {
  return (
    error instanceof CliError ||
    (error instanceof Error && (error.name === "EngineError" || error.name === "ServerError"))
  );
}

async function engineFor({
  engine: servers,
  model,
  warmUp: preload = true,
}: InitializeOptions): Promise<{ readonly engine: Engine; readonly defaultModel: string | undefined }> {
  if (servers === undefined) return createEmbeddedEngine({ preload, ...(model !== undefined && { model }) });
  const { openUpstream } = await import("../upstream/index.ts");
  return { engine: openUpstream(servers, () => undefined), defaultModel: model };
}
