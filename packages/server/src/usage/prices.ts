import type { Usage } from "@flint/protocol";
import { type Static, Type } from "typebox";

const Dollars = Type.Number({ minimum: 0, maximum: 1_000_000 });

/** A model's price, in USD per million tokens. */
export const Price = Type.Object(
  {
    input: Dollars,
    /** Price of cached input. Default: as `input`. */
    cachedInput: Type.Optional(Dollars),
    output: Dollars,
  },
  { additionalProperties: false },
);
export type Price = Static<typeof Price>;

/** Prices by model. */
export type Prices = Readonly<Record<string, Price>>;

const MILLION = 1e6;

/** Returns the cost of a response in USD; null if its model has no price or its usage is unknown. */
export function costOf(prices: Prices, model: string, usage: Usage | null): number | null {
  const price = Object.hasOwn(prices, model) ? prices[model] : undefined;
  if (price === undefined || usage === null) return null;
  const cached = usage.input_tokens_details.cached_tokens;
  const input = (usage.input_tokens - cached) * price.input + cached * (price.cachedInput ?? price.input);
  return (input + usage.output_tokens * price.output) / MILLION;
}
