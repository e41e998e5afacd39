import { loadAddon } from "../llama/binding/addon.ts";

/** llama.cpp's own grammars, to hold what is translated against. */
export async function grammarMatcher(): Promise<(gbnf: string) => (text: string) => boolean> {
  const loaded = await loadAddon(false, () => undefined);
  if (!loaded) throw new Error("the native module is not what Flint knows");
  const { addon } = loaded;
  return (gbnf) => {
    const grammar = new addon.AddonGrammar(gbnf, { addonExports: addon });
    return (text) => grammar.isTextCompatible(text);
  };
}
