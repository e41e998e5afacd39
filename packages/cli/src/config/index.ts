export { type ConfigChanges, changesOf } from "./changes.ts";
export { dataFile } from "./data-folder.ts";
export { type ExplainedSetting, explainConfig } from "./explain.ts";
export { ignoredVariables } from "./ignored-variables.ts";
export { type ConfigFlags, type EffectiveConfig, resolveConfig } from "./resolve-config.ts";
export type { ServeConfig } from "./schema.ts";
export { storePath } from "./store-path.ts";
export { refuseIgnoredSettings } from "./unheeded.ts";
