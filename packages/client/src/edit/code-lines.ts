import type { Hunk } from "./hunk.ts";

const BYTE_ORDER_MARK = "\uFEFF";

/** Code split into lines, each with its line ending: `\n`, `\r\n`, or none if the last line has none. */
export interface CodeLines {
  readonly byteOrderMark: boolean;
  readonly texts: readonly string[];
  readonly endings: readonly string[];
}

export function splitCode(code: string): CodeLines {
  const byteOrderMark = code.startsWith(BYTE_ORDER_MARK);
  const texts: string[] = [];
  const endings: string[] = [];
  let from = byteOrderMark ? 1 : 0;
  while (from < code.length) {
    const at = code.indexOf("\n", from);
    const end = at === -1 ? code.length : at;
    const carriageReturn = at > from && code[at - 1] === "\r";
    texts.push(code.slice(from, carriageReturn ? end - 1 : end));
    endings.push(at === -1 ? "" : carriageReturn ? "\r\n" : "\n");
    from = end + 1;
  }
  return { byteOrderMark, texts, endings };
}

/** Returns the number of lines; a line break at the end begins no further line. */
export function lineCount(code: string): number {
  return splitCode(code).texts.length;
}

/**
 * Returns the code with the hunks (in order) applied. Keeps the byte order mark, the endings of unchanged lines, and a
 * missing final newline. A line that replaces another gets its ending; additional lines get the most common one. For
 * empty code, the result ends with a newline.
 */
export function applyHunks(code: string, hunks: readonly Hunk[]): string {
  const { byteOrderMark, texts, endings } = splitCode(code);
  const usual = usualEnding(endings);
  const newTexts: string[] = [];
  const newEndings: string[] = [];
  let next = 0;
  const keepUntil = (end: number): void => {
    for (; next < end; next++) {
      newTexts.push(texts[next] ?? "");
      newEndings.push(endings[next] || usual);
    }
  };
  for (const hunk of hunks) {
    keepUntil(hunk.oldStart - 1);
    for (const [n, line] of hunk.newLines.entries()) {
      newTexts.push(line);
      newEndings.push((n < hunk.oldLines.length && endings[next + n]) || usual);
    }
    next += hunk.oldLines.length;
  }
  keepUntil(texts.length);
  const ended = endings.at(-1) !== "";
  const body = newTexts.map((text, n) =>
    n === newTexts.length - 1 && !ended ? text : text + (newEndings[n] ?? ""),
  );
  return (byteOrderMark ? BYTE_ORDER_MARK : "") + body.join("");
}

function usualEnding(endings: readonly string[]): string {
  const crlf = endings.filter((ending) => ending === "\r\n").length;
  return crlf * 2 > endings.filter((ending) => ending !== "").length ? "\r\n" : "\n";
}
