import type { TObject, TSchema } from "typebox";
import * as schemas from "../events/index.ts";
import { type CompactedResponse, ResponseObject } from "../schema/index.ts";
import { check } from "../validate/index.ts";
import { neutralCompactionFaults, neutralFaults, neutralResponseFaults } from "./neutral.ts";

type EventSchema = TObject<{ type: TSchema }>;

const schemaList: readonly EventSchema[] = [
  schemas.ArgumentsDeltaEvent,
  schemas.ArgumentsDoneEvent,
  schemas.ContentPartEvent,
  schemas.CustomInputDeltaEvent,
  schemas.CustomInputDoneEvent,
  schemas.ErrorFrame,
  schemas.InterruptAcceptedEvent,
  schemas.InterruptFailedEvent,
  schemas.ItemInterruptedEvent,
  schemas.KeepaliveEvent,
  schemas.LifecycleEvent,
  schemas.OutputItemEvent,
  schemas.OutputTextDeltaEvent,
  schemas.OutputTextDoneEvent,
  schemas.ReasoningTextDeltaEvent,
  schemas.ReasoningTextDoneEvent,
  schemas.RefusalDeltaEvent,
  schemas.RefusalDoneEvent,
  schemas.SteerAcceptedEvent,
  schemas.SteerFailedEvent,
  schemas.SteerPendingEvent,
];

const eventSchemas = new Map(schemaList.flatMap((schema) => typesOf(schema).map((type) => [type, schema])));

/** Throws with a list of all faults if the frame violates this package's schemas or the neutral schema. */
export function assertConforms(frame: schemas.ServerFrame): void {
  const type = frame.type;
  const schema = eventSchemas.get(type);
  if (schema === undefined) throw new Error(`no event has the type ${JSON.stringify(type)}`);
  throwFaults(type, schemaFaults(schema, frame), neutralFaults(frame));
}

/** {@link assertConforms} for a response returned over HTTP. */
export function assertResponseConforms(response: ResponseObject): void {
  throwFaults("response", schemaFaults(ResponseObject, response), neutralResponseFaults(response));
}

/** {@link assertConforms} for the result of `POST /v1/responses/compact`. */
export function assertCompactionConforms(compacted: CompactedResponse): void {
  throwFaults("response.compaction", neutralCompactionFaults(compacted));
}

/** Returns the possible values of the events' `type`. */
function typesOf({ properties: { type } }: EventSchema): readonly unknown[] {
  if ("const" in type) return [type.const];
  return "enum" in type ? (type.enum as unknown[]) : [];
}

function schemaFaults(schema: TObject, value: unknown): string[] {
  const error = check(schema, value, "");
  return error ? [error.message] : [];
}

function throwFaults(name: string, ...faults: string[][]): void {
  const all = faults.flat();
  if (all.length > 0) throw new Error(`${name} does not conform:\n  ${all.join("\n  ")}`);
}
