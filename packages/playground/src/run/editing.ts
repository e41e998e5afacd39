import { type EditEvent, type EditTurn, FlintError, type Session } from "@flint/client/browser";
import type { CodeEditor } from "../editor/index.ts";
import type { LatencyView, Way } from "../latency/index.ts";
import { measuredTurn } from "../latency/index.ts";
import { Painter } from "../live/index.ts";
import { milliseconds } from "../page/index.ts";
import { pauseReview, propose } from "../review/index.ts";
import { Timeline, type TimelineView } from "../timeline/index.ts";
import { summary } from "./summary.ts";

/** The input of an edit. */
export interface EditOrder {
  readonly session: Session;
  readonly instruction: string;
  readonly language: string;
  readonly way: Way;
}

export interface EditingParts {
  readonly editor: CodeEditor;
  readonly latency: LatencyView;
  readonly timeline: TimelineView;
  /** Shows a message, which screen readers also announce. */
  say(text: string, isFailure?: boolean): void;
  /** Called when an edit starts or ends. */
  changed(): void;
  /** Called when the server rejects the key. */
  keyRefused(): void;
}

/** Interval between redraws of the timeline while text streams, in milliseconds. */
const TIMELINE_INTERVAL = 500;
const AWAY = "Waiting for the server…";

/** Runs one edit at a time. Its changes stream over the code, then wait to be accepted or rejected. */
export class Editing {
  readonly #parts: EditingParts;
  #turn: EditTurn | null = null;
  #instruction: string | null = null;
  /** Whether a steer arrived after the turn had ended. */
  #isLate = false;
  /** Whether the current message says that the edit waits. */
  #isWaiting = false;
  /** Whether the server is down and the user has been told. */
  #isServerDown = false;
  /** Whether the answer restarted. */
  #hasRestarted = false;
  #timeline = new Timeline();
  #drawn = 0;
  #willDraw = false;
  #count = 0;

  constructor(parts: EditingParts) {
    this.#parts = parts;
  }

  get isRunning(): boolean {
    return this.#turn !== null;
  }

  /** The running edit's instruction, including its steers. */
  get instruction(): string | null {
    return this.#instruction;
  }

