import { Ajv2020 } from "ajv/dist/2020.js";
import document from "../../conformance/open-responses-2026-04-24.openapi.json" with { type: "json" };
import type { ServerFrame } from "../events/index.ts";
import type { CompactedResponse, OutputItem, ResponseObject } from "../schema/index.ts";

const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema(document, "open-responses");

/** Schema names by event `type`. */
const eventSchemas = new Map<string, string>();
for (const [name, schema] of Object.entries(document.components.schemas)) {
  const type = "properties" in schema && "type" in schema.properties ? schema.properties.type : undefined;
  if (!name.endsWith("StreamingEvent") || type === undefined || !("enum" in type)) continue;
  for (const value of type.enum) eventSchemas.set(value, name);
}

/** Events of OpenAI and Codex that the neutral schema lacks. */
const additionalEvents: ReadonlySet<ServerFrame["type"]> = new Set([
  "keepalive",
  "response.custom_tool_call_input.delta",
  "response.custom_tool_call_input.done",
  "response.interrupt.accepted",
  "response.interrupt.failed",
  "response.output_item.interrupted",
  "response.reasoning_text.delta",
  "response.reasoning_text.done",
  "response.steer.accepted",
  "response.steer.failed",
  "response.steer.pending",
] satisfies ServerFrame["type"][]);

/** Returns a frame's violations of the neutral schema; empty if there are none or the schema lacks the event. */
export function neutralFaults(frame: ServerFrame): string[] {
  if (additionalEvents.has(frame.type)) return [];
  if (frame.type === "error") return faults("WebSocketErrorEvent", frame);
  const schema = eventSchemas.get(frame.type);
  if (schema === undefined) return [`${frame.type} is neither in the neutral schema nor listed as beyond it`];
  if ("response" in frame) return faults(schema, { ...frame, response: neutralPart(frame.response) });
  return "item" in frame && !isNeutral(frame.item) ? [] : faults(schema, frame);
}

export function neutralResponseFaults(response: ResponseObject): string[] {
  return faults("ResponseResource", neutralPart(response));
}

export function neutralCompactionFaults(compacted: CompactedResponse): string[] {
  return faults("CompactResource", compacted);
}

/** Cached by schema name: looking one up in the library takes longer than applying it. */
const validators = new Map<string, NonNullable<ReturnType<typeof ajv.getSchema>>>();

function faults(schema: string, value: unknown): string[] {
  const validate = validators.get(schema) ?? ajv.getSchema(`open-responses#/components/schemas/${schema}`);
  if (validate === undefined) throw new Error(`the neutral schema has no ${schema}`);
  validators.set(schema, validate);
  if (validate(value) === true) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath || "/"} ${error.message}`);
}

/** Removes what the neutral schema lacks: it only has function tools and calls, and defines `json_schema` as null. */
function neutralPart(response: ResponseObject): unknown {
  const { output, tools, tool_choice, text, reasoning } = response;
  const isNeutralChoice = typeof tool_choice === "string" || tool_choice.type === "function";
  return {
    ...response,
    output: output.filter(isNeutral),
    tools: tools.filter((tool) => tool.type === "function"),
    tool_choice: isNeutralChoice ? tool_choice : "auto",
    reasoning: reasoning && { ...reasoning, effort: neutralEffort(reasoning.effort) },
    text: text.format.type === "json_schema" ? { ...text, format: { type: "text" } } : text,
  };
}

/** Maps OpenAI's two additional efforts to null. */
function neutralEffort(effort: string | null): string | null {
  return effort === "minimal" || effort === "max" ? null : effort;
}

function isNeutral(item: OutputItem): boolean {
  return item.type !== "custom_tool_call";
}
