/** The first slot for which `isFree` holds. */
export function firstFree(slots, isFree) {
  return slots.filter((slot) => isFree(slot))[0];
}

/** Whether any pair of bookings conflicts; each pair is looked at once, the earlier one first. */
export function hasConflict(bookings, conflicts) {
  let found = false;
  for (let i = 0; i < bookings.length; i++) {
    for (let j = i + 1; j < bookings.length; j++) {
      if (conflicts(bookings[i], bookings[j])) {
        found = true;
      }
    }
  }
  return found;
}

export function allPaid(invoices, isPaid) {
  const paid = invoices.map((invoice) => isPaid(invoice));
  return !paid.includes(false);
}

/** This one has to look at all of them. */
export function countBusy(slots, isFree) {
  return slots.filter((slot) => !isFree(slot)).length;
}
