import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

/** Sends a message to a process that replies to each with one. Rejects if the process ends instead. */
export async function ask<Answer>(child: ChildProcess, question: object): Promise<Answer> {
  child.send(question);
  const ended = new AbortController();
  const died = once(child, "exit", { signal: ended.signal }).then(([code]) => {
    throw new Error(`the server ended with code ${code}`);
  });
  try {
    const [answer] = await Promise.race([once(child, "message", { signal: ended.signal }), died]);
    return answer;
  } finally {
    died.catch(() => {});
    ended.abort();
  }
}
