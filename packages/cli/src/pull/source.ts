import { UsageError } from "../error/index.ts";

export type PullSource =
  | { readonly type: "hub"; readonly repo: string; readonly quant: string | null; readonly label: string }
  | { readonly type: "url"; readonly url: URL; readonly file: string; readonly label: string };

const HUB = /^hf:([\w.-]+\/[\w.-]+)(?::([\w./-]+))?$/;

/** Parses `hf:user/repo[:quant]` or a URL. `label` is the displayed and stored form, without a query. */
export function parseSource(text: string): PullSource {
  const hub = HUB.exec(text);
  if (hub !== null) return { type: "hub", repo: hub[1] ?? "", quant: hub[2] ?? null, label: text };
  if (text.startsWith("hf:")) {
    throw new UsageError(
      "bad_source",
      `cannot read "${text}"; write hf:user/repo:quant, such as hf:Qwen/Qwen3-4B-GGUF:Q4_K_M`,
    );
  }
  if (!URL.canParse(text)) {
    throw new UsageError(
      "bad_source",
      `cannot read "${text}"; write hf:user/repo:quant or https://…/model.gguf`,
    );
  }
  const url = new URL(text);
  requireSafe(url);
  if (url.username !== "" || url.password !== "") {
    throw new UsageError("bad_source", "the URL contains a password; for Hugging Face, set HF_TOKEN instead");
  }
  if (!url.pathname.toLowerCase().endsWith(".gguf")) {
    throw new UsageError(
      "bad_source",
      `${url.host}${url.pathname} is not a .gguf file; Flint runs GGUF models only`,
    );
  }
  return { type: "url", url, file: fileIn(url), label: `${url.origin}${url.pathname}` };
}

/** Returns the decoded file name of a URL. */
function fileIn({ pathname }: URL): string {
  const name = pathname.slice(pathname.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch (cause) {
    if (!(cause instanceof URIError)) throw cause;
    throw new UsageError("bad_source", `${name} has a % that is not an escape; write it as %25`, { cause });
  }
}

/** Requires https, except for this machine. */
export function requireSafe(url: URL): void {
  if (url.protocol === "https:") return;
  if (url.protocol === "http:" && isLoopback(url.hostname)) return;
  throw new UsageError("unsafe_url", `${url.protocol}//${url.host} cannot be used: use https`);
}

/** Requires that a redirect does not lead from another machine to a program of this one, which may trust requests. */
export function requireSafeRedirect(from: URL, to: URL): void {
  if (!isLoopback(to.hostname) || isLoopback(from.hostname)) return;
  throw new UsageError(
    "unsafe_url",
    `${from.host} redirects to ${to.host}, which is this machine: use another source`,
  );
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
}
