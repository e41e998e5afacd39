import { type ApiError, apiError } from "../error/index.ts";
import {
  type ClientFrame,
  type CreateFrame,
  type InputItem,
  type InterruptFrame,
  type ResumeFrame,
  STREAM_ID,
} from "../schema/index.ts";
import { whyNotOneOf } from "./check.ts";
import { parseCreateRequest, whyTooDeep } from "./create.ts";
import { isObject, type JsonObject, refuse, refuseType } from "./json.ts";
import { type RequestLimits, withDefaults } from "./limits.ts";
import { parseSteer } from "./steer.ts";

/** A rejected frame, and how to answer it. */
export interface RefusedFrame {
  ok: false;
  error: ApiError;
  /** The lane that the frame named, if valid; the error frame echoes it. */
  streamId?: string;
  /** Set for a steer that names its target. The answer is then `events.steerFailed(steer, error)`, not an error frame. */
  steer?: { previous_response_id: string; input: readonly InputItem[] };
}

export type ParsedFrame = { ok: true; frame: ClientFrame } | RefusedFrame;

const frameTypes = ["response.create", "response.steer", "response.interrupt", "response.resume"];

/**
 * Parses a client's WebSocket text frame. Errors have the codes of {@link parseCreateRequest}, or `invalid_json`,
 * `unknown_frame_type` or `invalid_stream_id`; a rejected steer has `invalid_input`. Never throws.
 */
export function parseClientFrame(text: string, limits: RequestLimits = {}): ParsedFrame {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { ok: false, error: apiError("invalid_json", `the frame is not JSON: ${reason}`) };
  }
  if (!isObject(body)) return { ok: false, error: refuseType("", "a JSON object", body) };
  switch (body.type) {
    case "response.create":
      return parseCreate(body, limits);
    case "response.steer":
      return parseSteer(body, limits);
    case "response.interrupt":
      return parseInterrupt(body, withDefaults(limits).maxDepth);
    case "response.resume":
      return parseResume(body);
    default:
      return { ok: false, error: whyNotFrame(body.type), ...laneOf(body) };
  }
}

function parseCreate(body: JsonObject, limits: RequestLimits): ParsedFrame {
  const { stream_id, generate } = body;
  const noLane = whyNotLane(stream_id);
  if (noLane) return { ok: false, error: noLane };
  const lane = laneOf(body);
  if (generate !== undefined && generate !== null && typeof generate !== "boolean") {
    return { ok: false, error: refuseType("generate", "true or false", generate), ...lane };
  }
  const request = parseCreateRequest(body, limits);
  if (!request.ok) return { ...request, ...lane };
  const frame: CreateFrame = { ...request.value, type: "response.create" };
  if (isStreamId(stream_id)) frame.stream_id = stream_id;
  if (typeof generate === "boolean") frame.generate = generate;
  return { ok: true, frame };
}

function parseInterrupt(body: JsonObject, maxDepth: number): ParsedFrame {
  const { response_id, mode } = body;
  const lane = laneOf(body);
  const tooDeep = whyTooDeep(body, maxDepth);
  if (tooDeep) return { ok: false, error: tooDeep, ...lane };
  if (typeof response_id !== "string") {
    return { ok: false, error: refuseType("response_id", "a response's id", response_id), ...lane };
  }
  if (mode !== undefined && typeof mode !== "string") {
    return { ok: false, error: refuseType("mode", "a string", mode), ...lane };
  }
  const frame: InterruptFrame = { type: "response.interrupt", response_id };
  return { ok: true, frame: mode === undefined ? frame : { ...frame, mode } };
}

function parseResume(body: JsonObject): ParsedFrame {
  const { response_id, starting_after, stream_id } = body;
  const noLane = whyNotLane(stream_id);
  if (noLane) return { ok: false, error: noLane };
  const lane = laneOf(body);
  if (typeof response_id !== "string") {
    return { ok: false, error: refuseType("response_id", "a response's id", response_id), ...lane };
  }
  const isNumber = typeof starting_after === "number" && Number.isSafeInteger(starting_after);
  if (starting_after !== undefined && !(isNumber && starting_after >= -1)) {
    return {
      ok: false,
      error: refuseType("starting_after", "an event's sequence_number", starting_after),
      ...lane,
    };
  }
  const frame: ResumeFrame = { type: "response.resume", response_id };
  if (isNumber) frame.starting_after = starting_after;
  if (isStreamId(stream_id)) frame.stream_id = stream_id;
  return { ok: true, frame };
}

function whyNotLane(value: unknown): ApiError | null {
  if (value === undefined || isStreamId(value)) return null;
  return refuse("invalid_stream_id", "stream_id", "1 to 256 of the characters A-Z a-z 0-9 _ . -", value);
}

function whyNotFrame(type: unknown): ApiError {
  const error = whyNotOneOf(frameTypes, type, "type");
  return typeof type === "string" ? apiError("unknown_frame_type", error.message, "type") : error;
}

function isStreamId(value: unknown): value is string {
  return typeof value === "string" && STREAM_ID.test(value);
}

function laneOf({ stream_id }: JsonObject): { streamId?: string } {
  return isStreamId(stream_id) ? { streamId: stream_id } : {};
}
