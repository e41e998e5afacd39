import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { FAMILIES } from "../families/index.ts";
import { readHeldOut, readTraining, type StoredPackage } from "../snippets/index.ts";
import { type Format, KINDS, toExample, toFrame } from "../stream/index.ts";
import { Tokenizer, type TokenizerFile } from "../tokenizer/index.ts";
import { type Kind, Teacher, type TeacherOptions, type Triple } from "../triples/index.ts";
import { isInScope, take, UNSEEN_PAIRS } from "./take.ts";
import { trainingOptions } from "./training.ts";

export interface StreamOptions {
  readonly snippets: string;
  readonly tokenizer: string;
  readonly seed: number;
  readonly worker: number;
  readonly workers: number;
  readonly format: Format;
  /** A family and its minimum share of the examples, as "name=0.3", to correct something the model learned wrongly. */
  readonly share?: string | undefined;
}

/** Numbers of the families in frames: their index in the list. Two edits count for the first. */
const FAMILY_NUMBERS = new Map(FAMILIES.map(({ name }, index) => [name, index]));
const OTHER_FAMILY = 0xffff;
const CHUNK_BYTES = 1 << 20;

/** Writes training frames as fast as they are read, until the reader closes the stream. */
export async function streamFrames(options: StreamOptions, output: Writable): Promise<void> {
  const tokenizer = readTokenizer(options.tokenizer);
  const teacher = teacherOf(readTraining(options.snippets, options.worker, options.workers), {
    seed: options.seed * 1000 + options.worker,
    ...trainingOptions(),
  });
  let isClosed = false;
  let whenReady: (() => void) | undefined;
  output.on("drain", () => whenReady?.());
  for (const end of ["error", "close"])
    output.on(end, () => {
      isClosed = true;
      whenReady?.();
    });
  let pending: Buffer[] = [];
  let size = 0;
  const [wanted = "", least = "0"] = (options.share ?? "").split("=");
  let takenCount = 0;
  let wantedCount = 0;
  for (const triple of teacher.triples()) {
    const isWanted = triple.family === wanted;
    if (!isWanted && wantedCount < Number(least) * takenCount) continue;
    takenCount++;
    if (isWanted) wantedCount++;
    const frame = frameOf(triple, tokenizer, options.format);
    pending.push(frame);
    size += frame.length;
    if (size < CHUNK_BYTES) continue;
    const canGoOn = output.write(Buffer.concat(pending));
    if (!canGoOn && !isClosed)
      await new Promise<void>((ready) => {
        whenReady = ready;
      });
    if (isClosed) return;
    pending = [];
    size = 0;
  }
}

export interface MeasureOptions extends Omit<StreamOptions, "worker" | "workers"> {
  readonly measures: string;
  /** Number of triples in each measure. */
  readonly count: number;
}

/**
 * Writes the triples that the model is measured on: code of packages that it never sees, with known wordings, with
 * unseen wordings, with unseen pairs of edits, and out of scope. Writes frames for the trainer and JSON lines for other
 * readers.
 */
export function writeMeasures(options: MeasureOptions): void {
  const tokenizer = readTokenizer(options.tokenizer);
  const stored = readHeldOut(options.snippets);
  mkdirSync(options.measures, { recursive: true });
  const write = (name: string, teacher: Teacher, wanted: (kind: Kind) => boolean) => {
    const triples = take(teacher, options.count, wanted);
    writeFileSync(
      join(options.measures, `${name}.bin`),
      Buffer.concat(triples.map((one) => frameOf(one, tokenizer, options.format))),
    );
    writeFileSync(
      join(options.measures, `${name}.jsonl`),
      triples.map((one) => `${JSON.stringify(one)}\n`).join(""),
    );
  };
  const { seed } = options;
  write("known", teacherOf(stored, { seed }), isInScope);
  write("unseen", teacherOf(stored, { seed: seed + 1, familiarity: "unseen" }), isInScope);
  write("combined", teacherOf(stored, { seed: seed + 2, ...UNSEEN_PAIRS }), (kind) => kind === "two edits");
  write(
    "scope",
    teacherOf(stored, { seed: seed + 3, familiarity: "unseen" }),
    (kind) => kind === "out of scope",
  );
  writeFileSync(
    join(options.measures, "names.json"),
    `${JSON.stringify({ families: FAMILIES.map(({ name }) => name), kinds: KINDS })}\n`,
  );
}

export function teacherOf(
  stored: readonly StoredPackage[],
  options: Pick<TeacherOptions, "seed"> & Partial<TeacherOptions>,
): Teacher {
  return new Teacher({
    snippets: stored.flatMap((one) => one.snippets),
    foreign: stored.flatMap((one) => one.foreign),
    familiarity: "seen",
    combinations: "seen",
    ...options,
  });
}

function readTokenizer(path: string): Tokenizer {
  return new Tokenizer(JSON.parse(readFileSync(path, "utf8")) as TokenizerFile);
}

function frameOf(triple: Triple, tokenizer: Tokenizer, format: Format): Buffer {
  const family = FAMILY_NUMBERS.get(triple.family.split("+")[0] ?? "") ?? OTHER_FAMILY;
  return toFrame(toExample(triple, tokenizer, format), family, triple.kind);
}
