/** Thrown by what has been given a moment and needs longer: nothing is wrong with it, and it is to be done elsewhere. */
export class Unfinished extends Error {
  override readonly name = "Unfinished";
}
