import { type Static, type TSchema, Type } from "typebox";
import { Nullable } from "./nullable.ts";

export const FunctionTool = Type.Object({
  type: Type.Literal("function"),
  name: Type.String({ minLength: 1 }),
  description: Type.Optional(Nullable(Type.String())),
  /** JSON Schema of the arguments. */
  parameters: Type.Optional(Nullable(Type.Record(Type.String(), Type.Unknown()))),
  strict: Type.Optional(Nullable(Type.Boolean())),
});
export type FunctionTool = Static<typeof FunctionTool>;

export const CustomTool = Type.Object({
  type: Type.Literal("custom"),
  name: Type.String({ minLength: 1 }),
  description: Type.Optional(Type.String()),
  format: Type.Optional(
    Type.Union([
      Type.Object({ type: Type.Literal("text") }),
      Type.Object({
        type: Type.Literal("grammar"),
        syntax: Type.Enum(["lark", "regex"]),
        definition: Type.String(),
      }),
    ]),
  ),
});
export type CustomTool = Static<typeof CustomTool>;

export const NamespaceTool = Type.Object({
  type: Type.Literal("namespace"),
  name: Type.String({ minLength: 1 }),
  description: Type.Optional(Type.String()),
  tools: Type.Array(Type.Union([FunctionTool, CustomTool])),
});
export type NamespaceTool = Static<typeof NamespaceTool>;

/** A tool run by another party (web_search, tool_search, …): accepted and echoed, but never called. */
export const HostedTool = Type.Object({ type: Type.String() });
export type HostedTool = Static<typeof HostedTool>;

export const Tool = Type.Union([FunctionTool, CustomTool, NamespaceTool, HostedTool]);
export type Tool = Static<typeof Tool>;

/** Schemas of the tool types that Flint knows; any other `type` is a {@link HostedTool}. */
export const toolSchemas = new Map<string, TSchema>([
  ["function", FunctionTool],
  ["custom", CustomTool],
  ["namespace", NamespaceTool],
]);

export const TextFormat = Type.Union([
  Type.Object({ type: Type.Literal("text") }),
  Type.Object({ type: Type.Literal("json_object") }),
  Type.Object({
    type: Type.Literal("json_schema"),
    name: Type.String(),
    schema: Type.Record(Type.String(), Type.Unknown()),
    description: Type.Optional(Type.String()),
    strict: Type.Optional(Nullable(Type.Boolean())),
  }),
]);
export type TextFormat = Static<typeof TextFormat>;
