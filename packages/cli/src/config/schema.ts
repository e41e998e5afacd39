import { defaultLimits, limitDetails, Price, type ServerLimits } from "@flint/server";
import { type Static, type TSchema, Type } from "typebox";
import { dataFile } from "./data-folder.ts";
import { DURATION, SIZE } from "./quantity.ts";

/** What a setting's schema says beside its JSON type. */
export interface SettingNotes {
  /** What to give, for the error that says what is wrong: `expected …`. */
  readonly expected: string;
  /** Sizes and durations may be written as text, such as `32MiB` and `30s`. */
  readonly unit?: "bytes" | "milliseconds";
  /** A path, or a text that may hold one, which in a file is relative to the file's folder. */
  readonly path?: "path" | "model" | "store";
  /** Changes while the server runs, on SIGHUP. */
  readonly reloads?: boolean;
  /** The one engine that heeds it, or other servers. Without, every engine does, or the server itself. */
  readonly engine?: "llama" | "script" | "upstream";
  /** Too much for a flag. */
  readonly hasNoFlag?: boolean;
  /** Is shown to nobody, and no flag either, which a list of processes would show. */
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

/** One setting for each of the server's limits. */
function limits(): Record<string, TSchema> {
  const entries = Object.entries(limitDetails);
  return Object.fromEntries(entries.map(([name, { unit, reloads }]) => [name, ofUnit[unit]({ reloads })]));
}

/**
 * Everything that `flint serve` can be told: by flags, by `FLINT_*` variables and by `flint.config.json`. Sizes are
 * in bytes, waits in milliseconds.
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

/** What holds where nothing else is said. */
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
