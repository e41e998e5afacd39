import type { Phrasings } from "../phrasing/index.ts";
import { ADDITIONS } from "./additions.ts";
import { ASYNCHRONOUS } from "./asynchronous.ts";
import { BOUNDARIES } from "./boundaries.ts";
import { CHORES } from "./chores.ts";
import { CLASSES } from "./classes.ts";
import { COMPARISONS } from "./comparisons.ts";
import { CONDITIONS } from "./conditions.ts";
import { DOCUMENTATION } from "./documentation.ts";
import { ERRORS } from "./errors.ts";
import { FAULTS } from "./faults.ts";
import { FIGURES } from "./figures.ts";
import { FUNCTIONS } from "./functions.ts";
import { INTERFACES } from "./interfaces.ts";
import { JSX } from "./jsx.ts";
import { LOGGING } from "./logging.ts";
import { LOOPS } from "./loops.ts";
import { MODERNISE } from "./modernise.ts";
import { MODULES } from "./modules.ts";
import { OBJECTS } from "./objects.ts";
import { OPTIMISE } from "./optimise.ts";
import { PARAMETERS } from "./parameters.ts";
import { RENAME } from "./rename.ts";
import { RENDERING } from "./rendering.ts";
import { REQUESTS } from "./requests.ts";
import { RESULTS } from "./results.ts";
import { SCOPE } from "./scope.ts";
import { SERVICES } from "./services.ts";
import { STRINGS } from "./strings.ts";
import { TYPES } from "./types.ts";
import { VARIABLES } from "./variables.ts";

/**
 * More wordings by family, for training alone: what is measured on keeps the families' own. They were written by hands
 * that had not seen those kept for measuring.
 */
const ADDITIONAL_WORDINGS: Readonly<Record<string, readonly string[]>> = {
  ...ADDITIONS,
  ...ASYNCHRONOUS,
  ...CHORES,
  ...BOUNDARIES,
  ...CLASSES,
  ...COMPARISONS,
  ...CONDITIONS,
  ...DOCUMENTATION,
  ...ERRORS,
  ...FAULTS,
  ...FIGURES,
  ...FUNCTIONS,
  ...INTERFACES,
  ...JSX,
  ...LOGGING,
  ...LOOPS,
  ...MODERNISE,
  ...MODULES,
  ...OBJECTS,
  ...OPTIMISE,
  ...PARAMETERS,
  ...RENAME,
  ...RENDERING,
  ...REQUESTS,
  ...RESULTS,
  ...SCOPE,
  ...SERVICES,
  ...STRINGS,
  ...TYPES,
  ...VARIABLES,
};

/** Of how many wordings one is the family's own. */
const OWN_SHARE = 1 / 4;

/** A family's wordings with more of them, and loose. Its own come repeatedly, so that they do not drown. */
export function withMore(name: string, phrasings: Phrasings): Phrasings {
  const more = ADDITIONAL_WORDINGS[name];
  if (more === undefined) return phrasings;
  const { seen } = phrasings;
  const copies = Math.max(1, Math.round((more.length * OWN_SHARE) / (1 - OWN_SHARE) / seen.length));
  return {
    ...phrasings,
    isLoose: true,
    seen: [...Array.from({ length: copies }, () => seen).flat(), ...more],
  };
}

/** The names of those for whom there are more. */
export const NAMES_WITH_MORE: readonly string[] = Object.keys(ADDITIONAL_WORDINGS);
