/**
 * Thrown by a job that exceeded its time limit: nothing is wrong with it, and it should be run in the worker thread.
 */
export class Unfinished extends Error {
  override readonly name = "Unfinished";
}

/** Whether the time of a job is up, so that it has to throw {@link Unfinished}. Called many times while it runs. */
export type TimeUp = () => boolean;

/** Returns the limit of a job that may take some milliseconds from now on. */
export function timeUpAfter(milliseconds: number): TimeUp {
  const until = performance.now() + milliseconds;
  return () => performance.now() >= until;
}
