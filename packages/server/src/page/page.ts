import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { ServerError } from "../errors/index.ts";

export interface PageFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** In quotes, as in the header. */
  readonly etag: string;
  /** Whether the name changes with the content, which lets browsers cache it forever. */
  readonly isImmutable: boolean;
  /** Returns the body in gzip, made when it is first asked for; null if that is not smaller. */
  readonly compressed: () => Promise<Uint8Array<ArrayBuffer> | null>;
}

/** The files of a built web page by request path. The server reads no other files. */
export type Page = ReadonlyMap<string, PageFile>;

const INDEX = "index.html";
/** Folder of the files with a hash in their names. */
const ASSETS = "assets/";
const MEBI = 1024 * 1024;

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
};

/** Reads a page of at most `bytes` bytes into memory. Rejects with {@link ServerError} `page_unreadable`. */
export async function readPage(folder: string, bytes: number): Promise<Page> {
  const page = new Map<string, PageFile>();
  let left = bytes;
  for (const path of await filesOf(folder)) {
    const body = new Uint8Array(await readFile(join(folder, path)));
    left -= body.length;
    if (left < 0) throw unreadable(folder, `has more than ${bytes / MEBI} MiB`);
    page.set(path === INDEX ? "/" : `/${path}`, {
      body,
      type: TYPES[extname(path)] ?? "application/octet-stream",
      etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
      isImmutable: path.startsWith(ASSETS),
      compressed: compressing(body),
    });
  }
  if (!page.has("/")) throw unreadable(folder, `has no ${INDEX}`);
  return page;
}

/** Compresses on a thread of Node's pool, once, and at no server's start. */
function compressing(body: Uint8Array<ArrayBuffer>): PageFile["compressed"] {
  let compressed: ReturnType<PageFile["compressed"]> | null = null;
  return () => {
    compressed ??= promisify(gzip)(body, { level: 9 }).then((short) =>
      short.length < body.length ? new Uint8Array(short) : null,
    );
    return compressed;
  };
}

/** Returns the paths of all files relative to the folder, with slashes. */
async function filesOf(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
  } catch (cause) {
    throw unreadable(folder, "cannot be read", { cause });
  }
}

function unreadable(folder: string, why: string, options?: ErrorOptions): ServerError {
  return new ServerError("page_unreadable", `the page's folder ${folder} ${why}: build it again`, options);
}
