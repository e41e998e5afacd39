/** The tags of gpt-oss's messages. */
export const START = "<|start|>";
export const CHANNEL = "<|channel|>";
export const MESSAGE = "<|message|>";

/** What the header of a message says. */
export interface Header {
  readonly channel: string | null;
  /** Whom the message is for, where it says so. */
  readonly recipient: string | null;
  /** What no header has: text that was meant to be read. */
  readonly words: string;
}

/** A name counts where the header goes on as one, or ends: else it is the first of some words. */
const GOES_ON = String.raw`(?=\s*(?:<\||to=|$))`;
const ROLE = new RegExp(String.raw`^(?:assistant\b|[\w.-]+${GOES_ON})`);
const CHANNEL_NAME = new RegExp(String.raw`^<\|channel\|>\s*(analysis|commentary|final|\w+${GOES_ON}|)\s*`);
const RECIPIENT = /^to=([^\s<]*)\s*/;
const CONTENT_TYPE = /^<\|constrain\|>\s*\w*\s*/;
/** A content type without its tag, as templates write it too: the header's last word. */
const BARE_TYPE = /^(?:json|code)\s*$/;
const ANY_TYPE = /^\w+\s*$/;
const CONSTRAIN = "<|constrain|>";
const TAGS = /<\|\w*\|>|<\|?\w*\|?$/g;

/** Reads a header, whole or cut short, without its opening {@link START}. */
export function parseHeader(header: string): Header {
  let rest = header.trimStart();
  const take = (expression: RegExp): string | null => {
    const found = expression.exec(rest);
    if (!found) return null;
    rest = rest.slice(found[0].length);
    return found[1] ?? "";
  };
  if (take(ROLE) !== null) rest = rest.trimStart();
  let channel: string | null = null;
  let recipient: string | null = null;
  for (let before = ""; before !== rest; ) {
    before = rest;
    channel ??= take(CHANNEL_NAME);
    recipient ??= take(RECIPIENT);
    take(CONTENT_TYPE);
  }
  take(recipient === null ? BARE_TYPE : ANY_TYPE);
  // What follows the words may still say whom the message is for.
  recipient ??= / to=([^\s<]+)/.exec(rest)?.[1] ?? null;
  return { channel, recipient: recipient === "" ? null : recipient, words: wordsOf(rest) };
}

function wordsOf(rest: string): string {
  const at = rest.lastIndexOf(CONSTRAIN);
  // Not one expression over all of it: it would look at white space without end once for each of its characters.
  const isLast = at !== -1 && /^\w*$/.test(rest.slice(at + CONSTRAIN.length).trim());
  const words = isLast ? rest.slice(0, at).replace(/ $/, "") : rest;
  return words.replace(TAGS, "");
}
