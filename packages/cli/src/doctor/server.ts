import { cacheFinding } from "./cache.ts";
import { type Finding, ok, warning } from "./finding.ts";

const DEFAULT_PORT = 8787;
const PATIENCE = 2_000;

/**
 * Reports the state of the Flint server on the default port and of its engine; empty if there is none. `key` gives
 * access to its metrics if it requires keys.
 */
export async function checkServer(port = DEFAULT_PORT, key = process.env.FLINT_KEY): Promise<Finding[]> {
  const url = `http://127.0.0.1:${port}`;
  const headers: HeadersInit = key ? { authorization: `Bearer ${key}` } : {};
  const [ready, figures] = await Promise.all([ask(`${url}/readyz`), ask(`${url}/metrics`, headers)]);
  if (ready === null) return [];
  const reason = reasonIn(ready.text);
  const takesWork = ready.status === 200 && ready.text.includes('"ok"');
  if (!takesWork && reason === null) return [];
  const engine = figures?.status === 200 ? engineOf(figures.text) : null;
  const facts = { url, ...engine };
  const counts = engine === null ? keyHint(figures?.status) : countsOf(engine);
  const cache = figures?.status === 200 ? cacheFinding(figures.text) : null;
  if (takesWork)
    return [ok("server", `a Flint server at ${url} accepts work${counts}`, facts), ...(cache ? [cache] : [])];
  return [
    warning("server", `a Flint server at ${url} accepts no work: ${reason}${counts}`, "restart it", facts),
  ];
}

async function ask(url: string, headers: HeadersInit = {}): Promise<{ status: number; text: string } | null> {
  try {
    const answer = await fetch(url, { headers, signal: AbortSignal.timeout(PATIENCE) });
    return { status: answer.status, text: await answer.text() };
  } catch {
    // Nothing listens there, or it does not speak HTTP: not a Flint server.
    return null;
  }
}

/** Returns the reason that a Flint server gives for not being ready. */
function reasonIn(text: string): string | null {
  try {
    const { error } = JSON.parse(text);
    return error?.code === "not_ready" || error?.code === "server_shutting_down"
      ? String(error.message)
      : null;
  } catch {
    return null;
  }
}

function keyHint(status: number | undefined): string {
  const takesKey = status === 401 || status === 403;
  return takesKey ? "; to read its figures, set FLINT_KEY to a key with the scope metrics" : "";
}

function countsOf({ models, deaths, hangs }: ReturnType<typeof engineOf>): string {
  return `; ${models} models in memory, its engine's process died ${deaths} times, ${hangs} of them because it hung`;
}

function engineOf(text: string) {
  const figure = (name: string) => Number(new RegExp(`^${name} (\\d+)$`, "m").exec(text)?.[1] ?? 0);
  return {
    models: figure("flint_engine_models"),
    deaths: figure("flint_engine_deaths_total"),
    hangs: figure("flint_engine_hangs_total"),
  };
}
