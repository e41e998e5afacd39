import { type FileHandle, open as openFile, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { CliError, systemCode } from "../error/index.ts";
import { bytes } from "../measure/index.ts";
import { type Opened, open, type Token } from "./http.ts";
import type { Part } from "./part.ts";

export interface TransferLimits {
  /** Milliseconds without data after which the connection counts as lost. Default 30,000. */
  readonly idle: number;
  /** Consecutive attempts without data before giving up. Default 5. */
  readonly attempts: number;
  /** Milliseconds before the second attempt; doubles each time, up to 10 s. Default 500. */
  readonly retryDelay: number;
}

export const TRANSFER_LIMITS: TransferLimits = { idle: 30_000, attempts: 5, retryDelay: 500 };

export interface TransferRequest {
  readonly url: URL;
  readonly part: Part;
  readonly token: Token | null;
  /** Known in advance, or null. */
  readonly sha256: string | null;
  readonly signal: AbortSignal;
  readonly limits: TransferLimits;
  readonly onProgress: (done: number, total: number | null) => void;
  /** Converts an HTTP error status into the error shown to the user. */
  readonly refuse: (status: number) => CliError;
}

export interface Transferred {
  /** The server's SHA-256, if the caller knew none. */
  readonly sha256: string | null;
}

const GGUF_MAGIC = "GGUF";
const MAX_RETRY_DELAY = 10_000;
const RETRYABLE = new Set([408, 425, 429, 500, 502, 503, 504]);

/** A lost connection or a busy server: worth a retry. */
class Cut extends Error {
  override readonly name = "Cut";
}

/**
 * Completes the partial download, with retries after lost connections and busy servers. Rejects with a
 * {@link CliError}; the part is kept, so the same command resumes.
 */
export async function transfer(request: TransferRequest): Promise<Transferred> {
  const { limits, part } = request;
  let failures = 0;
  let delay = limits.retryDelay;
  let best = -1;
  for (;;) {
    const { bytes: before } = await part.downloaded(request.sha256);
    if (before > best) {
      failures = 0;
      delay = limits.retryDelay;
    }
    best = Math.max(best, before);
    try {
      return await attempt(request);
    } catch (error) {
      if (request.signal.aborted) throw error;
      if (!(error instanceof Cut)) throw error;
      if (++failures >= limits.attempts) {
        // Without any data, there is nothing to resume.
        const remedy =
          best > 0
            ? "run the same command again to continue"
            : "check the address and the network, or try again later";
        throw new CliError("download_cut", `${error.message}; ${remedy}`, 1, { cause: error });
      }
      await pause(delay, request.signal);
      delay = Math.min(delay * 2, MAX_RETRY_DELAY);
    }
  }
}

async function attempt(request: TransferRequest): Promise<Transferred> {
  const { url, part, token, signal, limits } = request;
  const { bytes: held, etag } = await part.downloaded(request.sha256);
  const idle = new AbortController();
  const timer = setTimeout(() => idle.abort(), limits.idle);
  let isReached = false;
  try {
    const headers = rangeHeaders(held, etag);
    const both = AbortSignal.any([signal, idle.signal]);
    const { response, sha256 } = await open(url, { headers, token, signal: both });
    isReached = true;
    if (response.status === 416) {
      await response.body?.cancel();
      if (totalOf(response, 0) === held) return { sha256 };
      await part.discard();
      throw new Cut(`${url.host} has a different file than before`);
    }
    if (RETRYABLE.has(response.status)) throw new Cut(`${url.host} answered ${response.status}`);
    if (!response.ok) throw request.refuse(response.status);
    await receive(request, { response, sha256 }, resumeOffset(response, url, held, etag), () =>
      timer.refresh(),
    );
    return { sha256 };
  } catch (error) {
    if (signal.aborted || error instanceof CliError || error instanceof Cut) throw error;
    if (systemCode(error) === "ENOSPC") throw noSpace(part.path, "more");
    if (idle.signal.aborted) throw new Cut(`${url.host} sent nothing for ${limits.idle / 1000} s`);
    // `fetch` reports a broken connection as a TypeError, and a broken body with its own errors.
    if (isNetworkError(error)) {
      const what = isReached ? `the connection to ${url.host} was lost` : `cannot reach ${url.host}`;
      throw new Cut(`${what} (${reason(error)})`);
    }
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function rangeHeaders(held: number, etag: string | null): Record<string, string> {
  if (held === 0) return {};
  return { range: `bytes=${held}-`, ...(etag !== null && { "if-range": etag }) };
}

/** Returns the offset of the body: after the downloaded bytes if the server resumes there, else 0. */
function resumeOffset(response: Response, url: URL, held: number, etag: string | null): number {
  if (response.status !== 206) return 0;
  const start = /^bytes (\d+)-/.exec(response.headers.get("content-range") ?? "")?.[1];
  const sameFile = etag === null || strongEtag(response) === null || strongEtag(response) === etag;
  if (Number(start) !== held || !sameFile)
    throw new CliError(
      "bad_range",
      `${url.host} resumed with a different file; delete the .part file and pull again`,
    );
  return held;
}

async function receive(
  request: TransferRequest,
  { response, sha256 }: Opened,
  offset: number,
  onBytes: () => void,
): Promise<void> {
  const { part } = request;
  const total = totalOf(response, offset);
  if (total !== null) await requireSpace(part.path, total - offset);
  await part.remember({ etag: strongEtag(response), sha256: request.sha256 ?? sha256 });
  const file = await openFile(part.path, offset === 0 ? "w+" : "r+");
  try {
    let position = offset;
    request.onProgress(position, total);
    for await (const chunk of chunks(response)) {
      onBytes();
      await writeAll(file, chunk, position);
      if (position < 4 && position + chunk.length >= 4) await requireMagic(file, request);
      position += chunk.length;
      request.onProgress(position, total);
    }
    if (total !== null && position < total)
      throw new Cut(
        `the connection to ${request.url.host} was lost at ${bytes(position)} of ${bytes(total)}`,
      );
    await file.sync();
  } finally {
    await file.close();
  }
}

async function* chunks(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {
      // A broken body cannot be cancelled; its error is already propagating.
    });
  }
}

async function writeAll(file: FileHandle, chunk: Uint8Array, position: number): Promise<void> {
  let written = 0;
  while (written < chunk.length) {
    written += (await file.write(chunk, written, chunk.length - written, position + written)).bytesWritten;
  }
}

/** Checks the first bytes, to stop a wrong download early. */
async function requireMagic(file: FileHandle, { url, part }: TransferRequest): Promise<void> {
  const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
  if (buffer.toString("latin1") === GGUF_MAGIC) return;
  await part.discard();
  throw new CliError("not_gguf", `${url.host}${url.pathname} is not a GGUF file; check the address`);
}

async function requireSpace(path: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(path));
  if (needed > bavail * bsize) throw noSpace(path, `${bytes(needed)}, and ${bytes(bavail * bsize)} are free`);
}

function noSpace(path: string, needed: string): CliError {
  const folder = dirname(path);
  return new CliError(
    "disk_full",
    `not enough space in ${folder}: it needs ${needed}; free some, or set FLINT_HOME to another disk`,
  );
}

function totalOf(response: Response, offset: number): number | null {
  const ranged = /^bytes .*\/(\d+)$/.exec(response.headers.get("content-range") ?? "")?.[1];
  if (ranged !== undefined) return Number(ranged);
  const length = response.headers.get("content-length");
  return length === null ? null : offset + Number(length);
}

function strongEtag(response: Response): string | null {
  const etag = response.headers.get("etag");
  return etag?.startsWith('"') ? etag : null;
}

function isNetworkError(error: unknown): boolean {
  return (
    error instanceof TypeError ||
    systemCode(error)?.startsWith("UND_ERR") === true ||
    systemCode(error) === "ECONNRESET"
  );
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener("abort", done);
  });
}
