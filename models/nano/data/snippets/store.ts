import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import type { SourcePackage } from "../packages/index.ts";
import type { PackageSnippets } from "./collect.ts";
import type { Snippet } from "./extract.ts";
import type { ForeignSnippet } from "./foreign.ts";

/** Number of files for the training snippets: up to as many processes can share them. */
const SHARDS = 16;

/** One package in a shard. */
export interface StoredPackage {
  readonly package: Omit<SourcePackage, "heldOut">;
  readonly snippets: readonly Snippet[];
  readonly foreign: readonly ForeignSnippet[];
}

/**
 * Writes `train-00.br` … and `held-out.br`: brotli-compressed JSON lines, with a package's name, version and licence
 * before its snippets. Each package goes to the smallest shard so far.
 */
export function writeSnippets(folder: string, collected: Iterable<PackageSnippets>, quality: number): void {
  const shards = Array.from({ length: SHARDS }, () => ({ lines: [] as string[], size: 0 }));
  const heldOut: string[] = [];
  for (const { package: one, snippets, foreign } of collected) {
    const lines = [
      JSON.stringify({ name: one.name, version: one.version, licence: one.licence }),
      ...snippets.map(({ language, code }) => JSON.stringify([language, code])),
      ...foreign.map(({ language, code }) => JSON.stringify([language, code, 1])),
    ];
    if (one.heldOut) {
      heldOut.push(...lines);
      continue;
    }
    const shard = shards.reduce((least, other) => (other.size < least.size ? other : least));
    shard.lines.push(...lines);
    shard.size += lines.reduce((sum, line) => sum + line.length, 0);
  }
  mkdirSync(folder, { recursive: true });
  for (const [index, { lines }] of shards.entries())
    writeShard(join(folder, shardName(index)), lines, quality);
  writeShard(join(folder, HELD_OUT), heldOut, quality);
}

/**
 * Reads the training shards of worker `worker` of `workers`. Workers share no shards unless there are more workers than
 * shards.
 */
export function readTraining(folder: string, worker = 0, workers = 1): StoredPackage[] {
  const names = snippetFiles(folder).filter((name) => name !== HELD_OUT);
  if (names.length === 0) throw new Error(`${folder} has no snippets: run the command "extract" first`);
  const mine = names.filter((_, index) => index % workers === worker % Math.min(workers, names.length));
  return mine.flatMap((name) => readShard(join(folder, name)));
}

export function readHeldOut(folder: string): StoredPackage[] {
  return readShard(join(folder, HELD_OUT));
}

function snippetFiles(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".br"))
        .sort()
    : [];
}

const HELD_OUT = "held-out.br";

function shardName(index: number): string {
  return `train-${String(index).padStart(2, "0")}.br`;
}

function writeShard(path: string, lines: readonly string[], quality: number): void {
  const text = Buffer.from(lines.join("\n"));
  const packed = brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  });
  writeFileSync(path, packed);
}

function readShard(path: string): StoredPackage[] {
  const packages: { package: StoredPackage["package"]; snippets: Snippet[]; foreign: ForeignSnippet[] }[] =
    [];
  const text = brotliDecompressSync(readFileSync(path)).toString();
  if (text === "") return packages;
  for (const line of text.split("\n")) {
    const value: unknown = JSON.parse(line);
    if (!Array.isArray(value)) {
      packages.push({ package: value as StoredPackage["package"], snippets: [], foreign: [] });
      continue;
    }
    const [language, code, isForeign] = value;
    if (isForeign) packages.at(-1)?.foreign.push({ language, code });
    else packages.at(-1)?.snippets.push({ language, code });
  }
  return packages;
}
