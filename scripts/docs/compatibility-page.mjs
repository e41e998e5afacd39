// Generates the page of clients from the results of `npm run check:clients`.

/** @typedef {import("../clients/check.mjs").Report} Report */

/**
 * Returns the text of `docs/compatibility.md`.
 * @param {readonly Report[]} reports
 * @returns {string}
 */
export function compatibilityPage(reports) {
  const failed = ({ outcomes }) => outcomes.filter(({ failure }) => failure !== null).length;
  const summary = reports.map((report) => [
    report.client,
    report.version,
    `${report.outcomes.length - failed(report)} of ${report.outcomes.length}`,
  ]);
  const sections = reports.map(
    ({ client, version, outcomes }) =>
      `## ${client} ${version}\n\n${table(
        ["feature", "works"],
        outcomes.map(({ feature, failure }) => [feature, failure === null ? "yes" : "**no**"]),
      )}`,
  );
  return `${[
    "# Compatibility",
    "Clients made for other servers, run unchanged against `flint serve` with the script engine ([scenarios.md](scenarios.md)). `npm run check:clients` runs them and writes this page; it fails if one of the features does not work.",
    table(["client", "version", "features that work"], summary),
    ...sections,
  ].join("\n\n")}\n`;
}

function table(head, rows) {
  const widths = head.map((title, at) =>
    Math.max(...[title, ...rows.map((row) => row[at])].map((cell) => cell.length)),
  );
  const line = (cells, fill = " ") =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at], fill)).join(" | ")} |`;
  return [
    line(head),
    line(
      head.map(() => "-"),
      "-",
    ),
    ...rows.map((row) => line(row)),
  ].join("\n");
}
