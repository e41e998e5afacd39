/** Short words for an order's status codes. */
export const STATUS_LABELS = {
  new: "Received",
  paid: "Paid",
  packed: "Packed",
  sent: "On its way",
  done: "Delivered",
  void: "Cancelled",
};

/** A short word for an order's status code. */
export function statusLabel(code) {
  return Object.hasOwn(STATUS_LABELS, code) ? STATUS_LABELS[code] : "Unknown";
}

export function statusLine(order) {
  const when = order.updated ? ` (${order.updated})` : "";
  return `#${order.id}: ${statusLabel(order.status)}${when}`;
}
