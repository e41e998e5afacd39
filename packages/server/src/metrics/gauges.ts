import { Gauge, type Registry } from "prom-client";

/** Current values, read on each scrape. */
export interface LiveCounts {
  sockets(): number;
  /** Running responses, without those waiting in a lane. */
  running(): number;
  queued(): number;
}

export function registerGauges(registry: Registry, live: LiveCounts): void {
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  gauge("flint_sockets", "Open WebSocket connections.", () => live.sockets());
  gauge("flint_responses_running", "Running responses.", () => live.running());
  gauge("flint_responses_queued", "Responses waiting in a lane.", () => live.queued());
}
