export interface CartLine {
  readonly name: string;
  /** Euros for one piece. */
  readonly price: number;
  readonly quantity: number;
  /** Per cent, 0 to 100. */
  readonly discount?: number;
}

export function lineTotal(line: CartLine): number {
  const full = line.price * line.quantity;
  return full - (full * (line.discount ?? 0)) / 100;
}

export function cartTotal(lines: readonly CartLine[]): number {
  let total = 0;
  for (const line of lines) total += lineTotal(line);
  return total;
}

export function formatEuro(amount: number): string {
  return `${amount.toFixed(2).replace(".", ",")} €`;
}
