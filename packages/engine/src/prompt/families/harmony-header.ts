/** The tags of gpt-oss's messages. */
export const START = "<|start|>";
export const CHANNEL = "<|channel|>";
export const MESSAGE = "<|message|>";

/** The contents of a message's header. */
export interface Header {
  readonly channel: string | null;
  /** The message's recipient, if it names one. */
  readonly recipient: string | null;
  /** Anything that does not belong in a header: text for the user. */
  readonly strayText: string;
}

/** A name counts only if the rest looks like a header or is empty: otherwise it is the first word of some text. */
const GOES_ON = String.raw`(?=\s*(?:<\||to=|$))`;
const ROLE = new RegExp(String.raw`^(?:assistant\b|[\w.-]+${GOES_ON})`);
const CHANNEL_NAME = new RegExp(String.raw`^<\|channel\|>\s*(analysis|commentary|final|\w+${GOES_ON}|)\s*`);
const RECIPIENT = /^to=([^\s<]*)\s*/;
const CONTENT_TYPE = /^<\|constrain\|>\s*\w*\s*/;
/** A content type without its tag, as some templates write it: the last word of the header. */
const BARE_TYPE = /^(?:json|code)\s*$/;
const ANY_TYPE = /^\w+\s*$/;
const CONSTRAIN = "<|constrain|>";
const TAGS = /<\|\w*\|>|<\|?\w*\|?$/g;

/** Parses a header, complete or cut off, without its opening {@link START}. */
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
  // The recipient may follow after the text.
  recipient ??= / to=([^\s<]+)/.exec(rest)?.[1] ?? null;
  return { channel, recipient: recipient === "" ? null : recipient, strayText: strayTextIn(rest) };
}

function strayTextIn(rest: string): string {
  const at = rest.lastIndexOf(CONSTRAIN);
  // Not a single regular expression: on long white space it would take quadratic time.
  const isLast = at !== -1 && /^\w*$/.test(rest.slice(at + CONSTRAIN.length).trim());
  const words = isLast ? rest.slice(0, at).replace(/ $/, "") : rest;
  return words.replace(TAGS, "");
}
