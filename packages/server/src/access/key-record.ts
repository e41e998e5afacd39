import { type Static, Type } from "typebox";

/**
 * - `responses`: create, read, continue, cancel and delete one's own responses, over HTTP and WebSocket.
 * - `models`: list models.
 * - `usage`: read one's own usage.
 * - `metrics`: read `/metrics`.
 * - `admin`: all of these, and the usage of all users.
 */
export const Scope = Type.Enum(["responses", "models", "usage", "metrics", "admin"]);
export type Scope = Static<typeof Scope>;
export const scopes: readonly Scope[] = ["responses", "models", "usage", "metrics", "admin"];

const Time = Type.String({ pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$" });
const Rate = Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000_000 }));

/** Limits of one key. The server's limits for keys apply to those left out. */
export const KeyLimits = Type.Object(
  {
    requestsPerMinute: Rate,
    /** Prompt and output tokens together. */
    tokensPerMinute: Rate,
    /** Responses running at once. */
    responses: Rate,
    /** WebSocket connections open at once. */
    sockets: Rate,
  },
  { additionalProperties: false },
);
export type KeyLimits = Static<typeof KeyLimits>;

/** The stored record of a key, with which it can be recognized but not used. Times are in ISO 8601, UTC. */
export const KeyRecord = Type.Object(
  {
    id: Type.String({ pattern: "^[a-z0-9]{12}$" }),
    /** Name for display. */
    name: Type.String({ minLength: 1, maxLength: 128 }),
    /** The key's user. All keys of a user share their responses: a new key can continue those of an old one. */
    user: Type.String({ pattern: "^[A-Za-z0-9_.@-]{1,128}$" }),
    /** SHA-256 of the key's text, in base64url. */
    digest: Type.String({ pattern: "^[A-Za-z0-9_-]{43}$" }),
    scopes: Type.Array(Scope, { minItems: 1 }),
    created: Time,
    expires: Type.Union([Time, Type.Null()]),
    revoked: Type.Union([Time, Type.Null()]),
    limits: KeyLimits,
  },
  { additionalProperties: false },
);
export type KeyRecord = Static<typeof KeyRecord>;

/** Content of the key file. */
export const KeyList = Type.Object(
  { version: Type.Literal(1), keys: Type.Array(KeyRecord, { maxItems: 10_000 }) },
  { additionalProperties: false },
);
