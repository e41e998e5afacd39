/** A short word for an order's status code. */
export function statusLabel(code) {
  switch (code) {
    case "new":
      return "Received";
    case "paid":
      return "Paid";
    case "packed":
      return "Packed";
    case "sent":
      return "On its way";
    case "done":
      return "Delivered";
    case "void":
      return "Cancelled";
    default:
      return "Unknown";
  }
}

export function statusLine(order) {
  const when = order.updated ? ` (${order.updated})` : "";
  return `#${order.id}: ${statusLabel(order.status)}${when}`;
}
