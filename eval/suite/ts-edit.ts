import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Dialect, dialectOf, typeErrors } from "../code/index.ts";
import { evalFile } from "../home.ts";
import type { Problem } from "../problem/index.ts";
import { runNodeTests, type TestVerdict } from "../tests/index.ts";
import { SuiteError } from "./suite-error.ts";

/** The content of `problem.json`, as documented in eval/ts-edit/README.md. */
export interface TsEditFacts {
  readonly category: string;
  readonly language: Dialect;
  readonly instructions: { readonly precise: string; readonly lazy: string };
  readonly keep: readonly string[];
  readonly max_changed_lines: number;
}

/** The content of a problem's folder. */
export interface TsEditProblem extends TsEditFacts {
  readonly id: string;
  readonly before: string;
  readonly after: string;
  readonly test: string;
  /** Type assertions on the solution; null: there are none. */
  readonly types: string | null;
}

export const TS_EDIT_FOLDER = evalFile("ts-edit/problems");

/** Reads a folder of problems, ordered by id. Rejects with {@link SuiteError}. */
export async function readTsEdit(folder = TS_EDIT_FOLDER): Promise<TsEditProblem[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: Error) => {
    throw new SuiteError(`${folder} cannot be read: ${error.message}`, { cause: error });
  });
  const ids = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(ids.sort().map((id) => readProblem(folder, id)));
}

export async function loadTsEdit(folder?: string): Promise<Problem[]> {
  return (await readTsEdit(folder)).map((problem) => ({
    id: problem.id,
    family: problem.category,
    language: problem.language,
    before: problem.before,
    after: problem.after,
    declines: false,
    instructions: [
      { phrasing: "precise", text: problem.instructions.precise },
      { phrasing: "lazy", text: problem.instructions.lazy },
    ],
    scope: { keep: problem.keep, maxChangedLines: problem.max_changed_lines },
    test: async (answer, sandbox, signal): Promise<TestVerdict> => {
      const types = typeVerdict(problem, answer);
      if (!types.passed) return types;
      const set = { dialect: problem.language, solution: answer, test: problem.test };
      const [verdict] = await runNodeTests([set], sandbox, { signal });
      return verdict ?? { passed: false, failures: ["no tests ran"] };
    },
  }));
}

/** Comments with which a solution would suppress compiler errors. */
const SUPPRESSIONS = /@ts-(?=nocheck|ignore|expect-error)/g;

/** Compiles the solution together with the problem's type assertions; compiler errors are failures. */
function typeVerdict({ language, types }: TsEditProblem, solution: string): TestVerdict {
  if (types === null) return { passed: true, failures: [] };
  const checkedSolution = solution.replaceAll(SUPPRESSIONS, "@ts ");
  const failures = typeErrors({ [`solution.${language}`]: checkedSolution, "types.ts": types });
  return { passed: failures.length === 0, failures };
}

async function readProblem(folder: string, id: string): Promise<TsEditProblem> {
  const file = (name: string) => join(folder, id, name);
  const facts = parseFacts(file("problem.json"), await readFile(file("problem.json"), "utf8"));
  const [before, after, test, types] = await Promise.all([
    readFile(file(`before.${facts.language}`), "utf8"),
    readFile(file(`after.${facts.language}`), "utf8"),
    readFile(file(`test.${facts.language === "js" ? "js" : "ts"}`), "utf8"),
    readFile(file("types.ts"), "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    }),
  ]);
  return { id, ...facts, before, after, test, types };
}

function parseFacts(path: string, text: string): TsEditFacts {
  const facts = JSON.parse(text) as Partial<TsEditFacts>;
  const formatError = (what: string) =>
    new SuiteError(`${path}: ${what}; eval/ts-edit/README.md documents the format`);
  const { category, language, instructions, keep, max_changed_lines } = facts;
  if (typeof category !== "string") throw formatError("category must be a string");
  if (typeof language !== "string" || dialectOf(language) !== language)
    throw formatError("language must be js, jsx, ts or tsx");
  if (typeof instructions?.precise !== "string" || typeof instructions.lazy !== "string")
    throw formatError("instructions must have two strings, precise and lazy");
  if (!Array.isArray(keep) || !keep.every((name) => typeof name === "string"))
    throw formatError("keep must be a list of names");
  if (typeof max_changed_lines !== "number") throw formatError("max_changed_lines must be a number");
  return { category, language, instructions, keep, max_changed_lines };
}
