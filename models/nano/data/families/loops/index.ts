export { loopsToMethods, methodsToLoops } from "./collect.ts";
export * from "./convert.ts";
