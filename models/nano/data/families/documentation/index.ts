export * from "./comments.ts";
