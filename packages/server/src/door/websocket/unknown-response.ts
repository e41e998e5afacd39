import { type ApiError, apiError, events, type ServerFrame, type SteerFrame } from "@flint/protocol";

/** Returns the reply to a steer of a response that the connection does not have. */
export function refusedSteer(
  { previous_response_id: id, input, flint }: SteerFrame,
  runsElsewhere: boolean,
): ServerFrame {
  const elsewhere = `response \`${id}\` runs on another server: interrupt it, or send the input once it has ended`;
  const error = runsElsewhere ? apiError("steering_not_supported", elsewhere) : unknownResponse(id);
  const refusal = events.steerFailed({ previous_response_id: id, input }, error, flint?.request_id);
  return { ...refusal, sequence_number: 0 };
}

/** Returns the same for an interrupt. */
export function refusedInterrupt(id: string, error: ApiError = unknownResponse(id)): ServerFrame {
  return { ...events.interruptFailed(id, error), sequence_number: 0 };
}

function unknownResponse(id: string) {
  return apiError("response_not_found", `there is no response \`${id}\` on this connection`);
}
