import type { OutputItem, OutputItemEvent, ResponseObject } from "@flint/protocol";

/** What has come of one response. */
export class Answer {
  readonly responseId: string;
  readonly model: string;
  readonly items: OutputItem[] = [];
  /** The moment of the first text; null while there is none. */
  firstTextAt: number | null = null;
  text = "";
  /** UTF-16 units of all that came: text, reasoning, and calls as JSON. */
  length = 0;
  /** Characters of text and reasoning that came for each item. */
  readonly #streamed = new Map<string, number>();
  /** The item that text came for last. */
  #latest = { id: "", text: "" };

  constructor(response: ResponseObject) {
    this.responseId = response.id;
    this.model = response.model;
  }

  /** Whether the caller has seen anything of it. */
  get shown(): boolean {
    return this.#streamed.size > 0 || this.items.length > 0;
  }

  /** Text of an item that is not finished. */
  get openText(): string {
    const { id, text } = this.#latest;
    return this.items.some((item) => item.id === id) ? "" : text;
  }

  addText(itemId: string, delta: string): void {
    this.firstTextAt ??= performance.now();
    this.text += delta;
    if (this.#latest.id === itemId) this.#latest.text += delta;
    else this.#latest = { id: itemId, text: delta };
    this.addLength(itemId, delta);
  }

  addLength(itemId: string, delta: string): void {
    this.length += delta.length;
    this.#streamed.set(itemId, (this.#streamed.get(itemId) ?? 0) + delta.length);
  }

  /** Keeps a finished item. Returns what of its text had not been streamed, for servers that send no deltas. */
  addItem({ item }: OutputItemEvent): string {
    this.items.push(item);
    if (item.type !== "message") {
      const streamed = this.#streamed.get(item.id ?? "") ?? 0;
      this.length += Math.max(0, JSON.stringify(item).length - streamed);
      return "";
    }
    const text = item.content.map((part) => (part.type === "output_text" ? part.text : "")).join("");
    return text.slice(this.#streamed.get(item.id) ?? 0);
  }
}
