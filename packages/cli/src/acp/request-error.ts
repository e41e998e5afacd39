import { RequestError } from "@agentclientprotocol/sdk";
import { editFailure } from "../edit/index.ts";
import { CliError } from "../error/index.ts";

/** The engine's remedy for a prompt without code, and the one for editors, which can attach files. */
const FENCED = "put the code in a fenced block";
const ATTACHED = "attach a file with @, or select lines of it";

/** Converts an expected failure into the protocol's error; returns other errors unchanged. */
export function requestError(error: unknown): unknown {
  const known = editFailure(error, "select the part that is to change");
  if (!(known instanceof CliError)) return known;
  return new RequestError(-32603, known.message.replace(FENCED, ATTACHED), { code: known.code });
}

/** Returns the text of a failure, shown in place of the answer. */
export function failureText(error: unknown): string {
  const told = requestError(error);
  return told instanceof Error ? told.message : String(told);
}

/** Returns why an editor rejected a request. Its message alone may only be the protocol's generic one. */
export function refusalText(error: unknown): string {
  if (!(error instanceof RequestError)) return String(error);
  const { data, message } = error;
  if (typeof data === "string") return data;
  if (typeof data !== "object" || data === null || !("details" in data)) return message;
  return typeof data.details === "string" ? data.details : message;
}
