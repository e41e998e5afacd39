import type { Scenario } from "@flint/engine";
import type { CreateBody, InputItem } from "@flint/protocol";

/** Roundtrips per run; each answer calls a tool. */
export const TURNS = 24;
/** Minimum size of a run's last prompt, in the scripted engine's tokens. */
export const CONTEXT_TOKENS = 64_000;

/** How a run's context reaches {@link CONTEXT_TOKENS} with the last turn. */
export interface Shape {
  /** Lines of code in the task. */
  readonly taskLines: number;
  /** Lines of each tool's output. */
  readonly outputLines: number;
}

export const SHAPES = {
  /** Tools read all of it: each turn adds a 24th. */
  fromNothing: { taskLines: 100, outputLines: 100 },
  /** Half of it is there from the start, as if the agent were given files and rules of the repository. */
  fromHalf: { taskLines: 1_250, outputLines: 50 },
} as const satisfies Record<string, Shape>;

const model = "scripted-agent";

/** An agent that reads one file after another. */
export const scenario: Scenario = {
  model: { id: model, contextLength: 131_072 },
  // Each call is a single burst: the benchmark measures what surrounds an answer, not the answer.
  burst: 64,
  turns: Array.from({ length: TURNS }, (_, turn) => ({
    steps: [{ function_call: { name: "read_file", arguments: { path: path(turn + 1) } } }],
  })),
};

/**
 * The fields of every request, including continuations: instructions and tools do not carry over to the next
 * response.
 */
export const settings: CreateBody = {
  model,
  store: false,
  stream: true,
  tool_choice: "auto",
  parallel_tool_calls: false,
  instructions: [
    "You are a coding agent in a person's repository. Work until the task is done.",
    "Read before you write. Change as little as the task needs, and keep to the style of the code around.",
    "Run the tests that cover what you changed. Say what you did in a few sentences, and what you left out.",
  ].join("\n"),
  tools: [
    tool("read_file", "Reads a file of the repository.", { path: "Path from the repository's root" }),
    tool("search", "Finds lines that match.", { pattern: "A regular expression", path: "Folder to search" }),
    tool("run", "Runs a shell command.", { command: "The command line", cwd: "Folder to run it in" }),
    tool("apply_patch", "Changes files.", { patch: "The patch, from its first line to its last" }),
  ],
};

/** Returns what the client adds before turn `turn`, counted from 0: first the task, then tool outputs. */
export function inputOf({ taskLines, outputLines }: Shape, turn: number, callId: string | null): InputItem {
  if (callId === null) {
    const text = `Find out why orders are counted twice.\n\n${file(turn, taskLines)}`;
    return { type: "message", role: "user", content: [{ type: "input_text", text }] };
  }
  return { type: "function_call_output", call_id: callId, output: file(turn, outputLines) };
}

function tool(name: string, description: string, parameters: Record<string, string>) {
  const properties = Object.fromEntries(
    Object.entries(parameters).map(([key, meaning]) => [key, { type: "string", description: meaning }]),
  );
  const required = Object.keys(parameters);
  const schema = { type: "object", properties, required, additionalProperties: false };
  return { type: "function" as const, name, description, parameters: schema, strict: true };
}

function path(turn: number): string {
  return `src/orders/part-${turn}.ts`;
}

/** Returns code that differs from turn to turn. */
function file(turn: number, length: number): string {
  const lines = Array.from({ length }, (_, line) => {
    const name = `order${100 + turn}_${100 + line}`;
    return `${100 + line}\tconst ${name} = orders.find((order) => order.id === "${name}" && order.paid);`;
  });
  return `// ${path(turn)}\n${lines.join("\n")}`;
}
