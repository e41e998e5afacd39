import { type ApiError, apiError, retryHeaders } from "@flint/protocol";
import { type Context, Hono } from "hono";
import { modelList, modelObject } from "../../model/index.ts";
import type { Page } from "../../page/index.ts";
import { whyForeign, whyKeyInUrl } from "../guard.ts";
import { asApiError, type Shared } from "../shared.ts";
import { accessRoutes, accountOf, sharedForRequest } from "./access-routes.ts";
import { chatCompletions } from "./chat-completions.ts";
import { compactResponse } from "./compact-response.ts";
import { createResponse } from "./create-response.ts";
import { healthRoutes } from "./health.ts";
import { inputTokens } from "./input-tokens.ts";
import { pageRoutes } from "./page-routes.ts";
import type { RouteEnv } from "./place.ts";
import { cancel, inputItems, remove, replay, retrieve } from "./stored-responses.ts";
import { unknownPath } from "./unknown-path.ts";

/**
 * Creates the HTTP routes of the API. Every refusal, including unknown paths and methods, is a JSON error in the API's
 * shape.
 */
export function httpRoutes(shared: Shared, page: Page): Hono<RouteEnv> {
  const { models, logger, metrics } = shared;
  const app = new Hono<RouteEnv>();
  const refuse = (c: Context<RouteEnv>, error: ApiError) => {
    metrics?.countRefused(error.code, accountOf(c)?.keyId ?? null);
    return errorResponse(c, error);
  };

  app.use(async (c, next) => {
    const foreign =
      whyForeign(
        {
          host: c.req.header("host"),
          origin: c.req.header("origin"),
          site: c.req.header("sec-fetch-site"),
          mode: c.req.header("sec-fetch-mode"),
        },
        shared.hostNames,
      ) ?? whyKeyInUrl(c.req.url);
    if (foreign !== null) throw foreign;
    await next();
  });

  accessRoutes(app, shared);
  healthRoutes(app, shared);
  pageRoutes(app, page);

  app.get("/v1/models", async (c) => c.json(modelList(await models.list())));
  app.get("/v1/models/:id{.+}", async (c) => c.json(modelObject(await models.resolve(c.req.param("id")))));

  app.post("/v1/responses", (c) => createResponse(sharedForRequest(shared, c), c.req.raw, c.env.place));
  app.post("/v1/responses/input_tokens", (c) => inputTokens(sharedForRequest(shared, c), c.env.place));
  app.post("/v1/responses/compact", (c) =>
    compactResponse(sharedForRequest(shared, c), c.req.raw, c.env.place),
  );
  app.post("/v1/chat/completions", (c) =>
    chatCompletions(sharedForRequest(shared, c), c.req.raw, c.env.place),
  );
  app.get("/v1/responses", (c) => {
    if (c.req.raw.method === "HEAD") return c.body(null, 200);
    c.header("upgrade", "websocket");
    throw apiError("upgrade_required", "this path accepts POST, and GET with a WebSocket upgrade");
  });
  app.get("/v1/responses/:id", (c) => {
    const query = new URL(c.req.url).searchParams;
    const id = c.req.param("id");
    // A HEAD request needs no stream.
    const wantsEvents = query.get("stream") === "true" && c.req.raw.method !== "HEAD";
    return wantsEvents
      ? replay(sharedForRequest(shared, c), id, query)
      : retrieve(sharedForRequest(shared, c), id);
  });
  app.delete("/v1/responses/:id", (c) => remove(sharedForRequest(shared, c), c.req.param("id")));
  app.post("/v1/responses/:id/cancel", (c) => cancel(sharedForRequest(shared, c), c.req.param("id")));
  app.get("/v1/responses/:id/input_items", (c) =>
    inputItems(sharedForRequest(shared, c), c.req.param("id"), new URL(c.req.url).searchParams),
  );

  app.get("/v1/usage", (c) => {
    const { account, usage } = sharedForRequest(shared, c);
    return c.json(usage.report(account, new URL(c.req.url).searchParams));
  });

  const methodsOf: readonly (readonly [path: string, methods: string])[] = [
    ...[...page.keys()].map((path) => [path, "GET, HEAD"] as const),
    ["/healthz", "GET, HEAD"],
    ["/readyz", "GET, HEAD"],
    ["/metrics", "GET, HEAD"],
    ["/v1/models", "GET, HEAD"],
    ["/v1/models/:id{.+}", "GET, HEAD"],
    ["/v1/responses", "POST, GET, HEAD"],
    ["/v1/responses/input_tokens", "POST"],
    ["/v1/responses/compact", "POST"],
    ["/v1/chat/completions", "POST"],
    ["/v1/usage", "GET, HEAD"],
    ["/v1/responses/:id", "GET, HEAD, DELETE"],
    ["/v1/responses/:id/cancel", "POST"],
    ["/v1/responses/:id/input_items", "GET, HEAD"],
  ];
  for (const [path, methods] of methodsOf) {
    app.all(path, (c) => {
      c.header("allow", methods);
      throw apiError("method_not_allowed", `${c.req.path} accepts ${methods}, not ${c.req.method}`);
    });
  }
  app.notFound((c) => refuse(c, unknownPath(c.req.path)));
  app.onError((cause, c) => refuse(c, asApiError(cause, logger)));
  return app;
}

function errorResponse(c: Context<RouteEnv>, error: ApiError): Response {
  const headers = new Headers(c.res.headers);
  headers.set("content-type", "application/json");
  for (const [name, value] of Object.entries(retryHeaders(error))) headers.set(name, value);
  if (error.status === 401) headers.set("www-authenticate", "Bearer");
  return new Response(JSON.stringify({ error: error.body() }), { status: error.status, headers });
}
