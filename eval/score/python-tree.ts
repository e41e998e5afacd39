import type { Sandbox } from "../sandbox/index.ts";

const COMPARE = `
import ast, json, sys

def tree(code):
    found = ast.parse(code)
    for node in ast.walk(found):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
            if isinstance(body[0].value.value, str):
                body.pop(0)
    return ast.dump(found)

one, other = json.load(sys.stdin)
print(tree(one) == tree(other))
`;

/**
 * Returns whether two Python programs are equal except for layout, comments and docstrings; false if one does not
 * parse.
 */
export async function samePythonTree(one: string, other: string, sandbox: Sandbox): Promise<boolean> {
  const run = await sandbox.run({
    runtime: "python",
    entry: "compare.py",
    files: { "compare.py": COMPARE },
    stdin: JSON.stringify([one, other]),
  });
  return run.stdout === "True\n";
}
