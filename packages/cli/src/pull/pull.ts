import { stat } from "node:fs/promises";
import { join } from "node:path";
import { EngineError, type GgufHeader, readGguf } from "@flint/engine";
import { claim } from "../claim/index.ts";
import { CliError, systemCode, UsageError } from "../error/index.ts";
import { makeFolder, replaceFile } from "../folder/index.ts";
import { BUNDLED, type Manifest, readManifest, removeManifest, writeManifest } from "../models/index.ts";
import { sha256File } from "./digest.ts";
import { findOnHub, type Hub, statusError } from "./hub.ts";
import { Part } from "./part.ts";
import { baseName } from "./quant.ts";
import { type PullSource, parseSource } from "./source.ts";
import { TRANSFER_LIMITS, type TransferLimits, transfer } from "./transfer.ts";

export interface PullRequest {
  /** `hf:user/repo:quant`, or a URL. */
  readonly source: string;
  readonly folder: string;
  readonly hub: Hub;
  /** The model's id. Default: the file's name without `.gguf`. */
  readonly as?: string;
  /** Expected SHA-256 in hex. Default: the server's, if it gives one. */
  readonly sha256?: string;
  readonly signal: AbortSignal;
  readonly limits?: Partial<TransferLimits>;
  readonly onProgress?: (done: number, total: number | null) => void;
}

export interface Pulled {
  readonly manifest: Manifest;
  readonly path: string;
  /** Whether the file was verified against a given checksum. */
  readonly checked: boolean;
  /** Whether the model was already present, so nothing was fetched. */
  readonly present: boolean;
}

interface Target {
  readonly id: string;
  readonly label: string;
  readonly url: URL;
  readonly sha256: string | null;
  readonly license: string | null;
}

/**
 * Downloads a model into the folder: resumes after interruptions, verifies, and renames it to its place when complete.
 * Rejects with a `CliError` that names the remedy, or with the signal's reason.
 */
export async function pull(request: PullRequest): Promise<Pulled> {
  const target = await locate(request, parseSource(request.source));
  const path = join(request.folder, `${target.id}.gguf`);
  prepareFolder(request.folder);
  const release = claim(path, pullRunningError);
  try {
    const present = await findPresent(request, path, target);
    return present ?? (await fetchInto(request, target, path));
  } finally {
    release();
  }
}

function pullRunningError(holder: number | null): CliError {
  return new CliError(
    "pull_running",
    holder === null
      ? "another process is already pulling this model; wait for it"
      : `process ${holder} is already pulling this model; wait for it`,
  );
}

async function locate(request: PullRequest, source: PullSource): Promise<Target> {
  const given = checksum(request.sha256);
  if (source.type === "url") {
    const id = idOf(request.as, source.file);
    return { id, label: source.label, url: source.url, sha256: given, license: null };
  }
  const found = await findOnHub(request.hub, source.repo, source.quant, request.signal);
  const id = idOf(request.as, baseName(found.file.path));
  const { url, license } = found;
  return { id, label: source.label, url, sha256: given ?? found.file.sha256, license };
}

async function fetchInto(request: PullRequest, target: Target, path: string): Promise<Pulled> {
  const part = new Part(path);
  const { sha256: named } = await transfer({
    url: target.url,
    part,
    token: request.hub.token,
    sha256: target.sha256,
    signal: request.signal,
    limits: { ...TRANSFER_LIMITS, ...request.limits },
    onProgress: request.onProgress ?? (() => {}),
    refuse: (status) => statusError(status, target.label, request.hub, target.url),
  });
  const expected = target.sha256 ?? named;
  const sha256 = await sha256File(part.path, request.signal);
  if (expected !== null && sha256 !== expected) {
    await part.discard();
    throw new CliError(
      "checksum_mismatch",
      `${target.label}: the file's SHA-256 is ${sha256}, not ${expected}; it was deleted, pull it again`,
    );
  }
  const manifest = await describe(part.path, target, sha256).catch(async (error: unknown) => {
    if (error instanceof CliError) await part.discard();
    throw error;
  });
  // Remove the manifest first: if this is interrupted, no manifest has another file's checksum.
  await removeManifest(request.folder, target.id);
  replaceFile(part.path, path);
  await writeManifest(request.folder, manifest);
  await part.forget();
  return { manifest, path, checked: expected !== null, present: false };
}

