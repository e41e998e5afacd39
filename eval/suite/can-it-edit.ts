import type { Problem } from "../problem/index.ts";
import { runProgramTests } from "../tests/index.ts";
import { type Row, readRows, stringOf } from "./jsonl.ts";

/** Loads CanItEdit (`nuprl/CanItEdit`) from JSONL: edits of Python with hidden tests and two instructions each. */
export async function loadCanItEdit(path: string): Promise<Problem[]> {
  return (await readRows(path)).map(toProblem);
}

function toProblem(row: Row): Problem {
  const tests = stringOf(row, "tests");
  return {
    id: stringOf(row, "full_name"),
    family: kindOf(row),
    language: "python",
    before: stringOf(row, "before"),
    after: stringOf(row, "after"),
    declines: false,
    instructions: [
      { phrasing: "descriptive", text: stringOf(row, "instruction_descriptive") },
      { phrasing: "lazy", text: stringOf(row, "instruction_lazy") },
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
