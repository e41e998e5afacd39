import { bytes, count } from "../measure/index.ts";
import { printable, themeFor } from "../paint/index.ts";
import { BUNDLED } from "./bundled.ts";
import { listModels, type ModelEntry } from "./catalog.ts";

/** `flint models`: prints a line for each model, with its path below; `--json` prints an array. */
export async function modelsCommand(flags: { readonly json?: boolean }): Promise<void> {
  const models = await listModels();
  if (flags.json) {
    process.stdout.write(`${JSON.stringify(models.map(jsonOf), null, 2)}\n`);
    return;
  }
  const theme = themeFor(process.stdout);
  const width = Math.max(...models.map(({ id }) => printable(id).length));
  for (const model of models) {
    process.stdout.write(`${theme.strong(printable(model.id).padEnd(width))}  ${facts(model).join("  ")}\n`);
    process.stdout.write(`${theme.faint(`${" ".repeat(width)}  ${printable(model.path)}`)}\n`);
  }
}

function facts(model: ModelEntry): string[] {
  if (model.damage !== null)
    return [`${model.origin}, unusable: ${model.damage}; delete it and pull it again`];
  const context = model.contextLength === null ? "context unknown" : `context ${count(model.contextLength)}`;
  const origin =
    model.id === BUNDLED.id
      ? `bundled, default, solves ${Math.round(BUNDLED.solves * 100)} % of its held-out edits`
      : (model.source ?? model.origin);
  return [bytes(model.size), context, `licence ${model.license ?? "unknown"}`, origin].map(printable);
}

function jsonOf({ id, origin, path, size, license, contextLength, source, damage }: ModelEntry) {
  return {
    id,
    default: id === BUNDLED.id,
    ...(id === BUNDLED.id && { solves: BUNDLED.solves }),
    origin,
    path,
    size,
    license,
    context: contextLength,
    source,
    damage,
  };
}
