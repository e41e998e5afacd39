export { type RandomModel, random10M, random100M, randomModel } from "./random-model.ts";
