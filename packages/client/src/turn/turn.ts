/** The server's word that a steer or an interrupt was taken, and how long it took to come. */
export interface Acknowledgement {
  readonly milliseconds: number;
}

/**
 * One question and its answer, under way. Awaiting it gives the result; iterating it gives the events, from the
 * first one however late the iteration begins, and any number of times. Both fail with a {@link FlintError}.
 */
export interface Turn<Result, Event> extends PromiseLike<Result>, AsyncIterable<Event> {
  readonly result: Promise<Result>;
  /**
   * Stops the answer within one step of the engine; the turn then resolves with status `interrupted` and what
   * there is. Does nothing to a turn that is over.
   */
  interrupt(): Promise<Acknowledgement>;
  /**
   * Gives the model a further instruction while it answers; the answer begins anew from there (`restart`).
   * Rejects with `steer_failed`, `turn_ended`, `connection_lost`, `timeout` where the server does not acknowledge it, or
   * `invalid_argument` for an empty text: the turn itself goes on. Where the turn fails meanwhile, with what it fails.
   */
  steer(text: string): Promise<Acknowledgement>;
}
