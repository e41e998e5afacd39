import type { Engine } from "@flint/engine";
import type { ResponseObject, Usage } from "@flint/protocol";
import type { Live } from "./gauges.ts";

/** The server's figures, in the form that Prometheus reads. */
export interface Metrics {
  readonly contentType: string;
  /** Counts a response that has ended, with its timings. Names that engines take beside their list are a client's: they share a label. */
  ended(response: ResponseObject, isListed: boolean): void;
  /** Counts an error that a request was answered with, by the API's code. */
  refused(code: string, key: string | null): void;
  /** Counts what a key has used with a response. `cost` in USD. */
  used(key: string, usage: Usage | null, cost: number | null): void;
  text(): Promise<string>;
}

/**
 * Labels are the engine's model ids, statuses, the API's error codes and the ids of keys: few, and none of them a client's to choose.
 * The library is loaded here and not before, as it takes longer to load than a small server to start.
 */
export async function openMetrics(engine: Engine, live: Live): Promise<Metrics> {
  const [{ Registry }, { responseFigures }, { keyFigures }, { registerGauges }, { engineText }] =
    await Promise.all([
      import("prom-client"),
      import("./response-figures.ts"),
      import("./key-figures.ts"),
      import("./gauges.ts"),
      import("./engine-text.ts"),
    ]);
  const registry = new Registry();
  const figures = responseFigures(registry);
  const keys = keyFigures(registry);
  registerGauges(registry, live);
  return {
    contentType: registry.contentType,
    ended: (response, isListed) => figures.ended(response, isListed),
    refused: (code, key) => {
      figures.refused(code);
      if (key !== null) keys.refused(key, code);
    },
    used: (key, usage, cost) => keys.used(key, usage, cost),
    text: async () => `${await registry.metrics()}${engineText(engine.stats?.() ?? null)}`,
  };
}
