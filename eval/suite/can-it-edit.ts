import type { Problem } from "../problem/index.ts";
import { runProgramTests } from "../tests/index.ts";
import { type Row, readRows, requireString } from "./jsonl.ts";

/** Loads CanItEdit (`nuprl/CanItEdit`) from JSONL: edits of Python with hidden tests and two instructions each. */
export async function loadCanItEdit(path: string): Promise<Problem[]> {
  return (await readRows(path)).map(toProblem);
}

function toProblem(row: Row): Problem {
  const tests = requireString(row, "tests");
  return {
    id: requireString(row, "full_name"),
    family: kindOf(row),
    language: "python",
    before: requireString(row, "before"),
    after: requireString(row, "after"),
    declines: false,
    instructions: [
      { phrasing: "descriptive", text: requireString(row, "instruction_descriptive") },
      { phrasing: "lazy", text: requireString(row, "instruction_lazy") },
    ],
    test: (answer, sandbox, signal) => runProgramTests("python", `${answer}\n\n${tests}`, sandbox, signal),
    scope: null,
  };
}

/** Returns the data set's `change_kind`: corrective, adaptive or perfective. */
function kindOf({ fields }: Row): string {
  const { taxonomy } = fields;
  const kind = typeof taxonomy === "object" && taxonomy !== null && "change_kind" in taxonomy;
  return kind && typeof taxonomy.change_kind === "string" ? taxonomy.change_kind : "edit";
}
