import type { Sampler } from "@opentelemetry/sdk-trace";

type Sdk = typeof import("@opentelemetry/sdk-trace");

const PARENT_BASED = "parentbased_";

/**
 * Returns the sampler given by `OTEL_TRACES_SAMPLER` and `OTEL_TRACES_SAMPLER_ARG`; null for the SDK's default, which
 * follows the caller's trace and samples everything without one. Invalid values are reported to `warn` and ignored.
 */
export function samplerOf(sdk: Sdk, env: NodeJS.ProcessEnv, warn: (message: string) => void): Sampler | null {
  const name = env.OTEL_TRACES_SAMPLER?.trim() ?? "";
  if (name === "") return null;
  const isParentBased = name.startsWith(PARENT_BASED);
  const root = rootOf(sdk, isParentBased ? name.slice(PARENT_BASED.length) : name, env, warn);
  if (root === null) {
    warn(
      `OTEL_TRACES_SAMPLER=${name} is ignored: use always_on, always_off or traceidratio, with or without the prefix ${PARENT_BASED}`,
    );
    return null;
  }
  return isParentBased ? new sdk.ParentBasedSampler({ root }) : root;
}

function rootOf(
  sdk: Sdk,
  name: string,
  env: NodeJS.ProcessEnv,
  warn: (message: string) => void,
): Sampler | null {
  if (name === "always_on") return new sdk.AlwaysOnSampler();
  if (name === "always_off") return new sdk.AlwaysOffSampler();
  return name === "traceidratio" ? new sdk.TraceIdRatioBasedSampler(ratioOf(env, warn)) : null;
}

function ratioOf(env: NodeJS.ProcessEnv, warn: (message: string) => void): number {
  const text = env.OTEL_TRACES_SAMPLER_ARG?.trim() ?? "";
  if (text === "") return 1;
  const ratio = Number(text);
  if (ratio >= 0 && ratio <= 1) return ratio;
  warn(`OTEL_TRACES_SAMPLER_ARG=${text} is ignored: use a number from 0 to 1`);
  return 1;
}
