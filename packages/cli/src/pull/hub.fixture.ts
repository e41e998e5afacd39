import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface SeenRequest {
  readonly path: string;
  readonly range: string | undefined;
  readonly authorization: string | undefined;
}

export interface FakeHub {
  readonly origin: string;
  readonly requests: SeenRequest[];
  /** Number of bytes after which a body is cut, for each of the next file requests. */
  readonly cuts: number[];
  /** HTTP statuses with which the next file requests are refused. */
  readonly refusals: number[];
  close(): Promise<void>;
}

export interface FakeHubOptions {
  readonly files?: Readonly<Record<string, Buffer>>;
  /** SHA-256 to send instead of the right one. */
  readonly sha256?: string;
  /** Size that the server reports. */
  readonly claimedSize?: number;
  readonly token?: string;
  /** Origin that file requests are redirected to, as the real hub redirects to its CDN. */
  readonly cdn?: string;
  readonly noRange?: boolean;
}

/** Starts a local hub: a model list, and files with ranges, ETags and the checksum header. */
export async function startHub(options: FakeHubOptions = {}): Promise<FakeHub> {
  const requests: SeenRequest[] = [];
  const cuts: number[] = [];
  const refusals: number[] = [];
  const files = options.files ?? {};

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://hub").pathname);
    const { range, authorization } = request.headers;
    requests.push({ path, range, authorization });
    if (options.token !== undefined && authorization !== `Bearer ${options.token}`) {
      response.writeHead(401).end();
    } else if (path.startsWith("/api/models/")) {
      listing(path, response);
    } else if (options.cdn !== undefined) {
      response
        .writeHead(302, { location: `${options.cdn}${request.url}`, "x-linked-etag": `"${digest(path)}"` })
        .end();
    } else {
      body(path, range, response);
    }
  }

  function listing(path: string, response: ServerResponse): void {
    if (path !== "/api/models/user/repo") {
      response.writeHead(404).end();
      return;
    }
    const siblings = Object.entries(files).map(([rfilename, bytes]) => ({
      rfilename,
      size: bytes.length,
      lfs: { sha256: digest(rfilename) },
    }));
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ sha: "c0ffee", cardData: { license: "mit" }, siblings }));
  }

  function body(path: string, range: string | undefined, response: ServerResponse): void {
    const refusal = refusals.shift();
    const bytes = fileAt(path);
    if (refusal !== undefined || bytes === undefined) {
      response.writeHead(refusal ?? 404).end();
      return;
    }
    const start = options.noRange ? 0 : Number(/^bytes=(\d+)-$/.exec(range ?? "")?.[1] ?? 0);
    const size = options.claimedSize ?? bytes.length;
    if (start >= bytes.length) {
      response.writeHead(416, { "content-range": `bytes */${size}` }).end();
      return;
    }
    response.setHeader("etag", `"${digest(path)}"`);
    response.setHeader("content-length", size - start);
    if (start > 0) response.writeHead(206, { "content-range": `bytes ${start}-${size - 1}/${size}` });
    const cut = cuts.shift();
    if (cut === undefined) response.end(bytes.subarray(start));
    else response.write(bytes.subarray(start, start + cut), () => response.socket?.end());
  }

  function fileAt(path: string): Buffer | undefined {
    const name = Object.keys(files).find((file) => path.endsWith(file));
    return name === undefined ? undefined : files[name];
  }

  function digest(path: string): string {
    return (
      options.sha256 ??
      createHash("sha256")
        .update(fileAt(path) ?? "")
        .digest("hex")
    );
  }

  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    cuts,
    refusals,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
