import truncatedWidth from "fast-string-truncated-width";

/** Created at first use, as it loads locale data and few commands need it. */
let segmenter: Intl.Segmenter | undefined;
const TAB = "  ";
// C0 and C1 controls and bidi marks: displayed code must not control the terminal or disguise itself.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Makes a line safe for a terminal: tabs become spaces, control characters become visible symbols. */
export function printable(line: string): string {
  return line.replaceAll("\t", TAB).replace(UNSAFE, (char) => {
    const code = char.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? "␡" : "�";
  });
}

/** Applies {@link printable} to each line of a text. */
export function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}

/** Cuts a printable line to a width in cells. A cut line ends in `…`. */
export function fit(line: string, width: number): string {
  const limit = Math.max(width, 1);
  if (line.length <= limit && widthOf(line) <= limit) return line;
  const { index, truncated } = truncatedWidth(line, { limit, ellipsis: "…", ellipsisWidth: 1 });
  if (!truncated) return line;
  let kept = line.slice(0, index);
  // `truncatedWidth` counts a wide character that crosses the limit as within it.
  while (kept !== "" && widthOf(kept) >= limit) kept = kept.slice(0, -([...kept].at(-1)?.length ?? 1));
  return `${kept}…`;
}

/** Cuts the start of a printable line to a width in cells. A cut line starts with `…`. */
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

/** Returns the width of a printable line, in terminal cells. */
export function widthOf(line: string): number {
  return /^[ -~]*$/.test(line) ? line.length : truncatedWidth(line).width;
}
