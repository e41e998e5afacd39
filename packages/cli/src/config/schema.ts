import { defaultLimits, limitDetails, Price, type ServerLimits } from "@flint/server";
import { type Static, type TSchema, Type } from "typebox";
import { dataFile } from "./data-folder.ts";
import { DURATION, SIZE } from "./quantity.ts";

/** Annotations of a setting's schema. */
export interface SettingNotes {
  /** Completes the error message `expected …`. */
  readonly expected: string;
  /** Sizes and durations may be written as text, such as `32MiB` and `30s`. */
  readonly unit?: "bytes" | "milliseconds";
  /** A path, or text that may contain one; in a file it is relative to the file's folder. */
  readonly path?: "path" | "model" | "store";
  /** Whether SIGHUP applies a change while the server runs. */
  readonly reloads?: boolean;
  /** The only engine that uses this setting. Absent if the server or every engine does. */
  readonly engine?: "llama" | "script" | "upstream";
  /** Too complex for a flag. */
  readonly hasNoFlag?: boolean;
  /** Never shown, and not available as a flag, which process lists would reveal. */
  readonly isSecret?: boolean;
}

function text(notes: SettingNotes) {
  return Type.String({ minLength: 1, ...notes });
}

function count(minimum: number, notes: Partial<SettingNotes> = {}) {
  return Type.Integer({ minimum, expected: `a whole number of at least ${minimum}`, ...notes });
}

function size(notes: Partial<SettingNotes> = {}) {
  const schema = Type.Union([Type.Integer({ minimum: 0 }), Type.String({ pattern: SIZE })], {
    expected: "a size such as 32MiB, or a number of bytes",
    unit: "bytes",
    ...notes,
  });
  return Type.Unsafe<number>(schema);
}

function duration(notes: Partial<SettingNotes> = {}) {
  const schema = Type.Union([Type.Integer({ minimum: 0 }), Type.String({ pattern: DURATION })], {
    expected: "a duration such as 30s or 500ms, or a number of milliseconds",
    unit: "milliseconds",
    ...notes,
  });
  return Type.Unsafe<number>(schema);
}

const ofUnit = {
  bytes: size,
  milliseconds: duration,
  count: (notes: Partial<SettingNotes>): TSchema => count(0, notes),
};

/** Returns a setting for each of the server's limits. */
function limits(): Record<string, TSchema> {
  const entries = Object.entries(limitDetails);
  return Object.fromEntries(entries.map(([name, { unit, reloads }]) => [name, ofUnit[unit]({ reloads })]));
}

/**
 * The settings of `flint serve`, given by flags, `FLINT_*` variables and `flint.config.json`. Sizes are in bytes,
 * durations in milliseconds.
 */
export const ServeConfig = Type.Object(
  {
    host: text({ expected: "an address of this machine, such as 127.0.0.1 or 0.0.0.0" }),
    hosts: Type.Optional(
      Type.Array(Type.String({ pattern: "^[A-Za-z0-9.-]+$" }), {
        expected: "host names without ports, such as flint.example.com",
      }),
    ),
    port: Type.Integer({
      minimum: 0,
      maximum: 65_535,
      expected: "a port from 0 to 65535; 0 picks a free one",
    }),
    engine: text({ expected: "llama, script, or a server such as vllm=http://gpu:8000/v1" }),
    scenario: Type.Optional(
      text({ expected: "the path of a scenario file", path: "path", engine: "script" }),
    ),
    model: Type.Optional(
      text({ expected: "a model of flint models, or the path of a GGUF file", path: "model" }),
    ),
    memory: Type.Optional(size({ engine: "llama" })),
    context: Type.Optional(count(1, { engine: "llama" })),
    gpuLayers: Type.Optional(count(0, { engine: "llama" })),
    maxModels: Type.Optional(count(1, { engine: "llama" })),
    kvSpill: Type.Optional(text({ expected: "the path of a folder", path: "path", engine: "llama" })),
    kvSpillSize: Type.Optional(size({ engine: "llama" })),
    upstreamFirstByte: Type.Optional(duration({ engine: "upstream" })),
    upstreamSilence: Type.Optional(duration({ engine: "upstream" })),
    store: text({ expected: "memory, disk, disk:PATH or valkey://HOST:PORT", path: "store" }),
    secret: Type.Optional(text({ expected: "a text of at least 16 characters", isSecret: true })),
    keys: text({ expected: "the path of a file of keys", path: "path" }),
    audit: text({ expected: "the path of a file", path: "path" }),
    prices: Type.Record(Type.String({ minLength: 1 }), Price, {
      expected:
        'prices in USD for a million tokens, as in {"nano": {"input": 0.1, "cachedInput": 0.01, "output": 0.4}}',
      reloads: true,
      hasNoFlag: true,
    }),
    usage: text({ expected: "the path of a file", path: "path" }),
    logLevel: Type.Enum(["silent", "error", "warn", "info", "debug"], {
      expected: "silent, error, warn, info or debug",
      reloads: true,
    }),
    limits: Type.Unsafe<ServerLimits>(Type.Object(limits())),
  },
  { additionalProperties: false },
);
export type ServeConfig = Static<typeof ServeConfig>;

/** Returns the default settings. */
export function defaultConfig(env: NodeJS.ProcessEnv): ServeConfig {
  return {
    host: "127.0.0.1",
    port: 8787,
    engine: "llama",
    store: "memory",
    keys: dataFile("keys.json", env),
    audit: dataFile("audit.jsonl", env),
    prices: {},
    usage: dataFile("usage.json", env),
    logLevel: "warn",
    limits: defaultLimits,
  };
}
