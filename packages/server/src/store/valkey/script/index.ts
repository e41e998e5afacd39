import { createHash } from "node:crypto";
import { prelude } from "./prelude.ts";
import * as responses from "./responses.ts";
import * as runs from "./runs.ts";

const texts = { ...responses, ...runs };

export type ScriptName = keyof typeof texts;

export interface Script {
  readonly text: string;
  /** SHA-1 by which a server that loaded the script identifies it. */
  readonly sha: string;
}

function scriptOf(own: string): Script {
  const text = `${prelude}${own}`;
  return { text, sha: createHash("sha1").update(text).digest("hex") };
}

/** Lua scripts that run atomically in Valkey. */
export const scripts = Object.fromEntries(
  Object.entries(texts).map(([name, own]) => [name, scriptOf(own)]),
) as Readonly<Record<ScriptName, Script>>;
