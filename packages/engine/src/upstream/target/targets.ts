import { createHash } from "node:crypto";
import { EngineError, type ModelInfo } from "../../contract/index.ts";
import { UpstreamFailure } from "../failure/index.ts";
import type { ListedModel } from "./model-list.ts";
import type { Target } from "./target.ts";

export interface Choice {
  readonly model: string;
  /** The conversation's key. */
  readonly chain: string;
  /** Servers that already failed this request. */
  readonly tried: ReadonlySet<Target>;
  /** Whether an answer will be requested. */
  readonly answers?: boolean;
}

/** An engine's servers. A conversation stays on one server as long as that is up. */
export class Targets {
  readonly #all: readonly Target[];
  readonly #chains = new Map<string, Target>();
  readonly #maxChains: number;

  constructor(all: readonly Target[], maxChains: number) {
    this.#all = all;
    this.#maxChains = maxChains;
  }

  get all(): readonly Target[] {
    return this.#all;
  }

  /** Lists the models of all servers that respond. Rejects with {@link EngineError} if none does. */
  async models(): Promise<readonly ModelInfo[]> {
    const lists = await Promise.allSettled(this.#all.map((target) => target.models()));
    const models = new Map<string, ModelInfo>();
    let failure: unknown = null;
    for (const [place, list] of lists.entries()) {
      if (list.status === "rejected") failure ??= list.reason;
      // If a list cannot be refreshed, the last one is the best known.
      const listed = list.status === "fulfilled" ? list.value : (this.#all[place]?.listed ?? []);
      for (const { info } of listed) if (!models.has(info.id)) models.set(info.id, info);
    }
    if (models.size > 0 || failure === null) return [...models.values()];
    throw failure instanceof UpstreamFailure ? failure.error : failure;
  }

  /** Returns a model from the last lists. */
  known(model: string): ListedModel | undefined {
    for (const target of this.#all) {
      const known = target.find(model);
      if (known !== undefined) return known;
    }
    return undefined;
  }

  /** Rejects with {@link EngineError} `model_not_found`, or as {@link models} does. */
  async find(model: string): Promise<ListedModel> {
    const before = this.known(model);
    if (before !== undefined) return before;
    const models = await this.models();
    const now = this.known(model);
    if (now !== undefined) return now;
    const names = models.map(({ id }) => id);
    const some =
      names.length > SHOWN
        ? `${names.slice(0, SHOWN).join(", ")} and ${names.length - SHOWN} more`
        : names.join(", ");
    throw new EngineError("model_not_found", `there is no model ${model}; the models are ${some || "none"}`);
  }

  /** Chooses the server for a request. Rejects with {@link EngineError} if all servers with the model are down. */
  async choose({ model, chain, tried, answers = false }: Choice): Promise<Target> {
    this.#listMissing();
    const having = this.#candidatesFor(model);
    if (having.every(({ health }) => health.down !== null))
      await Promise.all(having.map(({ health }) => health.checkNow()));
    const up = having.filter(({ health }) => health.down === null);
    const candidates = bestOf(up, tried);
    const kept = this.#chains.get(chain);
    const chosen = kept !== undefined && candidates.includes(kept) ? kept : heaviest(candidates, chain);
    if (chosen === undefined) throw allDown(having);
    if (answers) chosen.health.requestSent();
    this.#keep(chain, chosen);
    return chosen;
  }

  /** Whether there is a server that has not failed yet. */
  hasOther(model: string, tried: ReadonlySet<Target>): boolean {
    return this.#listingModel(model).some(
      (target) => !tried.has(target) && target.health.down === null && !target.health.isResting,
    );
  }

  close(): void {
    for (const target of this.#all) target.close();
  }

  /** Requests missing or wrong lists of models in the background. */
  #listMissing(): void {
    for (const target of this.#all) {
      if (!target.isListDue || target.health.down !== null) continue;
      target.models().catch((cause) => target.health.failed(target.toFailure(cause)));
    }
  }

  #candidatesFor(model: string): readonly Target[] {
    const listing = this.#listingModel(model);
    return listing.length > 0 ? listing : this.#all;
  }

  #listingModel(model: string): readonly Target[] {
    return this.#all.filter((target) => target.find(model) !== undefined);
  }

  #keep(chain: string, target: Target): void {
    this.#chains.delete(chain);
    this.#chains.set(chain, target);
    if (this.#chains.size <= this.#maxChains) return;
    for (const oldest of this.#chains.keys()) {
      this.#chains.delete(oldest);
      return;
    }
  }
}

/** Returns the servers that are not resting and have not failed this request, or else the next best. */
function bestOf(up: readonly Target[], tried: ReadonlySet<Target>): readonly Target[] {
  const awake = up.filter(({ health }) => !health.isResting);
  const some = awake.length > 0 ? awake : up;
  const fresh = some.filter((target) => !tried.has(target));
  return fresh.length > 0 ? fresh : some;
}

/** Most model names in a message. */
const SHOWN = 20;

/** Chooses a server by weighted rendezvous hashing: keys are distributed by weight, and few move when servers change. */
function heaviest(targets: readonly Target[], key: string): Target | undefined {
  let winner: Target | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const target of targets) {
    const score = -target.weight / Math.log(fraction(`${key} ${target.server} ${target.preset.name}`));
    if (score > most) {
      most = score;
      winner = target;
    }
  }
  return winner;
}

/** Hashes a text to a number between 0 and 1. */
function fraction(text: string): number {
  return (createHash("sha256").update(text).digest().readUInt32BE(0) + 1) / (2 ** 32 + 2);
}

function allDown(targets: readonly Target[]): EngineError {
  const failure = targets.map(({ health }) => health.down).find((it) => it !== null);
  // Without the quote from the server, which concerns another request.
  const message = failure?.error.unquoted ?? "no server could be asked";
  return new EngineError(
    "upstream_failed",
    `${message} (it has failed several times, and is checked until it is back)`,
  );
}
