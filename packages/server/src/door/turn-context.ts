import { EngineError } from "@flint/engine";
import { logFieldsOf, logLevelOf } from "../errors/index.ts";
import type { Recorder } from "../response/index.ts";
import { TurnTrace, traceContextOf } from "../trace/index.ts";
import type { Turn, TurnContext, TurnOrder } from "../turn/index.ts";
import { countResponse, type OwnShared, spendTokens } from "./shared.ts";

type Common =
  | "threads"
  | "owner"
  | "keepAlive"
  | "pendingSteers"
  | "summaryTokens"
  | "seal"
  | "trace"
  | "begins"
  | "ended"
  | "warmed"
  | "cost"
  | "cacheBroke"
  | "failed"
  | "notWarmed";

/**
 * Returns the context that all turns of an account share, over HTTP and WebSocket. `turn` is first called when it runs.
 */
export function commonContext(
  own: OwnShared,
  recorder: Recorder,
  turn: () => Turn,
): Pick<TurnContext, Common> {
  const { threads, limits, logger, cacheGuardian, seal, account, usage: book, underWay } = own;
  const arrived = Date.now();
  let trace: TurnTrace | null = null;
  return {
    threads,
    owner: account.owner,
    keepAlive: limits.keepAlive,
    pendingSteers: limits.pendingSteers,
    summaryTokens: limits.summaryTokens,
    seal,
    trace: () => trace?.context ?? null,
    begins: (order) => {
      trace = traceOf(own, turn().id, arrived, order);
      recorder.begin(turn(), order);
      underWay.begin();
    },
    ended: () => {
      recorder.end();
      const { response } = turn();
      if (response !== null) trace?.end(response);
      countResponse(own, turn());
      underWay.end();
    },
    warmed: (tokens) => spendTokens(own, tokens),
    cost: (model, usage) => book.costOf(model, usage),
    cacheBroke: (response, tip, broke) => cacheGuardian.reportBreak(response, tip, broke),
    failed: (response, cause) =>
      logger[logLevelOf(cause)]({ response, ...logFieldsOf(cause) }, "a response failed"),
    notWarmed: (response, cause) => {
      // Some models cannot prefill before there is code to edit: the warm-up then only loads the model.
      const isForeseen = cause instanceof EngineError && cause.code === "prompt_unsupported";
      logger[isForeseen ? "debug" : "warn"](
        { response, ...logFieldsOf(cause) },
        "a warm-up could not be read ahead",
      );
    },
  };
}

/** Creates the trace span of a response. The request's own trace context takes precedence over its connection's. */
function traceOf(
  { trace }: OwnShared,
  id: string,
  arrived: number,
  { request, model }: TurnOrder,
): TurnTrace {
  const { traceparent, tracestate } = request.metadata ?? {};
  const parent = traceContextOf(traceparent, tracestate) ?? trace;
  return new TurnTrace({ id, model: model.id, arrived, parent });
}
