import type { ModelObject } from "@flint/protocol";
import type { Model } from "./session.ts";

/** The body of `GET /v1/models`: `data` is the API's list; `models`, if present, has more about the same models. */
export interface ModelListBody {
  readonly data: readonly ModelObject[];
  readonly models?: readonly { readonly slug?: unknown; readonly context_window?: unknown }[];
}

export function withContextLengths({ data, models }: ModelListBody): Model[] {
  return data.map((model) => {
    const more = Array.isArray(models) ? models.find((one) => one?.slug === model.id) : undefined;
    const contextLength = more?.context_window;
    return typeof contextLength === "number" && contextLength > 0 ? { ...model, contextLength } : model;
  });
}
