import { FlintError } from "../error/index.ts";
import type { SessionEvent, TimedEvent } from "./session-event.ts";

/** The first line of a recording. */
export interface RecordingHeader {
  readonly flint: "recording";
  readonly version: 1;
  /** When the recording began, as an ISO 8601 date. */
  readonly began: string;
  /** The folder that paths in the recording are relative to. */
  readonly folder?: string;
  /** Set if code, names and instructions were replaced by made-up words. */
  readonly redacted?: true;
}

export interface Recording {
  readonly header: RecordingHeader;
  readonly events: readonly TimedEvent[];
}

/** Validators by kind of field. */
const KINDS = {
  string: (value: unknown) => typeof value === "string",
  number: (value: unknown) => typeof value === "number",
  array: (value: unknown) => Array.isArray(value),
  object: isObject,
  hunk: isHunk,
  hunks: (value: unknown) => Array.isArray(value) && value.every(isHunk),
  timings: isTimings,
} as const;

/** The required fields of each event type, and their kinds. */
const FIELDS: { readonly [Type in SessionEvent["type"]]: Readonly<Record<string, FieldKind>> } = {
  picking: { matches: "array", total: "number", chosen: "number" },
  opened: { path: "string", code: "string" },
  typed: { text: "string" },
  pointed: { line: "number" },
  asked: { edit: "string", instruction: "string" },
  text: { edit: "string", text: "string" },
  anchored: { edit: "string" },
  hunk: { edit: "string", hunk: "hunk" },
  restart: { edit: "string", reason: "string" },
  progress: { edit: "string" },
  steered: { edit: "string", steer: "string", text: "string", when: "string" },
  steer: { steer: "string", state: "string" },
  interrupting: { edit: "string" },
  ended: { edit: "string", status: "string", hunks: "hunks", timings: "timings", verification: "object" },
  failed: { edit: "string", code: "string", message: "string" },
  chosen: { edit: "string", hunk: "number" },
  accepted: { edit: "string", hunks: "array" },
  rejected: { edit: "string", hunks: "array" },
  reopened: { edit: "string", hunks: "array" },
  undone: {},
  redone: {},
  written: {},
  unwritten: { message: "string" },
  connection: { status: "string" },
  note: { text: "string" },
  file: {},
  quit: {},
};

type FieldKind = keyof typeof KINDS;

export function recordingLine(line: RecordingHeader | TimedEvent): string {
  return `${JSON.stringify(line)}\n`;
}

/**
 * Reads a recording: one JSON object per line. Ignores an incomplete last line, which means that the session was cut
 * off. Throws {@link FlintError} `invalid_argument`, whose message names the line.
 */
export function parseRecording(text: string): Recording {
  const lines = text.split("\n");
  const cut = lines.pop() ?? "";
  const [first = cut, ...rest] = lines;
  const header = parse(first, 1);
  if (header.flint !== "recording") throw unreadableLine(1, "this is not a Flint recording");
  if (header.version !== 1)
    throw unreadableLine(1, `recordings of version ${String(header.version)} need another version of Flint`);
  const events = rest.flatMap((line, index) =>
    line.trim() === "" ? [] : [eventOf(parse(line, index + 2), index + 2)],
  );
  return { header: header as unknown as RecordingHeader, events };
}

function parse(line: string, number: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  } catch {
    // Reported below, with the line number.
  }
  throw unreadableLine(number, "it is not a JSON object");
}

function eventOf(value: Record<string, unknown>, number: number): TimedEvent {
  const { t, type } = value;
  if (typeof t !== "number" || !(t >= 0))
    throw unreadableLine(number, "t, the time in milliseconds, is missing");
  const fields =
    typeof type === "string" && Object.hasOwn(FIELDS, type) ? FIELDS[type as SessionEvent["type"]] : null;
  if (fields === null) throw unreadableLine(number, `there is no event of the type ${JSON.stringify(type)}`);
  for (const [name, kind] of Object.entries(fields)) {
    if (!KINDS[kind](value[name]))
      throw unreadableLine(number, `${String(type)}.${name} is to be of the kind ${kind}`);
  }
  return value as unknown as TimedEvent;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isHunk(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { oldStart, newStart, oldLines, newLines } = value;
  return (
    [oldStart, newStart].every((line) => Number.isInteger(line) && Number(line) >= 1) &&
    [oldLines, newLines].every(
      (lines) => Array.isArray(lines) && lines.every((line) => typeof line === "string"),
    )
  );
}

function isTimings(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { first_token_ms, total_ms } = value;
  return typeof total_ms === "number" && (first_token_ms === null || typeof first_token_ms === "number");
}

function unreadableLine(line: number, why: string): FlintError {
  return new FlintError("invalid_argument", `line ${line} of the recording cannot be read: ${why}`);
}
