import { env } from "node:process";

/** Runs of each model-based test; `FLINT_RANDOM_RUNS=10000` makes it thorough. */
export const RANDOM_RUNS = Number(env.FLINT_RANDOM_RUNS ?? 200);
