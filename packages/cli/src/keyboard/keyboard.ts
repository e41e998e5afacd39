import { StringDecoder } from "node:string_decoder";
import { KeyDecoder } from "./decoder.ts";
import type { Key } from "./key.ts";

/** The longest paste, in characters. */
const MAX_PASTE = 65_536;

/** Milliseconds without further input after which an escape character is the Escape key. */
const ESCAPE_MS = 25;

/** A terminal's input, such as `process.stdin`. */
export interface KeySource {
  setRawMode(raw: boolean): unknown;
  on(event: "data", listener: (chunk: Buffer) => void): unknown;
  removeListener(event: "data", listener: (chunk: Buffer) => void): unknown;
  resume(): unknown;
  pause(): unknown;
}

/** Windows passes pasted text on to Node as if it were typed. */
const MARKS_PASTES = process.platform !== "win32";

/** Reports a terminal's keys as they are pressed, until the returned function is called. */
export function takeKeys(source: KeySource, onKey: (key: Key) => void): () => void {
  const text = new StringDecoder("utf8");
  const decoder = new KeyDecoder(MAX_PASTE, MARKS_PASTES);
  let timer: NodeJS.Timeout | null = null;
  const tell = (keys: readonly Key[]) => keys.forEach(onKey);
  const listener = (chunk: Buffer) => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    tell(decoder.decode(text.write(chunk)));
    if (decoder.isUndecided) timer = setTimeout(() => tell(decoder.flush()), ESCAPE_MS);
  };
  source.setRawMode(true);
  source.on("data", listener);
  source.resume();
  return () => {
    if (timer !== null) clearTimeout(timer);
    source.removeListener("data", listener);
    source.setRawMode(false);
    source.pause();
  };
}
