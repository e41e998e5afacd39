import { join, resolve } from "node:path";
import { createScriptEngine, type Engine, EngineError, loadScenario, ScenarioError } from "@flint/engine";
import {
  type FlintServer,
  type ResponseStore,
  ServerError,
  type ServerOptions,
  startServer,
} from "@flint/server";
import { CliError, UsageError } from "../error/index.ts";
import { createEmbeddedEngine } from "../models/index.ts";
import { packageRoot } from "../package-root.ts";
import { themeFor } from "../paint/index.ts";
import { connectionHelp } from "./connection-help.ts";
import { loadingLine } from "./loading-line.ts";
import { openStore } from "./store.ts";

export interface ServeFlags {
  readonly port: number;
  readonly engine: "llama" | "script";
  readonly scenario?: string;
  readonly model?: string;
  /** Bytes. */
  readonly memory?: number;
  /** Tokens. */
  readonly context?: number;
  readonly gpuLayers?: number;
  readonly maxModels?: number;
  readonly kvSpill?: string;
  /** Bytes. */
  readonly kvSpillSize?: number;
  /** `memory`, `disk` or `disk:PATH`. */
  readonly store: string;
}

/** The built playground. */
const PLAYGROUND = join(packageRoot, "dist/playground");

/** `flint serve`: runs until Ctrl-C or SIGTERM, then lets what runs end. */
export async function serveCommand(flags: ServeFlags): Promise<void> {
  const store = await openStore(flags.store);
  try {
    await serve(flags, store);
  } finally {
    await store.close();
  }
}

async function serve(flags: ServeFlags, store: ResponseStore): Promise<void> {
  const { engine, defaultModel } = await openEngine(flags);
  const secret = process.env.FLINT_SECRET;
  try {
    const server = await listen({
      engine,
      store,
      port: flags.port,
      metrics: true,
      page: PLAYGROUND,
      ...(defaultModel !== undefined && { defaultModel }),
      ...(secret && { secret }),
    });
    const model = defaultModel ?? (await engine.models())[0]?.id ?? "";
    process.stdout.write(connectionHelp(server.url, model, themeFor(process.stdout)));
    await stopped(server);
  } finally {
    await engine.close();
  }
}

async function openEngine(flags: ServeFlags): Promise<{ engine: Engine; defaultModel: string | undefined }> {
  if (flags.kvSpillSize !== undefined && flags.kvSpill === undefined) {
    throw new UsageError("bad_option", "--kv-spill-size is the size of a folder; name it with --kv-spill");
  }
  if (flags.engine === "llama") {
    if (flags.scenario !== undefined) {
      throw new UsageError("bad_option", "--scenario is for the script engine; add --engine script");
    }
    return createEmbeddedEngine({
      ...(flags.model !== undefined && { model: flags.model }),
      ...(flags.memory !== undefined && { memoryLimit: flags.memory }),
      ...(flags.context !== undefined && { contextLength: flags.context }),
      ...(flags.gpuLayers !== undefined && { gpuLayers: flags.gpuLayers }),
      ...(flags.maxModels !== undefined && { maxModelsLoaded: flags.maxModels }),
      ...(flags.kvSpill !== undefined && { kvSpill: spillOf(flags.kvSpill, flags.kvSpillSize) }),
      onLoading: loadingLine(process.stderr),
      onWarning: (text) => process.stderr.write(`warning: ${text}\n`),
    });
  }
  if (flags.scenario === undefined) {
    throw new UsageError("bad_option", "the script engine plays a scenario; add --scenario FILE");
  }
  return {
    engine: createScriptEngine({ scenario: await readScenario(flags.scenario) }),
    defaultModel: flags.model,
  };
}

function spillOf(folder: string, bytes: number | undefined) {
  return { directory: resolve(folder), ...(bytes !== undefined && { bytes }) };
}

async function readScenario(path: string) {
  try {
    return await loadScenario(path);
  } catch (error) {
    if (error instanceof ScenarioError) throw new UsageError("bad_scenario", error.message, { cause: error });
    throw error;
  }
}

async function listen(options: ServerOptions & { readonly port: number }): Promise<FlintServer> {
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

/** Resolves when a signal has stopped the server and what ran has ended. A second signal quits at once. */
function stopped(server: FlintServer): Promise<void> {
  return new Promise((resolve, reject) => {
    let closing = false;
    const stop = (signal: NodeJS.Signals) => {
      if (closing) process.exit(signal === "SIGINT" ? 130 : 143);
      closing = true;
      process.stderr.write("stopping: what runs may end; the same again quits at once\n");
      server.close().then(resolve, reject);
    };
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
  });
}
