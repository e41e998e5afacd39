import {
  createUpstreamEngine,
  detectUpstream,
  type Engine,
  EngineError,
  type GenerateRequest,
  type Prompt,
  type UpstreamFinding,
  type UpstreamOptions,
  type UpstreamTarget,
} from "@flint/engine";
import { count, duration } from "../measure/index.ts";
import { upstreamsIn } from "../upstream/index.ts";
import { broken, type Finding, ok, warning } from "./finding.ts";

type Timeouts = NonNullable<UpstreamOptions["timeouts"]>;

/** Checks what the servers of `--engine` support, measures their speed, and says how to start them for fast edits. */
export async function* checkUpstreams(
  engine: string,
  model: string | undefined,
  timeouts: Timeouts = {},
): AsyncGenerator<Finding> {
  for (const target of upstreamsIn(engine)) yield* checkUpstream(target, model, timeouts);
}

async function* checkUpstream(
  target: UpstreamTarget,
  model: string | undefined,
  timeouts: Timeouts,
): AsyncGenerator<Finding> {
  let found: UpstreamFinding;
  try {
    found = await detectUpstream(target);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    yield broken(
      "upstream",
      error.message,
      "run this again once that is fixed, or name another one with --engine",
    );
    return;
  }
  yield summaryOf(found);
  for (const advice of found.advice)
    yield warning("upstream", `${found.server} can be faster or report more`, advice);
  const asked = model ?? (found.models.length === 1 ? found.models[0]?.id : undefined);
  if (asked === undefined) {
    const some = found.models.slice(0, 5).map(({ id }) => id);
    yield warning(
      "speed",
      `${found.models.length} models (${some.join(", ")}…): none was measured`,
      "name one with --model",
    );
  } else yield await measureSpeed(target, asked, timeouts);
}

function summaryOf(found: UpstreamFinding): Finding {
  const { server, preset, models, speculation, prefixCaching } = found;
  const can = [
    found.responses && "Responses",
    found.webSocket && "WebSocket",
    found.chat && "Chat Completions",
    found.completions && "completions",
    found.tokenize && "/tokenize",
    found.metrics && "/metrics",
    found.prediction && "prediction",
  ].filter((it) => it !== false);
  const text = [
    `${server} (${preset}): ${count(models.length)} ${models.length === 1 ? "model" : "models"}; ${can.join(", ")}`,
    `drafts on its own: ${yesOrNo(speculation)}`,
    `prefix cache: ${yesOrNo(prefixCaching)}`,
    `stopped answers continue by ${found.continuation}`,
    `tokens: ${found.counting === "exact" ? "counted" : "estimated"}`,
  ];
  return ok("upstream", text.join("; "), { ...found });
}

function yesOrNo(value: boolean | null): string {
  return value === null ? "not reported" : value ? "yes" : "no";
}

const LINES = Array.from({ length: 24 }, (_, nth) => `  var value${nth} = items[${nth}] + ${nth};`);
const CODE = `function sum(items) {\n${LINES.join("\n")}\n  return items.length;\n}\n`;

interface Sample {
  /** Milliseconds. */
  readonly first: number;
  /** Tokens a second. */
  readonly rate: number;
}

/** Runs the same edit three times: first, repeated, and repeated with its code as the draft. */
async function measureSpeed(target: UpstreamTarget, model: string, timeouts: Timeouts): Promise<Finding> {
  const engine = createUpstreamEngine({ targets: [target], timeouts });
  const prompt = editOf(`// ${Date.now()}\n${CODE}`);
  try {
    const [cold, warm, drafted] = [
      await ask(engine, model, prompt, { draft: "" }),
      await ask(engine, model, prompt, { draft: "" }),
      await ask(engine, model, prompt, { draft: CODE }),
    ];
    const found =
      `${model}: first token ${duration(cold.first)}, ${duration(warm.first)} with its prompt in the cache; ` +
      `${count(warm.rate)} tokens/s, ${count(drafted.rate)} with a prediction`;
    return ok("speed", found, { model, cold, warm, drafted });
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return broken("speed", `an edit failed: ${error.message}`, "check the server's log");
  } finally {
    await engine.close();
  }
}

function editOf(code: string): Prompt {
  const content = `\`\`\`js\n${code}\`\`\`\n\nuse const instead of var. Answer with the code alone.`;
  return { tip: { parent: null, items: [{ role: "user", content }] }, instructions: null, tools: [] };
}

const MAX_TOKENS = 400;

/** Rejects with {@link EngineError}. */
async function ask(engine: Engine, model: string, prompt: Prompt, request: GenerateRequest): Promise<Sample> {
  const thread = await engine.openThread({ model });
  try {
    await thread.prefill(prompt);
    const start = performance.now();
    let first: number | null = null;
    for await (const event of thread.generate({ ...request, maxTokens: MAX_TOKENS })) {
      if (event.type === "burst") first ??= performance.now();
      else if (event.error !== undefined) throw event.error;
      else {
        const end = performance.now();
        const began = first ?? end;
        return { first: began - start, rate: event.outputTokens / Math.max(0.001, (end - began) / 1000) };
      }
    }
    return { first: 0, rate: 0 };
  } finally {
    thread.release();
  }
}
