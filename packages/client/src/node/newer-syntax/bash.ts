import { as, blanked, type Rewrite } from "./rewrite.ts";

export const BASH: readonly Rewrite[] = [
  // All arguments, without a list of them.
  {
    pattern: /[ \t](?=do(?:\s|$))(?<=(?:^|[;&|({]|\b(?:do|then|else))\s*for[ \t]+[A-Za-z_]\w*[ \t]+)/gm,
    read: () => ";",
  },
  // A tilde alone, compared with.
  { pattern: /(?<=[ \t]!?==?[ \t]+)~(?=[ \t]+(?:\]|-[ao][ \t]))/g, read: () => "_" },
  as("=", /(?<=[ \t])\\[<>](?=[ \t])/g),
  as("<", /(?<=[\s;&|(]\d?)<>(?=[ \t]*[\w"'$/.~])/g),
  // A descriptor that is put into a variable.
  {
    pattern: /(?<=\s)\{[A-Za-z_]\w*\}(?=[<>])/g,
    read: (match) => `${blanked(match.slice(1))}9`,
  },
  // Extended patterns, outside of arithmetic.
  {
    pattern: /[?*+@!]\((?:[^\s()|;&<>$`]+\|)*[^\s()|;&<>$`]+\)(?<!\(\([^\n]*)/g,
    read: (match) => match.replace(/[^\n]/g, "_"),
  },
];
