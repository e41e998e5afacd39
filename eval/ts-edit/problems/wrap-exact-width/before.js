/** Breaks a paragraph into lines at its spaces. */
export function wrap(text, width = 80) {
  const lines = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line.length + word.length + 1 >= width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  if (line !== "") lines.push(line);
  return lines;
}

export function indent(lines, prefix = "  ") {
  return lines.map((line) => (line === "" ? line : prefix + line));
}
