const DEFAULT_PORTS: Readonly<Record<string, number>> = { "http:": 80, "https:": 443 };

/**
 * Returns the proxy for a server, or null. Reads `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` like undici, lower case first,
 * so that sockets and requests use the same proxy. Throws a `TypeError` for an invalid URL.
 */
export function proxyFor({ protocol, hostname, port }: URL, env: NodeJS.ProcessEnv): URL | null {
  const plain = env.http_proxy ?? env.HTTP_PROXY;
  const proxy = protocol === "https:" ? (env.https_proxy ?? env.HTTPS_PROXY ?? plain) : plain;
  if (!proxy) return null;
  const [host, number] = [hostname.toLowerCase(), Number(port) || DEFAULT_PORTS[protocol]];
  const isPast = exceptions(env).some(
    (it) => (it.port === null || it.port === number) && covers(it.host, host),
  );
  return isPast ? null : new URL(proxy);
}

function exceptions(env: NodeJS.ProcessEnv): { host: string; port: number | null }[] {
  const text = env.no_proxy ?? env.NO_PROXY ?? "";
  return text
    .split(/[,\s]/)
    .filter(Boolean)
    .map((entry) => {
      const [, host = entry, port] = /^(.+):(\d+)$/.exec(entry) ?? [];
      return { host: host.toLowerCase(), port: port === undefined ? null : Number(port) };
    });
}

function covers(exception: string, host: string): boolean {
  if (exception === "*") return true;
  return /^[.*]/.test(exception) ? host.endsWith(exception.replace(/^\*/, "")) : host === exception;
}
