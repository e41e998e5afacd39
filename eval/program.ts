import { FlintError } from "flint";
import { plot, ResultFolder, type Results, resultsOf, table } from "./report/index.ts";
import { editsOf, evaluate, openSession, Progress, readOptions, USAGE, UsageError } from "./run/index.ts";
import { Sandbox } from "./sandbox/index.ts";
import type { Attempt } from "./score/index.ts";
import { limitProblems, loadSuite, SuiteError } from "./suite/index.ts";

/** The program's environment, which tests replace. */
export interface ProgramEnvironment {
  readonly env: NodeJS.ProcessEnv;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  /** Parent folder of the results if `--out` is not given. */
  readonly resultsFolder: string;
  /** Ends the evaluation early; finished attempts are still reported. */
  readonly signal: AbortSignal;
}

const USAGE_ERROR = 2;
const INTERRUPTED = 130;

/** Runs `npm run eval` and returns the exit code. */
export async function program(argv: readonly string[], surroundings: ProgramEnvironment): Promise<number> {
  const { stdout, stderr } = surroundings;
  if (argv.includes("--help")) {
    stdout.write(`${USAGE}\n`);
    return 0;
  }
  try {
    const { results, files, json } = await run(argv, surroundings);
    stdout.write(`${json ? JSON.stringify(results) : table(results)}\n`);
    stderr.write(`results and plot: ${files}\n`);
    if (results.complete) return 0;
    stderr.write(`stopped after ${results.attempts.length} edits: the results are partial\n`);
    return INTERRUPTED;
  } catch (error) {
    if (error instanceof UsageError) {
      stderr.write(`${error.message}\n\n${USAGE}\n`);
      return USAGE_ERROR;
    }
    if (error instanceof SuiteError) {
      stderr.write(`${error.message}\n`);
      return USAGE_ERROR;
    }
    if (!isExpectedError(error)) throw error;
    stderr.write(`${error.message}\n`);
    return 1;
  }
}

async function run(
  argv: readonly string[],
  { env, stderr, resultsFolder, signal }: ProgramEnvironment,
): Promise<{ results: Results; files: string; json: boolean }> {
  const options = readOptions(argv, env);
  const suite = await loadSuite(options.suite);
  const problems = limitProblems(suite.problems, options.limit);
  const edits = editsOf(problems, options.phrasing);
  if (edits.length === 0) {
    const known = new Set(editsOf(problems, null).map(({ instruction }) => instruction.phrasing));
    throw new UsageError(
      `${suite.name} has no phrasing "${options.phrasing}"; it has ${[...known].join(", ")}`,
    );
  }
  const sandbox = await Sandbox.open();
  const session = await openSession(options);
  try {
    const model = options.model ?? (await session.models())[0]?.id ?? "default";
    const folder = new ResultFolder(options.out ?? `${resultsFolder}/${resultFolderName(model, suite.name)}`);
    const progress = new Progress(stderr, edits.length);
    const attempts: Attempt[] = await evaluate(edits, {
      session,
      sandbox,
      limits: options,
      concurrency: options.concurrency,
      signal,
      onAttempt: (attempt, done) => {
        folder.append(attempt);
        progress.update(attempt, done);
      },
    });
    progress.end();
    const facts = {
      suite: suite.name,
      model,
      problems: problems.length,
      complete: attempts.length === edits.length,
      sandbox: sandbox.confinement,
      concurrency: options.concurrency,
    };
    const results = resultsOf(facts, attempts);
    folder.write(results, plot(results));
    return { results, files: folder.path, json: options.json };
  } finally {
    await session.close();
  }
}

/** Returns a folder name for a model, whose name may be a path, and a suite. */
function resultFolderName(model: string, suite: string): string {
  return `${model}-${suite}`.replaceAll(/[^\w.-]+/g, "-").replace(/^-+/, "");
}

/** Returns whether an error has a code and a message for the user, as those of the client, engine and CLI do. */
function isExpectedError(error: unknown): error is Error & { readonly code: string } {
  if (error instanceof FlintError) return true;
  return error instanceof Error && "code" in error && typeof error.code === "string";
}
