import { EngineError } from "@flint/engine";
import { type FlintServer, ServerError, type ServerOptions, startServer } from "@flint/server";
import { CliError, UsageError } from "../error/index.ts";

/** Starts the server. Its errors name the command's own options. */
export async function listen(options: ServerOptions & { readonly port: number }): Promise<FlintServer> {
  try {
    return await startServer(options);
  } catch (error) {
    if (error instanceof ServerError) throw listenFailure(error, options.port);
    if (error instanceof EngineError) throw new CliError(error.code, error.message, 1, { cause: error });
    throw error;
  }
}

function listenFailure(error: ServerError, port: number): CliError {
  if (error.code === "port_in_use") {
    return new CliError(
      error.code,
      `port ${port} is taken; choose another with --port, or 0 for a free one`,
      1,
      {
        cause: error,
      },
    );
  }
  if (error.code === "secret_too_short") return new UsageError(error.code, `FLINT_SECRET: ${error.message}`);
  return error.code === "model_not_found"
    ? new UsageError(error.code, error.message)
    : new CliError(error.code, error.message);
}
