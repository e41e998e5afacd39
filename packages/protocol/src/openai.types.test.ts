/**
 * Agreement with the `openai` package's types, checked by the compiler. A table lists every field that differs,
 * and must equal what the compiler finds: a new difference fails the check, and so does one that has gone.
 */
import type * as OpenAI from "openai/resources/responses/responses";
import { expectTypeOf, test } from "vitest";
import type * as Flint from "./index.ts";

type RequiredKeys<T> = { [K in keyof T]-?: undefined extends T[K] ? never : K }[keyof T];

/** The fields for which a value of type `Ours` would not do as one of type `Theirs`. */
type Differing<Ours, Theirs> =
  | Exclude<RequiredKeys<Theirs>, keyof Ours>
  | { [K in keyof Ours & keyof Theirs]: Ours[K] extends Theirs[K] ? never : K }[keyof Ours & keyof Theirs];

type OfType<E, T> = E extends { type: infer U }
  ? T extends U
    ? Omit<E, "type"> & { type: T }
    : never
  : never;
type ItemOfType<T> = Extract<Flint.OutputItem, { type: T }>;

test("a response matches openai's Response except in the listed fields", () => {
  expectTypeOf<Differing<Flint.ResponseObject, OpenAI.Response>>().toEqualTypeOf<
    // Made by the SDK itself from `output`.
    | "output_text"
    // Of the hosted service.
    | "access_programs"
    // See the tests of items, usage and tools below.
    | "output"
    | "usage"
    | "tools"
    | "tool_choice"
    // An open string here, since engines name their own tiers.
    | "service_tier"
    // `context_length_exceeded` and `model_not_found`, which Codex knows; and the reasons `interrupted` and `cancelled`.
    | "error"
    | "incomplete_details"
  >();
});

test("error codes and incomplete reasons beyond openai's are listed", () => {
  type OpenAIReason = NonNullable<OpenAI.Response.IncompleteDetails["reason"]>;
  expectTypeOf<Exclude<Flint.IncompleteReason, OpenAIReason>>().toEqualTypeOf<"interrupted" | "cancelled">();
  expectTypeOf<Exclude<Flint.ResponseErrorCode, OpenAI.ResponseError["code"]>>().toEqualTypeOf<
    "context_length_exceeded" | "model_not_found"
  >();
});

test("usage matches openai's type", () => {
  expectTypeOf<Differing<Flint.Usage, OpenAI.ResponseUsage>>().toBeNever();
});

test("output items match openai's types except in the listed fields", () => {
  expectTypeOf<Differing<ItemOfType<"function_call">, OpenAI.ResponseFunctionToolCall>>().toBeNever();
  expectTypeOf<Differing<ItemOfType<"custom_tool_call">, OpenAI.ResponseCustomToolCall>>().toBeNever();
  // Null is what Codex sends back; a response puts out none.
  expectTypeOf<Differing<ItemOfType<"reasoning">, OpenAI.ResponseReasoningItem>>().toEqualTypeOf<
    "status" | "content"
  >();
  expectTypeOf<Differing<Flint.OutputMessage, OpenAI.ResponseOutputMessage>>().toEqualTypeOf<"content">();
  // Always empty where Flint makes them, so they have no shape of their own.
  expectTypeOf<Differing<Flint.OutputText, OpenAI.ResponseOutputText>>().toEqualTypeOf<
    "annotations" | "logprobs"
  >();
  expectTypeOf<Differing<Flint.Refusal, OpenAI.ResponseOutputRefusal>>().toBeNever();
});

