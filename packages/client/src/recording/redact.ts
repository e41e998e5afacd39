import { type Hunk, isKnownLanguage, type Verification } from "../edit/index.ts";
import type { Recording } from "./recording.ts";
import type { TimedEvent } from "./session-event.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** Single letters and digits need more pseudonyms than there are letters: other alphabets follow. */
const MORE_LETTERS = LETTERS + String.fromCharCode(...Array.from({ length: 128 }, (_, n) => 0x100 + n));

/**
 * Returns the recording without its code: replaces every word and number in code, instructions, messages and paths
 * (also those of models) by a made-up word. Equal words stay equal and keep their length, so the session looks and runs
 * the same. White space and punctuation are kept.
 */
export function redactRecording({ header, events }: Recording): Recording {
  const { folder: _, ...rest } = header;
  const words = new Pseudonyms();
  // Answers are split at any point: redact each as a whole, then split it at the same points.
  const answers = new Map<string, string>();
  for (const [key, text] of wholeAnswers(events)) answers.set(key, words.redact(text));
  const cut = new AnswerCutter(answers);
  return { header: { ...rest, redacted: true }, events: events.map((event) => redact(event, words, cut)) };
}

function redact(event: TimedEvent, words: Pseudonyms, cut: AnswerCutter): TimedEvent {
  const hide = (text: string): string => words.redact(text);
  switch (event.type) {
    case "text":
      return { ...event, text: cut.next(event.edit, event.text.length) };
    case "restart":
      cut.restart(event.edit);
      return event;
    case "picking":
      return { ...event, matches: event.matches.map((path) => words.path(path)) };
    case "opened":
      return {
        ...event,
        path: words.path(event.path),
        code: hide(event.code),
        language: knownLanguage(event.language),
      };
    case "progress":
      return event.loading === undefined
        ? event
        : { ...event, loading: { ...event.loading, model: words.model(event.loading.model) } };
    case "typed":
    case "steered":
    case "note":
      return { ...event, text: hide(event.text) };
    case "asked":
      return { ...event, instruction: hide(event.instruction) };
    case "ended":
      return {
        ...event,
        hunks: event.hunks.map((hunk) => redactHunk(hunk, hide)),
        verification: redactVerification(event.verification, hide),
        declined: event.declined === null ? null : hide(event.declined),
        model: event.model === null ? null : words.model(event.model),
      };
    case "hunk":
      return { ...event, hunk: redactHunk(event.hunk, hide) };
    case "failed":
    case "unwritten":
      return { ...event, message: hide(event.message) };
    case "steer":
    case "connection":
      return event.message === undefined ? event : { ...event, message: hide(event.message) };
    default:
      return event;
  }
}

function redactHunk(hunk: Hunk, hide: (text: string) => string): Hunk {
  return { ...hunk, oldLines: hunk.oldLines.map(hide), newLines: hunk.newLines.map(hide) };
}

function redactVerification(verification: Verification, hide: (text: string) => string): Verification {
  const { language, errors, scope, reason } = verification;
  return {
    ...verification,
    language: knownLanguage(language),
    errors: errors.map((issue) => ({ ...issue, message: hide(issue.message) })),
    scope: scope?.map((concern) => ({ ...concern, message: hide(concern.message) })) ?? null,
    ...(reason !== undefined && { reason: hide(reason) }),
  };
}

/** An unknown language is a file's name. */
function knownLanguage(language: string | null): string | null {
  return language !== null && isKnownLanguage(language) ? language : null;
}

/** Returns the text of each answer, by edit and number of restarts. */
function wholeAnswers(events: readonly TimedEvent[]): Map<string, string> {
  const answers = new Map<string, string>();
  const restarts = new Map<string, number>();
  for (const event of events) {
    if (event.type === "restart") restarts.set(event.edit, (restarts.get(event.edit) ?? 0) + 1);
    if (event.type !== "text") continue;
    const key = `${event.edit} ${restarts.get(event.edit) ?? 0}`;
    answers.set(key, (answers.get(key) ?? "") + event.text);
  }
  return answers;
}

/** Splits redacted answers into pieces of given lengths. */
class AnswerCutter {
  readonly #answers: ReadonlyMap<string, string>;
  readonly #places = new Map<string, { restarts: number; at: number }>();

  constructor(answers: ReadonlyMap<string, string>) {
    this.#answers = answers;
  }

  next(edit: string, length: number): string {
    const place = this.#place(edit);
    const piece = this.#answers.get(`${edit} ${place.restarts}`)?.slice(place.at, place.at + length) ?? "";
    place.at += length;
    return piece;
  }

  restart(edit: string): void {
    const place = this.#place(edit);
    place.restarts++;
    place.at = 0;
  }

  #place(edit: string): { restarts: number; at: number } {
    const place = this.#places.get(edit) ?? { restarts: 0, at: 0 };
    this.#places.set(edit, place);
    return place;
  }
}

/** Maps each word to a unique made-up word of the same length in UTF-16 units. */
class Pseudonyms {
  readonly #known = new Map<string, string>();
  readonly #used = new Map<number, number>();

  redact(text: string): string {
    return text.replace(/[\p{L}\p{M}\p{N}_$]+/gu, (word) => this.#word(word));
  }

  /** Keeps the extension if it belongs to a known language. */
  path(path: string): string {
    const last = /\.[A-Za-z0-9]+$/.exec(path)?.[0] ?? "";
    const ending = isKnownLanguage(last) ? last : "";
    return this.redact(path.slice(0, path.length - ending.length)) + ending;
  }

  /** Keeps a plain name; redacts one that contains a path or an owner. */
  model(model: string): string {
    return /[/\\]/.test(model) ? this.redact(model) : model;
  }

  #word(word: string): string {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    let number = this.#used.get(word.length) ?? 0;
    this.#used.set(word.length, number + 1);
    const letters = word.length === 1 ? MORE_LETTERS : LETTERS;
    let made = "";
    for (let n = 0; n < word.length; n++) {
      made = letters.charAt(number % letters.length) + made;
      number = Math.floor(number / letters.length);
    }
    this.#known.set(word, made);
    return made;
  }
}
