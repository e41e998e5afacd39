import type { PromptLink } from "../contract/index.ts";

/** Computes a value of a conversation link by link, cached per link: a continuation only costs its new links. */
export class LinkFold<State extends object> {
  readonly #states = new WeakMap<PromptLink, State>();
  readonly #start: State;
  readonly #step: (state: State, link: PromptLink) => State;

  constructor(start: State, step: (state: State, link: PromptLink) => State) {
    this.#start = start;
    this.#step = step;
  }

  at(tip: PromptLink): State {
    const fresh: PromptLink[] = [];
    let link: PromptLink | null = tip;
    while (link && !this.#states.has(link)) {
      fresh.push(link);
      link = link.parent;
    }
    let state = (link && this.#states.get(link)) ?? this.#start;
    for (const next of fresh.reverse()) {
      state = this.#step(state, next);
      this.#states.set(next, state);
    }
    return state;
  }
}
