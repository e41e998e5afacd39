import { readFileSync, writeFileSync } from "node:fs";
import { fire, phases } from "./fire.ts";
import { countsFor, FireUsageError, help, readOptions } from "./options.ts";
import { hasPlace, summaryOf, textOf, withSummary } from "./report/index.ts";

export interface Surroundings {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
  /** Ends the run early; it still reports its results. */
  readonly signal: AbortSignal;
}

/**
 * Runs `npm run fire` and returns the exit status. 0: everything held; 1: something did not; 2: invalid command line.
 */
export async function program(
  args: readonly string[],
  { stdout, stderr, signal }: Surroundings,
): Promise<number> {
  let options: ReturnType<typeof readOptions>;
  try {
    options = readOptions(
      args,
      phases.map(({ name }) => name),
    );
  } catch (cause) {
    if (!(cause instanceof FireUsageError)) throw cause;
    stderr.write(`${cause.message}\nRun npm run fire -- --help for the options.\n`);
    return 2;
  }
  if (options === null) {
    stdout.write(`${help(phases)}\n`);
    return 0;
  }
  const { minutes, seed, only, json, out } = options;
  const page = out === null ? null : pageAt(out);
  if (page === "none") {
    stderr.write(
      `--out: ${out} does not exist or has no markers for the summary, as docs/reliability.md has\n`,
    );
    return 2;
  }
  stderr.write(`fire: ${minutes} minutes, seed ${seed}\n`);
  const chosen = phases.filter(({ name }) => only.length === 0 || only.includes(name));
  const outcome = await fire({
    ...{ counts: countsFor(minutes), seed, phases: chosen, signal },
    report: progressOn(stderr),
  });
  const summary = summaryOf(outcome, seed);
  if (stderr.isTTY) stderr.write("\r\x1b[K");
  stdout.write(`${json ? JSON.stringify(summary, null, 2) : textOf(summary)}\n`);
  if (signal.aborted) {
    stderr.write("interrupted: the results are partial\n");
    return 1;
  }
  if (out !== null && page !== null) writeFileSync(out, withSummary(page.text, summary));
  return outcome.holds ? 0 : 1;
}

/** Reads the page before the run: an hour's results must not be lost because it has no place for them. */
function pageAt(path: string): { readonly text: string } | "none" {
  try {
    const text = readFileSync(path, "utf8");
    return hasPlace(text) ? { text } : "none";
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return "none";
    throw cause;
  }
}

/** Milliseconds between two progress lines if stderr is not a terminal. */
const SILENCE = 5_000;

/** Updates a single line on a terminal; elsewhere prints a line for each phase and then one every few seconds. */
function progressOn(stderr: Surroundings["stderr"]): (progress: string) => void {
  let part = "";
  let last = 0;
  return (progress) => {
    const now = performance.now();
    if (stderr.isTTY) {
      if (now - last < 100) return;
      stderr.write(`\r\x1b[K${progress.slice(0, 100)}`);
    } else {
      const name = progress.split(":")[0] ?? "";
      if (name === part && now - last < SILENCE) return;
      part = name;
      stderr.write(`${progress}\n`);
    }
    last = now;
  };
}
