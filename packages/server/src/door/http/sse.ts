/** An event that is encoded, as a message of a stream. */
export function sseOf({ type, text }: { readonly type: string; readonly text: string }): string {
  return `event: ${type}\ndata: ${text}\n\n`;
}
