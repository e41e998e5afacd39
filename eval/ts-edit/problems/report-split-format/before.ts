export interface TestResult {
  readonly name: string;
  readonly ok: boolean;
  readonly ms: number;
  readonly error?: string;
}

/** Writes a summary of a test run, line by line. */
export function printReport(results: readonly TestResult[], write: (text: string) => void): void {
  let failed = 0;
  let total = 0;
  for (const result of results) {
    const mark = result.ok ? "ok  " : "FAIL";
    write(`${mark} ${result.name} (${result.ms} ms)\n`);
    if (!result.ok) {
      failed++;
      write(`     ${result.error ?? "no reason given"}\n`);
    }
    total += result.ms;
  }
  write("\n");
  if (failed > 0) {
    write(`${failed} of ${results.length} failed, ${total} ms\n`);
  } else {
    write(`all ${results.length} passed, ${total} ms\n`);
  }
}
