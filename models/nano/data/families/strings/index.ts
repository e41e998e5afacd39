export * from "./strings.ts";
