export type Deploy = (server: string, version: string) => Promise<void>;

export interface Deployment {
  readonly succeeded: string[];
  readonly failed: { readonly server: string; readonly error: Error }[];
}

/** Which servers now run this version, and which do not, and why. */
export async function deployAll(
  servers: readonly string[],
  version: string,
  deploy: Deploy,
): Promise<Deployment> {
  const results = await Promise.allSettled(servers.map(async (server) => deploy(server, version)));
  const deployment: Deployment = { succeeded: [], failed: [] };
  results.forEach((result, index) => {
    const server = servers[index];
    if (result.status === "fulfilled") {
      deployment.succeeded.push(server);
    } else {
      const { reason } = result;
      deployment.failed.push({ server, error: reason instanceof Error ? reason : new Error(String(reason)) });
    }
  });
  if (servers.length > 0 && deployment.succeeded.length === 0) {
    throw new AggregateError(
      deployment.failed.map(({ error }) => error),
      `no server could be brought to ${version}`,
    );
  }
  return deployment;
}
