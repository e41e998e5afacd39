export type Deploy = (server: string, version: string) => Promise<void>;

/** The servers that now run this version. */
export async function deployAll(
  servers: readonly string[],
  version: string,
  deploy: Deploy,
): Promise<string[]> {
  const done: string[] = [];
  for (const server of servers) {
    await deploy(server, version);
    done.push(server);
  }
  return done;
}
