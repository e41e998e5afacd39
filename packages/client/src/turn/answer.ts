import type { OutputItem, OutputItemEvent, ResponseObject } from "@flint/protocol";

/** What has arrived of a response. */
export class Answer {
  readonly responseId: string;
  readonly model: string;
  readonly items: OutputItem[] = [];
  /** Time of the first text; null before it. */
  firstTextAt: number | null = null;
  text = "";
  /** UTF-16 units received: text, reasoning, and calls as JSON. */
  length = 0;
  /** Characters of text and reasoning received for each item. */
  readonly #streamed = new Map<string, number>();
  /** The item that received text last. */
  #latest = { id: "", text: "" };

  constructor(response: ResponseObject) {
    this.responseId = response.id;
    this.model = response.model;
  }

  /** Whether the caller has seen any part of it. */
  get shown(): boolean {
    return this.#streamed.size > 0 || this.items.length > 0;
  }

  /** Text of an unfinished item. */
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

  /** Adds a finished item. Returns the part of its text that was not streamed, for servers that send no deltas. */
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
