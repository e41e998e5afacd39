import { readlink, realpath } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import type { AgentContext, ClientCapabilities } from "@agentclientprotocol/sdk";
import { methods } from "@agentclientprotocol/sdk";
import { type FileSource, lostLinks, readFileSource, writeSource } from "../edit/index.ts";
import { CliError, systemCode } from "../error/index.ts";
import type { FileReference } from "./prompt.ts";
import { refusalText } from "./request-error.ts";
import { linesOf, textOf } from "./selected-lines.ts";

/** A file as it was when an edit of it began. */
export interface OpenFile {
  readonly path: string;
  readonly code: string;
  /**
   * Replaces it, all or nothing; resolves to what the person is to know of it, if anything.
   * @throws {CliError} `file_changed` where it is no longer as it was read, `file_unwritable`, `disk_full`; it is then
   * untouched.
   */
  write(code: string): Promise<string | null>;
}

/**
 * The files of a session. They are read and written through the editor where it offers that, as its buffers may hold
 * what is not saved yet; else on disk.
 */
export class Workspace {
  readonly #client: AgentContext;
  readonly #capabilities: ClientCapabilities;
  readonly #sessionId: string;
  readonly #roots: readonly string[];

  constructor(
    client: AgentContext,
    capabilities: ClientCapabilities,
    sessionId: string,
    roots: readonly string[],
  ) {
    this.#client = client;
    this.#capabilities = capabilities;
    this.#sessionId = sessionId;
    this.#roots = roots;
  }

  /** `signal` gives up an editor that does not answer. */
  async open(path: string, signal: AbortSignal): Promise<OpenFile> {
    const { readTextFile, writeTextFile } = this.#capabilities.fs ?? {};
    if (readTextFile && writeTextFile) {
      const code = await this.#readBuffer(path, signal);
      return { path, code, write: (edited) => this.#writeBuffer(path, code, edited, signal) };
    }
    const source: FileSource = await readFileSource(path);
    const write = async (edited: string) => {
      await writeSource(source.file, edited, path);
      return lostLinks(source.file, path);
    };
    return { path, code: source.code, write };
  }

  /** Whether the file, symbolic links followed, lies in one of the session's folders. */
  async contains(path: string): Promise<boolean> {
    const real = await realOf(path);
    for (const root of this.#roots) {
      const inner = relative(await realOf(root), real);
      if (inner !== "" && !inner.startsWith("..") && !isAbsolute(inner)) return true;
    }
    return false;
  }

  async #readBuffer(path: string, signal: AbortSignal): Promise<string> {
    const answer: { readonly content?: unknown } | null = await this.#client
      .request(
        methods.client.fs.readTextFile,
        { sessionId: this.#sessionId, path },
        { cancellationSignal: signal, stopWaitingOnCancel: true },
      )
      .catch((error: unknown) => {
        const why = refusalText(error);
        throw new CliError("file_unreadable", `the editor did not return ${path}: ${why}`, 1, {
          cause: error,
        });
      });
    // Not every editor keeps to the protocol.
    if (typeof answer?.content === "string") return answer.content;
    throw new CliError("file_unreadable", `the editor did not return ${path}: its answer contains no text`);
  }

  async #writeBuffer(path: string, before: string, after: string, signal: AbortSignal): Promise<null> {
    if ((await this.#readBuffer(path, signal)) !== before) {
      throw new CliError(
        "file_changed",
        `${path} was changed meanwhile, so it was not written; run the edit again`,
      );
    }
    // Awaited even by who has cancelled: else nobody would know whether it is written.
    await this.#client
      .request(methods.client.fs.writeTextFile, { sessionId: this.#sessionId, path, content: after })
      .catch((error: unknown) => {
        const why = refusalText(error);
        throw new CliError("file_unwritable", `the editor did not write ${path}: ${why}`, 1, {
          cause: error,
        });
      });
    return null;
  }
}

/** Where a file is, or would be: a buffer that was never saved has none yet, but its folder may be a link, or its name. */
async function realOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
  }
  const parent = dirname(path);
  if (parent === path) return path;
  const link = await targetOf(path);
  return link === undefined ? join(await realOf(parent), basename(path)) : realOf(resolve(parent, link));
}

/** What a symbolic link says; undefined where the path is none. */
async function targetOf(path: string): Promise<string | undefined> {
  try {
    return await readlink(path);
  } catch (error) {
    if (["ENOENT", "EINVAL"].includes(systemCode(error) ?? "")) return undefined;
    throw error;
  }
}

/**
 * What a question says of a file, or of the lines of it that are meant.
 * @throws {UsageError} `bad_selection` where the file has no such lines.
 */
export async function readForQuestion(
  workspace: Workspace,
  file: FileReference,
  signal: AbortSignal,
): Promise<string> {
  const { code } = await workspace.open(file.path, signal);
  const lines = file.selection === null ? null : linesOf(code, file.selection);
  const place = lines === null ? "" : `, lines ${lines.start} to ${lines.end}`;
  const told = lines === null ? code : textOf(code, lines);
  return `${file.path}${place}:\n\`\`\`\n${told}${told.endsWith("\n") ? "" : "\n"}\`\`\``;
}
