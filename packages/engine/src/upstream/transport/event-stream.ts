import { ApiError, SseDecoder, type SseMessage } from "@flint/protocol";
import { type Exchange, ExchangeFault } from "./exchange.ts";

/**
 * Passes the data of each Server-Sent Events message to `take` as it arrives. A JSON body instead of a stream, such as an
 * error, is one message. Resolves at the end. Rejects with {@link ExchangeFault}, or with what `take` throws.
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
    // The content type is unreliable, but no event starts with a brace.
    if (!hasBegun && /^\s*\{/.test(more)) json = "";
    hasBegun ||= more.trim() !== "";
    if (json !== null) {
      json += more;
      if (json.length <= maxMessageLength) return;
      throw new ExchangeFault("too_large", `an answer of more than ${maxMessageLength} characters`);
    }
    for (const { data } of decoded(decoder, more)) take(data);
    if (decoder.done) exchange.ignoreRest();
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
