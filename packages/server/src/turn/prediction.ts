import type { PromptItem, PromptLink } from "@flint/engine";

/** How many links back the code may be; further back it is hardly what the answer will follow. */
const REACH = 16;

/**
 * The text that the output is likely to follow from its start. `auto`, which is also the default, stands for the first
 * fenced block of the latest user message that has one. What else was said, tool outputs and patches with it, the engine
 * finds by itself when the output comes to it. An empty text: nothing is drafted.
 */
export function predictionFor(tip: PromptLink, wanted: string | undefined): string | undefined {
  if (wanted !== undefined && wanted !== "auto") return wanted;
  let link: PromptLink | null = tip;
  for (let depth = 0; link !== null && depth < REACH; depth++, link = link.parent) {
    for (let at = link.items.length - 1; at >= 0; at--) {
      const item = link.items[at];
      const code = item === undefined ? undefined : fencedCode(item);
      if (code !== undefined) return code;
    }
  }
  return undefined;
}

function fencedCode(item: PromptItem): string | undefined {
  if (!("role" in item) || item.role !== "user") return undefined;
  const texts =
    typeof item.content === "string"
      ? [item.content]
      : item.content.flatMap((part) => (part.type === "input_text" ? [part.text] : []));
  for (const text of texts) {
    const code = firstBlock(text);
    if (code !== undefined) return code;
  }
  return undefined;
}

function firstBlock(text: string): string | undefined {
  const opening = /^ {0,3}(`{3,})[^`\n]*\n/m.exec(text);
  const fence = opening?.[1];
  if (!opening || !fence) return undefined;
  const begin = opening.index + opening[0].length;
  const closing = new RegExp(`^ {0,3}${fence}`, "m").exec(text.slice(begin));
  return closing === null ? undefined : text.slice(begin, begin + closing.index);
}
