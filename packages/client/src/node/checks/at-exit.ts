const waiting = new Set<() => void>();

/**
 * Runs `clean` where this process exits before the returned function is called. There is one listener for all: Node
 * warns of a leak where there are more than ten.
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
