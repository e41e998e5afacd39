import type { CustomTool, FunctionTool, NamespaceTool, TextFormat, Tool } from "@flint/protocol";
import { digestOf } from "./digest.ts";
import { Grammar, located, PLAIN, toGbnf } from "./grammar/index.ts";
import { schemaGrammar } from "./json-schema/index.ts";
import { larkText } from "./lark/index.ts";
import { STRUCTURE_LIMITS } from "./limits.ts";
import { ELSEWHERE, patternReading, wholeMatch } from "./pattern/index.ts";
import { type DefinitionKind, StructureError } from "./structure-error.ts";
import { Work } from "./work.ts";

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
 * and the grammars of custom tools; or with which they are too much, all of them together. Null where there is none.
 */
export function refusedDefinition(
  { format, tools }: Definitions,
  work = new Work(STRUCTURE_LIMITS.work),
): RefusedDefinition | null {
  if (format?.type === "json_schema") {
    const error = schemaFault(format.schema, format.strict === true, work);
    if (error) return { param: "text.format.schema", error };
  }
  return refusedTool(tools ?? [], "tools", work);
}

function refusedTool(tools: readonly Tool[], path: string, work: Work): RefusedDefinition | null {
  for (const [at, tool] of tools.entries()) {
    const place = `${path}[${at}]`;
    if (isNamespace(tool)) {
      const refused = refusedTool(tool.tools, `${place}.tools`, work);
      if (refused) return refused;
    } else if (isFunction(tool) && tool.strict === true && tool.parameters) {
      const error = schemaFault(tool.parameters, true, work);
      if (error) return { param: `${place}.parameters`, error };
    } else if (isCustom(tool) && tool.format?.type === "grammar") {
      const error = grammarFault(tool.format.syntax, tool.format.definition, work);
      if (error) return { param: `${place}.format.definition`, error };
    }
  }
  return null;
}

function schemaFault(schema: unknown, strict: boolean, work: Work): StructureError | null {
  return remembered("json_schema", `${strict}${JSON.stringify(schema)}`, work, () =>
    schemaGrammar(schema, { strict, work }),
  );
}

function grammarFault(syntax: "lark" | "regex", definition: string, work: Work): StructureError | null {
  return remembered(syntax, definition, work, () => {
    const grammar = new Grammar();
    const text = definedText(syntax, definition, {
      grammar,
      writing: PLAIN,
      limits: STRUCTURE_LIMITS,
      work,
    });
    located(syntax, "", () => toGbnf(grammar.rules, text, STRUCTURE_LIMITS, work));
  });
}

/** The texts of a custom tool's grammar. Throws {@link StructureError}. */
export function definedText(
  syntax: "lark" | "regex",
  definition: string,
  options: Parameters<typeof larkText>[1],
): ReturnType<typeof larkText> {
  if (syntax === "lark") return larkText(definition, options);
  const { writing, limits, work } = options;
  const reading = patternReading(limits, (steps) => work.spend(steps));
  return located("regex", "", () => wholeMatch(definition, { flags: ELSEWHERE, writing, reading }));
}

interface Finding {
  readonly error: StructureError | null;
  /** What it took: it counts again with every request, so that the same request is always answered the same. */
  readonly steps: number;
}

/** Clients send the same definitions with every request. By their digest. */
const KEPT = 64;
const findings = new Map<string, Finding>();

function remembered(
  kind: DefinitionKind,
  definition: string,
  work: Work,
  translate: () => unknown,
): StructureError | null {
  const key = digestOf(kind + definition);
  const known = findings.get(key);
  const before = work.done;
  const error = errorOf(() => (known ? located(kind, "", () => work.spend(known.steps)) : translate()));
  if (known || work.isOver) return error ?? known?.error ?? null;
  findings.set(key, { error, steps: work.done - before });
  if (findings.size > KEPT) findings.delete(findings.keys().next().value ?? "");
  return error;
}

function errorOf(translate: () => unknown): StructureError | null {
  try {
    translate();
    return null;
  } catch (error) {
    if (error instanceof StructureError) return error;
    throw error;
  }
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
