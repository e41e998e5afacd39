export { startTracing } from "./tracing.ts";
