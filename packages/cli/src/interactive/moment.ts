/** `10:42`; of another day than `now` also which, as `4 Jan, 10:42`. Both as it is written where the person lives. */
export function momentOf(date: Date, now = new Date()): string {
  const time = { hour: "2-digit", minute: "2-digit" } as const;
  return date.toDateString() === now.toDateString()
    ? date.toLocaleTimeString([], time)
    : date.toLocaleString([], { day: "numeric", month: "short", ...time });
}
