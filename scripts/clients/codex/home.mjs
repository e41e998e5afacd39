import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MODEL } from "./scenario.mjs";

/**
 * A home and a workspace for one run of Codex, so that the user's settings are neither read nor changed.
 * @param {string} url of the server, without a path
 * @param {{ models: "file" | "url", lite?: boolean, webSocket?: boolean, remoteCompaction?: boolean }} options `models`: whether Codex gets the server's model list as
 *   a file, or is told where it is. `lite`: the model speaks Responses Lite.
 * @returns {Promise<{ workspace: string, env: NodeJS.ProcessEnv, remove: () => void }>}
 */
export async function makeHome(url, { models, lite = false, webSocket = true, remoteCompaction = false }) {
  const folder = mkdtempSync(join(tmpdir(), "flint-codex-"));
  const home = join(folder, "home");
  const workspace = join(folder, "workspace");
  // Codex makes no programs in a home that lies where temporary files do, and without them it runs none in bubblewrap.
  const temporary = join(folder, "temporary");
  for (const path of [home, workspace, temporary]) mkdirSync(path);
  writeFileSync(join(workspace, "greeting.txt"), "hello\n");
  const catalog = join(home, "models.json");
  if (models === "file") writeFileSync(catalog, JSON.stringify(await modelsOf(url, lite)));
  writeFileSync(
    join(home, "config.toml"),
    config(url, models === "file" ? catalog : null, { webSocket, remoteCompaction }),
  );
  return {
    workspace,
    env: { ...process.env, CODEX_HOME: home, TMPDIR: temporary, FLINT_KEY: "local" },
    // Programs that Codex has left running may still write there.
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  };
}

async function modelsOf(url, lite) {
  const list = await (await fetch(`${url}/v1/models`)).json();
  if (!lite) return list;
  return { ...list, models: list.models.map((model) => ({ ...model, use_responses_lite: true })) };
}

// Codex fetches a model list only from a provider that has a key.
function config(url, catalog, { webSocket, remoteCompaction }) {
  return `
model = "${MODEL}"
model_provider = "flint"
check_for_update_on_startup = false
${catalog === null ? "" : `model_catalog_json = ${JSON.stringify(catalog)}`}

[analytics]
enabled = false

[model_providers.flint]
name = "Flint"
base_url = "${url}/v1"
wire_api = "responses"
supports_websockets = ${webSocket}
requires_openai_auth = false
${remoteCompaction ? '[model_providers.flint.capabilities]\nremote_compaction = "v2"' : ""}
${catalog === null ? `env_key = "FLINT_KEY"\nmodel_catalog_url = "${url}/v1/models"` : ""}
`;
}
