export const LOCAL_PORT = 8080;

export interface ServerUrlOptions {
  readonly host: string;
  readonly port?: number;
  readonly secure?: boolean;
  readonly basePath?: string;
}

/** The address under which a server is found. */
export function createServerUrl({
  host,
  port = 443,
  secure = true,
  basePath = "/",
}: ServerUrlOptions): string {
  const scheme = secure ? "https" : "http";
  const usual = secure ? 443 : 80;
  const shownPort = port === usual ? "" : `:${port}`;
  const path = basePath.startsWith("/") ? basePath : `/${basePath}`;
  return `${scheme}://${host}${shownPort}${path}`;
}

export function localUrl(path: string): string {
  return createServerUrl({ host: "localhost", port: LOCAL_PORT, secure: false, basePath: path });
}

export function regionUrls(regions: readonly string[], domain: string): string[] {
  return regions.map((region) => createServerUrl({ host: `${region}.${domain}` }));
}
