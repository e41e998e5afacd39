import { createScriptEngine, loadScenario } from "@flint/engine";
import { startServer } from "@flint/server";
import { initializeSession, type Session } from "flint";
import type { EvalOptions } from "./options.ts";

/** Opens a session as `flint edit` does: with a running server or an embedded one. */
export async function openSession({ url, model, engine, scenario }: EvalOptions): Promise<Session> {
  const named = model === null ? {} : { model };
  if (url !== null) return initializeSession({ ...named, url });
  if (engine === "llama" || scenario === null) return initializeSession(named);
  const script = createScriptEngine({ scenario: await loadScenario(scenario) });
  const server = await startServer({ engine: script });
  return initializeSession({
    ...named,
    url: server.url,
    onClose: async () => {
      await server.close();
      await script.close();
    },
  });
}
