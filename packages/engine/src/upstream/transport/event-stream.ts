import { ApiError, SseDecoder, type SseMessage } from "@flint/protocol";
import { type Exchange, ExchangeFault } from "./exchange.ts";

/**
 * Hands over the data of each message of a stream of server-sent events, as soon as it has come. A JSON text in its
 * stead, from a server that does not stream or has an error to tell, is one message. Resolves at its end. Rejects with
 * {@link ExchangeFault}, or with what `take` throws.
 */
export async function readEventStream(
  exchange: Exchange,
  maxMessageLength: number,
  take: (data: string) => void,
): Promise<void> {
  const decoder = new SseDecoder({ maxMessageLength });
  const text = new TextDecoder();
  let hasBegun = false;
  let json: string | null = null;
  await exchange.read((piece) => {
    const more = text.decode(piece, { stream: true });
    // The type that a server gives is not to be relied on; no event begins so.
    if (!hasBegun && /^\s*\{/.test(more)) json = "";
    hasBegun ||= more.trim() !== "";
    if (json !== null) {
      json += more;
      if (json.length <= maxMessageLength) return;
      throw new ExchangeFault("too_large", `an answer of more than ${maxMessageLength} characters`);
    }
    for (const { data } of decoded(decoder, more)) take(data);
    if (decoder.done) exchange.leave();
  });
  if (json !== null) take(json);
}

function decoded(decoder: SseDecoder, text: string): readonly SseMessage[] {
  try {
    return decoder.push(text);
  } catch (cause) {
    if (!(cause instanceof ApiError)) throw cause;
    throw new ExchangeFault("too_large", cause.message, cause);
  }
}
