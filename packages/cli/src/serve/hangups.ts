/** Handles SIGHUP. One that arrives before `take` is queued and does not end the process. */
export interface Hangups {
  /** Calls `act` for each SIGHUP, including queued ones. */
  take(act: () => void): void;
  close(): void;
}

export function hearHangups(): Hangups {
  let act: (() => void) | null = null;
  let isWaiting = false;
  const hear = () => {
    if (act === null) isWaiting = true;
    else act();
  };
  process.on("SIGHUP", hear);
  return {
    take: (next) => {
      act = next;
      if (isWaiting) act();
      isWaiting = false;
    },
    close: () => process.off("SIGHUP", hear),
  };
}
