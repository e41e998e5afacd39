import { Ajv2020 } from "ajv/dist/2020.js";
import document from "../../conformance/open-responses-2026-04-24.openapi.json" with { type: "json" };
import type { ServerFrame } from "../events/index.ts";
import type { CompactedResponse, OutputItem, ResponseObject } from "../schema/index.ts";

const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema(document, "open-responses");

/** Schema names by the `type` of the event that each describes. */
const eventSchemas = new Map<string, string>();
for (const [name, schema] of Object.entries(document.components.schemas)) {
  const type = "properties" in schema && "type" in schema.properties ? schema.properties.type : undefined;
  if (!name.endsWith("StreamingEvent") || type === undefined || !("enum" in type)) continue;
  for (const value of type.enum) eventSchemas.set(value, name);
}

/** Events of OpenAI's and Codex's that the neutral schema has not. */
const beyond: ReadonlySet<ServerFrame["type"]> = new Set([
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

/** Where a frame departs from the neutral schema; empty where it does not, or where that schema is silent. */
export function neutralFaults(frame: ServerFrame): string[] {
  if (beyond.has(frame.type)) return [];
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

/** By the schema's name: to find one takes the library longer than to apply it. */
const validators = new Map<string, NonNullable<ReturnType<typeof ajv.getSchema>>>();

function faults(schema: string, value: unknown): string[] {
  const validate = validators.get(schema) ?? ajv.getSchema(`open-responses#/components/schemas/${schema}`);
  if (validate === undefined) throw new Error(`the neutral schema has no ${schema}`);
  validators.set(schema, validate);
  if (validate(value) === true) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath || "/"} ${error.message}`);
}

/** The neutral schema knows function tools and function calls only, and describes a `json_schema` as null. */
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

/** OpenAI has two more efforts. */
function neutralEffort(effort: string | null): string | null {
  return effort === "minimal" || effort === "max" ? null : effort;
}

function isNeutral(item: OutputItem): boolean {
  return item.type !== "custom_tool_call";
}
