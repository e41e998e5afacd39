import { RequestError } from "@agentclientprotocol/sdk";
import { editFailure } from "../edit/index.ts";
import { CliError } from "../error/index.ts";

/** The engine's remedy for a prompt without code; an editor has a place for it. */
const FENCED = "put the code in a fenced block";
const ATTACHED = "attach a file with @, or select lines of it";

/** The protocol's error for a foreseen failure; what is not foreseen stays as it is. */
export function requestError(error: unknown): unknown {
  const known = editFailure(error, "select the part that is to change");
  if (!(known instanceof CliError)) return known;
  return new RequestError(-32603, known.message.replace(FENCED, ATTACHED), { code: known.code });
}

/** What a failure is told as, in the place of what was asked for. */
export function failureText(error: unknown): string {
  const told = requestError(error);
  return told instanceof Error ? told.message : String(told);
}

/** Why an editor refused a request: its message may be no more than the protocol's word for it. */
export function refusalText(error: unknown): string {
  if (!(error instanceof RequestError)) return String(error);
  const { data, message } = error;
  if (typeof data === "string") return data;
  if (typeof data !== "object" || data === null || !("details" in data)) return message;
  return typeof data.details === "string" ? data.details : message;
}
