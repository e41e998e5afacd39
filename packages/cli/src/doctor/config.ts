import {
  type ExplainedSetting,
  explainConfig,
  ignoredVariables,
  refuseIgnoredSettings,
  resolveConfig,
  type ServeConfig,
} from "../config/index.ts";
import { UsageError } from "../error/index.ts";
import { broken, type Finding, ok, warning } from "./finding.ts";

const MISSPELT =
  "check whether these variables are misspelt: flint doctor --json lists every setting with its variable";

export interface CheckedConfig {
  readonly finding: Finding;
  /** The configuration that `flint serve` would use; undefined if it is invalid. */
  readonly config: ServeConfig | undefined;
}

/** Checks the configuration that `flint serve` would use here, and lists each value's origin. */
export async function checkConfig(
  file: string | undefined,
  env: NodeJS.ProcessEnv = process.env,
): Promise<CheckedConfig> {
  try {
    const effective = await resolveConfig(file === undefined ? {} : { config: file }, env);
    refuseIgnoredSettings(effective);
    const settings = explainConfig(effective);
    const chosen = settings.filter(({ from }) => from !== "default" && from !== "not set");
    const source = effective.file ?? "no file";
    const found =
      chosen.length === 0
        ? `${source}; flint serve uses the defaults`
        : `${source}; flint serve uses ${chosen.map(describeSetting).join(", ")}, and defaults for the rest`;
    const facts = { file: effective.file, settings };
    const stray = ignoredVariables(env);
    const finding =
      stray.length === 0
        ? ok("config", found, facts)
        : warning("config", `${found}; it ignores ${stray.join(", ")}`, MISSPELT, facts);
    return { config: effective.config, finding };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return {
      config: undefined,
      finding: broken("config", error.message, "correct it: flint serve refuses it too"),
    };
  }
}

function describeSetting({ name, value, from }: ExplainedSetting): string {
  return `${name} ${typeof value === "string" ? value : JSON.stringify(value)} (${from})`;
}
