import { createRequire } from "node:module";
import { join } from "node:path";
import { arch, platform } from "node:process";
import { pathToFileURL } from "node:url";
import { type Addon, isAddon } from "./addon-types.ts";
import type { BindingInfo, Gpu, GpuMemory } from "./binding.ts";

/** The exact version that Flint is built for and tested with. */
const BINDING_VERSION = "3.22.1";

/** llama.cpp's log level for warnings and errors. */
const WARNINGS = 3;

/** The log line with llama.cpp's reason for a failed load. */
const LOAD_ERROR = /error loading model: (.+)/;

export interface LoadedAddon {
  readonly addon: Addon;
  /** Returns and clears llama.cpp's reason for a failed load; null if it gave none. */
  takeLoadError(): string | null;
  readonly info: BindingInfo;
}

/**
 * Loads node-llama-cpp's native module without the library around it, in 20 ms instead of 700. The library would test
 * the binary in a forked process; that is unnecessary, as the engine's process is already separate.
 *
 * Resolves to null if the module is missing, has another version or lacks a function.
 */
export async function loadAddon(
  gpu: Gpu,
  log: (message: string) => void,
  find = binaryFolder,
): Promise<LoadedAddon | null> {
  const order = variants(gpu);
  const require = createRequire(import.meta.url);
  for (const variant of order) {
    const directory = await find(variant);
    if (directory === null) continue;
    let addon: unknown;
    try {
      addon = require(join(directory, "llama-addon.node"));
    } catch (error) {
      // A GPU variant needs libraries that come with the driver.
      if (variant === order.at(-1)) throw error;
      log(`${variant} is installed and cannot be used: ${(error as Error).message}\n`);
      continue;
    }
    if (!isAddon(addon)) return null;
    addon.markLoaded();
    let loadError: string | null = null;
    addon.setLogger((_level, message) => {
      loadError = LOAD_ERROR.exec(message)?.[1] ?? loadError;
      log(message);
    });
    addon.setLoggerLogLevel(WARNINGS);
    if (!startBackends(addon, directory, variant)) continue;
    await addon.init();
    return {
      addon,
      takeLoadError() {
        const said = loadError;
        loadError = null;
        return said;
      },
      info: {
        version: BINDING_VERSION,
        path: "native",
        variant,
        devices: variant === "cpu" ? [] : addon.getGpuDeviceInfo().deviceNames,
        gpuMemory: gpuMemoryOf(addon, variant),
        systemInfo: addon.systemInfo().trim(),
      },
    };
  }
  return null;
}

type Variant = BindingInfo["variant"];

export function gpuMemoryOf(addon: Addon, variant: Variant): GpuMemory | null {
  if (variant === "cpu") return null;
  const { total, used } = addon.getGpuVramInfo();
  return total > 0 ? { total, used } : null;
}

/** Returns the variants to try, in order. On Apple silicon the only binary includes Metal, even if unused. */
export function variants(gpu: Gpu, system = `${platform}-${arch}`): Variant[] {
  if (system === "darwin-arm64") return ["metal"];
  if (gpu === false || system.startsWith("darwin-")) return ["cpu"];
  return gpu === "auto" ? ["cuda", "vulkan", "cpu"] : [gpu];
}

const SYSTEMS: Readonly<Record<string, string>> = { darwin: "mac", linux: "linux", win32: "win" };

/** Resolves to the folder of the variant's binary; null if it is not installed. */
export async function binaryFolder(variant: Variant): Promise<string | null> {
  const folder = `${SYSTEMS[platform]}-${arch === "arm" ? "armv7l" : arch}${variant === "cpu" ? "" : `-${variant}`}`;
  const library = createRequire(import.meta.url).resolve("node-llama-cpp");
  let entry: string;
  try {
    entry = createRequire(library).resolve(`@node-llama-cpp/${folder}`);
  } catch {
    return null;
  }
  const module: { getBinsDir?: () => { binsDir: string; packageVersion: string } } = await import(
    pathToFileURL(entry).href
  );
  // A variant excluded from the installation has an empty package in its place.
  const found = module.getBinsDir?.();
  return found?.packageVersion === BINDING_VERSION ? join(found.binsDir, folder) : null;
}

/** Returns false if the variant finds no matching device. */
function startBackends(addon: Addon, directory: string, variant: Variant): boolean {
  const wanted = variant === "cpu" ? false : variant;
  addon.loadBackends();
  if (addon.getGpuType() !== wanted) addon.loadBackends(directory);
  if (addon.getGpuType() !== wanted) addon.loadBackends(join(directory, "fallback"));
  if (addon.getGpuType() !== wanted) return false;
  try {
    addon.ensureGpuDeviceIsSupported();
  } catch {
    return false;
  }
  return true;
}
