import { recordOf } from "../usage.ts";
import { fieldPathOf } from "./refused-field.ts";

/** Code, message and field of an error body. */
export interface Words {
  /** Empty if there is none, like `message`. */
  readonly code: string;
  readonly message: string;
  /** The field that the error is about. */
  readonly param: string | null;
}

/** Reads an error body in the formats of OpenAI, older vLLM, FastAPI and Ollama. */
export function wordsOf(body: unknown): Words {
  if (typeof body === "string") return { code: "", message: shortened(body), param: null };
  const outer = recordOf(body);
  const inner = typeof outer.error === "object" ? recordOf(outer.error) : outer;
  const text = [inner.message, outer.message, outer.error, outer.detail].find(
    (it) => typeof it === "string" && it !== "",
  );
  const detail = Array.isArray(outer.detail) ? recordOf(outer.detail[0]) : {};
  return {
    code: String(inner.code ?? inner.type ?? ""),
    message: shortened(typeof text === "string" ? text : String(detail.msg ?? "")),
    param: typeof inner.param === "string" && inner.param !== "" ? inner.param : fieldPathOf(detail.loc),
  };
}

/** Most characters quoted from a server. */
const MAX_WORDS = 300;

/** Control characters and bidi marks, since errors may be shown on a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Makes text a single, bounded line that is safe to display. */
export function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, " ").replace(UNSAFE, "\ufffd");
  return line.length > MAX_WORDS ? `${line.slice(0, MAX_WORDS)}…` : line;
}

/** Returns a URL without user, password, query and fragment, which may be secret. */
export function urlWithoutSecrets(location: string): string {
  return shortened(location.replace(/[?#].*$/s, "").replace(/^([a-z][a-z\d+.-]*:)?\/\/[^/]*@/i, "$1//"));
}
