import { createRequire } from "node:module";
import { expect, test, vi } from "vitest";
import { nodeGrammars } from "./grammars.ts";
import { nodeLeaves } from "./leaves.ts";
import { loadColorer } from "./syntax/index.ts";

test("a grammar is loaded once for the syntax check, the scope check and colours", async () => {
  const treeSitter: typeof import("@vscode/tree-sitter-wasm") = createRequire(import.meta.url)(
    "@vscode/tree-sitter-wasm",
  );
  await treeSitter.Parser.init();
  const load = vi.spyOn(treeSitter.Language, "load");
  const [parse, read, color] = await Promise.all([
    nodeGrammars("typescript"),
    nodeLeaves("typescript"),
    loadColorer("typescript"),
  ]);
  expect(load).toHaveBeenCalledTimes(1);
  expect(parse?.("let a = ;")).not.toEqual([]);
  expect(read?.("let a = 1;")).not.toBeNull();
  expect(color?.("let a = 1;")).not.toBeNull();
});
