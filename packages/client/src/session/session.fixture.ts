import { onTestFinished } from "vitest";
import { ResponsesServer } from "../connection/responses-server.fixture.ts";
import { nodePlatform } from "../node/index.ts";
import { openSession, type Session, type SessionLimits, type SessionOptions } from "./index.ts";

/** Timeouts short enough for tests that wait for them. */
const LIMITS: SessionLimits = { backoff: [5, 20], connectTimeout: 2_000, acknowledgementTimeout: 5_000 };

/** Starts a server that is closed at the end of the test. */
export async function listen(port?: number): Promise<ResponsesServer> {
  const server = await ResponsesServer.listen(port);
  onTestFinished(() => server.close());
  return server;
}

/** Opens a session without warm-up, closed at the end of the test. */
export async function connect(
  server: ResponsesServer | string,
  { limits, ...options }: Partial<SessionOptions> = {},
): Promise<Session> {
  const url = typeof server === "string" ? server : server.url;
  const session = await openSession(
    { url, warmUp: false, ...options, limits: { ...LIMITS, ...limits } },
    nodePlatform,
  );
  onTestFinished(() => session.close());
  return session;
}

/** Collects all events of a turn. */
export async function eventsOf<Event>(turn: AsyncIterable<Event>): Promise<Event[]> {
  const events: Event[] = [];
  for await (const event of turn) events.push(event);
  return events;
}

/** Collects the turn's events up to the first of this type. */
export async function until<Event extends { type: string }>(
  turn: AsyncIterable<Event>,
  type: Event["type"],
): Promise<Event> {
  for await (const event of turn) if (event.type === type) return event;
  throw new Error(`the turn ended without ${type}`);
}

/** Resolves when the connection has this status. */
export function stateOf(session: Session, status: Session["connection"]["status"]): Promise<void> {
  return new Promise((resolve) => {
    const stop = session.onConnectionChange((state) => {
      if (state.status !== status) return;
      stop();
      resolve();
    });
  });
}
