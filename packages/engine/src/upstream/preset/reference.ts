import { type PresetName, presets, type UpstreamTarget } from "./preset.ts";

/**
 * - `unknown_upstream`: no preset has this name.
 * - `bad_url`: not an http(s) URL, or one with a key, a query or a fragment.
 * - `url_missing`: the preset has no default address.
 * - `bad_weight`: not a whole number from 1 to 1000.
 * - `key_missing`: the preset's servers require a key.
 * - `bad_switch`: `FLINT_UPSTREAM_WEBSOCKET` is neither `on` nor `off`.
 */
export type UpstreamReferenceErrorCode =
  | "unknown_upstream"
  | "bad_url"
  | "url_missing"
  | "bad_weight"
  | "key_missing"
  | "bad_switch";

/** An invalid upstream reference. The message names the remedy. */
export class UpstreamReferenceError extends Error {
  override readonly name = "UpstreamReferenceError";
  readonly code: UpstreamReferenceErrorCode;

  constructor(code: UpstreamReferenceErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

const ANY_KEY = "FLINT_UPSTREAM_KEY";
const WEB_SOCKET = "FLINT_UPSTREAM_WEBSOCKET";
const MAX_WEIGHT = 1000;

/**
 * Parses upstream references: `vllm=http://gpu:8000/v1`, `vllm:3=http://…` with a weight, a preset alone if it has a
 * default address, or a URL alone; comma-separated. Keys and the WebSocket switch come from the environment. Throws
 * {@link UpstreamReferenceError}.
 */
export function parseUpstreams(
  text: string,
  env: Readonly<Record<string, string | undefined>>,
): UpstreamTarget[] {
  return text
    .split(/,(?=\s*(?:https?:|[a-z-]+(?::\d+)?(?:=|,|$)))/)
    .map((part) => parseOne(part.trim(), env));
}

/** Whether a text is an upstream reference: a preset with or without a URL, or a URL. */
export function namesUpstream(text: string): boolean {
  const [first = ""] = text.split(",");
  const [name = ""] = first.split("=");
  return Object.hasOwn(presets, name.replace(/:.*$/, "")) || first.includes("=") || /^https?:/.test(first);
}

function parseOne(text: string, env: Readonly<Record<string, string | undefined>>): UpstreamTarget {
  const isUrl = /^https?:/.test(text);
  const [, name = "", weight, url] = isUrl
    ? [text, "openai-compatible", undefined, text]
    : (/^([^:=]*)(?::([^=]*))?(?:=(.*))?$/s.exec(text) ?? []);
  const preset = Object.hasOwn(presets, name) ? presets[name as PresetName] : undefined;
  if (preset === undefined) {
    const names = Object.keys(presets).join(", ");
    throw new UpstreamReferenceError("unknown_upstream", `there is no upstream ${name}: use one of ${names}`);
  }
  const base = url ?? preset.url;
  if (base === null) {
    throw new UpstreamReferenceError("url_missing", `give its address: ${name}=http://HOST:PORT/v1`);
  }
  const key = [...preset.keys, ANY_KEY].map((variable) => env[variable]).find(Boolean);
  if (preset.needsKey && key === undefined && url === undefined) {
    throw new UpstreamReferenceError("key_missing", `${name} needs a key: set ${preset.keys[0] ?? ANY_KEY}`);
  }
  return {
    preset: preset.name,
    url: readUrl(base),
    ...(key !== undefined && { key }),
    ...(weight !== undefined && { weight: readWeight(weight) }),
    ...(!usesSockets(env[WEB_SOCKET]) && { webSocket: false }),
  };
}

function readUrl(text: string): string {
  if (!URL.canParse(text)) {
    throw new UpstreamReferenceError("bad_url", `${text} is not a URL: write http://HOST:PORT/v1`);
  }
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") {
    // Do not quote the text, which contains the key.
    throw new UpstreamReferenceError(
      "bad_url",
      `the URL of ${url.host} has a key in it: set ${ANY_KEY} instead`,
    );
  }
  if (!/^https?:$/.test(url.protocol) || url.search !== "" || url.hash !== "") {
    throw new UpstreamReferenceError("bad_url", `${text} is not a base URL: write http://HOST:PORT/v1`);
  }
  return url.href.replace(/\/+$/, "");
}

function usesSockets(text = ""): boolean {
  if (text === "" || text === "on") return true;
  if (text === "off") return false;
  throw new UpstreamReferenceError("bad_switch", `${WEB_SOCKET} is ${text}: set it to on or off`);
}

function readWeight(text: string): number {
  const weight = Number(text);
  if (/^\d{1,4}$/.test(text) && weight >= 1 && weight <= MAX_WEIGHT) return weight;
  throw new UpstreamReferenceError(
    "bad_weight",
    `${text} is not a weight: it must be a whole number from 1 to ${MAX_WEIGHT}`,
  );
}
