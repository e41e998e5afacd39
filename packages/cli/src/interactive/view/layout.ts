import type { EditState, SessionState } from "@flint/client";
import { lowConfidenceWarning, noChangeText, syntaxErrorText } from "../../edit/index.ts";
import {
  fitEnd,
  padRow,
  printable,
  type Row,
  spanRow,
  type Theme,
  widthOf,
  wrap,
} from "../../paint/index.ts";
import type { CodeColors } from "./code-colors.ts";
import { diffView } from "./diff-view.ts";
import { fileView } from "./file-view.ts";
import { hudLine } from "./hud.ts";
import { pickerView } from "./picker-view.ts";
import { steerLines } from "./steer-lines.ts";

export interface Look {
  readonly columns: number;
  readonly rows: number;
  readonly theme: Theme;
  readonly colors: CodeColors;
  /** The time on the clock of the session's events. */
  readonly t: number;
  /** Number of characters after the cursor in the typed line. */
  readonly afterCursor?: number;
  /** Number of cells hidden at the left of each line of code. Default 0. */
  readonly aside?: number;
  /** Whether the search for files is still running. Default false. */
  readonly isListing?: boolean;
}

/** Number of steers shown at a time. */
const STEER_LINES = 2;
/** Most rows of a note. Its remedy comes last, so it must not be cut early. */
const NOTE_ROWS = 4;

/**
 * Renders the whole screen: title; picker, file or diff; steers; figures; typed line; and available keys. On a small
 * screen, the keys and the typed line are the last to go.
 */
export function layout(state: SessionState, look: Look): Row[] {
  // Leave the last column empty: some terminals wrap when it is filled.
  const width = look.columns - 1;
  if (width < 1 || look.rows < 1) return [];
  const told = look.rows > 1 ? footer(state, look, width).slice(1 - look.rows) : [];
  const below = told.length + 1;
  const above = look.rows - below > 1 ? [title(state, look.theme, width)] : [];
  const room = look.rows - below - above.length;
  const body = room > 0 ? bodyOf(state, { ...look, width, room }).slice(0, room) : [];
  const blank = Array.from({ length: room - body.length }, () => ({ text: "", width: 0 }));
  const isCut = body.some((row) => row.width >= width && row.text.includes("…"));
  return [...above, ...body, ...blank, ...told, keysRow(state, look, width, isCut)];
}

/** Lists the available keys, and how to see more of long lines if there is room for that. */
function keysRow(state: SessionState, { theme, aside = 0 }: Look, width: number, isCut: boolean): Row {
  const keys = keysOf(state);
  const all = canScrollSideways(state) && (isCut || aside > 0) ? [...keys, "←→ long lines"] : keys;
  const text = [all, keys].map((some) => some.join(" · ")).find((one) => widthOf(one) <= width);
  return spanRow([{ text: text ?? keys.join(" · "), paint: theme.faint }], width);
}

function title(state: SessionState, theme: Theme, width: number): Row {
  const { file, selection, model, connection, screen, edit } = state;
  const parts =
    screen === "picker"
      ? ["Flint", "which file?"]
      : file === null
        ? ["Flint"]
        : [
            file.path,
            ...(selection === null ? [] : [`lines ${selection.start}–${selection.end}`]),
            ...(screen === "edit" && edit !== null ? [edit.question.instruction.replace(/\s+/g, " ")] : []),
          ];
  const words = [model, connectionText(connection)].filter((part) => part !== null && part !== "");
  // Both halves may need to be cut.
  const aside = spanRow([{ text: words.join(" · "), paint: theme.faint }], Math.floor(width / 2));
  const left = spanRow(
    [{ text: parts.join("  "), paint: theme.strong }],
    Math.max(width - aside.width - 2, 10),
  );
  return aside.width > 0 && left.width + aside.width + 2 <= width
    ? { text: `${padRow(left, width - aside.width).text}${aside.text}`, width }
    : left;
}

