import type { ModelInfo } from "@flint/engine";
import type { ModelObject } from "@flint/protocol";

/** A model as Codex reads it. Without this, Codex offers no `apply_patch` and sends a prompt of 17 KB. */
interface CodexModel {
  slug: string;
  display_name: string;
  supported_reasoning_levels: string[];
  shell_type: string;
  visibility: string;
  supported_in_api: boolean;
  priority: number;
  support_verbosity: boolean;
  truncation_policy: { mode: "tokens"; limit: number };
  experimental_supported_tools: string[];
  base_instructions: string;
  apply_patch_tool_type?: "freeform";
  context_window: number;
  input_modalities: string[];
}

export interface ModelList {
  object: "list";
  data: ModelObject[];
  models: CodexModel[];
}

const INSTRUCTIONS =
  "You are a coding agent working in the user's repository. Use exec_command to run shell commands and apply_patch to edit files. Be brief.";

export function modelObject(model: ModelInfo): ModelObject {
  return { id: model.id, object: "model", created: model.created, owned_by: model.ownedBy };
}

/** Returns one body for two readers: `data` is the API's list, `models` is Codex's. */
export function modelList(models: readonly ModelInfo[]): ModelList {
  return { object: "list", data: models.map(modelObject), models: models.map(codexModel) };
}

function codexModel(model: ModelInfo, priority: number): CodexModel {
  return {
    slug: model.id,
    display_name: model.id,
    supported_reasoning_levels: [],
    shell_type: "unified_exec",
    visibility: "list",
    supported_in_api: true,
    priority,
    support_verbosity: false,
    // The output of a tool may fill a quarter of the context, leaving the rest for the conversation and the answer.
    truncation_policy: { mode: "tokens", limit: Math.max(256, Math.floor(model.contextLength / 4)) },
    experimental_supported_tools: [],
    base_instructions: INSTRUCTIONS,
    ...(model.capabilities.tools ? { apply_patch_tool_type: "freeform" as const } : {}),
    context_window: model.contextLength,
    input_modalities: ["text"],
  };
}
