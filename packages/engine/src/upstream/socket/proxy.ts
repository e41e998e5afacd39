const DEFAULT_PORTS: Readonly<Record<string, number>> = { "http:": 80, "https:": 443 };

/**
 * The proxy for a server; null where it is reached without one. As undici reads `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`,
 * small letters first, so that sockets go the way that requests go. Throws a `TypeError` for what is no URL.
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
