import truncatedWidth from "fast-string-truncated-width";

/** Made at its first use: that loads the data of locales, and few commands shorten a line. */
let segmenter: Intl.Segmenter | undefined;
const TAB = "  ";
// C0 and C1 controls, and the marks that reorder text: code on a terminal must not act on it or disguise itself.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** The line as a terminal may show it: tabs become spaces, control characters become visible symbols. */
export function printable(line: string): string {
  return line.replaceAll("\t", TAB).replace(UNSAFE, (char) => {
    const code = char.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? "␡" : "�";
  });
}

/** Several lines, as a terminal may show them. */
export function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}

/** Cuts a printable line to a width in terminal cells, ending it with `…` where something is missing. */
export function fit(line: string, width: number): string {
  const limit = Math.max(width, 1);
  if (line.length <= limit && widthOf(line) <= limit) return line;
  const { index, truncated } = truncatedWidth(line, { limit, ellipsis: "…", ellipsisWidth: 1 });
  if (!truncated) return line;
  let kept = line.slice(0, index);
  // A wide character that lies across the limit counts as within it.
  while (kept !== "" && widthOf(kept) >= limit) kept = kept.slice(0, -([...kept].at(-1)?.length ?? 1));
  return `${kept}…`;
}

/** Cuts a printable line to its end, beginning it with `…` where something is missing. */
export function fitEnd(line: string, width: number): string {
  const limit = Math.max(width, 1);
  if (widthOf(line) <= limit) return line;
  segmenter ??= new Intl.Segmenter();
  const segments = segmenter.segment(line);
  let from = line.length;
  let used = 1;
  while (from > 0) {
    const last = segments.containing(from - 1);
    used += last === undefined ? 0 : widthOf(last.segment);
    if (last === undefined || used > limit) break;
    from = last.index;
  }
  return `…${line.slice(from)}`;
}

/** Terminal cells that a printable line takes. */
export function widthOf(line: string): number {
  return /^[ -~]*$/.test(line) ? line.length : truncatedWidth(line).width;
}
