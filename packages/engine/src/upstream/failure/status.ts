import { recordOf } from "../usage.ts";
import { placeOf, refusedFieldIn } from "./refused-field.ts";
import { retryAfterOf } from "./retry-after.ts";
import { UpstreamFailure } from "./upstream-failure.ts";

/** What an upstream said instead of an answer. */
export interface Refusal {
  /** HTTP status, or the one that an error within a stream names; 0 where there is none. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The body, or the error within a stream, as JSON where it is some. */
  readonly body: unknown;
}

/** Who was asked what, for the message. */
export interface Asked {
  /** The server, by its host. */
  readonly server: string;
  readonly model: string;
  readonly path: string;
  readonly hasKey: boolean;
  /** Variable that a key is read from. */
  readonly keyVariable: string;
}

const TOO_LONG =
  /context[ _-]?(?:length|window|size)|maximum context|prompt is too long|input is too long|exceeds? the (?:available|model'?s?) |too many (?:input )?tokens|longer than the/i;
const NO_MODEL =
  /model.{0,80}(?:not found|does not exist|not exist|unknown|not available|no such)|no such model|invalid model/i;
/** llama-server's while a model thinks, vLLM's fields where a template leaves text out, Mistral's and Anthropic's. */
const NO_PREFILL =
  /\bprefill\b|continue_final_message|add_generation_prompt|expected last role|must end with a user/i;

/** Errors that say nothing of the request itself. */
const STALE = new Map<string, "chain" | "socket">([
  ["previous_response_not_found", "chain"],
  ["websocket_connection_limit_reached", "socket"],
]);

/** Characters of a server's own words that a message repeats. */
const MAX_WORDS = 300;

export function failureOf({ status, headers, body }: Refusal, asked: Asked): UpstreamFailure {
  const { code, message, param } = wordsOf(body);
  const quoted = message;
  const said = message === "" ? "" : `: ${message}`;
  const { server, model } = asked;
  const stale = STALE.get(code) ?? (param === "previous_response_id" ? "chain" : null);
  if (stale !== null) {
    const what = stale === "chain" ? "no longer knows the conversation" : "requires a new connection";
    return new UpstreamFailure("upstream_failed", `${server} ${what}${said}; try again`, {
      ...{ retryable: true, stale, quoted },
    });
  }
  if (status === 401 || status === 403) {
    const remedy = asked.hasKey ? "check the key in" : "set";
    return new UpstreamFailure(
      "upstream_failed",
      `${server} did not accept the key (${status}): ${remedy} ${asked.keyVariable}`,
      { elsewhere: true, rests: status === 401 },
    );
  }
  if (code === "context_length_exceeded" || (status >= 400 && status < 500 && TOO_LONG.test(message))) {
    return new UpstreamFailure(
      "context_length_exceeded",
      `${model} at ${server} cannot process that much${said}; send less`,
      { quoted },
    );
  }
  if (code === "model_not_found" || (status === 404 && NO_MODEL.test(message))) {
    return new UpstreamFailure(
      "model_not_found",
      `${server} has no model ${model}${said}; see its list of models`,
      { elsewhere: true, quoted },
    );
  }
  if (status >= 300 && status < 400) {
    const place = shortened(String(headers.location ?? "another place"));
    return new UpstreamFailure(
      "upstream_failed",
      `${server} has moved to ${place} (${status}): name that URL`,
    );
  }
  if (status === 404 || status === 405) {
    return new UpstreamFailure(
      "upstream_failed",
      `${server} has no ${asked.path} (${status}${said}): check its base URL, which usually ends with /v1`,
      { elsewhere: true, quoted },
    );
  }
  if (status === 402 || code === "insufficient_quota") {
    return new UpstreamFailure(
      "rate_limited",
      `the account at ${server} has no credit left${said}; raise its limit`,
      { elsewhere: true, rests: true, quoted },
    );
  }
  if (status === 429) return rateLimited(asked, quoted, headers);
  if (status === 413) {
    return new UpstreamFailure(
      "prompt_unsupported",
      `the request is too large for ${server}${said}; send less`,
      { quoted },
    );
  }
  if (status >= 400 && status < 500 && status !== 408) {
    return new UpstreamFailure("prompt_unsupported", `${server} refused the request (${status})${said}`, {
      quoted,
      refusedField: refusedFieldIn(message, code, param),
      refusesPrefill: NO_PREFILL.test(`${param} ${message}`),
    });
  }
  const retryAfter = retryAfterOf(headers);
  const when = retryAfter === null ? "" : ` ${inSeconds(retryAfter)}`;
  return new UpstreamFailure(
    "upstream_failed",
    `${server} failed${status === 0 ? "" : ` (${status})`}${said || ": see its log"}; try again${when}`,
    { retryable: true, retryAfter, unwell: true, quoted },
  );
}

function rateLimited({ server }: Asked, quoted: string, headers: Refusal["headers"]): UpstreamFailure {
  const said = quoted === "" ? "" : `: ${quoted}`;
  const retryAfter = retryAfterOf(headers);
  const when = retryAfter === null ? "later" : inSeconds(retryAfter);
  return new UpstreamFailure(
    "rate_limited",
    `${server} limits the rate of requests${said}; try again ${when}`,
    {
      retryable: true,
      retryAfter,
      quoted,
    },
  );
}

function inSeconds(milliseconds: number): string {
  return `in ${Math.ceil(milliseconds / 100) / 10}s`;
}

/** Servers put an error's words in a few places: OpenAI's, vLLM's older one, FastAPI's, Ollama's. */
function wordsOf(body: unknown): { code: string; message: string; param: string | null } {
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

/** Controls and marks that reorder text: an error may be shown on a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, " ").replace(UNSAFE, "\ufffd");
  return line.length > MAX_WORDS ? `${line.slice(0, MAX_WORDS)}…` : line;
}

/** The headers that stand in an error within a stream, where answers have none of their own. */
export function headersWithin(error: unknown): Record<string, string> {
  const entries = Object.entries(recordOf(recordOf(error).headers));
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value)]));
}

/** The status that an error within a stream stands for. */
export function statusWithin(error: unknown): number {
  // LM Studio's, of a path that it does not have.
  if (typeof error === "string" && /^unexpected endpoint/i.test(error)) return 404;
  const { code, status, status_code, type } = recordOf(error);
  const number = [code, status, status_code].map(Number).find((it) => it >= 400 && it < 600);
  if (number !== undefined) return number;
  if (code === "rate_limit_exceeded" || type === "rate_limit_error") return 429;
  return type === "invalid_request_error" || type === "BadRequestError" ? 400 : 0;
}
