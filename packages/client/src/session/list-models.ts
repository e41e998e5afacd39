import { closedError, errorFrameOf, requestHeaders } from "../connection/index.ts";
import { FlintError } from "../error/index.ts";
import { refusedRequest } from "../turn/index.ts";
import { type ModelListBody, withContextLengths } from "./model-list.ts";
import type { Model } from "./session.ts";

interface ListModelsOptions {
  /** Milliseconds. */
  readonly timeout: number;
  /** Fires when the session is closed: the list is no longer needed. */
  readonly closed: AbortSignal;
}

/**
 * Returns the models of the server at `endpoint`. Rejects with {@link FlintError} `connection_failed`, `request_failed`
 * and `session_closed`.
 */
export async function listModels(
  endpoint: string,
  apiKey: string | undefined,
  { timeout, closed }: ListModelsOptions,
): Promise<readonly Model[]> {
  const url = `${endpoint}/models`;
  try {
    const answer = await fetch(url, {
      headers: requestHeaders(apiKey),
      signal: AbortSignal.any([closed, AbortSignal.timeout(timeout)]),
    });
    if (!answer.ok) throw refusedRequest(await errorFrameOf(answer));
    const list = parseModelList(await answer.text());
    if (list !== null) return withContextLengths(list);
    const message = `${url} returned no list of models: check the address`;
    throw new FlintError("request_failed", message, { status: answer.status });
  } catch (cause) {
    if (cause instanceof FlintError) throw cause;
    if (closed.aborted) throw closedError();
    throw new FlintError("connection_failed", `cannot reach ${url}: check that the server runs`, { cause });
  }
}

/** Returns null if the body is not a model list, such as a proxy's page. */
function parseModelList(text: string): ModelListBody | null {
  try {
    const body = JSON.parse(text);
    return Array.isArray(body?.data) ? body : null;
  } catch {
    return null;
  }
}
