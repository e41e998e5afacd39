export interface TestResult {
  readonly name: string;
  readonly ok: boolean;
  readonly ms: number;
  readonly error?: string;
}

/** A summary of a test run. */
export function formatReport(results: readonly TestResult[]): string {
  const lines: string[] = [];
  let failed = 0;
  let total = 0;
  for (const result of results) {
    const mark = result.ok ? "ok  " : "FAIL";
    lines.push(`${mark} ${result.name} (${result.ms} ms)`);
    if (!result.ok) {
      failed++;
      lines.push(`     ${result.error ?? "no reason given"}`);
    }
    total += result.ms;
  }
  lines.push("");
  if (failed > 0) {
    lines.push(`${failed} of ${results.length} failed, ${total} ms`);
  } else {
    lines.push(`all ${results.length} passed, ${total} ms`);
  }
  return lines.join("\n");
}

/** Writes a summary of a test run. */
export function printReport(results: readonly TestResult[], write: (text: string) => void): void {
  write(`${formatReport(results)}\n`);
}
