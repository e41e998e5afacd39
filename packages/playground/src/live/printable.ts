/**
 * Characters that a terminal or a browser would act on, or that would change how the text around them reads: controls
 * but for the tab, and formats (invisible ones, and those that turn the direction) but for joiners.
 */
export const UNSEEN = /(?![\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A line with such characters made visible: control characters as their pictures, others as a dot. */
export function printable(line: string): string {
  return line.replace(UNSEEN, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? "\u2421" : "\u2022";
  });
}
