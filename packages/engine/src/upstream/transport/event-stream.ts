import { ApiError, SseDecoder, type SseMessage } from "@flint/protocol";
import { type Exchange, ExchangeFault } from "./exchange.ts";

/** The messages of a stream of server-sent events, those that came together in one list. Throws `ExchangeFault`. */
export async function* messagesOf(
  exchange: Exchange,
  maxMessageLength: number,
): AsyncGenerator<readonly SseMessage[], void> {
  const decoder = new SseDecoder({ maxMessageLength });
  const text = new TextDecoder();
  for await (const pieces of exchange.pieces()) {
    for (const piece of pieces) {
      const messages = decoded(decoder, text.decode(piece, { stream: true }));
      if (messages.length > 0) yield messages;
    }
    if (!decoder.done) continue;
    exchange.leave();
    return;
  }
}

function decoded(decoder: SseDecoder, text: string): readonly SseMessage[] {
  try {
    return decoder.push(text);
  } catch (cause) {
    if (!(cause instanceof ApiError)) throw cause;
    throw new ExchangeFault("too_large", cause.message, cause);
  }
}
