/** `2026-05-01T10:20:30` in its parts. */
export function parseStamp(stamp) {
  return {
    year: Number(stamp.substr(0, 4)),
    month: Number(stamp.substr(5, 2)),
    day: Number(stamp.substr(8, 2)),
    time: stamp.substr(11),
  };
}

/** All but the last four digits hidden. */
export function maskCard(number) {
  const digits = number.replace(/\D/g, "");
  return "*".repeat(Math.max(0, digits.length - 4)) + digits.substr(-4);
}

/** The file's extension of up to five characters, or "". */
export function extension(name) {
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? "" : name.substr(dot + 1, 5);
}

/** The two characters before the last one. */
export function checkDigits(code) {
  return code.substr(-3, 2);
}

export function initials(name) {
  return name
    .split(" ")
    .map((part) => part.charAt(0).toUpperCase())
    .join("");
}
