/**
 * Handles SIGHUP. One that arrives before `take` is queued and does not end the process. On Windows there are none: the
 * signal means there that the window was closed.
 */
export interface Hangups {
  /** Calls `act` for each SIGHUP, including queued ones. */
  take(act: () => void): void;
  close(): void;
}

export function handleHangups(platform: NodeJS.Platform = process.platform): Hangups {
  if (platform === "win32") return { take: () => undefined, close: () => undefined };
  let act: (() => void) | null = null;
  let isWaiting = false;
  const onHangup = () => {
    if (act === null) isWaiting = true;
    else act();
  };
  process.on("SIGHUP", onHangup);
  return {
    take: (next) => {
      act = next;
      if (isWaiting) act();
      isWaiting = false;
    },
    close: () => process.off("SIGHUP", onHangup),
  };
}
