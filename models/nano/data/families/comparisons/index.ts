export * from "./conditions.ts";
export * from "./fall-back.ts";
export * from "./operators.ts";
export * from "./skip.ts";
export * from "./texts.ts";
export * from "./wrap.ts";
