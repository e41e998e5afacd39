import type { Context, Hono } from "hono";
import { type Account, rateHeaders, type Scope } from "../../access/index.ts";
import { traceContextOf } from "../../trace/index.ts";
import { sessionOf, sharedForAccount } from "../owner.ts";
import type { OwnShared, Shared } from "../shared.ts";
import type { RouteEnv } from "./place.ts";

const accounts = new WeakMap<Request, Account>();

/** Returns the scope that a path requires; null if the path is public. */
function scopeOf(path: string): Scope | null {
  if (path === "/metrics") return "metrics";
  if (path === "/v1/usage") return "usage";
  if (path === "/v1/models" || path.startsWith("/v1/models/")) return "models";
  return path.startsWith("/v1/") ? "responses" : null;
}

/** Requests that do not count against the rate: cancelling must work even after the limit is reached. */
const UNCOUNTED = /^\/v1\/responses\/[^/]+\/cancel$|^\/metrics$/;

/** Adds middleware that identifies the account of each API request and checks its scope and rate. */
export function accessRoutes(app: Hono<RouteEnv>, { access }: Shared): void {
  app.use(async (c, next) => {
    const { path } = c.req;
    const scope = scopeOf(path);
    if (scope === null) return next();
    const account = access.identify(c.req.header("authorization"));
    accounts.set(c.req.raw, account);
    account.requireScope(scope);
    try {
      if (!UNCOUNTED.test(path)) await account.takeRequest();
      await next();
    } finally {
      for (const [name, value] of rateHeaders(account.rates)) c.header(name, value);
    }
  });
}

/** Returns the account of a request that {@link accessRoutes} accepted. */
export function accountOf(c: Context<RouteEnv>): Account | undefined {
  return accounts.get(c.req.raw);
}

/** Returns the server's state as seen by the request's account. */
export function sharedForRequest(shared: Shared, c: Context<RouteEnv>): OwnShared {
  const account = accountOf(c);
  if (account === undefined) throw new Error(`${c.req.path} was not checked for its owner`);
  const trace = traceContextOf(c.req.header("traceparent"), c.req.header("tracestate"));
  return sharedForAccount(shared, { account, session: sessionOf(c.req.header("session-id")), trace });
}
