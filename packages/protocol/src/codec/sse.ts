import { type ApiError, messageTooLong } from "../error/index.ts";

/** A message of a Server-Sent Events stream. `event` is `message` if the stream does not name one. */
export interface SseMessage {
  readonly event: string;
  readonly data: string;
}

export interface SseDecoderOptions {
  /** The longest message, in characters. Default 64 Mi. */
  readonly maxMessageLength?: number;
}

const MEBI = 1024 * 1024;

/** Ends streams of older APIs, and the Responses streams of some servers. */
export const SSE_DONE = "data: [DONE]\n\n";

/** Encodes an event as a Server-Sent Events message, with its `type` as event name and its JSON as data. */
export function encodeSse(event: { readonly type: string }): string {
  return `event: ${oneLine(event.type)}\ndata: ${JSON.stringify(event)}\n\n`;
}

/** Removes line breaks, with which a name could end the message and start another. */
function oneLine(name: string): string {
  return name.replace(/[\r\n]+/g, " ");
}

/**
 * Decodes a Server-Sent Events stream from chunks of any size. Feed it text from a streaming `TextDecoder`, which
 * handles characters split between chunks. A message is only returned after its blank line, so a truncated stream
 * yields no partial message. `data: [DONE]` sets {@link SseDecoder.done}; everything after it is ignored.
 */
export class SseDecoder {
  readonly #maxMessageLength: number;
  #tail = "";
  #event = "";
  #data: string[] = [];
  #length = 0;
  #afterCarriageReturn = false;
  #started = false;
  #done = false;

  constructor(options: SseDecoderOptions = {}) {
    this.#maxMessageLength = options.maxMessageLength ?? 64 * MEBI;
  }

  /** Whether `[DONE]` was received. */
  get done(): boolean {
    return this.#done;
  }

  /** Returns the messages that this chunk completes. Throws {@link ApiError} `sse_message_too_long` over the limit. */
  push(text: string): SseMessage[] {
    const messages: SseMessage[] = [];
    let rest = text;
    if (!this.#started && rest !== "") {
      this.#started = true;
      if (rest.startsWith("\uFEFF")) rest = rest.slice(1);
    }
    if (this.#afterCarriageReturn && rest !== "") {
      this.#afterCarriageReturn = false;
      if (rest.startsWith("\n")) rest = rest.slice(1);
    }
    let from = 0;
    // Searching LF and CR separately, each only after passing the last match, is faster than a regular expression.
    let [feed, carriage] = [rest.indexOf("\n"), rest.indexOf("\r")];
    while ((feed !== -1 || carriage !== -1) && !this.#done) {
      const isCarriage = carriage !== -1 && (feed === -1 || carriage < feed);
      const at = isCarriage ? carriage : feed;
      this.#line(this.#tail + rest.slice(from, at), messages);
      this.#tail = "";
      from = isCarriage && feed === at + 1 ? at + 2 : at + 1;
      // The LF of a CRLF may be at the start of the next chunk.
      if (isCarriage && from === at + 1 && from === rest.length) this.#afterCarriageReturn = true;
      if (feed !== -1 && feed < from) feed = rest.indexOf("\n", from);
      if (carriage !== -1 && carriage < from) carriage = rest.indexOf("\r", from);
    }
    if (this.#done) return messages;
    this.#tail += rest.slice(from);
    this.#checkLength(this.#tail.length);
    return messages;
  }

  #line(line: string, messages: SseMessage[]): void {
    if (line === "") {
      this.#dispatch(messages);
      return;
    }
    this.#checkLength(line.length);
    const colon = line.indexOf(":");
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? "" : line.slice(line.startsWith(" ", colon + 1) ? colon + 2 : colon + 1);
    if (field === "event") this.#event = value;
    if (field === "data") {
      this.#data.push(value);
      this.#length += value.length + 1;
    }
  }

  #dispatch(messages: SseMessage[]): void {
    const event = this.#event === "" ? "message" : this.#event;
    const data = this.#data;
    this.#event = "";
    this.#data = [];
    this.#length = 0;
    const [first, ...others] = data;
    if (first === undefined) return;
    const text = others.length === 0 ? first : data.join("\n");
    if (text === "[DONE]") this.#done = true;
    else messages.push({ event, data: text });
  }

  #checkLength(more: number): void {
    if (this.#length + more <= this.#maxMessageLength) return;
    throw messageTooLong(this.#maxMessageLength);
  }
}
