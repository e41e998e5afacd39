/**
 * Thrown by a job that exceeded its time limit: nothing is wrong with it, and it should be run in the worker thread.
 */
export class Unfinished extends Error {
  override readonly name = "Unfinished";
}
