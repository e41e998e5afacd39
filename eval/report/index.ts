export { plot } from "./plot.ts";
export { ResultFolder, type Results, resultsOf } from "./results.ts";
export { table } from "./table.ts";
