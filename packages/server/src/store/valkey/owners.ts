import type { Owner } from "../store.ts";

/** An owner as the scripts know it: nobody is another than one whose name is empty. */
export function ownerText(owner: Owner): string {
  return owner === null ? "" : `=${owner}`;
}
