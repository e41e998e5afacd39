import type { LoadProgress } from "@flint/engine";
import { printable } from "../paint/index.ts";

/** Shorter loads are not shown. Milliseconds. */
const PATIENCE = 1_000;
const FRAME = 100;

/** Shows a model's loading progress on a terminal; elsewhere does nothing. */
export function loadingLine(stream: NodeJS.WriteStream): (progress: LoadProgress) => void {
  if (!stream.isTTY) return () => undefined;
  let began: { model: string; at: number } | null = null;
  let drawn = 0;
  return ({ model: id, part }) => {
    const model = printable(id);
    const now = performance.now();
    if (began?.model !== model) began = { model, at: now };
    const isOver = part === 1;
    if (now - began.at < PATIENCE || (now - drawn < FRAME && !isOver)) {
      if (isOver) began = null;
      return;
    }
    drawn = now;
    const line = isOver ? `loaded ${model}` : `loading ${model}, ${Math.floor(part * 100)} %`;
    stream.write(`\r${line}\x1b[K${isOver ? "\n" : ""}`);
    if (isOver) began = null;
  };
}
