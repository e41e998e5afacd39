import { EventEmitter } from "node:events";
import xterm from "@xterm/headless";
import type { Terminal } from "./screen.ts";

/** A real terminal emulator without a window. */
export class HeadlessTerminal extends EventEmitter implements Terminal {
  readonly #xterm;
  /** Everything that was written, in order. */
  readonly writes: string[] = [];

  constructor(columns = 80, rows = 24) {
    super();
    this.#xterm = new xterm.Terminal({
      cols: columns,
      rows,
      allowProposedApi: true,
      scrollback: 1000,
      convertEol: true,
    });
  }

  get columns(): number {
    return this.#xterm.cols;
  }

  get rows(): number {
    return this.#xterm.rows;
  }

  write(text: string): void {
    this.writes.push(text);
    this.#xterm.write(text);
  }

  resize(columns: number, rows: number): void {
    this.#xterm.resize(columns, rows);
    this.emit("resize");
  }

  /** Returns all lines, including the scrollback, without trailing blanks. */
  async lines(): Promise<string[]> {
    await new Promise<void>((resolve) => this.#xterm.write("", resolve));
    const { active } = this.#xterm.buffer;
    const lines = Array.from(
      { length: active.length },
      (_, i) => active.getLine(i)?.translateToString(true) ?? "",
    );
    while (lines.at(-1) === "") lines.pop();
    return lines;
  }

  dispose(): void {
    this.#xterm.dispose();
  }
}