function connectionText({ status, message }: SessionState["connection"]): string {
  if (status === "open") return "";
  // The reason for a failure is shown in separate rows.
  return message === undefined || status === "failed" ? status : `${status}: ${message}`;
}

function bodyOf(state: SessionState, look: Look & { width: number; room: number }): Row[] {
  if (state.screen === "picker") return pickerView(state, look);
  if (state.screen === "file" || state.edit === null) return fileView(state, look);
  const language = state.file?.language ?? null;
  const { sides } = state;
  const [left, right] = sides;
  if (right === undefined && hasNoChange(state.edit)) return fileView(state, look);
  if (left === undefined || right === undefined) return diffView(state.edit, language, look);
  return sideBySide(state.edit, left, right, language, look);
}

/** Renders two answers to one question side by side; the active one has a bold title. */
function sideBySide(
  current: EditState,
  left: EditState,
  right: EditState,
  language: string | null,
  look: Look & { width: number; room: number },
): Row[] {
  const half = Math.floor((look.width - 3) / 2);
  if (half < 8 || look.room < 2) return diffView(current, language, look);
  const columns = [left, right].map((edit, index) => {
    const name = `${edit === current ? "▶" : " "} answer ${index + 1}${edit.isRunning ? ", being written" : ""}`;
    const head = spanRow(
      [{ text: name, paint: edit === current ? look.theme.strong : look.theme.faint }],
      half,
    );
    return [head, ...diffView(edit, language, { ...look, width: half, room: look.room - 1 })];
  });
  const [first = [], second = []] = columns;
  return Array.from({ length: Math.max(first.length, second.length) }, (_, n) => {
    const [one, two] = [first[n] ?? { text: "", width: 0 }, second[n] ?? { text: "", width: 0 }];
    return {
      text: `${padRow(one, half).text} ${look.theme.faint("│")} ${two.text}`,
      width: half + 3 + two.width,
    };
  });
}

/** Whether ← and → scroll sideways. They move the cursor in typed text, and switch between side-by-side answers. */
export function canScrollSideways({ screen, typed, file, sides }: SessionState): boolean {
  if (screen === "picker" || file === null || typed !== "") return false;
  return screen === "file" || sides.length < 2;
}

/** Renders everything below the code except the keys. */
function footer(state: SessionState, look: Look, width: number): Row[] {
  const { theme } = look;
  const edit = state.screen === "edit" ? state.edit : null;
  const faintRow = (text: string): Row => spanRow([{ text, paint: theme.faint }], width);
  const told = edit === null ? [] : verdictLines(edit, state.typed);
  const note = state.note === "" ? told : [state.note];
  const unreached = edit?.failure == null ? connectionFailure(state) : [];
  return [
    ...(edit === null ? [] : steerLines(edit, state.connection, STEER_LINES))
      .flatMap((text) => wrap(printable(text), width, NOTE_ROWS))
      .map(faintRow),
    ...[...unreached, ...note]
      .flatMap((text) => wrap(printable(text), width, NOTE_ROWS))
      .slice(0, NOTE_ROWS)
      .map((text) => spanRow([{ text, paint: theme.warning }], width)),
    ...(edit === null ? [] : [faintRow(hudLine(edit, state, look.t))]),
    typedRow(state.typed, look, width),
  ];
}

/** Returns the reason for a failed connection. An edit that failed because of it shows the reason itself. */
function connectionFailure({ connection: { status, message } }: SessionState): string[] {
  return status === "failed" && message !== undefined ? [message] : [];
}

