import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

/** A script of this folder in a process of its own, run with these options of Node, which answers each message with one. */
export class Process implements Disposable {
  readonly #child: ChildProcess;

  constructor(script: string, options: readonly string[] = []) {
    // The path holds from the bundle's place as well.
    this.#child = fork(new URL(`../../bench/gateway/${script}`, import.meta.url), { execArgv: [...options] });
  }

  async ask<Answer>(question: object): Promise<Answer> {
    this.#child.send(question);
    const ended = new AbortController();
    const died = once(this.#child, "exit", { signal: ended.signal }).then(([code]) => {
      throw new Error(`a server of the benchmark ended with code ${code}`);
    });
    try {
      const [answer] = await Promise.race([once(this.#child, "message", { signal: ended.signal }), died]);
      return answer;
    } finally {
      died.catch(() => {});
      ended.abort();
    }
  }

  [Symbol.dispose](): void {
    this.#child.disconnect();
  }
}
