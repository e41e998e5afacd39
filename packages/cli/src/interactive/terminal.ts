import { setImmediate } from "node:timers/promises";
import type { Session, SessionState } from "@flint/client";
import type { Journal } from "../history/index.ts";
import { type KeySource, takeKeys } from "../keyboard/index.ts";
import { FileSearch, type Found, MAX_FILES } from "../listing/index.ts";
import { count } from "../measure/index.ts";
import { restoreAroundStops, type Terminal, type Theme } from "../paint/index.ts";
import { Editor, Keys, messageOf, SessionLog } from "./control/index.ts";
import { Stage } from "./stage/index.ts";

export interface TerminalOptions {
  readonly terminal: Terminal;
  readonly keys: KeySource;
  readonly theme: Theme;
  /** Finds the files to pick from. Called once the screen is shown; must stop when the signal is aborted. */
  readonly files: (signal: AbortSignal) => AsyncIterable<Found>;
  readonly connect: (signal: AbortSignal) => Promise<Session>;
  /** The session's journal, or null if the session is not saved. */
  readonly journal: Pick<Journal, "append"> | null;
  /** The state of a resumed session. */
  readonly state?: SessionState;
  /** A note shown at the start. */
  readonly note?: string;
  /** A file to open at the start instead of showing the picker. */
  readonly open?: string;
  /** Called after each paint. */
  readonly painted?: () => void;
}

/** Interval for adding newly found files to the picker, in milliseconds. */
const LOOK_MS = 250;

const CUT = `this folder has more than ${count(MAX_FILES)} files, and only these are shown: name a subfolder, as in flint src/`;

/** An interactive session on a terminal. */
export class TerminalSession {
  readonly log: SessionLog;
  readonly editor: Editor;
  readonly #stage: Stage;
  readonly #release: () => void;
  readonly #untilQuit: Promise<void>;
  readonly #search = new FileSearch();
  /** Aborts the search for files. */
  readonly #searchAbort = new AbortController();
  #isListing = true;

  constructor(options: TerminalOptions) {
    const { terminal, theme, journal, state } = options;
    this.log = new SessionLog(journal, state);
    this.editor = new Editor(this.log, this.#search, options.connect);
    let leave = () => {};
    this.#untilQuit = new Promise((resolve) => {
      leave = resolve;
    });
    const keys = new Keys(this.log, this.editor, leave, () => terminal.rows);
    this.#stage = new Stage({
      terminal,
      theme,
      state: this.log.state,
      clock: () => this.log.clock(),
      afterCursor: () => keys.afterCursor,
      aside: () => keys.aside,
      isListing: () => this.#isListing,
      ...(options.painted !== undefined && { painted: options.painted }),
    });
    this.log.onChange(() => this.#stage.request());
    const release = takeKeys(options.keys, (key) => {
      keys.press(key);
      // Cursor movement in the typed line emits no event.
      this.#stage.request();
    });
    const stay = restoreAroundStops({
      leave: () => options.keys.setRawMode(false),
      enter: () => options.keys.setRawMode(true),
    });
    this.#release = () => {
      stay();
      release();
    };
    this.#findFiles(options);
    this.#begin(options);
  }

  /** Shows the session until the user quits or `hungUp` resolves, which means that the terminal is closed. */
  async run(hungUp: Promise<void>): Promise<void> {
    const gone = await Promise.race([this.#untilQuit.then(() => false), hungUp.then(() => true)]);
    if (this.log.state.running !== null) this.editor.turns.interrupt();
    if (!gone) this.log.tell({ type: "quit" });
    this.#searchAbort.abort();
    this.#release();
    this.#stage.close();
    await this.editor.turns.close();
  }

  /** Finds the files to pick from. Opens a folder's only file, unless the user did something else first. */
  async #findFiles({ files }: TerminalOptions): Promise<void> {
    const { state } = this.log;
    const found: string[] = [];
    let looked = Number.NEGATIVE_INFINITY;
    try {
      for await (const piece of files(this.#searchAbort.signal)) {
        this.#search.add(piece);
        if (piece.isCut) this.log.tell({ type: "note", text: CUT });
        if (found.length < 2) found.push(...piece.files.slice(0, 2));
        // Handle keys pressed in the meantime first.
        await setImmediate();
        if (this.#searchAbort.signal.aborted) return;
        if (performance.now() - looked < LOOK_MS) continue;
        this.editor.picker.addFound();
        looked = performance.now();
      }
    } catch (error) {
      this.log.tell({ type: "note", text: `not all files could be found: ${messageOf(error)}` });
    }
    this.#isListing = false;
    this.editor.picker.addFound();
    const [only, ...others] = found;
    const isWaiting = state.screen === "picker" && state.file === null && state.typed === "";
    if (only !== undefined && others.length === 0 && isWaiting) await this.editor.open(only);
  }

  async #begin({ state, open, note }: TerminalOptions): Promise<void> {
    this.editor.turns.warmUp();
    if (state !== undefined) await this.editor.recover();
    else if (open !== undefined) await this.editor.open(open);
    if (this.log.state.file === null) this.editor.picker.pick("");
    if (note !== undefined) this.log.tell({ type: "note", text: note });
  }
}
