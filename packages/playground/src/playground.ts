import { Text } from "@codemirror/state";
import type { ViewUpdate } from "@codemirror/view";
import type { ConnectionState, Session } from "@flint/client/browser";
import { Access, describeConnection, Link, type LinkSettings } from "./connection/index.ts";
import { type CodeEditor, createCodeEditor, DOCUMENT_LIMIT, LANGUAGES } from "./editor/index.ts";
import { isComposing, keysOf, listenForShortcuts, type Shortcut } from "./keyboard/index.ts";
import { LatencyView, type Way } from "./latency/index.ts";
import { liveLayer } from "./live/index.ts";
import { askForKey, element, fillSelect, offerShortcuts } from "./page/index.ts";
import { Replaying } from "./replay/index.ts";
import {
  acceptAll,
  acceptedText,
  acceptOne,
  goToChunk,
  pendingChunks,
  rejectAll,
  rejectOne,
  replaceCode,
  reviewing,
} from "./review/index.ts";
import { Editing, EXAMPLES, selectedLines, whyTooLong } from "./run/index.ts";
import { type Kept, type Saved, TabStorage } from "./storage/index.ts";
import { TimelineView } from "./timeline/index.ts";

/** Debounce between a change of the code and saving it, in milliseconds. */
const SAVE_DELAY = 300;
const SAVE_MESSAGES: { readonly [kept in Kept]: string } = {
  kept: "",
  "too large": "This code is too large to be saved across a reload.",
  "storage full": "The browser's storage is full: this code is not saved across a reload.",
};

