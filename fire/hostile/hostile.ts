import { initializeSession, type Session } from "@flint/client";
import { ANSWERS, ask } from "../answer/index.ts";
import type { FireContext, Ledger, Phase } from "../phase/index.ts";
import { generous, ServerProcess } from "../server/index.ts";
import type { Attack } from "./attack.ts";
import { attackByBodies } from "./bodies.ts";
import { attackByFrames } from "./frames.ts";
import { attackByRawSockets } from "./raw-sockets.ts";
import { slowHeads } from "./slow-heads.ts";

/** Shares of all inputs; the rest are frames. */
const SHARE_OF_BODIES = 0.1;
const SHARE_OF_RAW = 0.015;
/** Share of all inputs, but at least three. */
const SHARE_OF_SLOW = 0.0001;
const SLOW_AT_MOST = 100;
/** Inputs between two progress reports. */
const STEP = 1_000;

export const hostile: Phase = {
  name: "malformed",
  description:
    "malformed frames, bodies and requests: each is properly refused, and another session continues",
  run,
};

async function run(context: FireContext, ledger: Ledger): Promise<void> {
  const { folder, secrets, counts, seed, signal, report } = context;
  const { file, key } = await secrets.key(folder);
  await using server = await ServerProcess.start({
    ...{ folder, secrets, tokensPerSecond: null, burst: 16, logLevel: "info" },
    flags: ["--keys", file, "--limit", "headArrival=2s", "--limit", "connections=1000", ...generous],
  });
  let sent = 0;
  const progress = (inputs: number) => {
    const before = Math.floor(sent / STEP);
    sent += inputs;
    if (Math.floor(sent / STEP) > before) report(`${sent} of ${counts.malformed}`);
  };
  // If the server crashes, further attacks are pointless.
  const standing = AbortSignal.any([signal, server.crashed]);
  const attack: Attack = {
    url: server.url,
    port: server.port,
    key,
    seed,
    ledger,
    signal: standing,
    progress,
  };
  await using session = await initializeSession({ url: server.url, apiKey: key, warmUp: false });
  const over = new AbortController();
  const beside = runUndisturbedTurns(session, secrets.canary, ledger, over.signal);
  const rssBefore = server.resources().rss;
  const bodies = Math.floor(counts.malformed * SHARE_OF_BODIES);
  const raw = Math.floor(counts.malformed * SHARE_OF_RAW);
  const slow = Math.min(SLOW_AT_MOST, Math.max(3, Math.floor(counts.malformed * SHARE_OF_SLOW)));
  try {
    await Promise.all([
      slowHeads(attack, slow),
      tryWrongKeys(server.url, secrets.wrongKey(), ledger),
      attackByFrames(attack, counts.malformed - bodies - raw - slow),
      attackByBodies(attack, bodies),
      attackByRawSockets(attack, raw),
    ]);
  } finally {
    over.abort();
    await beside;
  }
  ledger.recordCrashes(server.crashes);
  if (!server.isRunning) return;
  if ((await server.heap())?.isPolluted) ledger.recordBroken("Object.prototype was changed");
  const health = await fetch(server.url.replace("/v1", "/healthz"));
  if (!health.ok) ledger.recordBroken(`the server is not healthy after malformed input: ${health.status}`);
  const mib = (bytes: number) => Math.round(bytes / 1024 / 1024);
  const { rss } = server.resources();
  ledger.recordFigure(
    "server memory before and after malformed input (MiB)",
    `${mib(rssBefore)}, ${mib(rss)}`,
  );
}

/** Runs turns one after another on one connection that must not be disturbed. */
async function runUndisturbedTurns(
  session: Session,
  canary: string,
  ledger: Ledger,
  over: AbortSignal,
): Promise<void> {
  let changes = 0;
  const unwatch = session.onConnectionChange(() => changes++);
  while (!over.aborted) {
    await session.respond({ input: ask("long", canary) }).then(
      ({ text }) => ledger.recordAnswer(ANSWERS.long, text),
      (cause) => ledger.recordBroken(`a session failed during malformed input: ${cause}`),
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  unwatch();
  if (changes > 0)
    ledger.recordBroken(`a session lost its connection ${changes} times during malformed input`);
}

const WRONG_KEYS = 20;

async function tryWrongKeys(url: string, key: string, ledger: Ledger): Promise<void> {
  for (let nth = 0; nth < WRONG_KEYS; nth++) {
    const isInAddress = nth % 2 === 0;
    const answer = await fetch(`${url}/models${isInAddress ? `?api_key=${key}` : ""}`, {
      headers: isInAddress ? {} : { authorization: `Bearer ${key}` },
    });
    await answer.arrayBuffer();
    ledger.inputs++;
    // Any key in the URL is refused with 400, right or wrong.
    const due = isInAddress ? 400 : 401;
    if (answer.status !== due)
      ledger.recordBroken(`a wrong key was answered with ${answer.status}, not ${due}`);
  }
  ledger.recordFault("wrong keys", WRONG_KEYS);
}
