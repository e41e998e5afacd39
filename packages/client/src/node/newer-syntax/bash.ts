import { blankOut, type Rewrite, replaceWith } from "./rewrite.ts";

export const BASH: readonly Rewrite[] = [
  // `for` without a list, which iterates over the arguments.
  {
    pattern: /[ \t](?=do(?:\s|$))(?<=(?:^|[;&|({]|\b(?:do|then|else))\s*for[ \t]+[A-Za-z_]\w*[ \t]+)/gm,
    replace: () => ";",
  },
  // A lone tilde in a comparison.
  { pattern: /(?<=[ \t]!?==?[ \t]+)~(?=[ \t]+(?:\]|-[ao][ \t]))/g, replace: () => "_" },
  replaceWith("=", /(?<=[ \t])\\[<>](?=[ \t])/g),
  replaceWith("<", /(?<=[\s;&|(]\d?)<>(?=[ \t]*[\w"'$/.~])/g),
  // A file descriptor that is stored in a variable.
  {
    pattern: /(?<=\s)\{[A-Za-z_]\w*\}(?=[<>])/g,
    replace: (match) => `${blankOut(match.slice(1))}9`,
  },
  // Extended patterns, outside arithmetic.
  {
    pattern: /[?*+@!]\((?:[^\s()|;&<>$`]+\|)*[^\s()|;&<>$`]+\)(?<!\(\([^\n]*)/g,
    replace: (match) => match.replace(/[^\n]/g, "_"),
  },
];
