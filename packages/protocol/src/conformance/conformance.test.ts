import { describe, expect, test } from "vitest";
import {
  ApiError,
  errorFrame,
  events,
  type OutputItem,
  type ResponseObject,
  type ServerFrame,
  type Unnumbered,
} from "../index.ts";
import { assertConforms, assertResponseConforms, assertStreamConforms } from "./index.ts";
import { response } from "./response.fixture.ts";

const call: OutputItem = {
  type: "function_call",
  id: "fc_1",
  status: "completed",
  call_id: "call_1",
  name: "run",
  arguments: "{}",
};
const custom: OutputItem = {
  type: "custom_tool_call",
  id: "ctc_1",
  status: "completed",
  call_id: "call_2",
  name: "apply_patch",
  input: "*** Begin Patch",
};
const part = { type: "output_text" as const, text: "", annotations: [], logprobs: [] };
const thought = { type: "reasoning_text" as const, text: "" };
const error = new ApiError(400, "invalid_input", "`input`: expected text", "input");
const begun: ResponseObject = {
  ...response,
  status: "in_progress",
  completed_at: null,
  usage: null,
  output: [],
};

function numbered(list: readonly Unnumbered[]): ServerFrame[] {
  return list.map((event, at) => ({ ...event, sequence_number: at }) as ServerFrame);
}

/** Every constructor, by its name: a new one without an example fails the compiler. */
const examples: Record<keyof typeof events, Unnumbered> = {
  created: events.created(begun),
  inProgress: events.inProgress(begun),
  completed: events.completed(response),
  incomplete: events.incomplete({
    ...response,
    status: "incomplete",
    incomplete_details: { reason: "interrupted" },
  }),
  failed: events.failed({
    ...begun,
    status: "failed",
    error: { code: "server_error", message: "the engine's process ended unexpectedly" },
  }),
  outputItemAdded: events.outputItemAdded(0, call),
  outputItemDone: events.outputItemDone(1, custom),
  contentPartAdded: events.contentPartAdded("msg_1", 0, 0, part),
  contentPartDone: events.contentPartDone("rs_1", 0, 0, thought),
  outputTextDelta: events.outputTextDelta("msg_1", 0, 0, "do"),
  outputTextDone: events.outputTextDone("msg_1", 0, 0, "done"),
  refusalDelta: events.refusalDelta("msg_1", 0, 0, "no"),
  refusalDone: events.refusalDone("msg_1", 0, 0, "not this"),
  reasoningTextDelta: events.reasoningTextDelta("rs_1", 0, 0, "a"),
  reasoningTextDone: events.reasoningTextDone("rs_1", 0, 0, "a loop"),
  functionCallArgumentsDelta: events.functionCallArgumentsDelta("fc_1", 0, "{"),
  functionCallArgumentsDone: events.functionCallArgumentsDone("fc_1", 0, "run", "{}"),
  customToolCallInputDelta: events.customToolCallInputDelta("ctc_1", 0, "***"),
  customToolCallInputDone: events.customToolCallInputDone("ctc_1", 0, "*** Begin Patch"),
  keepalive: events.keepalive({ prefill: { done: 1, total: 2 } }),
  steerAccepted: events.steerAccepted("steer_1", "resp_1"),
  steerPending: events.steerPending("steer_1", "resp_1", [
    { type: "function_call_output", call_id: "call_1", name: "run" },
  ]),
  steerFailed: events.steerFailed({ previous_response_id: "resp_1", input: [] }, error),
  interruptAccepted: events.interruptAccepted("resp_1"),
  interruptFailed: events.interruptFailed("resp_1", error),
  itemInterrupted: events.itemInterrupted("resp_1", "msg_1", 0),
};

describe("every event that can be constructed conforms", () => {
  test.each(Object.entries(examples))("%s", (_, event) => {
    for (const frame of numbered([event])) {
      assertConforms(frame);
      assertConforms({ ...frame, stream_id: "edit" });
    }
  });

  test("errorFrame", () => assertConforms(errorFrame(error, "edit")));
});

describe("responses", () => {
  test("a response with every field conforms", () => assertResponseConforms(response));

  test("items, tools and formats outside the neutral schema are allowed", () => {
    assertResponseConforms({
      ...response,
      output: [custom, call],
      tools: [{ type: "web_search" }],
      tool_choice: { type: "custom", name: "apply_patch" },
      text: { format: { type: "json_schema", name: "n", schema: {} }, verbosity: "low" },
    });
  });

  test.each([
    [{ created_at: 1.5 }, /`created_at`/],
    [{ usage: { total_tokens: 1 } }, /`usage.input_tokens`/],
    [{ tools: [{ type: "function", name: "f" }] }, /tools\/0.*strict/],
    [{ reasoning: { effort: "enormous", summary: null } }, /reasoning\/effort/],
  ])("%j does not conform", (fields, message) => {
    expect(() => assertResponseConforms({ ...response, ...fields } as ResponseObject)).toThrowError(message);
  });
});

test("a frame of an unknown type does not conform", () => {
  expect(() => assertConforms({ type: "response.sang" } as unknown as ServerFrame)).toThrowError(/no event/);
});

describe("streams", () => {
  const { created, inProgress, contentPartAdded, outputTextDelta, keepalive } = examples;
  const message = response.output[1] ?? call;
  const added = events.outputItemAdded(0, message);
  const done = events.outputItemDone(0, message);
  const asserting = (list: Unnumbered[]) => () => assertStreamConforms(numbered(list));
  const completed = events.completed({ ...response, output: [message] });
  const rest = events.outputTextDelta("msg_1", 0, 0, "ne");
  const textDone = events.outputTextDone("msg_1", 0, 0, "done");
  const spoken = [created, inProgress, keepalive, added, contentPartAdded, outputTextDelta, rest, textDone];

  test("a complete stream conforms, and so do two in a row", () => {
    const whole = [...spoken, done, completed];
    const frames = numbered(whole);
    assertStreamConforms([...frames, errorFrame(error), ...frames]);
  });

  test.each([
    ["a delta before its part", [created, added, outputTextDelta], /part has not been added/],
    ["a part before its item", [created, contentPartAdded], /item has not been added/],
    ["an item that is never done", [created, added, events.failed(begun)], /neither done nor in the output/],
    ["an item of another id", [created, added, events.outputItemDone(0, call)], /must be msg_1/],
    ["an event after the end", [created, added, done, completed, inProgress], /no response is in progress/],
    ["a text other than its deltas", [...spoken.slice(0, -2), textDone], /its deltas said do/],
    ["an item that the end has lost", [created, added, done, events.completed(begun)], /not as it was done/],
    [
      "an item that the end has otherwise",
      [
        created,
        added,
        events.outputItemDone(0, { ...message, status: "incomplete" } as typeof message),
        completed,
      ],
      /not as it was done/,
    ],
    ["an item that comes with the end alone", [created, completed], /never added/],
    ["nothing at all", [], /no frames/],
    ["an event before the beginning", [inProgress], /no response is in progress/],
    ["no end", [created], /no terminal event/],
    ["a second beginning", [created, created], /has not ended/],
  ])("a stream with a fault is refused: %s", (_, list, message) => {
    expect(asserting(list)).toThrowError(message);
  });

  test("a stream whose sequence numbers do not grow is refused", () => {
    const frames = numbered([created, inProgress, added, done, completed]).map((frame) => ({
      ...frame,
      sequence_number: 0,
    }));
    expect(() => assertStreamConforms(frames)).toThrowError(/greater than 0/);
  });
});
