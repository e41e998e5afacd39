import { FlintError, initializeSession, type Session } from "@flint/client";
import { HttpClient, SocketClient } from "../../tests/group/chains.fixture.ts";
import { ANSWERS, ask } from "../answer/index.ts";
import type { FireContext, Ledger, Phase } from "../phase/index.ts";
import { Random } from "../random/index.ts";
import { generous, ServerProcess, Wire } from "../server/index.ts";

const CLIENTS = 12;
/** Approximate size of one answer on the wire. */
const ANSWER_BYTES = 100_000;

export const cuts: Phase = {
  name: "cuts",
  description:
    "connections are cut in mid-stream, even within frames, and the answers are resumed byte for byte",
  run,
};

async function run(context: FireContext, ledger: Ledger): Promise<void> {
  const { folder, secrets, counts, signal, report } = context;
  const { file, key } = await secrets.key(folder);
  await using server = await ServerProcess.start({
    ...{ folder, secrets, tokensPerSecond: 1_000 },
    flags: ["--keys", file, ...generous],
  });
  let restarts = 0;
  const over = AbortSignal.any([signal, server.crashed]);
  const isOver = () => over.aborted || ledger.faultsOf("connection cut in mid-stream") >= counts.cuts;
  const one = async (place: number): Promise<void> => {
    const random = Random.of(context.seed, "cuts", place);
    await using wire = await Wire.to(server.port);
    const client = place % 3 === 0 ? new HttpClient(wire.url, key) : new SocketClient(wire.url, key);
    await using sdk = place % 3 === 2 ? await sessionAt(wire.url, key) : null;
    const text = ask("long", secrets.canary);
    while (!isOver()) {
      const before = wire.cuts;
      wire.cutAfter(random.between(1, ANSWER_BYTES));
      try {
        if (sdk === null) {
          ledger.recordAnswer(ANSWERS.long, (await client.turn(text, null)).text);
        } else {
          const turn = sdk.respond({ input: text });
          const streamed = await streamedText(turn, () => restarts++);
          ledger.recordAnswer(ANSWERS.long, streamed);
          if ((await turn).text !== streamed)
            ledger.recordBroken("the SDK's result differs from what it streamed");
        }
      } catch (cause) {
        const why = cause instanceof FlintError ? `${cause.code}: ${cause.message}` : String(cause);
        ledger.recordBroken(`a turn failed after its connection was cut: ${why}`);
      }
      ledger.recordFault("connection cut in mid-stream", wire.cuts - before);
      report(`${ledger.faultsOf("connection cut in mid-stream")} of ${counts.cuts}`);
    }
    await client.close();
  };
  await Promise.all(Array.from({ length: Math.min(CLIENTS, counts.cuts) }, (_, place) => one(place)));
  ledger.recordFigure("answers restarted by the SDK after a cut", restarts);
  ledger.recordCrashes(server.crashes);
}

/** Returns the text that a turn streamed, without the text withdrawn by a restart. */
async function streamedText(turn: ReturnType<Session["respond"]>, onRestart: () => void): Promise<string> {
  let streamed = "";
  for await (const event of turn) {
    if (event.type === "restart") {
      streamed = "";
      onRestart();
    } else if (event.type === "text") streamed += event.text;
  }
  return streamed;
}

function sessionAt(url: string, apiKey: string) {
  return initializeSession({ url, apiKey, warmUp: false, limits: { backoff: [10, 200] } });
}
