export const LOCAL_PORT = 8080;

/** The address under which a server is found. */
export function createServerUrl(host: string, port = 443, secure = true, basePath = "/"): string {
  const scheme = secure ? "https" : "http";
  const usual = secure ? 443 : 80;
  const shownPort = port === usual ? "" : `:${port}`;
  const path = basePath.startsWith("/") ? basePath : `/${basePath}`;
  return `${scheme}://${host}${shownPort}${path}`;
}

export function localUrl(path: string): string {
  return createServerUrl("localhost", LOCAL_PORT, false, path);
}

export function regionUrls(regions: readonly string[], domain: string): string[] {
  return regions.map((region) => createServerUrl(`${region}.${domain}`));
}
