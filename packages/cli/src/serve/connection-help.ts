import { BUNDLED } from "../models/index.ts";
import type { Theme } from "../paint/index.ts";

/**
 * What to type elsewhere to use the server at `url`. The first line holds the address alone after its colon. Of the bundled
 * model, each has room on a line of 80 columns.
 */
export function connectionHelp(url: string, model: string, theme: Theme, takesKeys = false): string {
  const origin = url.replace(/\/v1$/, "");
  const provider = `model_providers.flint={name="Flint", base_url="${url}", wire_api="responses", supports_websockets=true${takesKeys ? ', env_key="FLINT_KEY"' : ""}}`;
  const uses = [
    ["browser", `${origin}/`],
    ["flint", `${takesKeys ? "FLINT_KEY=flint_… " : ""}flint edit FILE "instruction" --url ${origin}`],
    ["openai", `new OpenAI({ baseURL: "${url}", apiKey: "${takesKeys ? "flint_…" : "none"}" })`],
    [
      "Codex CLI",
      model === BUNDLED.id
        ? `needs a model that uses tools; ${model} only edits: see flint pull`
        : `codex -m ${model} -c model_provider=flint -c '${provider}'`,
    ],
  ];
  const lines = uses.map(([name = "", text]) => `  ${theme.strong(name.padEnd(9))}  ${text}\n`);
  return `Flint serves ${model}: ${theme.strong(url)}\n${lines.join("")}${theme.faint("Ctrl-C stops")}\n`;
}
