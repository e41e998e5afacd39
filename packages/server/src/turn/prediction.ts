import type { PromptItem, PromptLink } from "@flint/engine";

/** How many links back to look for code; the answer is unlikely to follow older code. */
const REACH = 16;

/**
 * Returns the text that the output will probably follow from its start. `auto`, the default, stands for the first
 * fenced block of the latest user message that has one. The engine itself finds later matches with other text, such as
 * tool outputs and patches. With an empty text, nothing is drafted.
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
