import { resolve } from "node:path";
import { createScriptEngine, type Engine, loadScenario, namesUpstream, ScenarioError } from "@flint/engine";
import type { ServeConfig } from "../config/index.ts";
import { CliError, systemCode, UsageError } from "../error/index.ts";
import { probeFolder } from "../folder/index.ts";
import { createEmbeddedEngine } from "../models/index.ts";
import { openUpstream, upstreamTimeouts } from "../upstream/index.ts";
import { loadingLine } from "./loading-line.ts";
import { warn } from "./warning.ts";

export interface OpenedEngine {
  readonly engine: Engine;
  /** The model for requests that name none. Undefined: the engine's first model. */
  readonly defaultModel: string | undefined;
}

/** Opens the engine that the configuration names: llama, script, or another server. */
export async function openEngine(config: ServeConfig): Promise<OpenedEngine> {
  if (config.kvSpillSize !== undefined && config.kvSpill === undefined) {
    throw new UsageError("bad_option", "--kv-spill-size limits the folder of --kv-spill; add --kv-spill PATH");
  }
  if (config.engine === "llama") return openEmbedded(config);
  const defaultModel = config.model;
  if (config.engine === "script") return { engine: await openScript(config.scenario), defaultModel };
  if (namesUpstream(config.engine)) {
    return { engine: openUpstream(config.engine, warn, upstreamTimeouts(config)), defaultModel };
  }
  throw new UsageError(
    "bad_option",
    `there is no engine ${config.engine}: use llama, script, or a server such as vllm=http://gpu:8000/v1`,
  );
}

function openEmbedded(config: ServeConfig): Promise<OpenedEngine> {
  return createEmbeddedEngine({
    ...(config.model !== undefined && { model: config.model }),
    ...(config.memory !== undefined && { memoryLimit: config.memory }),
    ...(config.context !== undefined && { contextLength: config.context }),
    ...(config.gpuLayers !== undefined && { gpuLayers: config.gpuLayers }),
    ...(config.maxModels !== undefined && { maxModelsLoaded: config.maxModels }),
    ...(config.kvSpill !== undefined && { kvSpill: spillOf(config.kvSpill, config.kvSpillSize) }),
    onLoading: loadingLine(process.stderr),
    onWarning: warn,
  });
}

function spillOf(folder: string, bytes: number | undefined) {
  const directory = resolve(folder);
  try {
    probeFolder(directory);
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    throw new CliError(
      "spill_unwritable",
      `the state of conversations cannot be saved in ${directory} (${code}): give yourself write permission there, or name another folder with --kv-spill`,
      1,
      { cause: error },
    );
  }
  return { directory, ...(bytes !== undefined && { bytes }) };
}

async function openScript(path: string | undefined): Promise<Engine> {
  if (path === undefined) {
    throw new UsageError("bad_option", "the script engine plays a scenario; add --scenario FILE");
  }
  try {
    return createScriptEngine({ scenario: await loadScenario(path) });
  } catch (error) {
    if (error instanceof ScenarioError) throw new UsageError("bad_scenario", error.message, { cause: error });
    throw error;
  }
}