  /** Resolves when the edit has ended, in whatever way. */
  async run({ session, instruction, language, way }: EditOrder): Promise<void> {
    if (this.#turn !== null) return;
    const { editor, say } = this.#parts;
    const { view } = editor;
    const code = view.state.doc.toString();
    const selection = selectedLines(editor);
    const turn = session.edit({
      code,
      instruction,
      ...(language === "" ? {} : { language }),
      ...(selection === null ? {} : { selection }),
    });
    this.#begin(turn, instruction, session.connection.status === "open");
    // Parse now, while the server reads the prompt: later, CodeMirror would parse in slices of 100 ms between paints.
    editor.parseSoon();
    const painter = new Painter(view, turn);
    try {
      for await (const event of turn) this.#handle(event, painter);
      const result = await turn;
      // Show the last text before building the review, which takes longer.
      await painter.painted();
      painter.end();
      this.#addMoment("end", result.status);
      // A hunk that reverts a pending change is not shown as a change.
      const shown = propose(view, result.hunks) || result.hunks.length;
      this.#parts.latency.add(measuredTurn(++this.#count, way, result, this.#hasRestarted));
      const { text, isFailure } =
        result.declined === null
          ? summary(result, shown)
          : { text: `${result.declined.message}.`, isFailure: true };
      if (this.#isLate) say(`${text} The redirect was too late.`, true);
      else say(text, isFailure);
    } catch (error) {
      painter.end();
      propose(view, []);
      if (!(error instanceof FlintError)) {
        say(`The edit was lost because of an error in this page: ${String(error)}`, true);
        throw error;
      }
      this.#addMoment("end", error.code);
      say(error.message, true);
      if (error.status === 401) this.#parts.keyRefused();
    } finally {
      this.#end();
    }
  }

  async stop(): Promise<void> {
    const turn = this.#turn;
    if (turn === null) return;
    this.#addMoment("stop", "stop");
    const { milliseconds: time } = await turn.interrupt();
    this.#addMoment("stop", `stopped after ${milliseconds(time)}`);
    // Over HTTP the turn ends before the server confirms, and its summary is already shown.
    if (this.#turn === turn) this.#parts.say(`Stopped in ${milliseconds(time)}.`);
  }

  /** Steers the running edit. Resolves to whether the server accepted it. */
  async redirect(text: string): Promise<boolean> {
    const turn = this.#turn;
    if (turn === null) return false;
    this.#addMoment("steer", `redirect: ${text}`);
    try {
      const { milliseconds: time } = await turn.steer(text);
      this.#addMoment("steer", `applied after ${milliseconds(time)}`);
      this.#parts.say(`Redirected in ${milliseconds(time)}.`);
      if (this.#turn === turn) this.#instruction += `\n${text}`;
      return true;
    } catch (error) {
      if (!(error instanceof FlintError)) throw error;
      this.#addMoment("steer", error.code);
      // The summary is about to replace any message shown now, so it mentions the late steer itself.
      if (error.code === "turn_ended" && this.#turn === turn) this.#isLate = true;
      else this.#parts.say(error.message, true);
      return false;
    }
  }

  /** The connection opened or was lost; a running edit waits for it. */
  connection(isOpen: boolean): void {
    const isNewlyLost = !isOpen && !this.#isServerDown;
    this.#isServerDown = !isOpen;
    if (this.#turn === null || !isNewlyLost) return;
    this.#isWaiting = true;
    this.#addMoment("wait", "the server is unreachable");
    this.#parts.say(AWAY);
  }

  #begin(turn: EditTurn, instruction: string, isConnected: boolean): void {
    this.#turn = turn;
    this.#instruction = instruction;
    this.#isLate = false;
    this.#hasRestarted = false;
    this.#isServerDown = !isConnected;
    this.#timeline = new Timeline();
    this.#parts.editor.setReadOnly(true);
    pauseReview(this.#parts.editor.view);
    this.#draw();
    this.#isWaiting = !isConnected;
    this.#parts.say(isConnected ? "Writing…" : AWAY);
    this.#parts.changed();
  }

  #end(): void {
    this.#turn = null;
    this.#instruction = null;
    this.#parts.editor.setReadOnly(false);
    this.#draw();
    this.#parts.changed();
  }

  #handle(event: EditEvent, painter: Painter): void {
    switch (event.type) {
      case "text":
        if (this.#isWaiting) this.#parts.say("Writing…");
        this.#isWaiting = false;
        this.#timeline.burst();
        painter.changed();
        this.#drawSoon();
        break;
      case "hunk": {
        const { kind, oldStart } = event.hunk;
        this.#timeline.add("hunk", `${kind} at line ${oldStart}`);
        painter.changed();
        this.#drawSoon();
        break;
      }
      case "restart":
        this.#hasRestarted = true;
        this.#addMoment("restart", `restarts: ${event.reason}`);
        painter.reset();
        break;
      case "progress":
        this.#isWaiting = true;
        this.#addMoment("wait", waiting(event));
        this.#parts.say(`${waiting(event)}…`);
        break;
      default:
    }
  }

  #addMoment(kind: Parameters<Timeline["add"]>[0], text: string): void {
    this.#timeline.add(kind, text);
    this.#draw();
  }

  /** Redraws the timeline rarely and when the page is idle, so that painting code comes first. */
  #drawSoon(): void {
    if (this.#willDraw) return;
    this.#willDraw = true;
    const draw = (): void => {
      this.#willDraw = false;
      // After the end, the final timeline is already drawn.
      if (this.#turn !== null) this.#draw();
    };
    setTimeout(() => whenIdle(draw), this.#drawn + TIMELINE_INTERVAL - performance.now());
  }

  #draw(): void {
    this.#drawn = performance.now();
    this.#parts.timeline.draw(this.#timeline);
  }
}

/** Returns the selected lines, 1-based and inclusive, or null if nothing is selected. */
export function selectedLines({ view }: Pick<CodeEditor, "view">): { start: number; end: number } | null {
  const { doc, selection } = view.state;
  const { from, to, empty } = selection.main;
  if (empty) return null;
  const last = doc.lineAt(to);
  // A selection that ends before a line's first character does not include that line.
  const end = last.from === to && to > from ? last.number - 1 : last.number;
  return { start: doc.lineAt(from).number, end };
}

/** Safari has no `requestIdleCallback`. */
function whenIdle(act: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(act, { timeout: TIMELINE_INTERVAL });
  else setTimeout(act);
}

function waiting({ prefill, loading }: Extract<EditEvent, { type: "progress" }>): string {
  if (loading !== undefined) return `loading ${loading.model}, ${Math.floor(loading.part * 100)} %`;
  if (prefill !== undefined) return `reading, ${prefill.done} of ${prefill.total} tokens`;
  return "waiting";
}
