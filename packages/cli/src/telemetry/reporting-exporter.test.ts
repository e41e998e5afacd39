import type { SpanExporter } from "@opentelemetry/sdk-trace";
import { expect, test } from "vitest";
import { reportingExporter } from "./reporting-exporter.ts";

test("lost spans are reported once, until some arrive again", () => {
  const warnings: string[] = [];
  const outcomes = [new Error("Unauthorized"), new Error("Unauthorized"), undefined, new Error("refused")];
  let nth = 0;
  const exporter: SpanExporter = {
    export: (_, done) => {
      const error = outcomes[nth++];
      done(error === undefined ? { code: 0 } : { code: 1, error });
    },
    shutdown: async () => undefined,
  };
  const telling = reportingExporter(exporter, (message) => warnings.push(message));
  const codes: number[] = [];
  for (const _ of outcomes) telling.export([], ({ code }) => codes.push(code));
  expect(codes).toEqual([1, 1, 0, 1]);
  expect(warnings).toEqual([
    expect.stringMatching(/^traces do not reach the collector \(Unauthorized\): check OTEL_EXPORTER/),
    expect.stringContaining("(refused)"),
  ]);
});
