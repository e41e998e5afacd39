export * from "./attributes.ts";
export * from "./browser.ts";
export * from "./effects.ts";
export * from "./events.ts";
export * from "./lists.ts";
export * from "./props.ts";
export * from "./states.ts";
export * from "./typed.ts";
