import type { InputItem } from "@flint/protocol";
import { type Benchmark, type BenchmarkOptions, type BenchmarkResult, spread } from "./measure/index.ts";
import { chainGrowth } from "./roundtrip/chain.ts";
import { type Client, connectHttp, connectWebSocket } from "./roundtrip/clients.ts";
import {
  CONTEXT_TOKENS,
  inputOf,
  SHAPES,
  type Shape,
  scenario,
  settings,
  TURNS,
} from "./roundtrip/conversation.ts";
import { Floor } from "./roundtrip/floor.ts";
import { ServerProcess } from "./roundtrip/server-process.ts";

/** Unmeasured runs over each transport, for the JavaScript engine to compile everything. */
const WARM_UPS = 125;
/** Measured runs over each transport per repetition. */
const ROUNDS = 4;

const TRANSPORTS = ["websocket", "http"] as const;
type Transport = (typeof TRANSPORTS)[number];
type ShapeName = keyof typeof SHAPES;
const shapeNames = Object.keys(SHAPES) as ShapeName[];

interface Turn {
  /** From creating the request to reading its `response.completed`, in milliseconds. */
  readonly roundtrip_ms: number;
  /** The part inside the engine: prefill, and generation. */
  readonly engine_prompt_ms: number;
  readonly engine_answer_ms: number;
  /** CPU time of the server's process, including its engine. */
  readonly server_cpu_ms: number;
  readonly request_bytes: number;
  readonly prompt_tokens: number;
}

interface Sample extends Turn {
  readonly round: number;
  readonly shape: ShapeName;
  readonly transport: Transport;
  readonly turn: number;
}

/**
 * Measures an agent's run of tool calls: over a WebSocket that continues the last response, and over HTTP on one
 * kept-alive connection that resends the whole conversation each time. Both use the same server, and whole runs
 * alternate.
 */
async function run({ repetitions, report }: BenchmarkOptions): Promise<BenchmarkResult> {
  using server = await ServerProcess.start(scenario);
  report("warming up");
  for (let round = 0; round < WARM_UPS; round++) {
    const shape = SHAPES[shapeNames[round % shapeNames.length] ?? "fromNothing"];
    for (const transport of TRANSPORTS) await agentRun(server, transport, shape);
  }
  const floor = await Floor.of(server);
  for (let round = 0; round < WARM_UPS; round++) await floor.run();
  const samples: Sample[] = [];
  const floors: number[] = [];
  const chains: number[] = [];
  for (let round = 0; round < repetitions * ROUNDS; round++) {
    if (round % ROUNDS === 0) report(`repetition ${round / ROUNDS + 1} of ${repetitions}`);
    const order = round % 2 === 0 ? TRANSPORTS : TRANSPORTS.toReversed();
    for (const shape of shapeNames) {
      for (const transport of order) {
        const turns = await agentRun(server, transport, SHAPES[shape]);
        samples.push(...turns.map((turn, at) => ({ round, shape, transport, turn: at + 1, ...turn })));
      }
    }
    floors.push(spread(await floor.run()).median);
    if (round % ROUNDS === 0) chains.push(await chainGrowth(server));
  }
  const ofShape = (shape: ShapeName) => metricsOf(samples.filter((one) => one.shape === shape));
  const half = Object.entries(ofShape("fromHalf")).map(
    ([name, value]) => [`from_half_${name}`, value] as const,
  );
  const metrics = {
    ...ofShape("fromNothing"),
    ...Object.fromEntries(half),
    floor_ms: spread(floors),
    chain_growth: spread(chains),
  };
  return { metrics, samples };
}

async function agentRun(server: ServerProcess, transport: Transport, shape: Shape): Promise<Turn[]> {
  const client = await (transport === "http" ? connectHttp : connectWebSocket)(server.port);
  const history: InputItem[] = [];
  const turns: Turn[] = [];
  const asking: number[] = [];
  let previous: string | null = null;
  let callId: string | null = null;
  try {
    for (let turn = 0; turn < TURNS; turn++) {
      const fresh = inputOf(shape, turn, callId);
      history.push(fresh);
      const body: Body =
        transport === "http"
          ? { ...settings, input: history }
          : { ...settings, input: [fresh], ...(previous !== null && { previous_response_id: previous }) };
      const { response, measured, askingCpu } = await roundtrip(server, client, body);
      turns.push(measured);
      asking.push(askingCpu);
      const [call] = response.output;
      if (call?.type !== "function_call") throw new Error("the scripted agent called no tool");
      history.push(call);
      callId = call.call_id;
      previous = response.id;
    }
  } finally {
    client.close();
  }
  const tokens = turns.at(-1)?.prompt_tokens ?? 0;
  if (tokens < CONTEXT_TOKENS) throw new Error(`the context grew to only ${tokens} tokens`);
  const { median } = spread(asking);
  return turns.map((turn) => ({ ...turn, server_cpu_ms: turn.server_cpu_ms - median }));
}

