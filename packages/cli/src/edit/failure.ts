import type { FlintError } from "@flint/client";
import { CliError, UsageError } from "../error/index.ts";
import { SELECT_PART } from "./selection.ts";

const USAGE = new Set(["model_not_found", "invalid_prompt"]);

/** The SDK's remedy; on the command line the key is in the environment. */
const API_KEY = "pass a valid apiKey";

/** The CLI's error for a failed edit; what is not foreseen is given back as it is. `select` says how to edit less. */
export function editFailure(error: unknown, select = SELECT_PART): unknown {
  if (!isFlintError(error)) return error;
  const message = error.message.replace(/\s*\n\s*/g, " ");
  const code = error.serverCode ?? error.code;
  if (code === "context_length_exceeded") {
    // The server's remedy comes after the first clause; here it has a name.
    const [excess = message] = message.split("; ");
    const remedy = `${select}, or use a model with a longer context`;
    return new UsageError(code, `${excess}; ${remedy}`, { cause: error });
  }
  if (error.code === "connection_failed" && error.status === 401)
    return new CliError(code, message.replace(API_KEY, "set FLINT_KEY to a valid key"), 1, { cause: error });
  if (USAGE.has(code) || error.code === "invalid_argument")
    return new UsageError(code, message, { cause: error });
  return new CliError(code, message, 1, { cause: error });
}

// By name: the class itself would load the whole client, also where the input is refused before it is needed.
function isFlintError(error: unknown): error is FlintError {
  return error instanceof Error && error.name === "FlintError";
}
