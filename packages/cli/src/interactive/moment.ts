/** Formats a time in the user's locale, such as `10:42`; with the date (`4 Jan, 10:42`) if the day is not today. */
export function momentOf(date: Date, now = new Date()): string {
  const time = { hour: "2-digit", minute: "2-digit" } as const;
  return date.toDateString() === now.toDateString()
    ? date.toLocaleTimeString([], time)
    : date.toLocaleString([], { day: "numeric", month: "short", ...time });
}
