/**
 * Characters that a terminal or browser would act on, or that change how the surrounding text reads: control
 * characters except tab, and format characters (invisible, or changing direction) except joiners.
 */
export const UNSEEN = /(?![\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Makes such characters visible: control characters as control pictures, others as a dot. */
export function printable(line: string): string {
  return line.replace(UNSEEN, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? "\u2421" : "\u2022";
  });
}
