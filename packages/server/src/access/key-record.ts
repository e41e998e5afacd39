import { type Static, Type } from "typebox";

/**
 * - `responses`: create, read, continue, cancel and delete one's own responses, over HTTP and WebSocket.
 * - `models`: list models.
 * - `usage`: read one's own usage.
 * - `metrics`: read `/metrics`.
 * - `admin`: all of these, and everybody's usage.
 */
export const Scope = Type.Enum(["responses", "models", "usage", "metrics", "admin"]);
export type Scope = Static<typeof Scope>;
export const scopes: readonly Scope[] = ["responses", "models", "usage", "metrics", "admin"];

const Time = Type.String({ pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$" });
const Rate = Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000_000 }));

/** What one key may do at most; where it says nothing, the server's own limits for keys hold. */
export const KeyLimits = Type.Object(
  {
    requestsPerMinute: Rate,
    /** Of prompts and answers together. */
    tokensPerMinute: Rate,
    /** Responses under way at once. */
    responses: Rate,
    /** WebSocket connections at once. */
    sockets: Rate,
  },
  { additionalProperties: false },
);
export type KeyLimits = Static<typeof KeyLimits>;

/** What is kept of a key: enough to know it again, not enough to use it. Times are in ISO 8601, UTC. */
export const KeyRecord = Type.Object(
  {
    id: Type.String({ pattern: "^[a-z0-9]{12}$" }),
    /** What a person calls it. */
    name: Type.String({ minLength: 1, maxLength: 128 }),
    /** Whose it is: keys of one user share their responses, so that a new key goes on where an old one was. */
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

/** The file of keys. */
export const KeyList = Type.Object(
  { version: Type.Literal(1), keys: Type.Array(KeyRecord, { maxItems: 10_000 }) },
  { additionalProperties: false },
);
