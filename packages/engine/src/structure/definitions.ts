import type { CustomTool, FunctionTool, NamespaceTool, TextFormat, Tool } from "@flint/protocol";
import { Grammar, located, PLAIN, toGbnf } from "./grammar/index.ts";
import { schemaGrammar } from "./json-schema/index.ts";
import { larkText } from "./lark/index.ts";
import { STRUCTURE_LIMITS } from "./limits.ts";
import { ELSEWHERE, wholeMatch } from "./pattern/index.ts";
import { StructureError } from "./structure-error.ts";

/** What a request asks its answer to be held to. */
export interface Definitions {
  readonly format?: TextFormat | undefined;
  readonly tools?: readonly Tool[] | null | undefined;
}

/** A definition that answers cannot be held to. */
export interface RefusedDefinition {
  /** The request's field, as `tools[0].parameters`. */
  readonly param: string;
  readonly error: StructureError;
}

/**
 * The first definition of a request that cannot be translated: the schema of its text format, those of strict functions,
 * and the grammars of custom tools. Null where there is none.
 */
export function refusedDefinition({ format, tools }: Definitions): RefusedDefinition | null {
  if (format?.type === "json_schema") {
    const error = schemaFault(format.schema, format.strict === true);
    if (error) return { param: "text.format.schema", error };
  }
  return refusedTool(tools ?? [], "tools");
}

function refusedTool(tools: readonly Tool[], path: string): RefusedDefinition | null {
  for (const [at, tool] of tools.entries()) {
    const place = `${path}[${at}]`;
    if (isNamespace(tool)) {
      const refused = refusedTool(tool.tools, `${place}.tools`);
      if (refused) return refused;
    } else if (isFunction(tool) && tool.strict === true && tool.parameters) {
      const error = schemaFault(tool.parameters, true);
      if (error) return { param: `${place}.parameters`, error };
    } else if (isCustom(tool) && tool.format?.type === "grammar") {
      const error = grammarFault(tool.format.syntax, tool.format.definition);
      if (error) return { param: `${place}.format.definition`, error };
    }
  }
  return null;
}

function schemaFault(schema: unknown, strict: boolean): StructureError | null {
  return remembered(`${strict}${JSON.stringify(schema)}`, () => schemaGrammar(schema, { strict }));
}

function grammarFault(syntax: "lark" | "regex", definition: string): StructureError | null {
  return remembered(syntax + definition, () => {
    const grammar = new Grammar();
    const text = definedText(syntax, definition, { grammar, writing: PLAIN, limits: STRUCTURE_LIMITS });
    located(syntax, "", () => toGbnf(grammar.rules, text));
  });
}

/** The texts of a custom tool's grammar. Throws {@link StructureError}. */
export function definedText(
  syntax: "lark" | "regex",
  definition: string,
  options: Parameters<typeof larkText>[1],
): ReturnType<typeof larkText> {
  if (syntax === "lark") return larkText(definition, options);
  return located("regex", "", () => wholeMatch(definition, { ...options, flags: ELSEWHERE }));
}

/** Clients send the same definitions with every request. */
const KEPT = 64;
const findings = new Map<string, StructureError | null>();

function remembered(definition: string, translate: () => unknown): StructureError | null {
  const known = findings.get(definition);
  if (known !== undefined) return known;
  let finding: StructureError | null = null;
  try {
    translate();
  } catch (error) {
    if (!(error instanceof StructureError)) throw error;
    finding = error;
  }
  findings.set(definition, finding);
  if (findings.size > KEPT) findings.delete(findings.keys().next().value ?? "");
  return finding;
}

function isNamespace(tool: Tool): tool is NamespaceTool {
  return tool.type === "namespace";
}

function isFunction(tool: Tool): tool is FunctionTool {
  return tool.type === "function";
}

function isCustom(tool: Tool): tool is CustomTool {
  return tool.type === "custom";
}
