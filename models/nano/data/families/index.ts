import * as additions from "./additions/index.ts";
import * as asynchronous from "./asynchronous/index.ts";
import * as boundaries from "./boundaries/index.ts";
import * as chores from "./chores/index.ts";
import * as classes from "./classes/index.ts";
import * as comparisons from "./comparisons/index.ts";
import * as conditions from "./conditions/index.ts";
import * as documentation from "./documentation/index.ts";
import * as errors from "./errors/index.ts";
import type { Family } from "./family.ts";
import * as faults from "./faults/index.ts";
import * as figures from "./figures/index.ts";
import * as functions from "./functions/index.ts";
import * as interfaces from "./interfaces/index.ts";
import * as jsx from "./jsx/index.ts";
import * as logging from "./logging/index.ts";
import * as loops from "./loops/index.ts";
import * as modernise from "./modernise/index.ts";
import * as modules from "./modules/index.ts";
import * as objects from "./objects/index.ts";
import * as optimise from "./optimise/index.ts";
import * as parameters from "./parameters/index.ts";
import * as rename from "./rename/index.ts";
import * as rendering from "./rendering/index.ts";
import * as results from "./results/index.ts";
import * as services from "./services/index.ts";
import * as sketches from "./sketches/index.ts";
import * as strings from "./strings/index.ts";
import * as types from "./types/index.ts";
import * as variables from "./variables/index.ts";

export type { Edit, Family } from "./family.ts";
export { branching, recursionToLoop } from "./optimise/index.ts";

/** The families by theme. */
export const THEMES: Readonly<Record<string, readonly Family[]>> = {
  chores: familiesOf(chores),
  rename: familiesOf(rename),
  parameters: familiesOf(parameters),
  types: familiesOf(types),
  asynchronous: familiesOf(asynchronous),
  loops: familiesOf(loops),
  conditions: familiesOf(conditions),
  comparisons: familiesOf(comparisons),
  variables: familiesOf(variables),
  strings: familiesOf(strings),
  figures: familiesOf(figures),
  functions: familiesOf(functions),
  modules: familiesOf(modules),
  classes: familiesOf(classes),
  objects: familiesOf(objects),
  documentation: familiesOf(documentation),
  logging: familiesOf(logging),
  errors: familiesOf(errors),
  faults: familiesOf(faults),
  optimise: familiesOf(optimise),
  modernise: familiesOf(modernise),
  jsx: familiesOf(jsx),
  additions: familiesOf(additions),
  results: familiesOf(results),
  interfaces: familiesOf(interfaces),
  rendering: familiesOf(rendering),
  services: familiesOf(services),
  boundaries: familiesOf(boundaries),
  sketches: familiesOf(sketches),
};

export const FAMILIES: readonly Family[] = Object.values(THEMES).flat();

/** Whether a family makes up its code and needs no sample. */
export function isComposed(one: Family): boolean {
  return "isComposed" in one;
}

/** Whether a family is written as a sketch, which contains all its wordings. */
export function isSketched(one: Family): boolean {
  return "isSketched" in one;
}

function familiesOf(module: object): Family[] {
  const found: Family[] = [];
  for (const value of Object.values(module).flat() as unknown[])
    if (typeof value === "object" && value !== null && "phrasings" in value) found.push(value as Family);
  return found;
}
