import { textOf } from "./client/index.ts";
import { cold, type Measured, overHttp, warmConnection, warmSession } from "./first-token/cases.ts";
import { ENGINES, type EngineName, engineOf } from "./first-token/engines.ts";
import { type Benchmark, type BenchmarkOptions, type BenchmarkResult, spread } from "./measure/index.ts";
import { BenchServer } from "./server/index.ts";

/** Approximate tokens of the prompt. */
const SIZES = { "1k": 1_024, "8k": 8_192 } as const;
type Size = keyof typeof SIZES;

const CASES = [
  "cold",
  "warm_connection",
  "warm_session",
  "continuation",
  "http_cold",
  "http_continuation",
] as const;
type Case = (typeof CASES)[number];

interface Sample extends Measured {
  readonly engine: EngineName;
  readonly size: Size;
  readonly round: number;
  readonly case: Case;
}

/** Measures the time to the first text when nothing, the connection, or the session is warm, and over plain HTTP. */
async function run({ repetitions, report }: BenchmarkOptions): Promise<BenchmarkResult> {
  const samples: Sample[] = [];
  for (const name of ENGINES) {
    const { model, engine } = await engineOf(name);
    await using server = await BenchServer.start(engine);
    report(`${name}: warming up`);
    // The first prompts include touching the model's memory, and Node's compiling.
    for (let nth = 0; nth < 3; nth++) await allCases(server, model, "1k", `warm-up ${nth}`);
    for (const size of Object.keys(SIZES) as Size[]) {
      for (let round = 1; round <= repetitions; round++) {
        report(`${name}, ${size}: repetition ${round} of ${repetitions}`);
        const results = await allCases(server, model, size, `round ${round}`, round % 2 === 0);
        samples.push(...results.map((result) => ({ engine: name, size, round, ...result })));
      }
    }
  }
  return { metrics: metricsOf(samples), samples };
}

type Result = Measured & { readonly case: Case };

/** Runs each case once, forwards or backwards: other load on the machine then affects all of them alike. */
async function allCases(
  server: BenchServer,
  model: string,
  size: Size,
  name: string,
  reversed = false,
): Promise<Result[]> {
  const question = (what: string) => ({ model, text: textOf(SIZES[size], `${what} ${name} ${size}`) });
  const steps: (() => Promise<Result[]>)[] = [
    async () => [{ case: "cold", ...(await cold(server, question("cold"))) }],
    async () => [{ case: "warm_connection", ...(await warmConnection(server, question("connection"))) }],
    async () => {
      const { warm, continued } = await warmSession(server, question("session"));
      return [
        { case: "warm_session", ...warm },
        { case: "continuation", ...continued },
      ];
    },
    async () => {
      const { cold, continued } = await overHttp(server, question("http"));
      return [
        { case: "http_cold", ...cold },
        { case: "http_continuation", ...continued },
      ];
    },
  ];
  const results: Result[] = [];
  for (const step of reversed ? steps.toReversed() : steps) results.push(...(await step()));
  return results;
}

function metricsOf(samples: readonly Sample[]): BenchmarkResult["metrics"] {
  const metrics: Record<string, ReturnType<typeof spread>> = {};
  for (const engine of ENGINES) {
    for (const size of Object.keys(SIZES) as Size[]) {
      const own = samples.filter((sample) => sample.engine === engine && sample.size === size);
      const of = (one: Case, key: keyof Measured) =>
        own
          .filter((sample) => sample.case === one)
          .sort((a, b) => a.round - b.round)
          .map((sample) => sample[key]);
      const place = `${engine}_${size}`;
      for (const one of CASES) metrics[`${place}_${one}_ms`] = spread(of(one, "first_token_ms"));
      const base = of("cold", "first_token_ms");
      metrics[`${place}_warm_session_saved`] = spread(
        of("warm_session", "first_token_ms").map((time, round) => 1 - time / (base[round] ?? Number.NaN)),
      );
      metrics[`${place}_prompt_tokens`] = spread(of("cold", "prompt_tokens"));
      metrics[`${place}_warm_session_prefilled_tokens`] = spread(of("warm_session", "prefilled_tokens"));
    }
  }
  return metrics;
}

const LABELS: Readonly<Record<Case, string>> = {
  cold: "cold",
  warm_connection: "warm connection",
  warm_session: "warm session",
  continuation: "continuation",
  http_cold: "HTTP, cold",
  http_continuation: "HTTP, resent",
};

export const benchmark: Benchmark = {
  name: "first-token",
  description:
    "time to the first token: cold, on a warm connection, in a warm session, on continuation, and over HTTP",
  scoreboardRepetitions: 1,
  goals: [
    {
      metric: "embedded_8k_warm_session_saved",
      atLeast: 0.9,
      note: "time saved, compared with a cold connection and a cold prompt",
    },
  ],
  charts: () =>
    ENGINES.flatMap((engine) =>
      (Object.keys(SIZES) as Size[]).map((size) => ({
        title: `First token with ${size} tokens of prompt, ${engine} engine`,
        unit: "ms",
        bars: CASES.map((one) => ({ label: LABELS[one], metric: `${engine}_${size}_${one}_ms` })),
      })),
    ),
  run,
};
