export * from "./modules.ts";
