export * from "./forms.ts";
export * from "./returns.ts";
export * from "./shorthands.ts";
