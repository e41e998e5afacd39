import type { EditorState } from "@codemirror/state";
import {
  type EditState,
  FlintError,
  Player,
  type Preview,
  parseRecording,
  type Recording,
  SessionState,
  type TimedEvent,
} from "@flint/client/browser";
import { type CodeEditor, LANGUAGES } from "../editor/index.ts";
import { Painter } from "../live/index.ts";
import { element, milliseconds } from "../page/index.ts";
import { pauseReview, pendingChunks, showReview } from "../review/index.ts";
import { summary } from "../run/index.ts";
import { Timeline, type TimelineView } from "../timeline/index.ts";

export interface ReplayingParts {
  readonly editor: CodeEditor;
  readonly timeline: TimelineView;
  /** Whether the user's own edit is running; a replay must not replace it. */
  isBusy(): boolean;
  /** Shows text in the instruction box. */
  typed(text: string): void;
  say(text: string, isFailure?: boolean): void;
  /** Called when a replay starts or ends. */
  changed(): void;
}

/** The largest recording that the page opens, in bytes. */
const RECORDING_LIMIT = 64 * 1024 * 1024;
/** Interval between updates of the displayed clock, in milliseconds. */
const CLOCK_INTERVAL = 200;

/** Plays a recorded session in the editor. The user's own state is put back when the replay ends. */
export class Replaying {
  readonly #parts: ReplayingParts;
  /** The user's own code with its undo history. */
  #ownState: EditorState | null = null;
  #player: Player | null = null;
  #recording: Recording | null = null;
  #state = new SessionState();
  #painted: { readonly edit: EditState; readonly painter: Painter } | null = null;
  #shown = { accepted: "", code: "" };
  #timeline = new Timeline();
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor(parts: ReplayingParts) {
    this.#parts = parts;
    const file = element("recording", "input");
    element("replay", "button").addEventListener("click", () => file.click());
    file.addEventListener("change", () => {
      const [chosen] = file.files ?? [];
      file.value = "";
      if (chosen !== undefined) void this.#open(chosen);
    });
    element("speed", "select").addEventListener("change", () => {
      if (this.#player !== null) this.#player.speed = chosenSpeed();
    });
    element("again", "button").addEventListener("click", () => {
      if (this.#recording !== null) void this.#play(this.#recording);
    });
    element("leave", "button").addEventListener("click", () => this.leave());
  }

  get isShown(): boolean {
    return this.#ownState !== null;
  }

  /** Ends the replay and restores the user's own code. */
  leave(): void {
    if (this.#ownState === null) return;
    this.#stop();
    this.#recording = null;
    this.#parts.editor.view.setState(this.#ownState);
    this.#ownState = null;
    element("replaying", "fieldset").hidden = true;
    this.#parts.say("");
    this.#parts.changed();
  }

  async #open(file: File): Promise<void> {
    const { say } = this.#parts;
    if (file.size > RECORDING_LIMIT) {
      say(`${file.name} is larger than the limit for a replay, ${RECORDING_LIMIT / 1024 / 1024} MiB.`, true);
      return;
    }
    try {
      const recording = parseRecording(await file.text());
      // The user may have started an edit while the file was read.
      if (this.#parts.isBusy()) {
        say(`${file.name} cannot be played while an edit runs.`, true);
        return;
      }
      element("replay-name", "span").textContent = file.name;
      await this.#play(recording);
    } catch (error) {
      if (!(error instanceof FlintError)) throw error;
      say(`${file.name}: ${error.message}.`, true);
    }
  }

  async #play(recording: Recording): Promise<void> {
    const { editor, changed } = this.#parts;
    this.#stop();
    this.#recording = recording;
    if (this.#ownState === null) {
      this.#ownState = editor.view.state;
      // Before the editor shows anything else, so that the user's own state is saved.
      changed();
    }
    this.#state = new SessionState();
    editor.setReadOnly(true);
    this.#show("", "");
    element("replaying", "fieldset").hidden = false;
    const player = new Player({
      events: recording.events,
      speed: chosenSpeed(),
      take: (event) => this.#apply(event),
      rest: () => this.#draw(),
    });
    this.#player = player;
    const length = recording.events.at(-1)?.t ?? 0;
    const showTime = () => {
      element("replay-time", "span").textContent =
        `${seconds(Math.min(player.at, length))} of ${seconds(length)}`;
    };
    showTime();
    const clock = setInterval(showTime, CLOCK_INTERVAL);
    this.#clock = clock;
    try {
      if (!(await player.run())) return;
      this.#state.lose();
      this.#follow();
      element("replay-time", "span").textContent = `${seconds(length)}, the end`;
    } catch (error) {
      this.#unpaint();
      this.#parts.say(`The recording cannot be shown beyond ${seconds(player.at)}: ${String(error)}`, true);
    } finally {
      clearInterval(clock);
    }
  }

  #stop(): void {
    this.#player?.stop();
    this.#player = null;
    clearInterval(this.#clock);
    this.#unpaint();
  }

  #apply(event: TimedEvent): void {
    const state = this.#state;
    const path = state.file?.path;
    state.apply(event, event.t);
    switch (event.type) {
      case "opened":
        if (event.path !== path) this.#setLanguage(event.language);
        break;
      case "typed":
        this.#parts.typed(event.text);
        break;
      case "asked":
        this.#timeline = new Timeline(() => state.t);
        this.#parts.say(event.instruction);
        break;
      case "text":
        this.#timeline.burst();
        this.#painted?.painter.changed();
        return;
      case "hunk":
        this.#timeline.add("hunk", `${event.hunk.kind} at line ${event.hunk.oldStart}`);
        this.#painted?.painter.changed();
        return;
      case "restart":
        this.#timeline.add("restart", `restarts: ${event.reason}`);
        this.#painted?.painter.reset();
        break;
      case "steered":
        this.#timeline.add("steer", `redirect: ${event.text}`);
        this.#parts.say(event.text);
        break;
      case "steer":
        this.#timeline.add("steer", steerText(event));
        break;
      case "interrupting":
        this.#timeline.add("stop", "stop");
        break;
      case "ended":
        this.#timeline.add("end", event.status);
        this.#follow();
        this.#parts.say(event.declined ?? summary(event, this.#changes(event.hunks.length)).text);
        return;
      case "failed":
      case "unwritten":
        this.#parts.say(event.message, true);
        break;
      case "note":
        this.#parts.say(event.text);
        break;
      default:
    }
    this.#follow();
  }

