import { startFlint } from "../server/flint-server.mjs";
import { appServerFeatures } from "./app-server-features.mjs";
import { CODEX_VERSION, codexBinary } from "./binary.mjs";
import { execFeatures } from "./exec-features.mjs";
import { scenario } from "./scenario.mjs";

/** @typedef {{ program: string, url: string }} Codex */

/** @type {import("../check.mjs").Check<Codex>} */
export const codexCli = {
  client: "Codex CLI",
  version: CODEX_VERSION,
  async open() {
    const program = await codexBinary();
    const flint = await startFlint(scenario);
    return { program, url: flint.url, close: flint.close };
  },
  features: [...execFeatures, ...appServerFeatures],
};
