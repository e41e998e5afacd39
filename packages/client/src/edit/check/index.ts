export {
  type Check,
  type CheckRequest,
  type CheckResult,
  type Confinement,
  type EditedFile,
  type RunChecks,
  repairRequest,
} from "./check.ts";
