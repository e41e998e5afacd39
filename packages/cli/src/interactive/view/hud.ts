import type { EditState, SessionState } from "@flint/client";
import { count, duration } from "../../measure/index.ts";

/**
 * Renders an edit's figures in 80 columns: `first 38 ms · 812 tok/s · in 0.4 s · drafts 80/96 · cache 91 % · 7.9k left`.
 * An answer without text, such as a refusal, gives `no text in 89 ms · cache 91 % · 7.9k left`.
 */
export function hudLine(
  edit: EditState,
  { contextLength, connection }: Pick<SessionState, "contextLength" | "connection">,
  t: number,
): string {
  const figures = edit.isRunning ? liveFigures(edit, connection, t) : finalFigures(edit, contextLength);
  return figures.join(" · ");
}

function liveFigures(edit: EditState, { status }: SessionState["connection"], t: number): string[] {
  const { progress, firstTextMs, pace } = edit;
  if (firstTextMs === null) {
    const waited = duration(Math.max(t - edit.question.begun, 0));
    if (progress?.loading)
      return [`loading ${progress.loading.model}, ${Math.floor(progress.loading.part * 100)} %`, waited];
    if (progress?.prefill)
      return [`reading ${count(progress.prefill.done)} of ${count(progress.prefill.total)} tokens`, waited];
    return [`waiting for the ${status === "open" ? "first token" : "connection"}`, waited];
  }
  const [now, mean] = [pace.now(t), pace.mean];
  return [
    `first ${duration(firstTextMs)}`,
    ...(now === null ? [] : [`≈${count(now)} tok/s now`]),
    ...(mean === null ? [] : [`≈${count(mean)} mean`]),
  ];
}

function finalFigures({ end, failure }: EditState, contextLength: number | null): string[] {
  if (end === null) return failure === null ? [] : ["failed"];
  const { first_token_ms, tokens_per_second, total_ms, server } = end.timings;
  const left =
    // An edit stopped before its prompt was read has no token count.
    contextLength === null || server === null || server.prompt_tokens === 0
      ? null
      : contextLength - server.prompt_tokens - server.output_tokens;
  const pace = tokens_per_second === null ? [] : [`${count(tokens_per_second)} tok/s`];
  return [
    // A refusal has a token but no text, so its speed is meaningless.
    ...(first_token_ms === null
      ? [`no text in ${duration(total_ms)}`]
      : [`first ${duration(first_token_ms)}`, ...pace, `in ${duration(total_ms)}`]),
    ...(server === null || server.drafted === 0
      ? []
      : [`drafts ${count(server.accepted)}/${count(server.drafted)}`]),
    ...(server === null || server.prompt_tokens === 0
      ? []
      : [`cache ${Math.round((server.reused_tokens / server.prompt_tokens) * 100)} %`]),
    ...(server?.cost_usd === undefined ? [] : [dollars(server.cost_usd)]),
    ...(left === null ? [] : [`${abbreviated(left)} left`]),
  ];
}

/** Smaller amounts would be formatted with an exponent. */
const LEAST_TOLD = 0.000001;

/** Formats US dollars: `$1.25`, or the significant digits of small amounts, such as `$0.0004`. */
function dollars(sum: number): string {
  if (sum > 0 && sum < LEAST_TOLD) return `<$${LEAST_TOLD.toFixed(6)}`;
  return `$${sum >= 1 || sum === 0 ? sum.toFixed(2) : sum.toPrecision(2)}`;
}

/** Abbreviates a count: `980`, `7.9k`, `130k`. */
function abbreviated(value: number): string {
  if (value < 1000) return count(value);
  return `${value < 10_000 ? Math.floor(value / 100) / 10 : Math.floor(value / 1000)}k`;
}
