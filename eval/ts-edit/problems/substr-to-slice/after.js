/** `2026-05-01T10:20:30` in its parts. */
export function parseStamp(stamp) {
  return {
    year: Number(stamp.slice(0, 4)),
    month: Number(stamp.slice(5, 7)),
    day: Number(stamp.slice(8, 10)),
    time: stamp.slice(11),
  };
}

/** All but the last four digits hidden. */
export function maskCard(number) {
  const digits = number.replace(/\D/g, "");
  return "*".repeat(Math.max(0, digits.length - 4)) + digits.slice(-4);
}

/** The file's extension of up to five characters, or "". */
export function extension(name) {
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? "" : name.slice(dot + 1, dot + 6);
}

/** The two characters before the last one. */
export function checkDigits(code) {
  return code.slice(-3).slice(0, 2);
}

export function initials(name) {
  return name
    .split(" ")
    .map((part) => part.charAt(0).toUpperCase())
    .join("");
}
