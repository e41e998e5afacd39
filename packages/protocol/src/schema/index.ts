export {
  CustomToolCall,
  CustomToolCallOutput,
  FunctionCall,
  FunctionCallOutput,
  InputFile,
  InputImage,
  type InputItem,
  InputMessage,
  InputText,
  ItemStatus,
  MessageContent,
  MessagePhase,
  OpaqueItem,
  OutputItem,
  OutputMessage,
  OutputText,
  Reasoning,
  Refusal,
} from "./items.ts";
export type { ModelObject } from "./model.ts";
export {
  type ClientFrame,
  type CreateBody,
  type CreateFrame,
  type CreateRequest,
  FlintRequest,
  type InterruptFrame,
  STREAM_ID,
  type SteerFrame,
  ToolChoice,
} from "./request.ts";
export {
  IncompleteReason,
  ResponseError,
  ResponseErrorCode,
  ResponseObject,
  ResponseStatus,
  Timings,
  Usage,
} from "./response.ts";
export {
  CustomTool,
  FunctionTool,
  HostedTool,
  NamespaceTool,
  TextFormat,
  Tool,
} from "./tools.ts";
