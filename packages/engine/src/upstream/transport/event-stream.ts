import { ApiError, SseDecoder, type SseMessage } from "@flint/protocol";
import { type Exchange, ExchangeFault } from "./exchange.ts";

/**
 * Hands over the data of each message of a stream of server-sent events, as soon as it has come. Resolves at its end.
 * Rejects with {@link ExchangeFault}, or with what `take` throws.
 */
export function readEventStream(
  exchange: Exchange,
  maxMessageLength: number,
  take: (data: string) => void,
): Promise<void> {
  const decoder = new SseDecoder({ maxMessageLength });
  const text = new TextDecoder();
  return exchange.read((piece) => {
    for (const { data } of decoded(decoder, text.decode(piece, { stream: true }))) take(data);
    if (decoder.done) exchange.leave();
  });
}

function decoded(decoder: SseDecoder, text: string): readonly SseMessage[] {
  try {
    return decoder.push(text);
  } catch (cause) {
    if (!(cause instanceof ApiError)) throw cause;
    throw new ExchangeFault("too_large", cause.message, cause);
  }
}
