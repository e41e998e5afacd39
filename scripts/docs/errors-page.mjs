// The page of errors, made of the tables that the servers answer from.

/** @typedef {import("@flint/protocol").ErrorEntry} ErrorEntry */
/** @typedef {import("@flint/protocol").ErrorPlace} ErrorPlace */

/** @type {readonly { place: ErrorPlace, title: string, text: string }[]} */
const SECTIONS = [
  {
    place: "request",
    title: "Requests",
    text: 'Over HTTP the body is `{"error": {"type", "code", "message", "param"}}` under the status below. On a WebSocket it is the frame `{"type": "error", "status", "error": {…}, "stream_id"?}`; the socket and its other lanes go on. No response has been created, or there is none.',
  },
  {
    place: "upgrade",
    title: "WebSocket upgrades",
    text: "Answered over HTTP, in the same shape.",
  },
  {
    place: "steer",
    title: "Steers",
    text: "Told in `response.steer.failed`, which gives the steer's input back.",
  },
  { place: "interrupt", title: "Interrupts", text: "Told in `response.interrupt.failed`." },
];

/**
 * The text of `docs/errors.md`.
 *
 * @param {Readonly<Record<string, ErrorEntry>>} errors
 * @param {Readonly<Record<string, { code: string, when: string }>>} failures of engines
 * @param {(status: number) => string} typeOf
 * @returns {string}
 */
export function errorsPage(errors, failures, typeOf) {
  const sections = SECTIONS.map(({ place, title, text }) => {
    const entries = Object.entries(errors).filter(([, { places }]) => places.includes(place));
    const hasStatus = place === "request" || place === "upgrade";
    const head = hasStatus
      ? ["code", "status", "type", "when", "what to do"]
      : ["code", "when", "what to do"];
    const rows = entries
      .sort(([, one], [, other]) => one.status - other.status)
      .map(([code, { status, when, remedy }]) =>
        hasStatus ? [`\`${code}\``, status, typeOf(status), when, remedy] : [`\`${code}\``, when, remedy],
      );
    return `## ${title}\n\n${text}\n\n${table(head, rows)}`;
  });
  const failed = Object.entries(failures).map(([engine, { code, when }]) => [
    `\`${code}\``,
    `\`${engine}\``,
    when,
  ]);
  return `${[
    "# Errors",
    "Each error has a stable `code`; its `message` says what to do, and `param` names the field where one is at fault. This page is made by `node scripts/errors.mjs` from the tables in the code.",
    ...sections,
    "## Failed responses",
    "What fails after `response.created` ends the response with `response.failed` and this `code` in `response.error`. Over HTTP without `stream` the same code comes as an error of the request.",
    table(["code", "the engine's", "when"], failed),
  ].join("\n\n")}\n`;
}

/**
 * Columns as wide as their widest cell, as the formatter has them.
 *
 * @param {readonly string[]} head
 * @param {readonly (readonly (string | number)[])[]} rows
 */
function table(head, rows) {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => String(row[column]).length)),
  );
  const line = (cells) =>
    `| ${cells.map((cell, column) => String(cell).padEnd(widths[column])).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
