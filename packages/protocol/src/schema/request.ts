import { type Static, Type } from "typebox";
import type { InputItem } from "./items.ts";
import { Nullable } from "./nullable.ts";
import { TextFormat, type Tool } from "./tools.ts";

/** A client's own id of a request: one that is sent again under it is not run again. Nobody else's can clash with it. */
const RequestId = Type.String({ minLength: 1, maxLength: 128 });

/** How much the model is to think before it answers. */
export const ReasoningEffort = Type.Enum(["none", "minimal", "low", "medium", "high", "xhigh", "max"]);
export type ReasoningEffort = Static<typeof ReasoningEffort>;

export const ReasoningSummary = Type.Enum(["auto", "concise", "detailed"]);

/** Flint's own request options; every other server ignores the key. */
export const FlintRequest = Type.Object({
  /** Texts at which the answer ends; they are not part of it. */
  stop: Type.Optional(Type.Array(Type.String())),
  /** Makes an answer with a temperature above 0 repeatable. */
  seed: Type.Optional(Type.Integer()),
  /** Text that the output is likely to follow, or `auto`: the code found in the prompt. Speeds up, never changes. */
  prediction: Type.Optional(Type.String()),
  /** Where a steer takes effect: at the next engine step, or after the current item as the API has it. */
  steer_boundary: Type.Optional(Type.Enum(["step", "item"])),
  /**
   * Milliseconds that the response goes on without anybody reading it, so that it can be resumed after a lost
   * connection. Default 0: it stops when its connection closes. Servers have a maximum.
   */
  grace: Type.Optional(Type.Integer({ minimum: 0 })),
  /**
   * As long as the response that it began can be resumed, the same create with the same id is answered with that
   * response, from its first event. So a client that does not know whether its create has arrived can send it again.
   * Another create is refused: the same is one that has the same settings and input, or tells the conversation that the
   * first one named.
   */
  request_id: Type.Optional(RequestId),
});
export type FlintRequest = Static<typeof FlintRequest>;

/**
 * The scalar fields of `POST /v1/responses`. `input`, `tools` and `tool_choice` are unions that are validated
 * by their `type`, so that an error names one parameter; see `validate`.
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

/** Whether the model may, must or must not call a tool; other kinds (`allowed_tools`, hosted ones) pass whole. */
export const ToolChoice = Type.Union([ToolChoiceMode, NamedToolChoice, Type.Object({ type: Type.String() })]);
export type ToolChoice = Static<typeof ToolChoice>;

export type CreateFields = Static<typeof CreateFields>;

/** A validated create request: `input` is always a list of items. Unknown fields were dropped. */
export type CreateRequest = CreateFields & {
  input: readonly InputItem[];
  tools?: readonly Tool[];
  tool_choice?: ToolChoice;
};

/** What a client sends: `input` may be plain text, and may be left out of a continuation. */
export type CreateBody = Omit<CreateRequest, "input"> & { input?: string | readonly InputItem[] };

/** `stream_id`: 1–256 of `[A-Za-z0-9_.-]`; left out for the default lane. */
export const STREAM_ID = /^[A-Za-z0-9_.-]{1,256}$/;

export interface CreateFrame extends CreateRequest {
  type: "response.create";
  stream_id?: string;
  /** `false` makes it a warm-up: the input is stored and prefilled, nothing is generated. Default true. */
  generate?: boolean;
}

/** Flint's own options of a steer. */
export const FlintSteer = Type.Object({
  /** A steer with an id that the response has accepted before is not taken again, and refused if it says something else. */
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
  /** Or the `flint.request_id` of the create that is to begin it, which is not run then. */
  response_id: string;
  mode?: string;
}

/**
 * Replays a response's events after `starting_after`, and follows it to its end, on any lane of any connection. The
 * response is then held there: the responses that its steers begin go out on that lane.
 */
export interface ResumeFrame {
  type: "response.resume";
  /** Or the `flint.request_id` of the create that began it. */
  response_id: string;
  /** The last `sequence_number` that arrived. Left out: all events. */
  starting_after?: number;
  stream_id?: string;
}

export type ClientFrame = CreateFrame | SteerFrame | InterruptFrame | ResumeFrame;
