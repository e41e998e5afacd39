import type { CustomTool, FunctionTool, NamespaceTool, TextFormat, Tool } from "@flint/protocol";
import { digestOf } from "./digest.ts";
import { type Finding, Findings } from "./findings.ts";
import { Grammar, PLAIN, toGbnf, withPlace } from "./grammar/index.ts";
import { schemaGrammar } from "./json-schema/index.ts";
import { larkText } from "./lark/index.ts";
import { STRUCTURE_LIMITS } from "./limits.ts";
import { OTHER_LANGUAGES, patternReading, wholeMatch } from "./pattern/index.ts";
import { type DefinitionKind, StructureError } from "./structure-error.ts";
import { Work } from "./work.ts";

/** The parts of a request that constrain the format of its output. */
export interface Definitions {
  readonly format?: TextFormat | undefined;
  readonly tools?: readonly Tool[] | null | undefined;
}

/** A definition that output cannot be constrained to. */
export interface RefusedDefinition {
  /** The request's field, such as `tools[0].parameters`. */
  readonly param: string;
  readonly error: StructureError;
}

/** Options of a check of definitions. */
export interface Checking {
  /** Work that all definitions together may take. Default: the limit for one request. */
  readonly work?: Work;
  /** Cache of earlier findings. Default: the cache of this process. */
  readonly findings?: Pick<Findings, "get" | "put">;
}

/** The findings cached in this process. */
export const knownFindings = new Findings();

/**
 * Returns the first definition of a request that cannot be translated, or at which all of them together exceed the
 * work limit; null if there is none. Checks the schema of the text format, the schemas of strict functions, and the
 * grammars of custom tools.
 */
export function refusedDefinition(
  definitions: Definitions,
  checking: Checking = {},
): RefusedDefinition | null {
  const { work = new Work(STRUCTURE_LIMITS.work), findings = knownFindings } = checking;
  return new DefinitionCheck(work, findings).refused(definitions);
}

class DefinitionCheck {
  readonly #work: Work;
  readonly #findings: Pick<Findings, "get" | "put">;

  constructor(work: Work, findings: Pick<Findings, "get" | "put">) {
    this.#work = work;
    this.#findings = findings;
  }

  refused({ format, tools }: Definitions): RefusedDefinition | null {
    if (format?.type === "json_schema") {
      const error = this.#checkSchema(format.schema, format.strict === true);
      if (error) return { param: "text.format.schema", error };
    }
    return this.#refusedTool(tools ?? [], "tools");
  }

  #refusedTool(tools: readonly Tool[], path: string): RefusedDefinition | null {
    for (const [at, tool] of tools.entries()) {
      const place = `${path}[${at}]`;
      if (isNamespace(tool)) {
        const refused = this.#refusedTool(tool.tools, `${place}.tools`);
        if (refused) return refused;
      } else if (isFunction(tool) && tool.strict === true && tool.parameters) {
        const error = this.#checkSchema(tool.parameters, true);
        if (error) return { param: `${place}.parameters`, error };
      } else if (isCustom(tool) && tool.format?.type === "grammar") {
        const error = this.#checkGrammar(tool.format.syntax, tool.format.definition);
        if (error) return { param: `${place}.format.definition`, error };
      }
    }
    return null;
  }

  #checkSchema(schema: unknown, strict: boolean): StructureError | null {
    const work = this.#work;
    const json = jsonOf(schema);
    if (json === null) {
      const most = STRUCTURE_LIMITS.depth;
      return new StructureError("json_schema", "", `schemas nested deeper than ${most} levels: use \`$ref\``);
    }
    return this.#check("json_schema", `${strict}${json}`, () => schemaGrammar(schema, { strict, work }));
  }

  #checkGrammar(syntax: "lark" | "regex", definition: string): StructureError | null {
    const [work, limits] = [this.#work, STRUCTURE_LIMITS];
    return this.#check(syntax, definition, () => {
      const grammar = new Grammar();
      const text = toolInputExpression(syntax, definition, { grammar, writing: PLAIN, limits, work });
      withPlace(syntax, "", () => toGbnf(grammar.rules, text, limits, work));
    });
  }

  #check(kind: DefinitionKind, definition: string, translate: () => unknown): StructureError | null {
    const digest = digestOf(kind + definition);
    const finding = this.#findings.get(digest);
    if (finding) {
      if (isTooMuch(finding)) return finding.error;
      return (
        structureErrorFrom(() => withPlace(kind, "", () => this.#work.spend(finding.steps))) ?? finding.error
      );
    }
    const before = this.#work.done;
    const error = structureErrorFrom(translate);
    const found: Finding = { error, steps: this.#work.done - before };
    // If other definitions used up part of the work, the result does not hold for this definition alone.
    if (!this.#work.isExceeded || isTooMuch(found)) this.#findings.put(digest, found);
    return error;
  }
}

/** Whether the definition alone exceeds the work limit of a request. */
function isTooMuch({ steps }: Finding): boolean {
  return steps > STRUCTURE_LIMITS.work;
}

/** Translates the grammar of a custom tool. Throws {@link StructureError}. */
export function toolInputExpression(
  syntax: "lark" | "regex",
  definition: string,
  options: Parameters<typeof larkText>[1],
): ReturnType<typeof larkText> {
  if (syntax === "lark") return larkText(definition, options);
  const { writing, limits, work } = options;
  const reading = patternReading(limits, (steps) => work.spend(steps));
  return withPlace("regex", "", () => wholeMatch(definition, { flags: OTHER_LANGUAGES, writing, reading }));
}

/** Returns null for a value that is nested too deeply to be written. */
function jsonOf(value: unknown): string | null {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function structureErrorFrom(translate: () => unknown): StructureError | null {
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
