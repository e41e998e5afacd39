import type { PromptLink } from "../contract/index.ts";

/**
 * Something that follows from a conversation, worked out link by link. Each link is looked at once, so that a
 * continuation costs its own links only.
 */
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
