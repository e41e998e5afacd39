import { createHash } from "node:crypto";
import { open, readFile, writeFile } from "node:fs/promises";
import { arch, availableParallelism, cpus, platform } from "node:os";
import { dirname, join } from "node:path";
import { pid } from "node:process";
import { makeFolder, replaceFile } from "../../folder/index.ts";
import type { MeasuredCosts } from "./step-costs.ts";

/** Bytes hashed to identify a model file, together with its length: metadata and the first weights. */
const HASHED = 1 << 20;

/** What a model's measurements depend on besides the model. */
export interface MeasuredOn {
  /** Version and variant of the binding. */
  readonly binding: string;
  readonly threads: number;
  readonly contextLength: number;
  readonly flashAttention: boolean | "auto";
  readonly draftSizes: readonly number[];
}

/** Stores a model's measurements on this machine. They are optional: if unreadable, they are measured again. */
export class MeasurementsFile {
  readonly #path: string;

  static async of(folder: string, model: string, on: MeasuredOn): Promise<MeasurementsFile> {
    const machine = [cpus()[0]?.model, availableParallelism(), platform(), arch()];
    const hash = createHash("sha256").update(await beginningOf(model));
    hash.update(JSON.stringify([machine, on]));
    return new MeasurementsFile(join(folder, `${hash.digest("hex").slice(0, 32)}.json`));
  }

  private constructor(path: string) {
    this.#path = path;
  }

  async read(): Promise<MeasuredCosts | null> {
    try {
      const value: unknown = JSON.parse(await readFile(this.#path, "utf8"));
      return isMeasuredCosts(value) ? value : null;
    } catch {
      return null;
    }
  }

  /** Resolves to false if the file cannot be written. */
  async write(costs: MeasuredCosts): Promise<boolean> {
    const part = `${this.#path}.${pid}.part`;
    try {
      await makeFolder(dirname(this.#path));
      await writeFile(part, JSON.stringify(costs));
      await replaceFile(part, this.#path);
      return true;
    } catch {
      return false;
    }
  }
}

async function beginningOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(HASHED), position: 0 });
    const { size } = await file.stat();
    return Buffer.concat([buffer.subarray(0, bytesRead), Buffer.from(String(size))]);
  } finally {
    await file.close();
  }
}

function isMeasuredCosts(value: unknown): value is MeasuredCosts {
  if (typeof value !== "object" || value === null) return false;
  return ["one", "all", "noise"].every((key) => isTable(Reflect.get(value, key)));
}

function isTable(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every(
      (row) =>
        Array.isArray(row) && row.length === 2 && row.every((cell) => Number.isFinite(cell) && cell >= 0),
    )
  );
}
