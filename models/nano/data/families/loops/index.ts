export { loopsToMethods, methodsToLoops } from "./collect.ts";
export * from "./convert.ts";
export { plainLoops } from "./plain.ts";
