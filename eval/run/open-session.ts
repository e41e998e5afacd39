import { createScriptEngine, loadScenario } from "@flint/engine";
import { startServer } from "@flint/server";
import { initializeSession, type Session } from "flint";
import type { EvalOptions } from "./options.ts";

/** Opens a session as `flint edit` does: with a running server or an embedded one. */
export async function openSession({ url, model, engine, scenario }: EvalOptions): Promise<Session> {
  const modelOption = model === null ? {} : { model };
  if (url !== null) return initializeSession({ ...modelOption, url });
  if (engine === "llama" || scenario === null) return initializeSession(modelOption);
  const script = createScriptEngine({ scenario: await loadScenario(scenario) });
  const server = await startServer({ engine: script });
  return initializeSession({
    ...modelOption,
    url: server.url,
    onClose: async () => {
      await server.close();
      await script.close();
    },
  });
}
