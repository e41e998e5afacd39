/** Breaks a paragraph into lines at its spaces. */
export function wrap(text, width = 80) {
  const lines = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length > width && line !== "") {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  if (line !== "") lines.push(line);
  return lines;
}

export function indent(lines, prefix = "  ") {
  return lines.map((line) => (line === "" ? line : prefix + line));
}
