interface Shown {
  /** Gives the terminal back, at once. */
  leave(): void;
  /** Takes it again: it may show anything by now. */
  enter(): void;
}

const shown = new Set<Shown>();

/**
 * Gives the terminal back before Ctrl-Z (`SIGTSTP`) stops the process, and takes it again when that goes on, until the
 * returned function is called.
 */
export function aroundStops(one: Shown): () => void {
  if (shown.size === 0) {
    process.on("SIGTSTP", stop);
    process.on("SIGCONT", goOn);
  }
  shown.add(one);
  return () => {
    if (!shown.delete(one) || shown.size > 0) return;
    process.removeListener("SIGTSTP", stop);
    process.removeListener("SIGCONT", goOn);
  };
}

function stop(): void {
  for (const { leave } of [...shown].reverse()) leave();
  // Whoever handles the signal is not stopped by it.
  process.kill(process.pid, "SIGSTOP");
}

/** Also after a `SIGSTOP`, of which nobody is told before. */
function goOn(): void {
  for (const { enter } of shown) enter();
}
