import type { TokenKind } from "@flint/client";
import pc from "picocolors";

type Paint = (text: string) => string;

export interface Theme {
  readonly added: Paint;
  readonly removed: Paint;
  readonly hunk: Paint;
  readonly strong: Paint;
  readonly faint: Paint;
  readonly warning: Paint;
  readonly selected: Paint;
  /** Colours of code by token kind. */
  readonly code: Readonly<Record<TokenKind, Paint>>;
}

/** Returns the colours for a stream: none if it is not a terminal, on a dumb terminal, or if `NO_COLOR` is set. */
export function themeFor(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv = process.env): Theme {
  const colors = pc.createColors(wantsColor(stream, env));
  return {
    added: colors.green,
    removed: colors.red,
    hunk: colors.cyan,
    strong: colors.bold,
    faint: colors.dim,
    warning: colors.yellow,
    selected: wantsColor(stream, env) ? colors.inverse : plain,
    code: {
      comment: colors.dim,
      string: colors.yellow,
      number: colors.cyan,
      constant: colors.cyan,
      keyword: colors.magenta,
      type: colors.cyan,
      function: colors.blue,
      property: plain,
    },
  };
}

const plain: Paint = (text) => text;

function wantsColor(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0";
  return stream.isTTY === true && env.TERM !== "dumb";
}
