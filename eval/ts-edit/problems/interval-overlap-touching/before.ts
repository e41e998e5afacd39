/** From `start` to `end`, in minutes since midnight; `end` is after `start`. */
export interface Booking {
  readonly room: string;
  readonly start: number;
  readonly end: number;
}

export function duration(booking: Booking): number {
  return booking.end - booking.start;
}

/** Whether two bookings want the same room at the same time. */
export function overlaps(a: Booking, b: Booking): boolean {
  if (a.room !== b.room) return false;
  return a.start <= b.end && b.start <= a.end;
}

/** Every pair that overlaps, each once, in the order of the list. */
export function findConflicts(bookings: readonly Booking[]): [Booking, Booking][] {
  const conflicts: [Booking, Booking][] = [];
  bookings.forEach((a, i) => {
    for (const b of bookings.slice(i + 1)) {
      if (overlaps(a, b)) conflicts.push([a, b]);
    }
  });
  return conflicts;
}
