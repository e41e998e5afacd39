import { Aside } from "../aside/index.ts";
import { type Definitions, knownFindings, type RefusedDefinition, refusedDefinition } from "./definitions.ts";
import type { Finding } from "./findings.ts";
import { STRUCTURE_LIMITS } from "./limits.ts";
import { type DefinitionKind, StructureError } from "./structure-error.ts";
import { Work } from "./work.ts";

/** What the thread is asked. */
export interface DefinitionsJob {
  readonly definitions: Definitions;
}

/** An error as it goes from thread to thread. */
interface ToldError {
  readonly kind: DefinitionKind;
  readonly place: string;
  readonly reason: string;
}

interface ToldFinding {
  readonly error: ToldError | null;
  readonly steps: number;
}

/** What the thread answers. */
interface DefinitionsResult {
  readonly refused: { readonly param: string; readonly error: ToldError } | null;
  /** What was found of each definition, by its digest. */
  readonly findings: readonly (readonly [digest: string, finding: ToldFinding])[];
}

const aside = new Aside<DefinitionsJob, DefinitionsResult>("definitions");

/**
 * As {@link refusedDefinition}; a promise where that takes longer than a moment, so that the caller's thread goes on
 * meanwhile. Rejects with `AsideError` where too many wait.
 */
export function checkDefinitions(
  definitions: Definitions,
): RefusedDefinition | null | Promise<RefusedDefinition | null> {
  const checked = aside.run(
    (until) => refusedDefinition(definitions, { work: new Work(STRUCTURE_LIMITS.work, until) }),
    { definitions },
  );
  return checked instanceof Promise ? checked.then(resultOf) : checked;
}

function resultOf({ refused, findings }: DefinitionsResult): RefusedDefinition | null {
  for (const [digest, { error, steps }] of findings) {
    knownFindings.put(digest, { error: error && errorOf(error), steps });
  }
  return refused && { param: refused.param, error: errorOf(refused.error) };
}

/** The thread's part. Throws `Unfinished` from `until` on, in milliseconds of `performance.now()`. */
export function translateDefinitions({ definitions }: DefinitionsJob, until: number): DefinitionsResult {
  const findings: [string, ToldFinding][] = [];
  const tell = (digest: string, { error, steps }: Finding) => {
    findings.push([digest, { error: error && told(error), steps }]);
  };
  const refused = refusedDefinition(definitions, {
    work: new Work(STRUCTURE_LIMITS.work, until),
    findings: {
      get(digest) {
        const finding = knownFindings.get(digest);
        if (finding) tell(digest, finding);
        return finding;
      },
      put(digest, finding) {
        tell(digest, finding);
        knownFindings.put(digest, finding);
      },
    },
  });
  return { refused: refused && { param: refused.param, error: told(refused.error) }, findings };
}

function told({ kind, place, reason }: StructureError): ToldError {
  return { kind, place, reason };
}

function errorOf({ kind, place, reason }: ToldError): StructureError {
  return new StructureError(kind, place, reason);
}
