interface Suspendable {
  /** Restores the terminal, synchronously. */
  leave(): void;
  /** Takes the terminal back, whatever it shows now. */
  enter(): void;
}

const shown = new Set<Suspendable>();

/**
 * Restores the terminal before Ctrl-Z (`SIGTSTP`) stops the process, and takes it back when the process continues.
 * Active until the returned function is called.
 */
export function restoreAroundStops(one: Suspendable): () => void {
  if (shown.size === 0) {
    process.on("SIGTSTP", stop);
    process.on("SIGCONT", resume);
  }
  shown.add(one);
  return () => {
    if (!shown.delete(one) || shown.size > 0) return;
    process.removeListener("SIGTSTP", stop);
    process.removeListener("SIGCONT", resume);
  };
}

function stop(): void {
  for (const { leave } of [...shown].reverse()) leave();
  // A process that handles SIGTSTP is not stopped by it.
  process.kill(process.pid, "SIGSTOP");
}

/** Also called after a `SIGSTOP`, which cannot be handled in advance. */
function resume(): void {
  for (const { enter } of shown) enter();
}
