import { join } from "node:path";
import { type Engine, EngineError } from "@flint/engine";
import { type FlintServer, type ResponseStore, readKeys } from "@flint/server";
import { lazyAuditLog } from "../audit/index.ts";
import {
  type ConfigFlags,
  type EffectiveConfig,
  refuseIgnoredSettings,
  resolveConfig,
} from "../config/index.ts";
import { CliError } from "../error/index.ts";
import { packageRoot } from "../package-root.ts";
import { printable, themeFor } from "../paint/index.ts";
import { startTracing } from "../telemetry/index.ts";
import { claimUsage } from "./claim-usage.ts";
import { connectionHelp } from "./connection-help.ts";
import { fileState } from "./file-watch.ts";
import { type Hangups, handleHangups } from "./hangups.ts";
import { listen } from "./listen.ts";
import { openLog } from "./log.ts";
import { openEngine } from "./open-engine.ts";
import { type Reloading, reloadOnChange } from "./reload.ts";
import { stopSignals } from "./stop-signals.ts";
import { openStore } from "./store.ts";
import { warn } from "./warning.ts";

/** The built playground. */
const PLAYGROUND = join(packageRoot, "dist/playground");

/** `flint serve`: runs until Ctrl-C or SIGTERM, then drains running responses. */
export async function serveCommand(flags: ConfigFlags): Promise<void> {
  const hangups = handleHangups();
  try {
    const effective = await configOf(flags);
    const stopTracing = await startTracing();
    try {
      const store = await openStore(effective.config.store);
      try {
        const release = await claimConfiguredUsage(effective);
        await serve(flags, effective, store, hangups).finally(release);
      } finally {
        await store.close();
      }
    } finally {
      await stopTracing();
    }
  } finally {
    hangups.close();
  }
}

/** Resolves the configuration. Rejects with `UsageError` if a setting is invalid or would be ignored. */
async function configOf(flags: ConfigFlags): Promise<EffectiveConfig> {
  const effective = await resolveConfig(flags);
  refuseIgnoredSettings(effective);
  return effective;
}

/**
 * Claims the usage file. Resolves to a function that releases it. Rejects if a file given by the user is not writable;
 * for the default file, the server only logs it.
 */
async function claimConfiguredUsage({ config, origins }: EffectiveConfig): Promise<() => void> {
  const { store, usage, limits } = config;
  if (store === "memory") return () => undefined;
  // The longest time that such a server takes to stop.
  const patience = limits.drainNotice + limits.drain + limits.socketClose;
  try {
    return await claimUsage(usage, patience, (line) => process.stderr.write(`${printable(line)}\n`));
  } catch (error) {
    const isNamed = origins.get("usage")?.kind !== "default";
    if (isNamed || !(error instanceof CliError) || error.code !== "usage_unwritable") throw error;
    return () => undefined;
  }
}

async function serve(
  flags: ConfigFlags,
  effective: EffectiveConfig,
  store: ResponseStore,
  hangups: Hangups,
): Promise<void> {
  const { config } = effective;
  const keysSince = await fileState(config.keys);
  const keys = await readKeys(config.keys);
  if (keys === null && effective.origins.get("keys")?.kind !== "default") {
    const make = `flint keys create --keys ${config.keys} --name NAME`;
    warn(`there is no file ${config.keys}: requests need no key until it is created with ${make}`);
  }
  const { engine, defaultModel } = await openEngine(config);
  const logger = openLog(config.logLevel);
  const takesKeys = keys !== null;
  const audit = lazyAuditLog(config.audit);
  try {
    const server = await listen({
      engine,
      store,
      host: config.host,
      ...(config.hosts !== undefined && { hosts: config.hosts }),
      ...(keys !== null && { keys }),
      prices: config.prices,
      ...(config.store !== "memory" && { usageFile: config.usage }),
      port: config.port,
      limits: config.limits,
      logger,
      metrics: true,
      page: PLAYGROUND,
      ...(defaultModel !== undefined && { defaultModel }),
      ...(config.secret !== undefined && { secret: config.secret }),
    });
    let reloading: Reloading;
    try {
      if (takesKeys) audit.append("server.started", { url: server.url, keys: config.keys });
      const resolve = () => configOf(flags);
      const reloads = { effective, resolve, server, logger, keys, audit };
      reloading = reloadOnChange(reloads, { hangups, keysSince });
      const first = await firstModel(engine);
      const model = defaultModel ?? first ?? "MODEL";
      // Handle signals before announcing the address: a reader may stop the server at once.
      const stopping = untilStopped(server);
      process.stdout.write(connectionHelp(server.url, printable(model), themeFor(process.stdout), takesKeys));
      await stopping;
      reloading.end();
    } finally {
      // Close the server even without a signal: a listening server keeps the process alive.
      await server.close();
    }
    if (reloading.takesKeys) audit.append("server.stopped", { url: server.url });
  } finally {
    audit.close();
    await engine.close();
  }
}

/** Returns the engine's first model. An upstream server that is not up yet is only reported. */
async function firstModel(engine: Engine): Promise<string | undefined> {
  try {
    return (await engine.models())[0]?.id;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    warn(error.message);
    return undefined;
  }
}

/** Resolves when a signal has stopped the server and running responses have ended. A second signal exits at once. */
function untilStopped(server: FlintServer): Promise<void> {
  return new Promise((resolve, reject) => {
    let closing = false;
    const stop = (signal: NodeJS.Signals) => {
      if (closing) process.exit(signal === "SIGINT" ? 130 : 143);
      closing = true;
      process.stderr.write("stopping: running responses may finish; a second signal quits at once\n");
      server.close().then(resolve, reject);
    };
    for (const signal of stopSignals()) process.on(signal, stop);
  });
}
