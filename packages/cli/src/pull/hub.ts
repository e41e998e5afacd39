import { CliError } from "../error/index.ts";
import { type Opened, open, type Token } from "./http.ts";
import { chooseFile, type HubFile } from "./quant.ts";
import { requireSafe } from "./source.ts";

export interface Hub {
  readonly endpoint: URL;
  readonly token: Token | null;
}

export interface HubModel {
  readonly url: URL;
  readonly file: HubFile;
  readonly license: string | null;
}

/** Returns the hub at `HF_ENDPOINT` (default Hugging Face), with `HF_TOKEN` as its token. */
export function hubOf(env: NodeJS.ProcessEnv): Hub {
  const address = env.HF_ENDPOINT || "https://huggingface.co";
  if (!URL.canParse(address)) throw new CliError("bad_endpoint", `HF_ENDPOINT is not a URL: ${address}`, 2);
  const endpoint = new URL(address);
  requireSafe(endpoint);
  const token = env.HF_TOKEN ? { origin: endpoint.origin, value: env.HF_TOKEN } : null;
  return { endpoint, token };
}

/** Finds the file of `repo` selected by `quant`, at the repository's current commit. */
export async function findOnHub(
  hub: Hub,
  repo: string,
  quant: string | null,
  signal?: AbortSignal,
): Promise<HubModel> {
  const api = hubUrl(hub, `api/models/${repo}?blobs=true`);
  const { response } = await orUnreachable(api, () =>
    open(api, { token: hub.token, ...(signal && { signal }) }),
  );
  if (!response.ok) throw statusError(response.status, repo, hub, api);
  const { commit, license, files } = readAnswer(await response.json());
  const file = chooseFile(files, quant, repo);
  const path = file.path.split("/").map(encodeURIComponent).join("/");
  return { url: hubUrl(hub, `${repo}/resolve/${commit}/${path}`), file, license };
}

function hubUrl(hub: Hub, path: string): URL {
  return new URL(path, `${hub.endpoint.href.replace(/\/$/, "")}/`);
}

/** Runs a request; a network failure becomes a one-line error that names the host. */
async function orUnreachable(url: URL, request: () => Promise<Opened>): Promise<Opened> {
  try {
    return await request();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const cause = error.cause instanceof Error ? error.cause.message : error.message;
    throw new CliError(
      "unreachable",
      `cannot reach ${url.host} (${cause}); check the network, or set HF_ENDPOINT`,
      1,
      {
        cause: error,
      },
    );
  }
}

/** Returns an error that explains the HTTP status of `url` and the remedy. */
export function statusError(status: number, what: string, hub: Hub, url: URL): CliError {
  if (status === 401 || status === 403) {
    const remedy = url.origin === hub.endpoint.origin ? loginTo(hub) : ELSEWHERE;
    return new CliError("not_allowed", `${what}: private, gated or misspelt (status ${status}); ${remedy}`);
  }
  if (status === 404)
    return new CliError("not_found", `${what}: not found on the server; check the spelling`);
  return new CliError("server_failed", `${what}: the server answered ${status}; try again later`);
}

/** The remedy for other hosts, as the token is only for the hub. */
const ELSEWHERE = "Flint can log in to the hub only: download the file yourself, and use it with --model";

function loginTo({ endpoint, token }: Hub): string {
  return token === null
    ? `set HF_TOKEN to a token from ${endpoint.origin}/settings/tokens`
    : "accept its licence on its page, or check HF_TOKEN";
}

interface Answer {
  readonly commit: string;
  readonly license: string | null;
  readonly files: readonly HubFile[];
}

function readAnswer(value: unknown): Answer {
  const answer = asRecord(value);
  const siblings = Array.isArray(answer.siblings) ? answer.siblings : [];
  const { license } = asRecord(answer.cardData);
  return {
    commit: typeof answer.sha === "string" && /^\w+$/.test(answer.sha) ? answer.sha : "main",
    license: typeof license === "string" ? license : null,
    files: siblings.map(asRecord).map((sibling) => ({
      path: typeof sibling.rfilename === "string" ? sibling.rfilename : "",
      size: typeof sibling.size === "number" ? sibling.size : null,
      sha256: sha256Of(asRecord(sibling.lfs).sha256),
    })),
  };
}

function sha256Of(value: unknown): string | null {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value) ? value : null;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
