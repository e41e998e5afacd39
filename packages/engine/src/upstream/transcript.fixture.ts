import { readFileSync } from "node:fs";
import { SseDecoder } from "@flint/protocol";
import type { Part } from "../contract/index.ts";
import type { AnswerEnd, AnswerReader } from "./answer.ts";
import { failureOf, statusWithin } from "./failure/index.ts";

const ASKED = { server: "gpu:8000", model: "m", path: "/x", hasKey: false, keyVariable: "KEY" };

/** The context that answer readers need. */
export const listening = {
  server: ASKED.server,
  failureOf: (error: unknown) =>
    failureOf({ status: statusWithin(error), headers: {}, body: { error } }, ASKED),
  checkModel: () => undefined,
};

export interface Transcribed {
  /** The parts, each with its whole text. */
  readonly parts: readonly (Part & { readonly text: string })[];
  readonly bursts: number;
  readonly end: AnswerEnd;
}

/** Reads a recorded transcript, fed to the reader in pieces of a few characters. */
export function transcribe(url: URL, reader: AnswerReader): Transcribed {
  const text = readFileSync(url, "utf8");
  const decoder = new SseDecoder();
  const parts: (Part & { text: string })[] = [];
  let bursts = 0;
  const take = (all: ReturnType<AnswerReader["push"]>) => {
    for (const { index, part, text: more } of all) {
      bursts += 1;
      parts[index] = { ...part, text: (parts[index]?.text ?? "") + more };
    }
  };
  for (let at = 0; at < text.length; at += 7) {
    for (const { data } of decoder.push(text.slice(at, at + 7))) take(reader.push(data));
  }
  const end = reader.end();
  take(end.bursts);
  return { parts, bursts, end };
}
