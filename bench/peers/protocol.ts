import type { CreateBody } from "@flint/protocol";
import { HttpClient, Socket } from "../client/index.ts";
import { BenchServer } from "../server/index.ts";
import { startAimock } from "./child.ts";

/** Turns per measurement, of which the median is used. */
const TURNS = 40;
/** Pieces of the answer. */
const PIECES = 1_000;
const PIECE = "word ";

const MODEL = "scripted";

export interface ProtocolSample {
  readonly what: "protocol";
  readonly round: number;
  readonly server: "flint" | "aimock";
  readonly transport: "websocket" | "http";
  readonly first_text_ms: number;
  /** The whole answer, including parsing all its events. */
  readonly answer_ms: number;
}

/** Measures prepared answers, sent as fast as the server writes and a client reads them. */
export async function measureProtocol(
  repetitions: number,
  report: (progress: string) => void,
): Promise<readonly ProtocolSample[]> {
  const text = PIECE.repeat(PIECES);
  // For the scripted engine, each piece is two tokens: a word and a space.
  const turns = [{ steps: [{ text }] }];
  await using flint = await BenchServer.start({ scenario: { model: { id: MODEL }, burst: 2, turns } });
  using aimock = await startAimock(text, PIECE.length);
  const ports = { flint: flint.port, aimock: aimock.port };
  const kinds = (["flint", "aimock"] as const).flatMap((server) =>
    (["websocket", "http"] as const).map((transport) => ({ server, transport })),
  );
  const samples: ProtocolSample[] = [];
  for (let round = 0; round <= repetitions; round++) {
    report(round === 0 ? "protocol: warming up" : `protocol: repetition ${round} of ${repetitions}`);
    for (const { server, transport } of round % 2 === 0 ? kinds : kinds.toReversed()) {
      const times = await measureAnswers(ports[server], transport);
      if (round > 0) samples.push({ what: "protocol", round, server, transport, ...times });
    }
  }
  return samples;
}

async function measureAnswers(port: number, transport: ProtocolSample["transport"]) {
  using client = transport === "http" ? new HttpClient(port) : await Socket.open(port);
  const body: CreateBody = { model: MODEL, input: "Say it.", store: false };
  const firsts: number[] = [];
  const wholes: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const start = performance.now();
    const { first, ended } = await client.answer(body);
    firsts.push(first - start);
    wholes.push(ended - start);
  }
  return { first_text_ms: median(firsts), answer_ms: median(wholes) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
