import type { ChildProcess } from "node:child_process";

const started = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of started) child.kill();
});

/** Kills an external program when this process exits, for whatever reason. */
export function endWithThis<Child extends ChildProcess>(child: Child): Child {
  started.add(child);
  child.once("exit", () => started.delete(child));
  return child;
}
