import type { FlintError } from "@flint/client";
import { CliError, UsageError } from "../error/index.ts";
import { SELECT_PART } from "./selection.ts";

const USAGE = new Set(["model_not_found", "invalid_prompt"]);

/** The SDK's remedy, replaced on the command line, where the key comes from the environment. */
const API_KEY = "pass a valid apiKey";

/** Converts an SDK error into a `CliError`; returns other errors unchanged. `select`: the hint for editing less. */
export function editFailure(error: unknown, select = SELECT_PART): unknown {
  if (!isFlintError(error)) return error;
  const message = error.message.replace(/\s*\n\s*/g, " ");
  const code = error.serverCode ?? error.code;
  if (code === "context_length_exceeded") {
    // Replace the server's remedy, after the first clause, by one for the command line.
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

// Compared by name: importing the class would load the whole client, even if the input is rejected first.
function isFlintError(error: unknown): error is FlintError {
  return error instanceof Error && error.name === "FlintError";
}
