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
  /** The response's id. */
  readonly id: string;
  readonly model: string;
  /** When the request arrived, in milliseconds since 1970. */
  readonly arrived: number;
  /** The trace that the client says it is part of. */
  readonly parent: TraceContext | null;
}

/**
 * A response as a span, with queue, prefill and generation as spans below it. Nothing is recorded unless an SDK of
 * OpenTelemetry is registered. No attribute holds code.
 */
export class TurnTrace {
  /** What the server behind the engine is to be told. */
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

  /** The response is over. */
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
    if (timings !== undefined) this.#tellParts(timings);
    this.#span.end(timings === undefined ? undefined : this.#arrived + timings.total_ms);
  }

  #tellParts({
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

  /** `from` and `to` in milliseconds since the request arrived. */
  #part(name: string, from: number, to: number, attributes: Attributes = {}): void {
    const options = { startTime: this.#arrived + from, attributes };
    trace
      .getTracer(TRACER)
      .startSpan(name, options, this.#inside)
      .end(this.#arrived + to);
  }
}

/** The context as W3C's headers; null where no SDK says how. */
function contextIn(context: Context): TraceContext | null {
  const headers: { traceparent?: string; tracestate?: string } = {};
  propagation.inject(context, headers);
  return traceContextOf(headers.traceparent, headers.tracestate);
}
