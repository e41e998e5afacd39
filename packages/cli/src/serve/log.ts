import { destination, type Logger, pino } from "pino";

/** Where keys could stand in what is logged. */
const KEYS = ["authorization", "cookie", "apiKey", "key", "secret", "token", "password"];
/** Where code could: what clients send, and what models answer. */
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

/** The log of `flint serve`, as JSON lines on stderr. It holds neither keys nor code. */
export function openLog(level: string, stream: { write(line: string): void } = stderr()): Logger {
  const names = [...KEYS, ...CODE];
  const paths = ["", "*.", "*.*."].flatMap((prefix) => names.map((name) => `${prefix}${name}`));
  return pino({ level, base: null, redact: { paths, censor: "(redacted)" } }, stream);
}

/** Written at once: what a server says last is what one wants to know. */
function stderr() {
  return destination({ dest: 2, sync: true });
}