async function describe(path: string, target: Target, sha256: string): Promise<Manifest> {
  const header = await readHeader(path, target.label);
  const { size } = await stat(path);
  return {
    id: target.id,
    source: target.label,
    aliases: [],
    size,
    sha256,
    license: target.license ?? header.license,
    contextLength: header.trainContextLength || null,
    pulled: new Date().toISOString(),
  };
}

async function readHeader(path: string, label: string): Promise<GgufHeader> {
  try {
    return await readGguf(path);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new CliError("not_gguf", `${label} is not a usable GGUF file; pull another one`, 1, {
      cause: error,
    });
  }
}

/** Returns the model if it is already present. Throws if the id belongs to another model, which is never overwritten. */
async function findPresent(request: PullRequest, path: string, target: Target): Promise<Pulled | null> {
  if (!(await exists(path))) return null;
  const manifest = await readManifest(request.folder, target.id);
  if (manifest === null) return adopt(request, path, target);
  const isSame = target.sha256 !== null && manifest.sha256 === target.sha256;
  if (manifest.source !== target.label && !isSame) {
    throw new UsageError(
      "id_taken",
      `${target.id} was pulled from ${manifest.source}; choose another id with --as`,
    );
  }
  const isOutdated = target.sha256 !== null && !isSame;
  if (isOutdated) return null;
  const known = await withAlias(request.folder, manifest, target.label);
  return { manifest: known, path, checked: isSame, present: true };
}

/** Adds `label` to the manifest's aliases, so that the model is found by it too. */
async function withAlias(folder: string, manifest: Manifest, label: string): Promise<Manifest> {
  if (label === manifest.source || manifest.aliases.includes(label)) return manifest;
  const known = { ...manifest, aliases: [...manifest.aliases, label] };
  await writeManifest(folder, known);
  return known;
}

/** Adopts a file without a manifest, copied by hand or left by a killed pull, if it is the requested one. */
async function adopt({ folder, signal }: PullRequest, path: string, target: Target): Promise<Pulled> {
  const { sha256 } = target;
  if (sha256 === null || (await sha256File(path, signal)) !== sha256) {
    throw new UsageError(
      "id_taken",
      `${path} already exists and may not be ${target.label}; move it away, or choose another id with --as`,
    );
  }
  const manifest = await describe(path, target, sha256);
  await writeManifest(folder, manifest);
  return { manifest, path, checked: true, present: true };
}

function idOf(as: string | undefined, file: string): string {
  const id = as ?? file.replace(/\.gguf$/i, "");
  if (!/^[\w][\w.-]{0,199}$/.test(id)) {
    throw new UsageError(
      "bad_id",
      `"${id}" cannot be a model's id: use letters, digits, ".", "_" and "-" with --as`,
    );
  }
  if (id === BUNDLED.id)
    throw new UsageError("id_taken", `"${id}" is the bundled model; choose another id with --as`);
  return id;
}

function checksum(value: string | undefined): string | null {
  if (value === undefined) return null;
  if (!/^[0-9a-f]{64}$/i.test(value))
    throw new UsageError("bad_checksum", "--sha256 must have 64 hex digits");
  return value.toLowerCase();
}

function prepareFolder(folder: string): void {
  try {
    makeFolder(folder);
  } catch (error) {
    throw new CliError(
      "folder_unwritable",
      `cannot make ${folder} (${systemCode(error) ?? "unknown"}); set FLINT_HOME to a folder of yours`,
      1,
      { cause: error },
    );
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (systemCode(error) === "ENOENT") return false;
    throw error;
  }
}
