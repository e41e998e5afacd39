import { as, blanked, type Rewrite } from "./rewrite.ts";

export const BASH: readonly Rewrite[] = [
  // `for` without a list, which iterates over the arguments.
  {
    pattern: /[ \t](?=do(?:\s|$))(?<=(?:^|[;&|({]|\b(?:do|then|else))\s*for[ \t]+[A-Za-z_]\w*[ \t]+)/gm,
    read: () => ";",
  },
  // A lone tilde in a comparison.
  { pattern: /(?<=[ \t]!?==?[ \t]+)~(?=[ \t]+(?:\]|-[ao][ \t]))/g, read: () => "_" },
  as("=", /(?<=[ \t])\\[<>](?=[ \t])/g),
  as("<", /(?<=[\s;&|(]\d?)<>(?=[ \t]*[\w"'$/.~])/g),
  // A file descriptor that is stored in a variable.
  {
    pattern: /(?<=\s)\{[A-Za-z_]\w*\}(?=[<>])/g,
    read: (match) => `${blanked(match.slice(1))}9`,
  },
  // Extended patterns, outside arithmetic.
  {
    pattern: /[?*+@!]\((?:[^\s()|;&<>$`]+\|)*[^\s()|;&<>$`]+\)(?<!\(\([^\n]*)/g,
    read: (match) => match.replace(/[^\n]/g, "_"),
  },
];
