import type { ModelInfo } from "../../contract/index.ts";
import type { Preset, PresetName } from "../preset/index.ts";
import { countOf, type Json, recordOf } from "../usage.ts";

/** A model, and whether its server reported its context length. */
export interface ListedModel {
  readonly info: ModelInfo;
  readonly isLengthReported: boolean;
}

export interface ListReading {
  readonly preset: PresetName;
  readonly api: Preset["api"];
  /** Default if the server does not report it. */
  readonly contextLength: number;
}

/** Most characters of a model's name, which appears in metrics, traces and logs. */
const LONGEST_NAME = 256;

/** Reads the list of `GET /models`, including the context length in the formats of various servers. */
export function modelsIn(list: unknown, { preset, api, contextLength }: ListReading): ListedModel[] {
  const { data } = recordOf(list);
  const entries = Array.isArray(list) ? list : Array.isArray(data) ? data : [];
  return entries.map(recordOf).flatMap((entry) => {
    if (typeof entry.id !== "string" || entry.id === "" || entry.id.length > LONGEST_NAME) return [];
    const told = lengthOf(entry) ?? codexLength(list, entry.id);
    const info = {
      id: entry.id,
      contextLength: told ?? contextLength,
      created: countOf(entry.created) ?? 0,
      ownedBy: typeof entry.owned_by === "string" ? entry.owned_by : preset,
      capabilities: { tools: true, reasoning: true, hostedTools: api === "responses" },
    };
    return [{ info, isLengthReported: told !== null }];
  });
}

/** Reads the context length as given by vLLM and SGLang, llama-server, OpenRouter or LM Studio. */
function lengthOf(entry: Json): number | null {
  const { max_model_len, context_length, max_context_length, loaded_context_length, context_window } = entry;
  const meta = recordOf(entry.meta);
  const told = [
    max_model_len,
    meta.n_ctx,
    loaded_context_length,
    context_length,
    max_context_length,
    context_window,
  ];
  return told.map(countOf).find((length) => length !== null && length > 0) ?? null;
}

/** Reads the context length from the list that Flint also provides for Codex. */
function codexLength(list: unknown, id: string): number | null {
  const { models } = recordOf(list);
  const entry = Array.isArray(models) ? models.map(recordOf).find(({ slug }) => slug === id) : undefined;
  return countOf(entry?.context_window);
}
