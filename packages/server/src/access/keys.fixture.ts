import { makeKey } from "./api-key.ts";
import type { KeyRecord } from "./key-record.ts";

export interface SampleKey {
  readonly text: string;
  readonly record: KeyRecord;
}

/** Creates a key, with defaults for the fields that the test does not give. */
export function recordOf(fields: Partial<KeyRecord>): SampleKey {
  const { id, text, digest } = makeKey();
  const record: KeyRecord = {
    id,
    digest,
    name: "sample",
    user: `user_${id}`,
    scopes: ["responses", "models", "usage"],
    created: "2026-01-01T00:00:00Z",
    expires: null,
    revoked: null,
    limits: {},
    ...fields,
  };
  return { text, record };
}
