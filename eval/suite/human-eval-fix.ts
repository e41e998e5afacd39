import type { Problem } from "../problem/index.ts";
import type { Runtime } from "../sandbox/index.ts";
import { runProgramTests } from "../tests/index.ts";
import { type Row, readRows, requireString } from "./jsonl.ts";
import { SuiteError } from "./suite-error.ts";

/** The languages of HumanEvalPack that the sandbox can run. */
const RUNTIMES: Readonly<Record<string, { readonly language: string; readonly runtime: Runtime }>> = {
  Python: { language: "python", runtime: "python" },
  JavaScript: { language: "javascript", runtime: "node" },
};

/** Node's `console.assert` prints and continues; this one throws, as in the data set's own harness. */
const STRICT_ASSERT =
  "console.assert = (holds) => { if (!holds) throw new Error('an assertion does not hold'); };\n";

/**
 * Loads HumanEvalFix, from HumanEvalPack (`bigcode/humanevalpack`), from JSONL in Python or JavaScript: documented
 * functions with a bug that hidden tests reveal.
 */
export async function loadHumanEvalFix(path: string): Promise<Problem[]> {
  return (await readRows(path)).map(toProblem);
}

function toProblem(row: Row): Problem {
  const id = requireString(row, "task_id");
  const kind = RUNTIMES[id.split("/")[0] ?? ""];
  if (kind === undefined) {
    throw new SuiteError(
      `${row.place}: the sandbox cannot run the language of ${id}, only Python and JavaScript`,
    );
  }
  const { language, runtime } = kind;
  const prompt = requireString(row, "prompt");
  const test = requireString(row, "test");
  const setup = typeof row.fields.test_setup === "string" ? row.fields.test_setup : "";
  const before = runtime === "node" ? STRICT_ASSERT : "";
  return {
    id,
    family: requireString(row, "bug_type"),
    language,
    before: prompt + requireString(row, "buggy_solution"),
    after: prompt + requireString(row, "canonical_solution"),
    declines: false,
    instructions: [{ phrasing: "fix", text: `Fix bugs in ${requireString(row, "entry_point")}.` }],
    test: (answer, sandbox, signal) =>
      runProgramTests(runtime, `${before}${setup}\n${answer}\n\n${test}`, sandbox, signal),
    scope: null,
  };
}
