import {
  createUpstreamEngine,
  type Engine,
  namesUpstream,
  parseUpstreams,
  type UpstreamOptions,
  UpstreamReferenceError,
  type UpstreamTarget,
} from "@flint/engine";
import type { ServeConfig } from "../config/index.ts";
import { UsageError } from "../error/index.ts";

/** Parses the servers given by `--engine` or the SDK's `engine`. Throws a `UsageError`. */
export function upstreamsIn(text: string, env: NodeJS.ProcessEnv = process.env): readonly UpstreamTarget[] {
  if (!namesUpstream(text)) {
    throw new UsageError(
      "bad_option",
      `there is no server "${text}": name one such as vllm=http://gpu:8000/v1, or none to use this machine`,
    );
  }
  try {
    return parseUpstreams(text, env);
  } catch (error) {
    if (error instanceof UpstreamReferenceError)
      throw new UsageError(error.code, error.message, { cause: error });
    throw error;
  }
}

/** Creates an engine for those servers. */
export function openUpstream(
  text: string,
  onWarning: (text: string) => void,
  timeouts: UpstreamOptions["timeouts"] = {},
): Engine {
  return createUpstreamEngine({ targets: upstreamsIn(text), timeouts, onWarning });
}

/** Returns the timeouts for those servers' answers, if set. */
export function upstreamTimeouts({
  upstreamFirstByte: firstByte,
  upstreamSilence: silence,
}: Pick<ServeConfig, "upstreamFirstByte" | "upstreamSilence">): NonNullable<UpstreamOptions["timeouts"]> {
  return { ...(firstByte !== undefined && { firstByte }), ...(silence !== undefined && { silence }) };
}
