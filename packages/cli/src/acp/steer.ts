import { type ContentBlock, RequestError } from "@agentclientprotocol/sdk";

export interface Steer {
  readonly sessionId: string;
  readonly prompt: readonly ContentBlock[];
  readonly idleBehavior: unknown;
}

/** Reads the parameters of a steer: those of a prompt, and what to do if no turn is running. */
export function readSteer(params: unknown): Steer {
  if (isObject(params) && typeof params.sessionId === "string" && Array.isArray(params.prompt)) {
    const { sessionId, prompt } = params;
    if (prompt.every((block) => isObject(block) && block.type === "text" && typeof block.text === "string")) {
      const steering = isObject(params._meta) ? params._meta.steering : undefined;
      return { sessionId, prompt, idleBehavior: isObject(steering) ? steering.idleBehavior : undefined };
    }
  }
  throw RequestError.invalidParams(undefined, "a steer needs a sessionId and a prompt of text blocks");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
