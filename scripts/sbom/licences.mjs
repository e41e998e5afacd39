// The licences that packages may have.

/** Licences of packages installed with Flint: permissive, and compatible with distribution under Apache-2.0. */
export const SHIPPED = ["0BSD", "Apache-2.0", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"];

/** Licences of packages that only build and test Flint, and are not distributed. */
export const DEVELOPMENT = [...SHIPPED, "CC0-1.0", "MPL-2.0", "Unlicense"];

/**
 * A package of a CycloneDX document.
 * @typedef {{
 *   name: string,
 *   group?: string,
 *   version?: string,
 *   licenses?: readonly ({ license: { id?: string, name?: string } } | { expression: string })[],
 * }} Component
 */

/**
 * The packages whose licence is not allowed, each with what it says of it.
 * @param {readonly Component[]} components
 * @param {readonly string[]} allowed by SPDX identifier
 * @returns {string[]}
 */
export function refused(components, allowed) {
  return components.flatMap((component) => {
    const licences = (component.licenses ?? []).map(nameOf);
    if (licences.length > 0 && licences.every((licence) => isAllowed(licence, allowed))) return [];
    const { group, name, version } = component;
    const full = `${group === undefined ? "" : `${group}/`}${name}@${version}`;
    return [`${full}: ${licences.length === 0 ? "names no licence" : licences.join(", ")}`];
  });
}

function nameOf(entry) {
  return "expression" in entry ? entry.expression : (entry.license.id ?? entry.license.name ?? "unnamed");
}

/**
 * Whether a licence expression is allowed: any alternative of OR, and all parts of AND. Exceptions (WITH) need a
 * human decision.
 */
function isAllowed(expression, allowed) {
  const plain = expression.replaceAll(/[()]/g, "");
  // With both operators, precedence would be a guess.
  if (plain.includes(" AND ") && plain.includes(" OR ")) return false;
  if (plain.includes(" AND ")) return plain.split(" AND ").every((part) => allowed.includes(part.trim()));
  return plain.split(" OR ").some((part) => allowed.includes(part.trim()));
}
