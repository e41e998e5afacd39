import type { CustomTool, FunctionTool, NamespaceTool, Tool } from "@flint/protocol";
import { customToolAsFunction } from "./custom-tool.ts";

/** JSON Schema of a function's arguments. */
export type Parameters = Readonly<Record<string, unknown>>;

/** A tool as described to a model that calls functions. */
export interface OfferedTool {
  /** The tool's name for the model. */
  readonly name: string;
  readonly description: string;
  readonly parameters: Parameters;
  /** What its arguments are constrained to, if the output is constrained. */
  readonly held: HeldArguments;
  /** The tool's name and type for the client. */
  readonly origin: ToolOrigin;
}

export type HeldArguments =
  /** Constrained to the parameters: to everything they say if `strict`, otherwise to what is supported. */
  | { readonly type: "parameters"; readonly strict: boolean }
  | { readonly type: "text" }
  | { readonly type: "grammar"; readonly syntax: "lark" | "regex"; readonly definition: string };

export interface ToolOrigin {
  readonly type: "function" | "custom";
  readonly name: string;
  readonly namespace?: string;
}

/** The namespace that is the same as none. */
const FUNCTIONS = "functions";

const NO_PARAMETERS: Parameters = { type: "object", properties: {} };

/**
 * The tools that a model may call, without nesting. Hosted tools are left out, since neither the client nor Flint
 * runs them. If two tools would have the same name, the later one gets a number.
 */
export class ToolSet {
  readonly #byName = new Map<string, OfferedTool>();
  /** Tools by shortened names that models use: without the namespace, or with a point after it. */
  readonly #byShortName = new Map<string, OfferedTool[]>();
  /** The first tool of each origin. */
  readonly #byOrigin = new Map<string, OfferedTool>();
  /** The last number appended to each name: a request may have any number of tools with the same name. */
  readonly #numbers = new Map<string, number>();
  readonly #separator: string;

  /** `separator`: text between a namespace's name and its tool's. */
  constructor(tools: readonly Tool[], separator: string) {
    this.#separator = separator;
    for (const tool of tools) {
      if (isNamespace(tool)) for (const member of tool.tools) this.#offer(member, tool.name);
      else if (isFunction(tool) || isCustom(tool)) this.#offer(tool);
    }
  }

  get size(): number {
    return this.#byName.size;
  }

  get offered(): readonly OfferedTool[] {
    return [...this.#byName.values()];
  }

  /**
   * Returns the tool that a model's name refers to. The model may prepend `functions.`, or leave out the namespace.
   */
  find(name: string): OfferedTool | null {
    const exact = this.#byName.get(name) ?? this.#byName.get(withoutFunctions(name));
    if (exact) return exact;
    const [only, ...others] = this.#byShortName.get(name) ?? [];
    return only && others.length === 0 ? only : null;
  }

  /** Returns the name for the model of one of the client's tools, even if it is no longer offered. */
  nameOf(name: string, namespace?: string): string {
    return this.#byOrigin.get(originKey(name, namespace))?.name ?? this.#flatName(name, namespace);
  }

  #offer(tool: FunctionTool | CustomTool, namespace?: string): void {
    const name = this.#freeName(this.#flatName(tool.name, namespace));
    const offer = isCustom(tool) ? customToolAsFunction(tool) : tool;
    const offered: OfferedTool = {
      name,
      description: offer.description ?? "",
      parameters: offer.parameters ?? NO_PARAMETERS,
      held: isCustom(tool)
        ? (tool.format ?? { type: "text" })
        : { type: "parameters", strict: tool.strict === true },
      origin: {
        type: isCustom(tool) ? "custom" : "function",
        name: tool.name,
        ...(namespace !== undefined && { namespace }),
      },
    };
    this.#byName.set(name, offered);
    this.#shorten(tool.name, offered);
    if (namespace) this.#shorten(`${namespace}.${tool.name}`, offered);
    const origin = originKey(tool.name, namespace);
    if (!this.#byOrigin.has(origin)) this.#byOrigin.set(origin, offered);
  }

  #shorten(name: string, offered: OfferedTool): void {
    const others = this.#byShortName.get(name);
    if (others) others.push(offered);
    else this.#byShortName.set(name, [offered]);
  }

  #flatName(name: string, namespace?: string): string {
    const isBare = namespace === undefined || namespace === FUNCTIONS;
    return isBare ? name : `${namespace}${this.#separator}${name}`;
  }

  #freeName(name: string): string {
    let free = name;
    let number = this.#numbers.get(name) ?? 1;
    while (this.#byName.has(free)) free = `${name}_${++number}`;
    this.#numbers.set(name, number);
    return free;
  }
}

function originKey(name: string, namespace: string = FUNCTIONS): string {
  return JSON.stringify([namespace, name]);
}

export function withoutFunctions(name: string): string {
  return name.startsWith(`${FUNCTIONS}.`) ? name.slice(FUNCTIONS.length + 1) : name;
}

function isFunction(tool: Tool): tool is FunctionTool {
  return tool.type === "function";
}

function isCustom(tool: Tool): tool is CustomTool {
  return tool.type === "custom";
}

export function isNamespace(tool: Tool): tool is NamespaceTool {
  return tool.type === "namespace";
}
