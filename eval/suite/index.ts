export { limitProblems, loadSuite, type Suite } from "./suite.ts";
export { SuiteError } from "./suite-error.ts";
