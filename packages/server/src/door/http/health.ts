import { EngineError } from "@flint/engine";
import { apiError } from "@flint/protocol";
import type { Context, Hono } from "hono";
import { type Shared, shuttingDown } from "../shared.ts";
import type { RouteEnv } from "./place.ts";

/** Adds the monitoring routes: liveness, readiness and metrics. */
export function healthRoutes(app: Hono<RouteEnv>, shared: Shared): void {
  const { closing, leaving, metrics } = shared;
  app.get("/healthz", (c) => {
    if (closing.aborted) throw shuttingDown();
    return c.json({ status: "ok" });
  });
  app.get("/readyz", async (c) => {
    if (leaving.aborted) throw shuttingDown();
    const reason = await whyNotReady(shared);
    if (reason !== null) throw apiError("not_ready", reason);
    return c.json({ status: "ok" });
  });
  app.get("/metrics", async (c: Context<RouteEnv>) => {
    if (metrics === null) {
      throw apiError(
        "not_found",
        "this server has no metrics: start it with flint serve, or with `metrics: true`",
      );
    }
    c.header("content-type", metrics.contentType);
    return c.body(await metrics.text());
  });
}

async function whyNotReady({ engine, models }: Shared): Promise<string | null> {
  const state = engine.stats?.().state;
  if (state === "closed") return "the engine is closed: restart the server";
  if (state === "resting")
    return "the engine's process has died too often and is pausing: run flint doctor for details";
  try {
    const isAny = (await models.list()).length > 0;
    return isAny ? null : "no model can be used: flint models shows why";
  } catch (cause) {
    if (cause instanceof EngineError) return cause.message;
    throw cause;
  }
}
