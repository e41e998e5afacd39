import { env } from "node:process";

/** Runs of each model-based test; set `FLINT_RANDOM_RUNS=10000` for a thorough test. */
export const RANDOM_RUNS = Number(env.FLINT_RANDOM_RUNS ?? 200);
