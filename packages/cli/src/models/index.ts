export { BUNDLED, bundledPath } from "./bundled.ts";
export { listModels, type ModelEntry } from "./catalog.ts";
export { modelsCommand } from "./command.ts";
export { createEmbeddedEngine, type EmbeddedEngine, type EmbeddedOptions } from "./embedded.ts";
export { modelsFolder } from "./folder.ts";
export { type Manifest, readManifest, removeManifest, writeManifest } from "./manifest.ts";
export { resolveModel } from "./resolve.ts";
