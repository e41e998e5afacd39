import { recordOf } from "../usage.ts";
import { placeOf } from "./refused-field.ts";

/** What the body of a refusal says. */
export interface Words {
  /** Empty where there is none, as `message` is. */
  readonly code: string;
  readonly message: string;
  /** The field that it is about. */
  readonly param: string | null;
}

/** Servers put an error's words in a few places: OpenAI's, vLLM's older one, FastAPI's, Ollama's. */
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
    param: typeof inner.param === "string" && inner.param !== "" ? inner.param : placeOf(detail.loc),
  };
}

/** Characters of a server's own words that a message repeats. */
const MAX_WORDS = 300;

/** Controls and marks that reorder text: an error may be shown on a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** On one line, cut where it is long, and safe to show. */
export function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, " ").replace(UNSAFE, "\ufffd");
  return line.length > MAX_WORDS ? `${line.slice(0, MAX_WORDS)}…` : line;
}