  /** Updates the editor to the session's state: the file, a running edit, or pending changes. */
  #follow(): void {
    const { screen, edit, file } = this.#state;
    if (this.#painted !== null && (this.#painted.edit !== edit || !edit.isRunning)) this.#unpaint();
    if (screen === "edit" && edit?.isRunning === true) {
      if (this.#painted !== null) return;
      const { view } = this.#parts.editor;
      this.#show(edit.question.input, edit.question.input);
      pauseReview(view);
      this.#painted = { edit, painter: new Painter(view, { preview: () => previewOf(edit) }) };
    } else if (screen === "edit" && edit !== null) {
      this.#show(edit.codeWith("accepted"), edit.codeWith("accepted", "open"));
    } else if (file !== null) this.#show(file.code, file.code);
  }

  #show(accepted: string, code: string): void {
    if (this.#shown.accepted === accepted && this.#shown.code === code) return;
    this.#shown = { accepted, code };
    showReview(this.#parts.editor.view, accepted, code);
  }

  /** Returns the number of changes shown for this many hunks. */
  #changes(hunks: number): number {
    return hunks === 0 ? 0 : pendingChunks(this.#parts.editor.view.state).length || hunks;
  }

  #unpaint(): void {
    this.#painted?.painter.end();
    if (this.#painted !== null) this.#shown = { accepted: "", code: "" };
    this.#painted = null;
  }

  #draw(): void {
    this.#parts.timeline.draw(this.#timeline);
  }

  #setLanguage(language: string | null): void {
    const name = LANGUAGES.find((one) => one.name === language)?.name ?? "";
    void this.#parts.editor.setLanguage(name);
  }
}

/** An anchored answer contains only its changes, so there is no text to align with the code. */
function previewOf({ anchored, arriving }: EditState): Preview {
  if (anchored === null) return arriving.preview();
  return { pieces: anchored.map((hunk) => ({ ...hunk, kind: "changed", settled: true })), arrivedLines: 0 };
}

function steerText({ state, milliseconds: time, message }: Extract<TimedEvent, { type: "steer" }>): string {
  const when = time === undefined ? "" : ` after ${milliseconds(time)}`;
  return `${state}${when}${message === undefined ? "" : `: ${message}`}`;
}

function chosenSpeed(): number {
  return Number(element("speed", "select").value);
}

function seconds(time: number): string {
  return `${(time / 1000).toFixed(1)} s`;
}
