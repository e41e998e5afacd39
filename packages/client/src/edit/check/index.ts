export {
  type Check,
  type CheckRequest,
  type CheckResult,
  type Confinement,
  type RunChecks,
  repairRequest,
} from "./check.ts";
