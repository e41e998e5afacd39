import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MODEL } from "./scenario.mjs";

/**
 * Creates a home and a workspace for one run of Codex, which then neither reads nor changes the user's settings.
 * @param {string} url of the server, without a path
 * @param {{ models: "file" | "url", lite?: boolean, webSocket?: boolean, remoteCompaction?: boolean }} options
 *   `models`: whether Codex gets the server's model list as a file or as a URL. `lite`: the model uses Responses
 *   Lite.
 * @returns {Promise<{ workspace: string, env: NodeJS.ProcessEnv, remove: () => void }>}
 */
export async function makeHome(url, { models, lite = false, webSocket = true, remoteCompaction = false }) {
  const folder = mkdtempSync(join(tmpdir(), "flint-codex-"));
  const home = join(folder, "home");
  const workspace = join(folder, "workspace");
  // Codex installs no helper programs if its home is in TMPDIR, and runs no commands in bubblewrap without them.
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
    // Programs that Codex left running may still write there.
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  };
}

async function modelsOf(url, lite) {
  const list = await (await fetch(`${url}/v1/models`)).json();
  if (!lite) return list;
  return { ...list, models: list.models.map((model) => ({ ...model, use_responses_lite: true })) };
}

// Codex fetches model lists only from providers with a key.
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
