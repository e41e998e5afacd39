import type { Family } from "./families/index.ts";
import type { Slots } from "./template/index.ts";
import type { ToolSet } from "./tools/index.ts";

/** Describes the tools and how to call them, for templates without a place for tools. */
export function toolsText(tools: ToolSet, family: Family, slots: Slots): string {
  const definitions = tools.offered.map(({ name, description, parameters }) =>
    slots.required(JSON.stringify({ name, description, parameters }), { item: null, field: "tools" }),
  );
  return [
    "# Tools",
    `You can call these tools. Each line is one of them, with the JSON Schema of its arguments:\n<tools>\n${definitions.join("\n")}\n</tools>`,
    family.callFormat,
  ].join("\n\n");
}