test("tools and text formats match openai's types, with more optional fields", () => {
  expectTypeOf<OpenAI.FunctionTool>().toExtend<Flint.FunctionTool>();
  expectTypeOf<OpenAI.CustomTool>().toExtend<Flint.CustomTool>();
  // Its functions' `parameters` are unknown there, an object here.
  expectTypeOf<Differing<OpenAI.NamespaceTool, Flint.NamespaceTool>>().toEqualTypeOf<"tools">();
  expectTypeOf<OpenAI.Tool>().toExtend<Flint.Tool>();
  expectTypeOf<Differing<Flint.FunctionTool, OpenAI.FunctionTool>>().toEqualTypeOf<"parameters" | "strict">();
  expectTypeOf<Differing<Flint.CustomTool, OpenAI.CustomTool>>().toBeNever();
  expectTypeOf<OpenAI.ResponseFormatTextConfig>().toExtend<Flint.TextFormat>();
  expectTypeOf<Flint.TextFormat>().toExtend<OpenAI.ResponseFormatTextConfig>();
});

type SharedEvent = Flint.ResponseEvent["type"] & OpenAI.ResponsesServerEvent["type"];
type DifferingEvents = {
  [T in SharedEvent]: Differing<OfType<Flint.ResponseEvent, T>, OfType<OpenAI.ResponsesServerEvent, T>>;
};

test("events match openai's types except in the listed fields", () => {
  expectTypeOf<DifferingEvents>().toEqualTypeOf<{
    "response.created": "response";
    "response.in_progress": "response";
    "response.completed": "response";
    "response.incomplete": "response";
    "response.failed": "response";
    "response.output_item.added": "item";
    "response.output_item.done": "item";
    "response.content_part.added": "part";
    "response.content_part.done": "part";
    "response.output_text.delta": "logprobs";
    "response.output_text.done": "logprobs";
    "response.refusal.delta": never;
    "response.refusal.done": never;
    "response.reasoning_text.delta": never;
    "response.reasoning_text.done": never;
    "response.function_call_arguments.delta": never;
    "response.function_call_arguments.done": never;
    "response.custom_tool_call_input.delta": never;
    "response.custom_tool_call_input.done": never;
    "response.steer.accepted": never;
    "response.steer.pending": never;
    // `input` is given back unchecked, and `error.type` and `error.code` are those of every other error.
    "response.steer.failed": "steer" | "error";
  }>();
});

test("events that openai's types lack are listed", () => {
  expectTypeOf<Exclude<Flint.ResponseEvent["type"], SharedEvent>>().toEqualTypeOf<
    | "keepalive"
    | "response.interrupt.accepted"
    | "response.interrupt.failed"
    | "response.output_item.interrupted"
  >();
});

test("the error frame matches openai's type", () => {
  expectTypeOf<Flint.ErrorFrame>().toExtend<OpenAI.ResponsesServerEvent.ResponseWsError>();
});

type OpenAICreateFrame = Extract<OpenAI.ResponsesClientEvent, { type: "response.create" }>;
type RefusedItem = OpenAI.ResponseInputItem extends infer I ? (I extends Flint.InputItem ? never : I) : never;

test("every create that openai's types allow is accepted, apart from its input items", () => {
  expectTypeOf<Differing<OpenAI.ResponseCreateParams, Flint.CreateBody>>().toEqualTypeOf<"input">();
  expectTypeOf<Differing<OpenAICreateFrame, Flint.CreateFrame>>().toEqualTypeOf<"input">();
  expectTypeOf<Extract<OpenAI.ResponseCreateParams["input"], string>>().toExtend<Flint.CreateBody["input"]>();
});

test("every input item that openai's types allow is accepted, except the listed ones", () => {
  expectTypeOf<RefusedItem>().toEqualTypeOf<
    // Accepted by the parser, which puts in the type that is left out.
    | OpenAI.ResponseInputItem.ItemReference
    // Without the call's id the output belongs to no call.
    | OpenAI.ResponseInputItem.FunctionCallOutput
  >();
  expectTypeOf<
    Differing<OpenAI.ResponseInputItem.FunctionCallOutput, Flint.FunctionCallOutput>
  >().toEqualTypeOf<"call_id">();
});
