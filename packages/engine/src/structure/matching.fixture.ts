import { loadAddon } from "../llama/binding/addon.ts";

/** Returns a function that compiles a GBNF grammar with llama.cpp, to test translated grammars against. */
export async function grammarMatcher(): Promise<(gbnf: string) => (text: string) => boolean> {
  const loaded = await loadAddon(false, () => undefined);
  if (!loaded) throw new Error("the native module is not what Flint knows");
  const { addon } = loaded;
  return (gbnf) => {
    const grammar = new addon.AddonGrammar(gbnf, { addonExports: addon });
    return (text) => grammar.isTextCompatible(text);
  };
}