/** The page: connects its controls to the session, the editor and the storage. */
export class Playground {
  readonly #storage = new TabStorage();
  readonly #editor: CodeEditor;
  readonly #editing: Editing;
  readonly #replaying: Replaying;
  readonly #link: Link;
  readonly #instruction = element("instruction", "textarea");
  readonly #run = element("run", "button");
  readonly #stop = element("stop", "button");
  readonly #model = element("model", "select");
  readonly #transport = element("transport", "select");
  readonly #warm = element("warm", "input");
  readonly #language = element("language", "select");
  readonly #example = element("example", "select");
  readonly #message = element("message", "p");
  readonly #connection = element("connection", "p");
  /** The instruction that was in the box before a replay; put back when it ends. */
  #ownInstruction = "";
  #isReplayed = false;
  /** The instruction of the latest edit, without its steers. */
  #lastInstruction = "";
  #saving: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const saved = this.#storage.load();
    this.#fill(saved);
    const code = saved?.code ?? EXAMPLES[0]?.code ?? "";
    this.#editor = createCodeEditor({
      host: element("editor", "div"),
      code,
      selection: saved?.selection ?? [0, 0],
      extensions: [reviewing(Text.of((saved?.accepted ?? code).split("\n"))), liveLayer],
      updated: (update) => this.#updated(update),
      refused: (length) =>
        this.#say(
          `That is ${length.toLocaleString("en")} characters, and the editor holds ${DOCUMENT_LIMIT.toLocaleString("en")}: paste only the part to change.`,
          true,
        ),
    });
    const timeline = new TimelineView(element("strip", "div"), element("events", "ol"));
    this.#editing = new Editing({
      editor: this.#editor,
      latency: new LatencyView(element("turns", "table"), element("medians", "div")),
      timeline,
      say: (text, isFailure) => this.#say(text, isFailure),
      changed: () => this.#runningChanged(),
      keyRefused: () => {
        // Without a session, one is being opened already, which asks for the key if needed.
        if (this.#link.session !== null) void this.connect();
      },
    });
    this.#replaying = new Replaying({
      editor: this.#editor,
      timeline,
      isBusy: () => this.#editing.isRunning,
      typed: (text) => {
        this.#instruction.value = text;
      },
      say: (text, isFailure) => this.#say(text, isFailure),
      changed: () => this.#replayingChanged(),
    });
    this.#link = new Link(location.origin, new Access(askForKey), {
      state: (state) => this.#showConnection(state),
      models: (ids) => this.#listModels(ids),
    });
    this.#addListeners();
    this.#showSelection();
    this.#showReview();
    void this.#editor.setLanguage(this.#language.value);
    if (saved?.running != null) {
      this.#say("An edit was under way when the page was left: run it again.");
    } else if (this.#storage.isUnreadable) {
      this.#say(
        "The saved code is from another version of Flint and cannot be read. It is left as it is.",
        true,
      );
    }
    this.#instruction.focus();
  }

  connect(): Promise<void> {
    return this.#link.open(() => this.#settings);
  }

  get #settings(): LinkSettings {
    const transport = this.#transport.value === "http" ? "http" : "websocket";
    return { transport, warmUp: this.#warm.checked, model: this.#model.value };
  }

  get #settingControls() {
    const replay = element("replay", "button");
    return [this.#model, this.#transport, this.#warm, this.#language, this.#example, replay];
  }

  #wayOf({ connection }: Session): Way {
    if (connection.status === "open" && connection.transport === "http") return "HTTP";
    return this.#warm.checked ? "WebSocket, warm" : "WebSocket, cold";
  }

  #fill(saved: Saved | null): void {
    fillSelect(this.#example, [
      { value: "", text: "Example…" },
      ...EXAMPLES.map(({ title }) => ({ value: title, text: title })),
    ]);
    fillSelect(
      this.#language,
      LANGUAGES.map(({ name, title }) => ({ value: name, text: title })),
    );
    this.#listModels(saved === null || saved.model === "" ? [] : [saved.model]);
    this.#language.value = saved?.language ?? EXAMPLES[0]?.language ?? "";
    this.#instruction.value = saved?.running ?? saved?.instruction ?? EXAMPLES[0]?.instruction ?? "";
    this.#model.value = saved?.model ?? "";
    this.#transport.value = saved?.transport ?? "websocket";
    this.#warm.checked = saved?.warmUp ?? true;
  }

  #addListeners(): void {
    const { view } = this.#editor;
    const act = (action: (one: typeof view) => boolean) => (): boolean => {
      const did = !this.#editing.isRunning && !this.#replaying.isShown && action(view);
      if (did) view.focus();
      return did;
    };
    const next = act((one) => goToChunk(one, 1));
    const previous = act((one) => goToChunk(one, -1));
    const shortcuts: readonly Shortcut[] = [
      { key: "enter", mod: true, does: "Run; while an edit runs, redirect it", run: () => this.#ask() },
      {
        key: "escape",
        does: "Stop; leave a replay; otherwise move from the code to the instruction",
        run: () => this.#escape(),
      },
      { key: "f8", does: "Next change", run: next },
      { key: "f8", shift: true, does: "Previous change", run: previous },
      { key: "f9", does: "Accept the change", run: act(acceptOne) },
      { key: "f9", shift: true, does: "Reject the change", run: act(rejectOne) },
      { key: "f9", mod: true, does: "Accept all changes", run: act(acceptAll) },
      { key: "f9", mod: true, shift: true, does: "Reject all changes", run: act(rejectAll) },
    ];
    listenForShortcuts(shortcuts);
    offerShortcuts([
      ...shortcuts.map((shortcut) => ({ keys: keysOf(shortcut), does: shortcut.does })),
      { keys: ["Enter"], does: "In the instruction: run; Shift makes a new line" },
    ]);
    const on = (id: string, action: () => void) => element(id, "button").addEventListener("click", action);
    on("next", next);
    on("previous", previous);
    on("accept-all", act(acceptAll));
    on("reject-all", act(rejectAll));
    on("stop", () => void this.#editing.stop());
    on("reconnect", () => void this.connect());
    element("ask", "form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#ask();
    });
    this.#instruction.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || isComposing(event)) return;
      event.preventDefault();
      this.#ask();
    });
    this.#instruction.addEventListener("input", () => this.#saveSoon());
    for (const control of [this.#model, this.#transport, this.#warm]) {
      control.addEventListener("change", () => {
        this.#saveSoon();
        void this.connect();
      });
    }
    this.#language.addEventListener("change", () => {
      this.#saveSoon();
      void this.#editor.setLanguage(this.#language.value);
    });
    this.#example.addEventListener("change", () => this.#openExample());
    const leave = (): void => {
      this.#save();
      this.#storage.leave();
    };
    addEventListener("pagehide", leave);
    // A duplicate of this tab took over the saved state: save this tab's state under a new key.
    addEventListener("storage", ({ key }) => {
      if (document.visibilityState === "hidden" && this.#storage.isTaken(key)) leave();
    });
    addEventListener("pageshow", () => this.#storage.enter());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") leave();
      else this.#storage.enter();
    });
  }

  /** Runs the typed instruction, or steers the edit that is running. */
  #ask(): boolean {
    if (this.#replaying.isShown) return true;
    const text = this.#instruction.value.trim();
    if (text === "") {
      this.#say(this.#editing.isRunning ? "Say what to do differently." : "Say what to change.");
      this.#instruction.focus();
      return true;
    }
    const refusal = whyTooLong(text);
    if (refusal !== null) {
      this.#say(refusal, true);
      return true;
    }
    if (this.#editing.isRunning) {
      void this.#redirect(text);
      return true;
    }
    const { session } = this.#link;
    if (session === null) {
      this.#say("Not connected to the server yet.");
      return true;
    }
    void this.#editing.run({
      session,
      instruction: text,
      language: this.#language.value,
      way: this.#wayOf(session),
    });
    return true;
  }

  /** Steers the running edit. Puts a rejected steer back into the box, unless the user has typed something else. */
  async #redirect(text: string): Promise<void> {
    this.#instruction.value = "";
    if (await this.#editing.redirect(text)) {
      this.#saveSoon();
      return;
    }
    const written = this.#instruction.value.trim();
    if (written !== "" && written !== this.#lastInstruction) return;
    this.#instruction.value = text;
    this.#saveSoon();
  }

  #escape(): boolean {
    if (this.#replaying.isShown) {
      this.#replaying.leave();
      return true;
    }
    if (this.#editing.isRunning) {
      void this.#editing.stop();
      return true;
    }
    const { view } = this.#editor;
    // The editor handles Escape first: it closes a selection or the search panel.
    if (!view.hasFocus || !view.state.selection.main.empty) return false;
    this.#instruction.focus();
    return true;
  }

  #runningChanged(): void {
    const { isRunning, instruction } = this.#editing;
    this.#run.textContent = isRunning ? "Redirect" : "Run";
    this.#stop.disabled = !isRunning;
    this.#instruction.placeholder = isRunning ? "Redirect: what to do differently" : "What to change";
    for (const control of this.#settingControls) control.disabled = isRunning;
    if (isRunning) {
      this.#lastInstruction = instruction ?? "";
      this.#instruction.value = "";
      // From now on, typed text steers the turn.
      this.#instruction.focus();
    } else if (this.#instruction.value.trim() === "") this.#instruction.value = this.#lastInstruction;
    this.#showReview();
    this.#save();
  }

  /** A replay uses the same controls as an edit, and restores them when it ends. */
  #replayingChanged(): void {
    const { isShown } = this.#replaying;
    for (const control of [...this.#settingControls, this.#run]) control.disabled = isShown;
    this.#instruction.readOnly = isShown;
    if (isShown) {
      this.#save();
      this.#ownInstruction = this.#instruction.value;
      this.#instruction.value = "";
    } else {
      this.#instruction.value = this.#ownInstruction;
      void this.#editor.setLanguage(this.#language.value);
      this.#instruction.focus();
    }
    this.#isReplayed = isShown;
    this.#showSelection();
    this.#showReview();
  }

  #updated(update: ViewUpdate): void {
    if (update.selectionSet || update.docChanged) this.#showSelection();
    if (pendingChunks(update.state) !== pendingChunks(update.startState)) this.#showReview();
    const isAccepted = acceptedText(update.state) !== acceptedText(update.startState);
    if (update.docChanged || isAccepted) this.#saveSoon();
  }

  #showSelection(): void {
    const lines = selectedLines(this.#editor);
    const { start, end } = lines ?? { start: 0, end: 0 };
    const text =
      lines === null ? "" : start === end ? `edits only line ${start}` : `edits only lines ${start}–${end}`;
    element("selection", "span").textContent = text;
  }

  #showReview(): void {
    const count = pendingChunks(this.#editor.view.state).length;
    element("review", "span").hidden = count === 0;
    element("changes", "span").textContent = count === 0 ? "" : count === 1 ? "1 change" : `${count} changes`;
  }

  #showConnection(state: ConnectionState): void {
    this.#editing.connection(state.status === "open");
    this.#connection.textContent = describeConnection(state);
    this.#connection.dataset.status = state.status;
    element("reconnect", "button").hidden = state.status !== "failed";
  }

  #listModels(ids: readonly string[]): void {
    const chosen = this.#model.value;
    fillSelect(this.#model, [{ value: "", text: "default" }, ...ids.map((id) => ({ value: id, text: id }))]);
    this.#model.value = ids.includes(chosen) ? chosen : "";
  }

  #openExample(): void {
    const example = EXAMPLES.find(({ title }) => title === this.#example.value);
    this.#example.value = "";
    if (example === undefined) return;
    this.#language.value = example.language;
    this.#instruction.value = example.instruction;
    replaceCode(this.#editor.view, example.code);
    void this.#editor.setLanguage(example.language);
    this.#instruction.focus();
  }

  #say(text: string, isFailure = false): void {
    this.#message.textContent = text;
    this.#message.classList.toggle("failure", isFailure);
  }

  #saveSoon(): void {
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => this.#save(), SAVE_DELAY);
  }

  #save(): void {
    clearTimeout(this.#saving);
    // Only the user's own work is saved.
    if (this.#isReplayed) return;
    const { state } = this.#editor.view;
    const accepted = acceptedText(state);
    const { anchor, head } = state.selection.main;
    const { transport, warmUp, model } = this.#settings;
    const kept = this.#storage.save({
      code: state.doc.toString(),
      accepted: accepted.eq(state.doc) ? null : accepted.toString(),
      selection: [anchor, head],
      language: this.#language.value,
      instruction: this.#instruction.value,
      transport,
      warmUp,
      model,
      running: this.#editing.instruction,
    });
    const notice = element("kept", "p");
    // Setting the text again could make a screen reader repeat it.
    if (notice.textContent !== SAVE_MESSAGES[kept]) notice.textContent = SAVE_MESSAGES[kept];
    notice.hidden = kept === "kept";
  }
}
