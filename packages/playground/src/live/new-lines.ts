import { type EditorView, WidgetType } from "@codemirror/view";
import { printable } from "./printable.ts";

/** The most lines of one change in the DOM; the rest are only counted. */
const SHOWN_LINES = 200;

/** The new lines of a change, below the lines they replace. An open change only grows at its end. */
export class NewLines extends WidgetType {
  readonly #lines: readonly string[];
  readonly #open: boolean;

  /** `open`: more lines may follow. An open change shows its last lines, a settled one its first. */
  constructor(lines: readonly string[], open: boolean) {
    super();
    this.#lines = lines;
    this.#open = open;
  }

  override get estimatedHeight(): number {
    return Math.min(this.#lines.length, SHOWN_LINES) * 21;
  }

  override eq(other: NewLines): boolean {
    return other.#lines === this.#lines && other.#open === this.#open;
  }

  override toDOM(): HTMLElement {
    const dom = document.createElement("ins");
    this.#fill(dom);
    return dom;
  }

  override updateDOM(dom: HTMLElement, _view: EditorView, from?: WidgetType): boolean {
    if (from !== undefined && !(from instanceof NewLines)) return false;
    this.#fill(dom);
    return true;
  }

  override ignoreEvent(): boolean {
    return true;
  }

  /** Updates only the lines that differ. */
  #fill(dom: HTMLElement): void {
    dom.className = this.#open ? "live-new live-open" : "live-new";
    const shown = this.#shown();
    while (dom.childElementCount > shown.length) dom.lastElementChild?.remove();
    for (const [index, text] of shown.entries()) {
      const line = dom.children[index] ?? dom.appendChild(document.createElement("div"));
      if (line.textContent !== text) line.textContent = text;
    }
  }

  #shown(): readonly string[] {
    const left = this.#lines.length - SHOWN_LINES;
    if (left <= 0) return this.#lines.map(printable);
    const note = `… ${left} more lines`;
    return this.#open
      ? [note, ...this.#lines.slice(left).map(printable)]
      : [...this.#lines.slice(0, SHOWN_LINES).map(printable), note];
  }
}
