import type { BrokenPrefix, PromptLink } from "@flint/engine";
import type { Logger } from "pino";

/** Logs, once per conversation, that a prompt does not continue the previous one. */
export class CacheGuardian {
  readonly #logger: Logger;
  /** First links of the conversations already logged. */
  readonly #logged = new WeakSet<PromptLink>();

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  reportBreak(response: string, tip: PromptLink, { atToken, item, field, reason }: BrokenPrefix): void {
    const root = rootOf(tip);
    if (this.#logged.has(root)) return;
    this.#logged.add(root);
    this.#logger.info(
      { response, at_token: atToken, item, field, reason },
      "a prompt differs from the state that the engine kept of its conversation, and is read again from there",
    );
  }
}

function rootOf(tip: PromptLink): PromptLink {
  let link = tip;
  while (link.parent) link = link.parent;
  return link;
}
