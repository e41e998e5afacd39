export interface Customer {
  readonly since: number;
  readonly kind: "private" | "business" | "staff";
}

export interface InvoiceLine {
  readonly amount: number;
  readonly price: number;
}

const THIS_YEAR = 2026;

/** The share of the subtotal that the customer is let off, 0 to 1. */
export function discountRate(customer: Customer, subtotal: number): number {
  if (customer.kind === "staff") return 0.3;
  let rate = 0;
  if (customer.kind === "business" && subtotal >= 1000) rate = 0.1;
  if (THIS_YEAR - customer.since >= 5) rate += 0.05;
  return rate;
}

/** What is to be paid, rounded to cents. */
export function invoiceTotal(customer: Customer, lines: readonly InvoiceLine[], shipping = 0): number {
  let subtotal = 0;
  for (const line of lines) {
    subtotal += line.amount * line.price;
  }
  const total = subtotal * (1 - discountRate(customer, subtotal)) + shipping;
  return Math.round(total * 100) / 100;
}
