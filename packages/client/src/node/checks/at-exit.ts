const waiting = new Set<() => void>();

/**
 * Runs `clean` if the process exits before the returned function is called. All share one listener, because Node warns
 * of a leak above ten.
 */
export function atExit(clean: () => void): () => void {
  if (waiting.size === 0) process.once("exit", cleanAll);
  waiting.add(clean);
  return () => {
    waiting.delete(clean);
    if (waiting.size === 0) process.off("exit", cleanAll);
  };
}

function cleanAll(): void {
  for (const clean of waiting) clean();
}
