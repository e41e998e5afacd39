import truncatedWidth from "fast-string-truncated-width";

/** Created at first use, as it loads locale data and few commands need it. */
let segmenter: Intl.Segmenter | undefined;
const TAB = "  ";
/** Scripts whose words are spelt with U+200C and U+200D. */
const JOINED =
  "\\p{sc=Arab}\\p{sc=Beng}\\p{sc=Deva}\\p{sc=Gujr}\\p{sc=Guru}\\p{sc=Khmr}\\p{sc=Knda}\\p{sc=Mlym}\\p{sc=Orya}\\p{sc=Sinh}\\p{sc=Syrc}\\p{sc=Taml}\\p{sc=Telu}";
/** Invisible characters where they belong: between an emoji's parts, behind an emoji, and in those words. */
const IN_PLACE = [
  "(?<=[\\p{ExtPict}\\p{EMod}\\ufe0f])\\u200d(?=\\p{ExtPict})",
  "(?<=[\\p{ExtPict}])[\\ufe0e\\ufe0f]",
  "(?<=[0-9#*])\\ufe0f(?=\\u20e3)",
  `(?<=[${JOINED}])[\\u200c\\u200d](?=[${JOINED}])`,
].join("|");
// Controls, line separators, and all that has no glyph, such as bidi marks and spaces of no width: displayed code must
// neither control the terminal nor hide that it differs from what it looks like.
const UNSAFE = new RegExp(`(?!${IN_PLACE})[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{DI}]`, "gu");
const PLAIN = /^[ -~]*$/;

/** Makes a line safe for a terminal: tabs become spaces, controls and invisible characters become visible symbols. */
export function printable(line: string): string {
  if (PLAIN.test(line)) return line;
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
  return PLAIN.test(line) ? line.length : truncatedWidth(line).width;
}
