export interface CartLine {
  readonly name: string;
  /** Euros for one piece. */
  readonly price: number;
  readonly quantity: number;
  /** Per cent, 0 to 100. */
  readonly discount?: number;
}

export function lineTotal(line: CartLine): number {
  return lineCents(line) / 100;
}

function lineCents(line: CartLine): number {
  const full = Math.round(line.price * 100) * line.quantity;
  return Math.round(full - (full * (line.discount ?? 0)) / 100);
}

export function cartTotal(lines: readonly CartLine[]): number {
  let cents = 0;
  for (const line of lines) cents += lineCents(line);
  return cents / 100;
}

export function formatEuro(amount: number): string {
  return `${amount.toFixed(2).replace(".", ",")} €`;
}
