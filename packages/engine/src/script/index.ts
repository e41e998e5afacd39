export {
  type LoadScenarioOptions,
  loadScenario,
  parseScenario,
  ScenarioError,
  type ScenarioErrorCode,
} from "./parse-scenario.ts";
export type { Scenario, ScenarioStep, ScenarioTurn, TurnCondition } from "./scenario.ts";
export { createScriptEngine, type ScriptEngineOptions } from "./script-engine.ts";
