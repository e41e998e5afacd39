export function parseValue(text) {
  if (text === "true") return true;
  if (text === "false") return false;
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  const quoted = /^"(.*)"$/.exec(text);
  return quoted ? quoted[1] : text;
}

/** Reads `key = value` lines. Lines that begin with `;` or `#` are comments. */
export function parseIni(text) {
  const result = {};
  let target = result;
  const lines = text.split(/\r?\n/);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i].trim();
    if (line === "" || line.startsWith(";") || line.startsWith("#")) continue;
    const section = /^\[(.+)\]$/.exec(line);
    if (section) {
      const name = section[1].trim();
      result[name] ??= {};
      target = result[name];
      continue;
    }
    const equals = line.indexOf("=");
    if (equals < 1) throw new SyntaxError(`line ${i + 1}: expected key = value`);
    const key = line.slice(0, equals).trim();
    target[key] = parseValue(line.slice(equals + 1).trim());
  }
  return result;
}

export function stringifyFlat(values) {
  return Object.entries(values)
    .map(([key, value]) => `${key} = ${value}\n`)
    .join("");
}
