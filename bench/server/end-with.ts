import type { ChildProcess } from "node:child_process";

const started = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of started) child.kill();
});

/** A program of others that knows nothing of this process: it is ended with it, however that comes about. */
export function endWithThis<Child extends ChildProcess>(child: Child): Child {
  started.add(child);
  child.once("exit", () => started.delete(child));
  return child;
}
