/** The server's acknowledgement of a steer or an interrupt, and how long it took to arrive. */
export interface Acknowledgement {
  readonly milliseconds: number;
}

/**
 * One question and its answer. Await it for the result, or iterate over it for the events: each iteration begins with
 * the first event, however late it starts. Both fail with a {@link FlintError}.
 */
export interface Turn<Result, Event> extends PromiseLike<Result>, AsyncIterable<Event> {
  readonly result: Promise<Result>;
  /**
   * Stops the answer within one step of the engine; the turn then resolves with the status `interrupted` and what
   * has arrived. Does nothing if the turn has ended.
   */
  interrupt(): Promise<Acknowledgement>;
  /**
   * Gives the model another instruction while it answers; the answer then restarts (`restart`). Rejects with
   * `steer_failed`, `turn_ended`, `connection_lost`, `timeout` if the server does not acknowledge it, or
   * `invalid_argument` for an empty text; the turn itself continues. If the turn fails meanwhile, rejects with its
   * error.
   */
  steer(text: string): Promise<Acknowledgement>;
}
