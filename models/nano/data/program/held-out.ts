import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { readHeldOut } from "../snippets/index.ts";
import type { Kind, TeacherOptions, Triple } from "../triples/index.ts";
import { teacherOf } from "./stream.ts";
import { isInScope, take, UNSEEN_PAIRS } from "./take.ts";

export interface HeldOutOptions {
  readonly snippets: string;
  readonly seed: number;
  /** Number of triples in total. */
  readonly count: number;
  /** The output file. */
  readonly out: string;
}

/**
 * The parts of the measurement, by the name that results are grouped by: each part's share and the triples drawn for
 * it.
 */
const HELD_OUT_PARTS: readonly {
  readonly phrasing: string;
  readonly share: number;
  readonly options: Partial<TeacherOptions>;
  readonly wanted: (kind: Kind) => boolean;
}[] = [
  { phrasing: "known", share: 0.4, options: {}, wanted: isInScope },
  { phrasing: "unseen", share: 0.4, options: { familiarity: "unseen" }, wanted: isInScope },
  {
    phrasing: "combined",
    share: 0.1,
    options: UNSEEN_PAIRS,
    wanted: (kind) => kind === "two edits",
  },
  {
    phrasing: "scope",
    share: 0.1,
    options: { familiarity: "unseen" },
    wanted: (kind) => kind === "out of scope",
  },
];

/**
 * Writes the held-out edits for `npm run eval -- --suite nano` as JSON lines: code of packages that the model never
 * sees, with known and unseen wordings, unseen pairs of edits, and requests out of scope. No triple is written twice.
 */
export function writeHeldOut({ snippets, seed, count, out }: HeldOutOptions): void {
  const stored = readHeldOut(snippets);
  const lines: string[] = [];
  const known = new Set<string>();
  for (const [index, { phrasing, share, options, wanted }] of HELD_OUT_PARTS.entries()) {
    const isNew = ({ instruction, before }: Triple) => {
      const key = `${instruction}\n${before}`;
      return !known.has(key) && known.add(key);
    };
    // An offset, because the seeds of `writeMeasures` are close: these must be other edits.
    const teacher = teacherOf(stored, { seed: seed + 1_000 + index, ...options });
    for (const triple of take(teacher, Math.round(share * count), wanted, isNew)) {
      const { instruction, before, after, family, kind, language } = triple;
      const id = `${phrasing}-${lines.length + 1}`;
      const line = { id, instruction, before, after: after ?? "<|unsure|>", kind, family, phrasing };
      lines.push(JSON.stringify({ ...line, language: nameOf(language) }));
    }
  }
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${lines.join("\n")}\n`);
}

/** Returns a language's usual name; undefined if the triple has no language. */
function nameOf(language: Triple["language"]): string | undefined {
  return language === "js" || language === "jsx" ? "javascript" : language === "ts" ? "typescript" : language;
}
