import { Type } from "typebox";
import { type ApiError, apiError } from "../error/index.ts";
import {
  FlintSteer,
  InputFile,
  InputImage,
  type InputItem,
  InputText,
  type SteerFrame,
} from "../schema/index.ts";
import { check } from "./check.ts";
import { whyTooDeep } from "./create.ts";
import { tooMany, userMessage } from "./input.ts";
import { fieldOf, type JsonObject, refuse, refuseType } from "./json.ts";
import { type RequestLimits, withDefaults } from "./limits.ts";

/** A steer may only contain user messages. */
const SteerMessage = Type.Object({
  type: Type.Optional(Type.Literal("message")),
  role: Type.Literal("user"),
  content: Type.Union([Type.String(), Type.Array(Type.Union([InputText, InputImage, InputFile]))]),
});

const frameFields = ["type", "previous_response_id", "input", "flint"];
const messageFields = Object.keys(SteerMessage.properties);

type ParsedSteer =
  | { ok: true; frame: SteerFrame }
  | { ok: false; error: ApiError; steer?: { previous_response_id: string; input: readonly InputItem[] } };

/**
 * Parses `response.steer`. A rejection returns the input, so that the client can send it in another way, unless it is
 * nested too deeply to encode safely.
 */
export function parseSteer(body: JsonObject, limits: RequestLimits): ParsedSteer {
  const { previous_response_id, input } = body;
  const { maxDepth, maxInputItems } = withDefaults(limits);
  if (typeof previous_response_id !== "string") {
    const error = refuseType("previous_response_id", "the id of the response to steer", previous_response_id);
    return { ok: false, error };
  }
  const tooDeep = whyTooDeep(body, maxDepth);
  const items = typeof input === "string" ? [userMessage(input)] : input;
  const { flint } = body;
  const error =
    tooDeep ??
    whyUnknownField(body, frameFields, "") ??
    whyNotSteerInput(input, maxInputItems) ??
    (flint === undefined ? null : check(FlintSteer, flint, "flint"));
  if (error === null) {
    const frame: SteerFrame = { type: "response.steer", previous_response_id, input: items as InputItem[] };
    return { ok: true, frame: flint === undefined ? frame : { ...frame, flint: flint as FlintSteer } };
  }
  const returned = Array.isArray(items) && tooDeep === null ? (items as InputItem[]) : [];
  return {
    ok: false,
    error: apiError("invalid_input", error.message, error.param),
    steer: { previous_response_id, input: returned },
  };
}

function whyNotSteerInput(input: unknown, maxItems: number): ApiError | null {
  if (typeof input === "string" && input !== "") return null;
  if (!Array.isArray(input) || input.length === 0) {
    return refuseType("input", "the user's text, or a list of one or more user messages", input);
  }
  if (input.length > maxItems) return tooMany("input", "items", maxItems, input.length);
  for (const [at, message] of input.entries()) {
    const path = `input[${at}]`;
    const error =
      check(SteerMessage, message, path) ?? whyUnknownField(message as JsonObject, messageFields, path);
    if (error) return error;
  }
  return null;
}

function whyUnknownField(value: JsonObject, fields: readonly string[], path: string): ApiError | null {
  const other = Object.keys(value).find((key) => !fields.includes(key));
  if (other === undefined) return null;
  return refuse("invalid_input", fieldOf(path, other), `no field but ${fields.join(", ")}`, value[other]);
}
