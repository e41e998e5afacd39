/** Where a client receives an error. */
export type ErrorPlace =
  /** An HTTP body with the status, or a WebSocket `error` frame. */
  | "request"
  /** A rejected upgrade: an HTTP body with the status. */
  | "upgrade"
  /** `response.steer.failed` */
  | "steer"
  /** `response.interrupt.failed` */
  | "interrupt";

export interface ErrorEntry {
  readonly status: number;
  readonly places: readonly ErrorPlace[];
  readonly when: string;
  readonly remedy: string;
}

const table = {
  invalid_json: {
    status: 400,
    places: ["request"],
    when: "The body or frame is not JSON.",
    remedy: "Send one JSON object, in UTF-8.",
  },
  missing_required_parameter: {
    status: 400,
    places: ["request"],
    when: "A required field is missing.",
    remedy: "Send the field that `param` names.",
  },
  invalid_type: {
    status: 400,
    places: ["request"],
    when: "A field has the wrong JSON type.",
    remedy: "The message says what was expected.",
  },
  invalid_value: {
    status: 400,
    places: ["request"],
    when: "A value is out of range, not among those allowed, or nested too deep.",
    remedy: "The message says what was expected.",
  },
  array_above_max_length: {
    status: 400,
    places: ["request"],
    when: "A list has more entries than the limit.",
    remedy: "Send fewer, or continue with `previous_response_id`.",
  },
  unsupported_parameter: {
    status: 400,
    places: ["request"],
    when: "A parameter asks for something this server does not do, and ignoring it would change the answer.",
    remedy: "The message names an alternative.",
  },
  unsupported_content: {
    status: 400,
    places: ["request"],
    when: "The input has an image or a file, and the model reads only text.",
    remedy: "Send its text.",
  },
  invalid_json_schema: {
    status: 400,
    places: ["request"],
    when: "A JSON Schema for the answer or for a strict tool's arguments is invalid, has a keyword that cannot be enforced, or is too large.",
    remedy: "The message names the keyword and its place. Leave it out, or set `strict` to false.",
  },
  invalid_grammar: {
    status: 400,
    places: ["request"],
    when: "A custom tool's grammar has an error, has something that cannot be enforced, or is too large.",
    remedy: "The message names the line and what is wrong there.",
  },
  tool_not_found: {
    status: 400,
    places: ["request"],
    when: "`tool_choice` names a tool that is missing from `tools` or has another type there, or asks for a call although there are no tools that the model can call.",
    remedy: "Declare the tool, name it with its own type, or choose `auto`.",
  },
  tool_call_not_found: {
    status: 400,
    places: ["request"],
    when: "A tool's output has the `call_id` of no earlier call.",
    remedy: "Continue the response that made the call, or send the call before its output.",
  },
  tool_output_not_found: {
    status: 400,
    places: ["request"],
    when: "The input has the output of one of the previous answer's calls, and not of another.",
    remedy: "Send the outputs of all its calls in one request, or of none.",
  },
  item_not_found: {
    status: 400,
    places: ["request"],
    when: "An `item_reference` names an item that is neither in the conversation nor in a stored response.",
    remedy: "Send the item itself.",
  },
  invalid_compaction: {
    status: 400,
    places: ["request"],
    when: "The `encrypted_content` of a `compaction` item does not decrypt: another server or key made it, or it was changed.",
    remedy: "Send the conversation itself.",
  },
  previous_response_not_found: {
    status: 400,
    places: ["request"],
    when: "The response to continue is no longer kept, is still running, or ended in a way that cannot be continued.",
    remedy:
      "If it is running, wait until it ends. Otherwise send the whole conversation as `input`, without `previous_response_id`.",
  },
  request_id_reused: {
    status: 400,
    places: ["request", "steer"],
    when: "A `flint.request_id` was used before, for a request or steer with other content.",
    remedy: "Send the first one again unchanged, or give this one an id of its own.",
  },
  context_length_exceeded: {
    status: 400,
    places: ["request"],
    when: "The prompt and the answer do not fit into the model's context.",
    remedy: "Send less, compact the conversation, or use a model with a longer context.",
  },
  invalid_prompt: {
    status: 400,
    places: ["request"],
    when: "The model cannot handle this kind of prompt.",
    remedy: "The message says what the model needs.",
  },
  response_cancelled: {
    status: 400,
    places: ["request"],
    when: "A chat completion was cancelled, interrupted or steered before its end. This also ends a stream.",
    remedy: "Send the request again if you still want the answer.",
  },
  events_dropped: {
    status: 400,
    places: ["request"],
    when: "A replay asks for events that are no longer in the response's log.",
    remedy: "Retrieve the response itself, without its events.",
  },
  unknown_frame_type: {
    status: 400,
    places: ["request"],
    when: "A WebSocket frame has a `type` that the server does not know.",
    remedy: "Use one of those that the message lists.",
  },
  binary_frame: {
    status: 400,
    places: ["request"],
    when: "A binary WebSocket frame arrived.",
    remedy: "Send text frames.",
  },
  invalid_stream_id: {
    status: 400,
    places: ["request"],
    when: "A lane's name is empty, too long, or has characters other than A-Z a-z 0-9 _ . -",
    remedy: "Use another name, or leave `stream_id` out for the default lane.",
  },
  websocket_stream_limit_reached: {
    status: 400,
    places: ["request"],
    when: "The connection has used as many lane names as it may.",
    remedy: "Use one of them again, or open another connection.",
  },
  websocket_connection_limit_reached: {
    status: 400,
    places: ["request"],
    when: "The connection has reached its age limit.",
    remedy: "Open another connection.",
  },
  bad_request: {
    status: 400,
    places: ["request"],
    when: "The request is not valid HTTP/1.1.",
    remedy: "Check its headers, including `host`.",
  },
  key_in_address: {
    status: 400,
    places: ["request", "upgrade"],
    when: "The address has a key in its query.",
    remedy:
      "Send keys as `authorization: Bearer …`, and replace this one, which is now in logs and histories.",
  },
  missing_api_key: {
    status: 401,
    places: ["request", "upgrade"],
    when: "The server requires a key, and this request has none.",
    remedy: "Send it as `authorization: Bearer …`.",
  },
  invalid_api_key: {
    status: 401,
    places: ["request", "upgrade"],
    when: "The server does not know this key.",
    remedy: "Check it, or ask for a new one, made by `flint keys create`.",
  },
  expired_api_key: {
    status: 401,
    places: ["request", "upgrade"],
    when: "The key has expired. An open WebSocket gets this at its next frame and is closed with 1008.",
    remedy: "Ask for a new one for the same user, which can use the same responses.",
  },
  revoked_api_key: {
    status: 401,
    places: ["request", "upgrade"],
    when: "The key was revoked. Whatever it had running is stopped, and its WebSockets are closed with 1008.",
    remedy: "Ask for a new one.",
  },
  insufficient_scope: {
    status: 403,
    places: ["request", "upgrade"],
    when: "The key's scopes do not allow this.",
    remedy: "Use a key with the scope that the message names.",
  },
  host_not_allowed: {
    status: 403,
    places: ["request", "upgrade"],
    when: "The request was sent to a host name that the server does not answer to.",
    remedy: "Use 127.0.0.1 or localhost, or start the server with `--hosts` and the name.",
  },
  origin_not_allowed: {
    status: 403,
    places: ["request", "upgrade"],
    when: "A web page of another origin sent the request.",
    remedy: "Send it from the server's own pages, or from a program.",
  },
  model_not_found: {
    status: 404,
    places: ["request"],
    when: "The server has no such model.",
    remedy: "Use one of those that the message lists.",
  },
  response_not_found: {
    status: 404,
    places: ["request", "steer", "interrupt"],
    when: "The server (for steers and interrupts: the connection) has no such response.",
    remedy:
      "Only responses with `store: true` are kept, for a limited time and up to a limited number; their events for minutes.",
  },
  not_found: {
    status: 404,
    places: ["request", "upgrade"],
    when: "There is no such path.",
    remedy: "The message lists the paths that exist.",
  },
  method_not_allowed: {
    status: 405,
    places: ["request"],
    when: "The path does not accept this method.",
    remedy: "The header `allow` lists those that it accepts.",
  },
  request_timeout: {
    status: 408,
    places: ["request"],
    when: "The request did not arrive in time.",
    remedy: "Send it again.",
  },
  body_too_large: {
    status: 413,
    places: ["request"],
    when: "The body is over the size limit. A frame over its limit closes the socket with 1009.",
    remedy: "Send less, or continue with `previous_response_id`.",
  },
  upgrade_required: {
    status: 426,
    places: ["request"],
    when: "`GET /v1/responses` came without an upgrade.",
    remedy: "Use POST, or a WebSocket.",
  },
  websocket_disabled: {
    status: 426,
    places: ["upgrade"],
    when: "The server does not accept WebSockets.",
    remedy: "Use POST.",
  },
  rate_limit_exceeded: {
    status: 429,
    places: ["request", "upgrade"],
    when: "A limit is reached: of responses at once, of creates waiting on a lane, of the bytes of all requests, or of the engine; or one of the key's: requests or tokens per minute, responses or connections at once.",
    remedy:
      "Try again after the time in `retry-after`, or when a response has ended. `x-ratelimit-remaining-…` say what is left of a key's rates.",
  },
  headers_too_large: {
    status: 431,
    places: ["request"],
    when: "The request's headers are too large.",
    remedy: "Send fewer or shorter ones.",
  },
  server_error: {
    status: 500,
    places: ["request", "interrupt"],
    when: "The server or the engine failed.",
    remedy: "Try again; the server's log says why.",
  },
  sse_message_too_long: {
    status: 502,
    places: [],
    when: "Raised by the client: a streamed message is longer than its limit.",
    remedy: "Raise `maxMessageLength`.",
  },
  server_shutting_down: {
    status: 503,
    places: ["request", "upgrade"],
    when: "The server is stopping and accepts no new requests.",
    remedy: "Connect again in a moment.",
  },
  store_unavailable: {
    status: 503,
    places: ["request", "interrupt"],
    when: "The store that the server shares with others does not answer, is full, or is read-only.",
    remedy: "Try again in a moment; the server's log names the cause.",
  },
  not_ready: {
    status: 503,
    places: ["request"],
    when: "`/readyz` was asked, and the engine accepts no work: it is pausing after crashes, is closed, has no model, or cannot reach the server behind it.",
    remedy: "The message names the cause; `flint doctor` says more.",
  },
  too_many_connections: {
    status: 503,
    places: ["request", "upgrade"],
    when: "The limit of WebSocket or of HTTP connections is reached.",
    remedy: "Close one, or use several lanes on one connection.",
  },
  invalid_input: {
    status: 400,
    places: ["steer"],
    when: "A steer has unknown fields, a role other than `user`, or no input.",
    remedy: "Send `type`, `previous_response_id` and one or more user messages.",
  },
  response_already_completed: {
    status: 400,
    places: ["steer"],
    when: "The response has completed.",
    remedy: "Continue it with `response.create`.",
  },
  response_not_active: {
    status: 400,
    places: ["steer", "interrupt"],
    when: "The response is over or being stopped.",
    remedy: "Continue it with `response.create`.",
  },
  too_many_pending_steers: {
    status: 400,
    places: ["steer"],
    when: "The response has as many waiting steers as it may, or the sender's requests have as many bytes as they may.",
    remedy: "Send it again once the next response is created.",
  },
  steering_not_supported: {
    status: 400,
    places: ["steer"],
    when: "The response compacts a conversation, or runs on another server of the group.",
    remedy: "Send the input with `response.create` once it has ended.",
  },
  successor_creation_failed: {
    status: 400,
    places: ["steer"],
    when: "An accepted steer could not start a response. Its `input` is returned.",
    remedy: "Send the input with `response.create`.",
  },
  interrupt_not_supported: {
    status: 400,
    places: ["interrupt"],
    when: "The interrupt has an unknown `mode`.",
    remedy: "Use `discard_partial_items`.",
  },
} as const satisfies Record<string, ErrorEntry>;

/** The stable code of an error. */
export type ErrorCode = keyof typeof table;

/** Every error that a server sends to its clients. */
export const errorTable: Readonly<Record<ErrorCode, ErrorEntry>> = table;
