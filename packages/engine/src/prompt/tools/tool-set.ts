import type { CustomTool, FunctionTool, NamespaceTool, Tool } from "@flint/protocol";
import { functionOfCustom } from "./custom-tool.ts";

/** JSON Schema of a function's arguments. */
export type Parameters = Readonly<Record<string, unknown>>;

/** A tool as a model that calls functions is told of it. */
export interface OfferedTool {
  /** What the model calls it. */
  readonly name: string;
  readonly description: string;
  readonly parameters: Parameters;
  /** What its arguments are held to, where an answer is held to anything. */
  readonly held: HeldArguments;
  /** What the client calls it. */
  readonly origin: ToolOrigin;
}

export type HeldArguments =
  /** To the parameters: to all that they say where that is `strict`, else to what can be. */
  | { readonly type: "parameters"; readonly strict: boolean }
  | { readonly type: "text" }
  | { readonly type: "grammar"; readonly syntax: "lark" | "regex"; readonly definition: string };

export interface ToolOrigin {
  readonly type: "function" | "custom";
  readonly name: string;
  readonly namespace?: string;
}

/** The namespace that stands for none. */
const FUNCTIONS = "functions";

const NO_PARAMETERS: Parameters = { type: "object", properties: {} };

/**
 * The tools that a model may call, flat. Hosted tools are left out: the client does not run them, and nobody else
 * would. Where two tools would have one name, the later one gets a number.
 */
export class ToolSet {
  readonly #byName = new Map<string, OfferedTool>();
  /** By what models make of a name: without its namespace, or with a point after it. */
  readonly #byShortName = new Map<string, OfferedTool[]>();
  /** The first of each origin. */
  readonly #byOrigin = new Map<string, OfferedTool>();
  /** The last number that was put behind each name: a request may bring any number of tools of one name. */
  readonly #numbers = new Map<string, number>();
  readonly #separator: string;

  /** `separator` stands between the name of a namespace and that of its tool. */
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

  /** The tool that a model means. It may say `functions.` before a name, or leave a namespace out. */
  find(name: string): OfferedTool | null {
    const exact = this.#byName.get(name) ?? this.#byName.get(withoutFunctions(name));
    if (exact) return exact;
    const [only, ...others] = this.#byShortName.get(name) ?? [];
    return only && others.length === 0 ? only : null;
  }

  /** What the model is to read for a tool of the client's, also one that is no longer offered. */
  nameOf(name: string, namespace?: string): string {
    return this.#byOrigin.get(originKey(name, namespace))?.name ?? this.#flatName(name, namespace);
  }

  #offer(tool: FunctionTool | CustomTool, namespace?: string): void {
    const name = this.#freeName(this.#flatName(tool.name, namespace));
    const offer = isCustom(tool) ? functionOfCustom(tool) : tool;
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
