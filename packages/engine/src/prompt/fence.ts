/** Text split into its first fenced code block and the rest. */
export interface FencedText {
  readonly code: string;
  /** The first word after the opening fence; empty if there is none. */
  readonly language: string;
  /** The text before and after the block, trimmed and joined by a newline. */
  readonly rest: string;
}

const OPENING = /^( {0,3})(`{3,}|~{3,})[ \t]*(.*)$/;

/**
 * Splits off the first fenced code block, by CommonMark's rules: the closing fence is at least as long as the opening
 * one, and an unclosed block runs to the end. Returns null if there is no fence.
 */
export function splitFence(text: string): FencedText | null {
  const lines = text.split(/\r?\n/);
  for (const [start, line] of lines.entries()) {
    const opening = OPENING.exec(line);
    const [, indent = "", fence = "", info = ""] = opening ?? [];
    if (!opening || (fence.startsWith("`") && info.includes("`"))) continue;

    const end = closingLine(lines, start + 1, fence);
    const unindent = new RegExp(`^ {0,${indent.length}}`);
    const code = lines.slice(start + 1, end).map((inner) => inner.replace(unindent, ""));
    const around = [lines.slice(0, start), lines.slice(end + 1)].map((part) => part.join("\n").trim());
    return {
      code: code.join("\n"),
      language: info.trim().split(/\s/, 1)[0] ?? "",
      rest: around.filter(Boolean).join("\n"),
    };
  }
  return null;
}

function closingLine(lines: readonly string[], from: number, fence: string): number {
  const closing = new RegExp(`^ {0,3}\\${fence.charAt(0)}{${fence.length},}[ \\t]*$`);
  const offset = lines.slice(from).findIndex((line) => closing.test(line));
  return offset === -1 ? lines.length : from + offset;
}
