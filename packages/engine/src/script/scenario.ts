import { type Static, Type } from "typebox";
import type { EngineErrorCode } from "../contract/index.ts";

const ERROR_CODES = [
  "model_not_found",
  "model_unreadable",
  "out_of_memory",
  "context_length_exceeded",
  "prompt_unsupported",
  "answer_invalid",
  "engine_busy",
  "engine_crashed",
  "engine_closed",
  "aborted",
  "rate_limited",
  "upstream_failed",
] as const satisfies readonly EngineErrorCode[];

// Errors quote the descriptions as what was expected.
const strict = { additionalProperties: false };
const object = { ...strict, description: "an object" };
const Text = Type.String({ description: "a string" });
const Name = Type.String({ minLength: 1, description: "a string that is not empty" });
const Flag = Type.Boolean({ description: "true or false" });
const Count = Type.Integer({ minimum: 1, description: "a whole number of at least 1" });
const Rate = Type.Union([Type.Number({ exclusiveMinimum: 0 }), Type.Null()], {
  description: "a number above 0, or null for no limit",
});

/** Step types by the field that identifies them. Each step with output creates an output item. */
export const stepSchemas = {
  text: Type.Object({ text: Text }, object),
  /** The text repeated `repeat` times, as one message. */
  repeat: Type.Object({ repeat: Count, text: Text }, object),
  reasoning: Type.Object({ reasoning: Text }, object),
  /** Declines the request. */
  refusal: Type.Object({ refusal: Text }, object),
  function_call: Type.Object(
    {
      function_call: Type.Object(
        {
          name: Name,
          /** A string is sent unchanged, even if it is not valid JSON; an object is serialized. */
          arguments: Type.Union([Type.String(), Type.Record(Type.String(), Type.Unknown())], {
            description: "a string or an object",
          }),
          namespace: Type.Optional(Name),
          /** Default: derived from the indexes of answer and step, and thus unique in the conversation. */
          call_id: Type.Optional(Name),
        },
        object,
      ),
    },
    object,
  ),
  custom_tool_call: Type.Object(
    { custom_tool_call: Type.Object({ name: Name, input: Text, call_id: Type.Optional(Name) }, object) },
    object,
  ),
  /** Ends the answer with this error. */
  error: Type.Object(
    {
      error: Type.Object(
        {
          code: Type.Enum([...ERROR_CODES], { description: `one of ${ERROR_CODES.join(", ")}` }),
          message: Name,
        },
        object,
      ),
    },
    object,
  ),
  /** Waits, in milliseconds. */
  pause_ms: Type.Object(
    { pause_ms: Type.Number({ minimum: 0, description: "a number of milliseconds of at least 0" }) },
    object,
  ),
} as const;

const LAST_KINDS = ["message", "function_call_output", "custom_tool_call_output"] as const;

export const TurnFields = Type.Object(
  {
    when: Type.Optional(
      Type.Object(
        {
          /** Type of the conversation's last item; `message` means one not written by the model. */
          last: Type.Optional(Type.Enum([...LAST_KINDS], { description: `one of ${LAST_KINDS.join(", ")}` })),
          /** Text that the last item contains. */
          contains: Type.Optional(Name),
        },
        object,
      ),
    ),
    confidence: Type.Optional(Type.Number({ minimum: 0, maximum: 1, description: "a number from 0 to 1" })),
    steps: Type.Array(Type.Unknown(), { minItems: 1, description: "a list of at least one step" }),
  },
  object,
);

export const ScenarioFields = Type.Object(
  {
    model: Type.Optional(
      Type.Object(
        {
          /** Default `script`. */
          id: Type.Optional(Name),
          /** Tokens; default 131,072. */
          contextLength: Type.Optional(Count),
          /** Default: all. */
          capabilities: Type.Optional(
            Type.Object({ tools: Type.Optional(Flag), reasoning: Type.Optional(Flag) }, object),
          ),
        },
        object,
      ),
    ),
    /** Output tokens per second; null (the default) for as fast as they are read. */
    tokens_per_second: Type.Optional(Rate),
    /** Tokens per engine step. Default 1. */
    burst: Type.Optional(Count),
    /** Prompt tokens per second; null (the default) for instantly. */
    prefill_tokens_per_second: Type.Optional(Rate),
    turns: Type.Array(Type.Unknown(), { minItems: 1, description: "a list of at least one turn" }),
  },
  object,
);

type StepSchemas = typeof stepSchemas;

/** A step of an answer. */
export type ScenarioStep = { [Kind in keyof StepSchemas]: Static<StepSchemas[Kind]> }[keyof StepSchemas];

/** When a turn may be chosen. Both conditions refer to the conversation's last item. */
export type TurnCondition = NonNullable<Static<typeof TurnFields>["when"]>;

/** An answer, and when it is given. */
export interface ScenarioTurn {
  readonly when?: TurnCondition;
  /** The confidence that the model reports for the answer. */
  readonly confidence?: number;
  readonly steps: readonly ScenarioStep[];
}

/** What a scripted model answers, when and how fast. The file format is described in `docs/scenarios.md`. */
export interface Scenario extends Omit<Static<typeof ScenarioFields>, "turns"> {
  /**
   * The answers. The choice depends only on the conversation, so it is the same after a restart, on another thread, and
   * on both sides of a fork:
   * 1. Turns whose `when` holds are candidates; a turn without `when` always is.
   * 2. The most specific ones remain: `contains` counts more than `last`, and both together more than either.
   * 3. Of these, the first not yet given in this conversation is given; if all have been, the last one again.
   */
  readonly turns: readonly ScenarioTurn[];
}
