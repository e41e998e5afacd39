import { UsageError } from "../error/index.ts";

/** A file in a hub repository. */
export interface HubFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number | null;
  readonly sha256: string | null;
}

const SPLIT = /-\d{5}-of-\d{5}\.gguf$/i;
// Vision projectors and importance matrices are GGUF files but not models.
const NO_MODEL = /(^|[-_.])(mmproj|imatrix)[-_.]/i;
const QUANT = /(?:^|[-_.])((?:UD-)?(?:I?Q\d\w*|TQ\d\w*|BF16|F16|F32|MXFP4\w*))$/i;
const PREFERRED = ["Q4_K_M", "Q8_0"];

/**
 * Selects the file for `quant`, a quantization (`Q4_K_M`) or a file name. By default, the only file or the most common
 * quantization.
 * @throws {UsageError} `quant_not_found` (lists the available ones); `model_split`.
 */
export function chooseFile(files: readonly HubFile[], quant: string | null, repo: string): HubFile {
  const models = files.filter(({ path }) => /\.gguf$/i.test(path) && !NO_MODEL.test(baseName(path)));
  if (models.length === 0) {
    throw new UsageError("quant_not_found", `${repo} has no GGUF files; look for a repository named …-GGUF`);
  }
  const whole = models.filter(({ path }) => !SPLIT.test(path));
  const found = quant === null ? mostUsualFile(whole) : whole.find(({ path }) => isNamed(path, quant));
  if (found !== undefined) return found;
  const there = `available: ${whole.map(({ path }) => quantOf(path)).join(", ") || "none in one file"}`;
  if (quant === null) throw new UsageError("quant_not_found", `name a quantisation of ${repo}; ${there}`);
  if (models.some(({ path }) => isNamed(path.replace(SPLIT, ".gguf"), quant))) {
    throw new UsageError(
      "model_split",
      `${quant} of ${repo} is split over several files, which Flint cannot pull; ${there}`,
    );
  }
  throw new UsageError("quant_not_found", `${repo} has no ${quant}; ${there}`);
}

function mostUsualFile(files: readonly HubFile[]): HubFile | undefined {
  if (files.length === 1) return files[0];
  for (const quant of PREFERRED) {
    const file = files.find(({ path }) => isNamed(path, quant));
    if (file !== undefined) return file;
  }
  return undefined;
}

function isNamed(path: string, quant: string): boolean {
  const wanted = quant.toLowerCase();
  return [path, baseName(path), quantOf(path)].some((name) => name.toLowerCase() === wanted);
}

/** Returns the quantization in a file name (`Q4_K_M` of `model-Q4_K_M.gguf`), or else the name. */
function quantOf(path: string): string {
  const name = baseName(path);
  return QUANT.exec(name.replace(/\.gguf$/i, ""))?.[1] ?? name;
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
