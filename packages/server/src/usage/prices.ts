import type { Usage } from "@flint/protocol";
import { type Static, Type } from "typebox";

const Dollars = Type.Number({ minimum: 0, maximum: 1_000_000 });

/** What a model's tokens cost, in USD for a million. */
export const Price = Type.Object(
  {
    input: Dollars,
    /** Of input whose state was there already. Default: as `input`. */
    cachedInput: Type.Optional(Dollars),
    output: Dollars,
  },
  { additionalProperties: false },
);
export type Price = Static<typeof Price>;

/** By model. */
export type Prices = Readonly<Record<string, Price>>;

const MILLION = 1e6;

/** What a response cost, in USD; null where its model has no price, or nothing was counted. */
export function costOf(prices: Prices, model: string, usage: Usage | null): number | null {
  const price = Object.hasOwn(prices, model) ? prices[model] : undefined;
  if (price === undefined || usage === null) return null;
  const cached = usage.input_tokens_details.cached_tokens;
  const input = (usage.input_tokens - cached) * price.input + cached * (price.cachedInput ?? price.input);
  return (input + usage.output_tokens * price.output) / MILLION;
}
