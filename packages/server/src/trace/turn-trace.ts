import type { TraceContext } from "@flint/engine";
import type { ResponseObject, Timings } from "@flint/protocol";
import {
  type Attributes,
  type Context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import { traceContextOf } from "./trace-context.ts";

const TRACER = "flint";

export interface TurnTraceOptions {
  /** Id of the response. */
  readonly id: string;
  readonly model: string;
  /** When the request arrived. Unix milliseconds. */
  readonly arrived: number;
  /** The client's trace context. */
  readonly parent: TraceContext | null;
}

/**
 * Traces a response as a span, with child spans for queue, prefill and generation. Records nothing unless an
 * OpenTelemetry SDK is registered. No attribute contains code.
 */
export class TurnTrace {
  /** Trace context for the server behind the engine. */
  readonly context: TraceContext | null;
  readonly #span: Span;
  readonly #inside: Context;
  readonly #arrived: number;

  constructor({ id, model, arrived, parent }: TurnTraceOptions) {
    const outside = parent === null ? ROOT_CONTEXT : propagation.extract(ROOT_CONTEXT, parent);
    const attributes: Attributes = {
      "gen_ai.operation.name": "chat",
      "gen_ai.provider.name": "flint",
      "gen_ai.request.model": model,
      "gen_ai.response.id": id,
    };
    const options = { kind: SpanKind.SERVER, startTime: arrived, attributes };
    this.#span = trace.getTracer(TRACER).startSpan("response", options, outside);
    this.#inside = trace.setSpan(outside, this.#span);
    this.#arrived = arrived;
    this.context = contextIn(this.#inside) ?? parent;
  }

  /** Ends the span when the response is over. */
  end({ status, usage, error, incomplete_details, flint }: ResponseObject): void {
    const timings = flint?.timings;
    this.#span.setAttributes({
      "flint.response.status": status,
      ...(incomplete_details !== null && { "flint.response.reason": incomplete_details.reason }),
      ...(usage !== null && {
        "gen_ai.usage.input_tokens": usage.input_tokens,
        "gen_ai.usage.output_tokens": usage.output_tokens,
        "gen_ai.usage.cache_read.input_tokens": usage.input_tokens_details.cached_tokens,
      }),
      ...(timings !== undefined && {
        "flint.drafted_tokens": timings.drafted,
        "flint.accepted_tokens": timings.accepted,
      }),
    });
    if (error !== null) {
      this.#span.setAttribute("error.type", error.code);
      this.#span.setStatus({ code: SpanStatusCode.ERROR, message: error.code });
    }
    if (timings !== undefined) this.#recordParts(timings);
    this.#span.end(timings === undefined ? undefined : this.#arrived + timings.total_ms);
  }

  #recordParts({
    queue_ms,
    prefill_ms,
    total_ms,
    first_token_ms,
    prompt_tokens,
    reused_tokens,
  }: Timings): void {
    const generationBegins = queue_ms + prefill_ms;
    this.#part("queue", 0, queue_ms);
    if (prompt_tokens === 0) return;
    const tokens = { "flint.prompt_tokens": prompt_tokens, "flint.reused_tokens": reused_tokens };
    this.#part("prefill", queue_ms, generationBegins, tokens);
    if (first_token_ms !== null)
      this.#part("generate", generationBegins, total_ms, { "flint.first_token_ms": first_token_ms });
  }

  /** Records a child span. `from` and `to` are milliseconds since the request arrived. */
  #part(name: string, from: number, to: number, attributes: Attributes = {}): void {
    const options = { startTime: this.#arrived + from, attributes };
    trace
      .getTracer(TRACER)
      .startSpan(name, options, this.#inside)
      .end(this.#arrived + to);
  }
}

/** Returns the context as W3C headers; null if no SDK has registered a propagator. */
function contextIn(context: Context): TraceContext | null {
  const headers: { traceparent?: string; tracestate?: string } = {};
  propagation.inject(context, headers);
  return traceContextOf(headers.traceparent, headers.tracestate);
}
