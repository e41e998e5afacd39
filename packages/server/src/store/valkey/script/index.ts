import { createHash } from "node:crypto";
import { prelude } from "./prelude.ts";
import * as responses from "./responses.ts";
import * as runs from "./runs.ts";

const texts = { ...responses, ...runs };

export type ScriptName = keyof typeof texts;

export interface Script {
  readonly text: string;
  /** What a server that has loaded the script knows it by. */
  readonly sha: string;
}

function scriptOf(own: string): Script {
  const text = `${prelude}${own}`;
  return { text, sha: createHash("sha1").update(text).digest("hex") };
}

/** What runs inside Valkey, each at once or not at all. */
export const scripts = Object.fromEntries(
  Object.entries(texts).map(([name, own]) => [name, scriptOf(own)]),
) as Readonly<Record<ScriptName, Script>>;
