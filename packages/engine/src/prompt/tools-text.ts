import type { Family } from "./families/index.ts";
import type { Slots } from "./template/index.ts";
import type { ToolSet } from "./tools/index.ts";

/** Tells of the tools, and of how to call them, where the template does not. */
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