/** Returns what the user should know about a finished edit. */
function verdictLines(edit: EditState, typed: string): string[] {
  if (edit.failure !== null) return [`failed: ${edit.failure.message}`];
  const enter = typed === "" ? "Enter" : "on an empty line, Enter";
  if (edit.status === "lost") return [`the program ended while this edit ran: ${enter} runs it again`];
  if (edit.status === "stopping") return ["stopping"];
  const { end } = edit;
  if (end === null) return [];
  const again = edit.isVain ? `; ${enter} asks again` : "";
  const stopped = end.timings.interrupt_ms;
  if (end.status === "interrupted") {
    const when = stopped === undefined ? "stopped" : `stopped in ${Math.round(stopped)} ms`;
    return [`${when}: ${changesText(edit)} complete${again}`];
  }
  if (end.status === "incomplete")
    return [`cut off at the end of the context: ${changesText(edit)} complete${again}`];
  if (end.declined !== null) return [end.declined];
  const unsure = lowConfidenceWarning(end);
  const doubts = unsure === null ? [] : [unsure];
  if (edit.hunks.length === 0) return [noChangeText("the code"), ...doubts];
  if (end.verification.parses === false) return [syntaxErrorText(end)];
  // These are only hints, so the first is enough.
  const concerns = (end.verification.scope ?? [])
    .slice(0, 1)
    .map(({ line, message }) => `look at line ${line}: ${message}`);
  return [...concerns, ...doubts];
}

/** Whether the edit has ended without any change to decide on. */
function hasNoChange({ end, failure, arriving, hunks }: EditState): boolean {
  return hunks.length === 0 && (end !== null || (failure !== null && arriving.text === ""));
}

function changesText({ hunks }: EditState): string {
  if (hunks.length === 0) return "no change";
  return hunks.length === 1 ? "1 change" : `${hunks.length} changes`;
}

/** Renders the end of the typed line with the cursor; line breaks are shown as `⏎`. */
function typedRow(typed: string, { theme, afterCursor = 0 }: Look, width: number): Row {
  const shown = typed.replaceAll("\n", "⏎");
  const before = printable(shown.slice(0, shown.length - afterCursor));
  const after = shown.slice(shown.length - afterCursor);
  // Show the end of a long line, where the user is typing.
  const tail = fitEnd(before, width - 3);
  return spanRow([{ text: "› ", paint: theme.hunk }, { text: tail }, { text: "▏" }, { text: after }], width);
}

/** Returns the available keys, the most useful first. */
function keysOf(state: SessionState): string[] {
  const { screen, edit, typed, file, selection } = state;
  if (screen === "picker") {
    const esc = typed !== "" ? "Esc clear" : file === null ? "Esc quit" : "Esc back";
    return ["Enter open", "↑↓ choose", esc];
  }
  if (screen === "file" || edit === null) {
    const back = edit === null ? [] : ["Tab diff"];
    const isBare = selection === null && typed === "";
    // 80 columns do not fit all keys when Esc has another function first.
    const leave = isBare
      ? ["^Z undo", "^Y redo", "Esc files"]
      : [selection === null ? "Esc clear" : "Esc unselect", "^P files"];
    return ["Enter edit", "⇧↑↓ select", ...back, ...leave, "^C quit"];
  }
  if (edit.isRunning) return ["Enter now", "Tab after this one", "Esc stop"];
  if (typed !== "") return ["Enter further", "^T differently", "Esc clear"];
  const all = edit.indexes("open").length > 0 ? ["^S all"] : [];
  if (edit.status === "lost" || edit.status === "failed" || edit.isVain)
    return ["Enter again", ...all, "^T differently", "Esc file", "^C quit"];
  // Two answers side by side have nothing to undo yet; 80 columns do not fit both hints.
  const aside = state.sides.length > 1 ? ["^T again", "←→ side"] : ["^Z undo", "^T again"];
  if (hasNoChange(edit)) return [...aside, "Esc file", "^C quit"];
  return [...DECIDING[edit.decision(edit.chosen)], ...all, ...aside, "↑↓ change", "Esc file"];
}

/** Keys for the chosen change, by its decision. An accepted change is only reverted by undo. */
const DECIDING = {
  open: ["Enter accept", "Del reject"],
  rejected: ["Enter reopen"],
  accepted: [],
} as const;
