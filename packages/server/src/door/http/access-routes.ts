import type { Context, Hono } from "hono";
import { type Account, rateHeaders, type Scope } from "../../access/index.ts";
import { traceContextOf } from "../../trace/index.ts";
import { sessionOf, sharedWith } from "../owner.ts";
import type { OwnShared, Shared } from "../shared.ts";
import type { Placed } from "./place.ts";

const accounts = new WeakMap<Request, Account>();

/** The scope that a path takes; null for those that everybody may ask. */
function scopeOf(path: string): Scope | null {
  if (path === "/metrics") return "metrics";
  if (path === "/v1/usage") return "usage";
  if (path === "/v1/models" || path.startsWith("/v1/models/")) return "models";
  return path.startsWith("/v1/") ? "responses" : null;
}

/** Stopping something is always possible, also for those who have used up their rate. */
const UNCOUNTED = /^\/v1\/responses\/[^/]+\/cancel$|^\/metrics$/;

/** Has each request of the API looked at for whose it is, and whether they may ask now. */
export function accessRoutes(app: Hono<Placed>, { access }: Shared): void {
  app.use(async (c, next) => {
    const { path } = c.req;
    const scope = scopeOf(path);
    if (scope === null) return next();
    const account = access.identify(c.req.header("authorization"));
    accounts.set(c.req.raw, account);
    account.require(scope);
    try {
      if (!UNCOUNTED.test(path)) await account.takeRequest();
      await next();
    } finally {
      for (const [name, value] of rateHeaders(account.rates)) c.header(name, value);
    }
  });
}

/** The account of a request that {@link accessRoutes} let through. */
export function accountOf(c: Context<Placed>): Account | undefined {
  return accounts.get(c.req.raw);
}

/** The server as the one who sent the request sees it. */
export function own(shared: Shared, c: Context<Placed>): OwnShared {
  const account = accountOf(c);
  if (account === undefined) throw new Error(`${c.req.path} was not checked for its owner`);
  const trace = traceContextOf(c.req.header("traceparent"), c.req.header("tracestate"));
  return sharedWith(shared, { account, session: sessionOf(c.req.header("session-id")), trace });
}
