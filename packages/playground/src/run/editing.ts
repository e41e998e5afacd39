import { type EditEvent, type EditTurn, FlintError, type Session } from "@flint/client/browser";
import type { CodeEditor } from "../editor/index.ts";
import type { LatencyView, Way } from "../latency/index.ts";
import { measuredTurn } from "../latency/index.ts";
import { Painter } from "../live/index.ts";
import { milliseconds } from "../page/index.ts";
import { pauseReview, propose } from "../review/index.ts";
import { Timeline, type TimelineView } from "../timeline/index.ts";
import { summary } from "./summary.ts";

/** What an edit is made with. */
export interface Order {
  readonly session: Session;
  readonly instruction: string;
  readonly language: string;
  readonly way: Way;
}

export interface EditingParts {
  readonly editor: CodeEditor;
  readonly latency: LatencyView;
  readonly timeline: TimelineView;
  /** Tells the person, by eye and by ear. */
  say(text: string, isFailure?: boolean): void;
  /** Whether one runs has changed. */
  changed(): void;
  /** The server has come to want a key, or another one. */
  keyRefused(): void;
}

/** Milliseconds between two drawings of the timeline while text streams in. */
const TIMELINE_PAUSE = 500;
const AWAY = "Waiting for the server…";

/** Edits of the code, one at a time: each streams over it and ends as changes to accept or reject. */
export class Editing {
  readonly #parts: EditingParts;
  #turn: EditTurn | null = null;
  #instruction: string | null = null;
  /** A redirect came when there was nothing left to redirect. */
  #isLate = false;
  /** The person was told last that the edit waits. */
  #waits = false;
  /** The server is away, and the person knows. */
  #isAway = false;
  /** The answer has begun anew. */
  #isAnew = false;
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

  /** What the edit that runs was asked for, with what redirected it. */
  get instruction(): string | null {
    return this.#instruction;
  }

  /** Resolves when it is over, however it ended. */
  async run({ session, instruction, language, way }: Order): Promise<void> {
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
    // While the server reads: what is parsed later is parsed in slices of a tenth of a second, between two paints.
    editor.parseSoon();
    const painter = new Painter(view, turn);
    try {
      for await (const event of turn) this.#take(event, painter);
      const result = await turn;
      // What came last is seen at once, and not when the changes are there to be accepted.
      await painter.painted();
      painter.end();
      this.#note("end", result.status);
      // What takes back a change that waited is shown as none.
      const shown = propose(view, result.hunks) || result.hunks.length;
      this.#parts.latency.add(measuredTurn(++this.#count, way, result, this.#isAnew));
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
      this.#note("end", error.code);
      say(error.message, true);
      if (error.status === 401) this.#parts.keyRefused();
    } finally {
      this.#end();
    }
  }

  async stop(): Promise<void> {
    const turn = this.#turn;
    if (turn === null) return;
    this.#note("stop", "stop");
    const { milliseconds: time } = await turn.interrupt();
    this.#note("stop", `stopped after ${milliseconds(time)}`);
    // Over HTTP it is over before its server knows, and what came of it has been told.
    if (this.#turn === turn) this.#parts.say(`Stopped in ${milliseconds(time)}.`);
  }

  /** Whether it was taken. */
  async redirect(text: string): Promise<boolean> {
    const turn = this.#turn;
    if (turn === null) return false;
    this.#note("steer", `redirect: ${text}`);
    try {
      const { milliseconds: time } = await turn.steer(text);
      this.#note("steer", `applied after ${milliseconds(time)}`);
      this.#parts.say(`Redirected in ${milliseconds(time)}.`);
      if (this.#turn === turn) this.#instruction += `\n${text}`;
      return true;
    } catch (error) {
      if (!(error instanceof FlintError)) throw error;
      this.#note("steer", error.code);
      // What the edit came to is told in a moment, in the place of anything that is told now.
      if (error.code === "turn_ended" && this.#turn === turn) this.#isLate = true;
      else this.#parts.say(error.message, true);
      return false;
    }
  }

  /** Whether the server is there, which the edit that runs waits for. */
  connection(isOpen: boolean): void {
    const isNews = !isOpen && !this.#isAway;
    this.#isAway = !isOpen;
    if (this.#turn === null || !isNews) return;
    this.#waits = true;
    this.#note("wait", "the server is unreachable");
    this.#parts.say(AWAY);
  }

  #begin(turn: EditTurn, instruction: string, isConnected: boolean): void {
    this.#turn = turn;
    this.#instruction = instruction;
    this.#isLate = false;
    this.#isAnew = false;
    this.#isAway = !isConnected;
    this.#timeline = new Timeline();
    this.#parts.editor.setReadOnly(true);
    pauseReview(this.#parts.editor.view);
    this.#draw();
    this.#waits = !isConnected;
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

  #take(event: EditEvent, painter: Painter): void {
    switch (event.type) {
      case "text":
        if (this.#waits) this.#parts.say("Writing…");
        this.#waits = false;
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
        this.#isAnew = true;
        this.#note("restart", `restarts: ${event.reason}`);
        painter.reset();
        break;
      case "progress":
        this.#waits = true;
        this.#note("wait", waiting(event));
        this.#parts.say(`${waiting(event)}…`);
        break;
      default:
    }
  }

  #note(kind: Parameters<Timeline["add"]>[0], text: string): void {
    this.#timeline.add(kind, text);
    this.#draw();
  }

  /** Seldom, and once the page has nothing better to do: the code is painted first. */
  #drawSoon(): void {
    if (this.#willDraw) return;
    this.#willDraw = true;
    const draw = (): void => {
      this.#willDraw = false;
      // What is over is drawn already, and grows no longer.
      if (this.#turn !== null) this.#draw();
    };
    setTimeout(() => whenIdle(draw), this.#drawn + TIMELINE_PAUSE - performance.now());
  }

  #draw(): void {
    this.#drawn = performance.now();
    this.#parts.timeline.draw(this.#timeline);
  }
}

/** The lines that the person has selected; null where nothing is selected. */
export function selectedLines({ view }: Pick<CodeEditor, "view">): { start: number; end: number } | null {
  const { doc, selection } = view.state;
  const { from, to, empty } = selection.main;
  if (empty) return null;
  const last = doc.lineAt(to);
  // A selection that ends before a line's first character does not mean that line.
  const end = last.from === to && to > from ? last.number - 1 : last.number;
  return { start: doc.lineAt(from).number, end };
}

/** Safari has no idle callbacks. */
function whenIdle(act: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(act, { timeout: TIMELINE_PAUSE });
  else setTimeout(act);
}

function waiting({ prefill, loading }: Extract<EditEvent, { type: "progress" }>): string {
  if (loading !== undefined) return `loading ${loading.model}, ${Math.floor(loading.part * 100)} %`;
  if (prefill !== undefined) return `reading, ${prefill.done} of ${prefill.total} tokens`;
  return "waiting";
}
