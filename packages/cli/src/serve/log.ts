import { destination, type Logger, pino } from "pino";

/** Fields that could contain secrets. */
const KEYS = ["authorization", "cookie", "apiKey", "key", "secret", "token", "password"];
/** Fields that could contain code: clients' input and models' output. */
const CODE = [
  "input",
  "output",
  "instructions",
  "prompt",
  "prediction",
  "text",
  "delta",
  "arguments",
  "body",
];

/** Opens the log of `flint serve`: JSON lines on stderr, without keys or code. */
export function openLog(level: string, stream: { write(line: string): void } = stderr()): Logger {
  const names = [...KEYS, ...CODE];
  const paths = ["", "*.", "*.*."].flatMap((prefix) => names.map((name) => `${prefix}${name}`));
  return pino({ level, base: null, redact: { paths, censor: "(redacted)" } }, stream);
}

/** Synchronous, so that the last lines before a crash are not lost. */
function stderr() {
  return destination({ dest: 2, sync: true });
}
