import { GRAMMARS, loadParser } from "../grammars.ts";
import { loadedOnce } from "../loaded-once.ts";
import { ColoredTree } from "./colored-tree.ts";
import type { Colorer } from "./token.ts";

/** Characters of code that are parsed for colours: more would make a person wait. */
const MAX_LENGTH = 1_000_000;

const load = loadedOnce(async (grammar): Promise<Colorer> => {
  const parser = await loadParser(grammar);
  return (code) => {
    const tree = code.length > MAX_LENGTH ? null : parser.parse(code);
    return tree === null ? null : new ColoredTree(tree, code);
  };
});

/** What colours code of a language, such as `typescript`; null where there is no grammar for it. */
export async function loadColorer(language: string): Promise<Colorer | null> {
  // What is valid JSON is, token for token, valid JavaScript.
  const grammar = language === "json" ? "javascript" : GRAMMARS.get(language);
  return grammar === undefined ? null : load(grammar);
}
