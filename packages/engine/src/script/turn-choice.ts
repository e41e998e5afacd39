import { EngineError, type PromptItem, type PromptLink } from "../contract/index.ts";
import { bodyText, isOutput } from "./item-text.ts";
import { LinkFold } from "./link-fold.ts";
import type { Scenario, ScenarioTurn, TurnCondition } from "./scenario.ts";

export interface ChosenTurn {
  readonly turn: ScenarioTurn;
  /** Number of answers in the conversation so far. */
  readonly answers: number;
}

interface Progress {
  /** Indexes in the scenario of the turns played so far. */
  readonly played: ReadonlySet<number>;
  readonly answers: number;
  /** The last item; null if the conversation ends with an answer. */
  readonly last: PromptItem | null;
}

/** Chooses the turn that answers a conversation, by the rule described at {@link Scenario.turns}. */
export class TurnChoice {
  readonly #turns: readonly ScenarioTurn[];
  readonly #progress: LinkFold<Progress>;

  constructor(turns: readonly ScenarioTurn[]) {
    this.#turns = turns;
    const start: Progress = { played: new Set(), answers: 0, last: null };
    this.#progress = new LinkFold(start, (progress, link) => this.#advance(progress, link));
  }

  /** Returns the error `prompt_unsupported` if no turn matches. */
  at(tip: PromptLink): ChosenTurn | EngineError {
    const progress = this.#progress.at(tip);
    const turn = this.#turns[this.#choose(progress) ?? -1];
    if (turn) return { turn, answers: progress.answers };
    const last = progress.last ? `a ${kindOf(progress.last)}` : "an answer";
    return new EngineError(
      "prompt_unsupported",
      `the scenario has no turn for a conversation that ends with ${last}: add a turn without \`when\``,
    );
  }

  /**
   * An answer is a run of output items within one link: the server creates a link for each response, and a client that
   * sends its whole history in one link has input between any two responses.
   */
  #advance(progress: Progress, link: PromptLink): Progress {
    let { played: given, answers, last } = progress;
    let answering = false;
    for (const item of link.items) {
      if (!isOutput(item)) {
        last = item;
      } else if (!answering) {
        const choice = this.#choose({ played: given, answers, last });
        // Share the set between links as long as it does not change.
        if (choice !== null && !given.has(choice)) given = new Set(given).add(choice);
        answers += 1;
        last = null;
      }
      answering = isOutput(item);
    }
    return { played: given, answers, last };
  }

  #choose({ played, last }: Progress): number | null {
    const fits = this.#turns.map(({ when }) => exactness(when, last));
    const best = Math.max(...fits);
    if (best < 0) return null;
    const candidates = [...fits.keys()].filter((place) => fits[place] === best);
    return candidates.find((place) => !played.has(place)) ?? candidates.at(-1) ?? null;
  }
}

/** Returns -1 if the condition does not hold, or else its number of requirements. */
function exactness(when: TurnCondition | undefined, last: PromptItem | null): number {
  let points = 0;
  if (when?.last !== undefined) {
    if (!last || kindOf(last) !== when.last) return -1;
    points += 1;
  }
  if (when?.contains !== undefined) {
    if (!last || !bodyText(last).includes(when.contains)) return -1;
    points += 2;
  }
  return points;
}

function kindOf(item: PromptItem): string {
  return "type" in item && item.type !== undefined ? item.type : "message";
}
