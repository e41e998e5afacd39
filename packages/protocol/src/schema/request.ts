import { type Static, Type } from "typebox";
import type { InputItem } from "./items.ts";
import { Nullable } from "./nullable.ts";
import { TextFormat, type Tool } from "./tools.ts";

/** The client's id of a request, which is not run twice if resent. Ids of different users never collide. */
const RequestId = Type.String({ minLength: 1, maxLength: 128 });

/** How much the model thinks before it answers. */
export const ReasoningEffort = Type.Enum(["none", "minimal", "low", "medium", "high", "xhigh", "max"]);
export type ReasoningEffort = Static<typeof ReasoningEffort>;

export const ReasoningSummary = Type.Enum(["auto", "concise", "detailed"]);

/** Flint's request options; other servers ignore them. */
export const FlintRequest = Type.Object({
  /** Stop sequences; not included in the answer. */
  stop: Type.Optional(Type.Array(Type.String())),
  /** Makes sampling (temperature above 0) reproducible. */
  seed: Type.Optional(Type.Integer()),
  /** The expected output, or `auto` for the code found in the prompt. Affects only the speed, never the answer. */
  prediction: Type.Optional(Type.String()),
  /** When a steer takes effect: at the next engine step, or after the current item, as in the API. */
  steer_boundary: Type.Optional(Type.Enum(["step", "item"])),
  /**
   * How long the response continues without a reader, in milliseconds, so that it can be resumed after a lost connection.
   * Default 0: it stops when its connection closes. The server limits it.
   */
  grace: Type.Optional(Type.Integer({ minimum: 0 })),
  /**
   * Makes a create safe to resend: while the response it started can be resumed, the same create with the same id replays
   * that response from its first event. A different create with the same id is rejected. Creates are the same if their
   * settings and input are, or if one contains the conversation that the other continues.
   */
  request_id: Type.Optional(RequestId),
});
export type FlintRequest = Static<typeof FlintRequest>;

/**
 * The scalar fields of `POST /v1/responses`. The unions `input`, `tools` and `tool_choice` are validated by `type`, so
 * that an error names one parameter; see `validate`.
 */
export const CreateFields = Type.Object({
  model: Type.Optional(Nullable(Type.String({ minLength: 1 }))),
  previous_response_id: Type.Optional(Nullable(Type.String())),
  instructions: Type.Optional(Nullable(Type.String())),
  store: Type.Optional(Nullable(Type.Boolean())),
  stream: Type.Optional(Nullable(Type.Boolean())),
  background: Type.Optional(Nullable(Type.Boolean())),
  temperature: Type.Optional(Nullable(Type.Number({ minimum: 0, maximum: 2 }))),
  top_p: Type.Optional(Nullable(Type.Number({ minimum: 0, maximum: 1 }))),
  max_output_tokens: Type.Optional(Nullable(Type.Integer({ minimum: 1 }))),
  parallel_tool_calls: Type.Optional(Nullable(Type.Boolean())),
  prompt_cache_key: Type.Optional(Nullable(Type.String())),
  safety_identifier: Type.Optional(Nullable(Type.String())),
  service_tier: Type.Optional(Nullable(Type.String())),
  truncation: Type.Optional(Nullable(Type.Enum(["auto", "disabled"]))),
  metadata: Type.Optional(Nullable(Type.Record(Type.String(), Type.String()))),
  include: Type.Optional(Nullable(Type.Array(Type.String()))),
  reasoning: Type.Optional(
    Nullable(
      Type.Object({
        effort: Type.Optional(Nullable(ReasoningEffort)),
        summary: Type.Optional(Nullable(ReasoningSummary)),
      }),
    ),
  ),
  text: Type.Optional(
    Nullable(
      Type.Object({
        format: Type.Optional(TextFormat),
        verbosity: Type.Optional(Nullable(Type.Enum(["low", "medium", "high"]))),
      }),
    ),
  ),
  flint: Type.Optional(FlintRequest),
});

export const ToolChoiceMode = Type.Enum(["none", "auto", "required"]);
export const NamedToolChoice = Type.Object({ type: Type.Enum(["function", "custom"]), name: Type.String() });

/** Whether the model may, must or must not call a tool; other kinds (`allowed_tools`, hosted tools) pass unchanged. */
export const ToolChoice = Type.Union([ToolChoiceMode, NamedToolChoice, Type.Object({ type: Type.String() })]);
export type ToolChoice = Static<typeof ToolChoice>;

export type CreateFields = Static<typeof CreateFields>;

/** A validated create request. `input` is always a list of items; unknown fields are removed. */
export type CreateRequest = CreateFields & {
  input: readonly InputItem[];
  tools?: readonly Tool[];
  tool_choice?: ToolChoice;
};

/** A create request as sent by a client. `input` may be plain text, and is optional in a continuation. */
export type CreateBody = Omit<CreateRequest, "input"> & { input?: string | readonly InputItem[] };

/** Valid values of `stream_id`. Absent for the default lane. */
export const STREAM_ID = /^[A-Za-z0-9_.-]{1,256}$/;

export interface CreateFrame extends CreateRequest {
  type: "response.create";
  stream_id?: string;
  /** `false` makes it a warm-up: the input is stored and prefilled, but nothing is generated. Default true. */
  generate?: boolean;
}

/** Flint's options of a steer. */
export const FlintSteer = Type.Object({
  /** A steer resent with the id of an accepted one is not applied twice, and is rejected if its input differs. */
  request_id: Type.Optional(RequestId),
});
export type FlintSteer = Static<typeof FlintSteer>;

export interface SteerFrame {
  type: "response.steer";
  previous_response_id: string;
  input: readonly InputItem[];
  flint?: FlintSteer;
}

export interface InterruptFrame {
  type: "response.interrupt";
  /** Or the `flint.request_id` of a queued create, which is then not run. */
  response_id: string;
  mode?: string;
}

/**
 * Replays a response's events after `starting_after` and follows it to its end, on any lane of any connection. The
 * response moves to that lane, and so do responses started by its steers.
 */
export interface ResumeFrame {
  type: "response.resume";
  /** Or the `flint.request_id` of the create that started it. */
  response_id: string;
  /** The last `sequence_number` received. Absent: all events are sent. */
  starting_after?: number;
  stream_id?: string;
}

export type ClientFrame = CreateFrame | SteerFrame | InterruptFrame | ResumeFrame;
