import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

/**
 * A script of this folder in a separate process, run with these Node options. It replies to each message with one.
 */
export class Process implements Disposable {
  readonly #child: ChildProcess;

  constructor(script: string, options: readonly string[] = []) {
    // The path is also valid from the bundle.
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
