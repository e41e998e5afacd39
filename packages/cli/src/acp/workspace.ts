import { readlink, realpath } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import type { AgentContext, ClientCapabilities } from "@agentclientprotocol/sdk";
import { methods } from "@agentclientprotocol/sdk";
import { type FileSource, hardLinkNote, readFileSource, writeSource } from "../edit/index.ts";
import { CliError, systemCode } from "../error/index.ts";
import type { FileReference } from "./prompt.ts";
import { refusalText } from "./request-error.ts";
import { limitSelection, textOf } from "./selected-lines.ts";

/** A file as it was when its edit started. */
export interface OpenFile {
  readonly path: string;
  readonly code: string;
  /**
   * Replaces the file atomically. Resolves to a note for the user, or null.
   * @throws {CliError} `file_changed` if it changed since it was read, `file_unwritable`, `disk_full`; the file is then
   * unchanged.
   */
  write(code: string): Promise<string | null>;
}

/**
 * A session's files. Read and written through the editor if it supports that, since its buffers may have unsaved
 * changes; otherwise on disk.
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

  /** `signal` aborts waiting for an editor that does not respond. */
  async open(path: string, signal: AbortSignal): Promise<OpenFile> {
    const { readTextFile, writeTextFile } = this.#capabilities.fs ?? {};
    if (readTextFile && writeTextFile) {
      const code = await this.#readBuffer(path, signal);
      return { path, code, write: (edited) => this.#writeBuffer(path, code, edited, signal) };
    }
    const source: FileSource = await readFileSource(path);
    const write = async (edited: string) => {
      await writeSource(source.file, edited, path);
      return hardLinkNote(source.file, path);
    };
    return { path, code: source.code, write };
  }

  /** Whether the file, after following symbolic links, is in one of the session's folders. */
  async contains(path: string): Promise<boolean> {
    const real = await realPathOf(path);
    for (const root of this.#roots) if (holds(await realPathOf(root), real)) return true;
    return false;
  }

  /** Returns the real path of a file that seems to be in one of the session's folders but is not; null for others. */
  async leadsOut(path: string): Promise<string | null> {
    const isNamedWithin = this.#roots.some((root) => holds(resolve(root), resolve(path)));
    return isNamedWithin && !(await this.contains(path)) ? realPathOf(path) : null;
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
    // Some editors violate the protocol.
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
    // Awaited even after a cancel, to know whether the file was written.
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

/** Whether the path is below the folder. */
function holds(folder: string, path: string): boolean {
  const inner = relative(folder, path);
  return inner !== "" && !inner.startsWith("..") && !isAbsolute(inner);
}

/** Resolves the real path of a file that may not exist yet; its folder, or the file itself, may be a symbolic link. */
async function realPathOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
  }
  const parent = dirname(path);
  if (parent === path) return path;
  const link = await targetOf(path);
  return link === undefined
    ? join(await realPathOf(parent), basename(path))
    : realPathOf(resolve(parent, link));
}

/** Returns a symbolic link's target; undefined if the path is not a link. */
async function targetOf(path: string): Promise<string | undefined> {
  try {
    return await readlink(path);
  } catch (error) {
    if (["ENOENT", "EINVAL"].includes(systemCode(error) ?? "")) return undefined;
    throw error;
  }
}

/**
 * Reads a file, or the referenced lines of it, for a question.
 * @throws {UsageError} `bad_selection` if the file has no such lines.
 */
export async function readForQuestion(
  workspace: Workspace,
  file: FileReference,
  signal: AbortSignal,
): Promise<string> {
  const { code } = await workspace.open(file.path, signal);
  const lines = file.selection === null ? null : limitSelection(code, file.selection);
  const place = lines === null ? "" : `, lines ${lines.start} to ${lines.end}`;
  const told = lines === null ? code : textOf(code, lines);
  return `${file.path}${place}:\n\`\`\`\n${told}${told.endsWith("\n") ? "" : "\n"}\`\`\``;
}
