import { AsideError, checkDefinitions, type Definitions, type RefusedDefinition } from "@flint/engine";
import { type ApiError, apiError, type CreateRequest, type Tool } from "@flint/protocol";
import type { ChainEntry } from "../chain/index.ts";
import { readInput, whyUncallable } from "../input/index.ts";
import type { Owner } from "../store/index.ts";
import type { TurnOrder } from "../turn/index.ts";
import { type OwnShared, parentOf } from "./shared.ts";

/**
 * Finds the parent, model and input of a request. `runsHere` returns whether a response can be continued once it has
 * ended, besides those that will be stored. Rejects with ApiError.
 */
export async function resolveRequest(
  { models, responses, seal, limits, account }: OwnShared,
  request: CreateRequest,
  entryOf: (id: string) => ChainEntry | undefined | Promise<ChainEntry | undefined>,
  runsHere: (id: string) => boolean = () => false,
): Promise<Pick<TurnOrder, "request" | "parent" | "model">> {
  const unheld = await whyUnsupportedDefinitions(request, account.owner);
  if (unheld) throw unheld;
  const isEarly = (id: string) => runsHere(id) || responses.running(id)?.response?.store === true;
  const parent = await parentOf(request, entryOf, isEarly);
  const model = await models.resolve(request.model ?? parent?.response.model);
  const tip = parent?.tip ?? null;
  const uncallable = whyUncallable(request, { model, tip });
  if (uncallable) throw uncallable;
  const find = (ids: readonly string[]) => responses.items(ids);
  const input = await readInput(request.input, { model, tip, seal, limit: limits.references, find });
  return { request: input === request.input ? request : { ...request, input }, parent, model };
}

/** Tool lists already checked: each request of a conversation comes with the same list. */
const sound = new WeakSet<readonly Tool[]>();

/** Returns why an answer cannot be constrained to the request's definitions; null if it can. */
async function whyUnsupportedDefinitions(
  { text, tools = [] }: CreateRequest,
  user: Owner,
): Promise<ApiError | null> {
  const refused = await refusalOf({ format: text?.format, tools: sound.has(tools) ? [] : tools }, user);
  if (refused === null) {
    sound.add(tools);
    return null;
  }
  const { param, error } = refused;
  const code = error.kind === "json_schema" ? "invalid_json_schema" : "invalid_grammar";
  return apiError(code, `\`${param}\`: ${error.message}`, param);
}

/** Rejects with ApiError if too many checks are queued. Those of different users take turns. */
async function refusalOf(definitions: Definitions, user: Owner): Promise<RefusedDefinition | null> {
  try {
    return await checkDefinitions(definitions, user);
  } catch (cause) {
    if (cause instanceof AsideError && cause.code === "aside_busy") {
      throw apiError("rate_limit_exceeded", cause.message);
    }
    throw cause;
  }
}