type Body = Parameters<Client["create"]>[0];

async function roundtrip(server: ServerProcess, client: Client, body: Body) {
  // Querying also costs the server CPU time: as much as between these two replies.
  const idle = await server.spent();
  const before = await server.spent();
  const start = performance.now();
  const response = await client.create(body);
  const elapsed = performance.now() - start;
  await client.ready();
  const after = await server.spent();
  const measured: Turn = {
    roundtrip_ms: elapsed,
    engine_prompt_ms: after.prompt - before.prompt,
    engine_answer_ms: after.answer - before.answer,
    server_cpu_ms: after.cpu - before.cpu,
    request_bytes: Buffer.byteLength(JSON.stringify(body)),
    prompt_tokens: response.usage?.input_tokens ?? 0,
  };
  return { response, measured, askingCpu: before.cpu - idle.cpu };
}

const FIGURES = {
  /** Everything except the engine. */
  overhead_ms: (turn: Turn) => turn.roundtrip_ms - turn.engine_prompt_ms - turn.engine_answer_ms,
  /** Everything except generation: includes the prefill, which takes longer if the conversation is resent. */
  overhead_and_prompt_ms: (turn: Turn) => turn.roundtrip_ms - turn.engine_answer_ms,
  server_cpu_ms: (turn: Turn) => turn.server_cpu_ms,
  request_bytes: (turn: Turn) => turn.request_bytes,
};
const ENDS = { first: 1, last: TURNS } as const;

function metricsOf(samples: readonly Sample[]): BenchmarkResult["metrics"] {
  const metrics: Record<string, ReturnType<typeof spread>> = {};
  for (const [name, figure] of Object.entries(FIGURES)) {
    const bare = name.replace(/_(ms|bytes)$/, "");
    const values = (transport: Transport, end: keyof typeof ENDS) =>
      samples.filter((one) => one.transport === transport && one.turn === ENDS[end]).map(figure);
    for (const end of ["first", "last"] as const) {
      const webSocket = values("websocket", end);
      const http = values("http", end);
      metrics[`${end}_${name}_websocket`] = spread(webSocket);
      metrics[`${end}_${name}_http`] = spread(http);
      metrics[`${end}_${bare}_saved`] = spread(ratios(webSocket, http).map((ratio) => 1 - ratio));
    }
    for (const transport of TRANSPORTS) {
      metrics[`${bare}_growth_${transport}`] = spread(
        ratios(values(transport, "last"), values(transport, "first")),
      );
    }
  }
  return metrics;
}

/** Returns the ratios of values from the same round. */
function ratios(these: readonly number[], those: readonly number[]): number[] {
  return these.map((value, round) => value / (those[round] ?? Number.NaN));
}

export const benchmark: Benchmark = {
  name: "roundtrip",
  description:
    "24 tool calls with a growing context: WebSocket continuation compared with HTTP that resends everything",
  scoreboardRepetitions: 5,
  goals: [
    {
      metric: "from_half_last_overhead_and_prompt_saved",
      atLeast: 0.95,
      note: "time saved by WebSocket continuation, compared with HTTP and server-sent events that resend everything; half of the context is there at the start",
      shortfall:
        "the exchange itself is half of a late turn: see `floor_ms` ([benchmarks.md](benchmarks.md#roundtrip))",
    },
    {
      metric: "last_overhead_and_prompt_saved",
      atLeast: 0.95,
      note: "the same, where tools read the whole context",
      shortfall:
        "the last of 24 equal turns adds a 24th of the context, so even the bytes sent are only 95 % fewer ([benchmarks.md](benchmarks.md#roundtrip))",
    },
    { metric: "overhead_growth_websocket", atMost: 1.5, note: "last turn ÷ first turn" },
    { metric: "from_half_overhead_and_prompt_growth_websocket", atMost: 1.5, note: "last turn ÷ first turn" },
    { metric: "chain_growth", atMost: 1.1, note: "turn 1,000 ÷ turn 100 of a chain" },
  ],
  charts: () => [
    {
      title: "Time of a turn outside the engine",
      unit: "ms",
      bars: (["first", "last"] as const).flatMap((end) =>
        TRANSPORTS.map((transport) => ({
          label: transport === "http" ? "HTTP + SSE, resent" : "WebSocket, continued",
          group: `${end} turn`,
          metric: `${end}_overhead_ms_${transport}`,
        })),
      ),
    },
  ],
  run,
};
