export { type ModelList, modelList, modelObject } from "./model-list.ts";
export { Models } from "./models.ts";
