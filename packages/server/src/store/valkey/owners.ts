import type { Owner } from "../store.ts";

/** Returns an owner in the scripts' form, which distinguishes no owner from an owner with an empty name. */
export function ownerText(owner: Owner): string {
  return owner === null ? "" : `=${owner}`;
}
