import { GRAMMARS, loadParser } from "../grammars.ts";
import { loadedOnce } from "../loaded-once.ts";
import { ColoredTree } from "./colored-tree.ts";
import type { Colorer } from "./token.ts";

/** Maximum length of code to parse for highlighting: more would be too slow. */
const MAX_LENGTH = 1_000_000;

const load = loadedOnce(async (grammar): Promise<Colorer> => {
  const parser = await loadParser(grammar);
  return (code) => {
    const tree = code.length > MAX_LENGTH ? null : parser.parse(code);
    return tree === null ? null : new ColoredTree(tree, code);
  };
});

/** Loads the highlighter of a language, such as `typescript`; resolves to null if there is no grammar for it. */
export async function loadColorer(language: string): Promise<Colorer | null> {
  // Valid JSON consists of valid JavaScript tokens.
  const grammar = language === "json" ? "javascript" : GRAMMARS.get(language);
  return grammar === undefined ? null : load(grammar);
}
