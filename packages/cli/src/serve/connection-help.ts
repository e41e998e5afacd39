import { BUNDLED } from "../models/index.ts";
import type { Theme } from "../paint/index.ts";

/**
 * Returns instructions for using the server at `url`. The first line ends in the plain address. With the bundled model,
 * every line fits 80 columns.
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
