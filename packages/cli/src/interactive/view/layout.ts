import type { EditState, SessionState } from "@flint/client";
import { brokenAt, doubt, proposesNothing } from "../../edit/index.ts";
import {
  fitEnd,
  padded,
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
  /** The time, as the session's events have it. */
  readonly t: number;
  /** Characters after the cursor in the line that is typed. */
  readonly afterCursor?: number;
  /** Cells at the beginning of each line of code that are not shown. Default: none. */
  readonly aside?: number;
  /** Whether there may be more files than were found. Default: no. */
  readonly isListing?: boolean;
}

/** Steers of which is told at one time. */
const STEER_LINES = 2;
/** Rows of what is told: its remedy comes last. */
const NOTE_ROWS = 4;

/**
 * The whole screen: a title, the picker, file or diff, what became of steers, the figures, the typed line and the
 * keys that work. Where there is little room, the keys and the typed line stay longest.
 */
export function layout(state: SessionState, look: Look): Row[] {
  // The last column stays free: text in it makes some terminals wrap.
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

/** The keys that work now; of long lines also how more of them is seen, where there is room to say so. */
function keysRow(state: SessionState, { theme, aside = 0 }: Look, width: number, isCut: boolean): Row {
  const keys = keysOf(state);
  const all = movesAside(state) && (isCut || aside > 0) ? [...keys, "←→ long lines"] : keys;
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
  const words = [model, connectionWord(connection)].filter((part) => part !== null && part !== "");
  // Either half may have more to say than there is room for.
  const aside = spanRow([{ text: words.join(" · "), paint: theme.faint }], Math.floor(width / 2));
  const left = spanRow(
    [{ text: parts.join("  "), paint: theme.strong }],
    Math.max(width - aside.width - 2, 10),
  );
  return aside.width > 0 && left.width + aside.width + 2 <= width
    ? { text: `${padded(left, width - aside.width).text}${aside.text}`, width }
    : left;
}

function connectionWord({ status, message }: SessionState["connection"]): string {
  if (status === "open") return "";
  // Why it failed has rows of its own.
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

/** Two answers to one question; the one that the keys are for is named in bold. */
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
      text: `${padded(one, half).text} ${look.theme.faint("│")} ${two.text}`,
      width: half + 3 + two.width,
    };
  });
}

/** Whether ← and → move the code aside: what is typed, and two answers side by side, have these keys for themselves. */
export function movesAside({ screen, typed, file, sides }: SessionState): boolean {
  if (screen === "picker" || file === null || typed !== "") return false;
  return screen === "file" || sides.length < 2;
}

/** All below the code but the keys. */
function footer(state: SessionState, look: Look, width: number): Row[] {
  const { theme } = look;
  const edit = state.screen === "edit" ? state.edit : null;
  const faint = (text: string): Row => spanRow([{ text, paint: theme.faint }], width);
  const told = edit === null ? [] : verdict(edit, state.typed);
  const note = state.note === "" ? told : [state.note];
  const unreached = edit?.failure == null ? connectionFailure(state) : [];
  return [
    ...(edit === null ? [] : steerLines(edit, state.connection, STEER_LINES))
      .flatMap((text) => wrap(printable(text), width, NOTE_ROWS))
      .map(faint),
    ...[...unreached, ...note]
      .flatMap((text) => wrap(printable(text), width, NOTE_ROWS))
      .slice(0, NOTE_ROWS)
      .map((text) => spanRow([{ text, paint: theme.warning }], width)),
    ...(edit === null ? [] : [faint(hudLine(edit, state, look.t))]),
    typedRow(state.typed, look, width),
  ];
}

/** Why there is no server to ask. An edit that failed by it says so itself. */
function connectionFailure({ connection: { status, message } }: SessionState): string[] {
  return status === "failed" && message !== undefined ? [message] : [];
}

/** What is to be known of an edit that is over. */
function verdict(edit: EditState, typed: string): string[] {
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
    return [`${when}: ${changes(edit)} complete${again}`];
  }
  if (end.status === "incomplete")
    return [`cut off at the end of the context: ${changes(edit)} complete${again}`];
  if (end.declined !== null) return [end.declined];
  const unsure = doubt(end);
  const doubts = unsure === null ? [] : [unsure];
  if (edit.hunks.length === 0) return [proposesNothing("the code"), ...doubts];
  if (end.verification.parses === false) return [brokenAt(end)];
  // The first is enough here: they are hints.
  const concerns = (end.verification.scope ?? [])
    .slice(0, 1)
    .map(({ line, message }) => `look at line ${line}: ${message}`);
  return [...concerns, ...doubts];
}

/** Whether it is over, and has nothing to show that could be decided. */
function hasNoChange({ end, failure, arriving, hunks }: EditState): boolean {
  return hunks.length === 0 && (end !== null || (failure !== null && arriving.text === ""));
}

function changes({ hunks }: EditState): string {
  if (hunks.length === 0) return "no change";
  return hunks.length === 1 ? "1 change" : `${hunks.length} changes`;
}

/** The end of what is typed, with the cursor; line ends in it are shown as such. */
function typedRow(typed: string, { theme, afterCursor = 0 }: Look, width: number): Row {
  const shown = typed.replaceAll("\n", "⏎");
  const before = printable(shown.slice(0, shown.length - afterCursor));
  const after = shown.slice(shown.length - afterCursor);
  // The end of a long line is what is being typed.
  const tail = fitEnd(before, width - 3);
  return spanRow([{ text: "› ", paint: theme.hunk }, { text: tail }, { text: "▏" }, { text: after }], width);
}

/** The keys that work now, the most wanted first. */
function keysOf(state: SessionState): string[] {
  const { screen, edit, typed, file, selection } = state;
  if (screen === "picker") {
    const esc = typed !== "" ? "Esc clear" : file === null ? "Esc quit" : "Esc back";
    return ["Enter open", "↑↓ choose", esc];
  }
  if (screen === "file" || edit === null) {
    const back = edit === null ? [] : ["Tab diff"];
    const isBare = selection === null && typed === "";
    // Where Esc has something else to do first, 80 columns have no room for all.
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
  // While two answers are shown, neither has anything to undo; 80 columns have no room for both.
  const aside = state.sides.length > 1 ? ["^T again", "←→ side"] : ["^Z undo", "^T again"];
  if (hasNoChange(edit)) return [...aside, "Esc file", "^C quit"];
  return [...DECIDING[edit.decision(edit.chosen)], ...all, ...aside, "↑↓ change", "Esc file"];
}

/** Keys for the chosen change, as it was decided. What was accepted goes by undoing it. */
const DECIDING = {
  open: ["Enter accept", "Del reject"],
  rejected: ["Enter reopen"],
  accepted: [],
} as const;
