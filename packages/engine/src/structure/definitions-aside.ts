import { Aside, type TimeUp } from "../aside/index.ts";
import { type Definitions, knownFindings, type RefusedDefinition, refusedDefinition } from "./definitions.ts";
import { digestOf } from "./digest.ts";
import type { Finding } from "./findings.ts";
import { STRUCTURE_LIMITS } from "./limits.ts";
import { type DefinitionKind, StructureError } from "./structure-error.ts";
import { Work } from "./work.ts";

/** The request to the worker thread. */
export interface DefinitionsJob {
  readonly definitions: Definitions;
}

/** A {@link StructureError} in a form that can be sent between threads. */
interface ToldError {
  readonly kind: DefinitionKind;
  readonly place: string;
  readonly reason: string;
}

interface ToldFinding {
  readonly error: ToldError | null;
  readonly steps: number;
}

/** The worker thread's reply. */
interface DefinitionsResult {
  readonly refused: { readonly param: string; readonly error: ToldError } | null;
  /** The finding for each definition, by its digest. */
  readonly findings: readonly (readonly [digest: string, finding: ToldFinding])[];
}

const aside = new Aside<DefinitionsJob, DefinitionsResult>("definitions");

/**
 * Like {@link refusedDefinition}, but returns a promise if the check takes longer than a moment: it then moves to a
 * worker thread and does not block the caller's. The thread serves users in turn. Rejects with `AsideError` if too
 * many jobs are waiting.
 */
export function checkDefinitions(
  definitions: Definitions,
  user: string | null = null,
): RefusedDefinition | null | Promise<RefusedDefinition | null> {
  const checked = aside.run(
    (isTimeUp) => refusedDefinition(definitions, { work: new Work(STRUCTURE_LIMITS.work, isTimeUp) }),
    {
      job: { definitions },
      key: () => digestOf(JSON.stringify([definitions.format, definitions.tools])),
      user,
    },
  );
  return checked instanceof Promise ? checked.then(resultOf) : checked;
}

function resultOf({ refused, findings }: DefinitionsResult): RefusedDefinition | null {
  for (const [digest, { error, steps }] of findings) {
    knownFindings.put(digest, { error: error && errorOf(error), steps });
  }
  return refused && { param: refused.param, error: errorOf(refused.error) };
}

/** Checks definitions in the worker thread. Throws `Unfinished` once the time is up. */
export function translateDefinitions({ definitions }: DefinitionsJob, isTimeUp: TimeUp): DefinitionsResult {
  const findings: [string, ToldFinding][] = [];
  const tell = (digest: string, { error, steps }: Finding) => {
    findings.push([digest, { error: error && told(error), steps }]);
  };
  const refused = refusedDefinition(definitions, {
    work: new Work(STRUCTURE_LIMITS.work, isTimeUp),
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
