/** Reads lines such as `2026-05-01 12.5 3`: day, temperature, wind. */
export function parseReadings(text) {
  const data = [];
  for (const x of text.split("\n")) {
    const [day, temperature, wind] = x.trim().split(/\s+/);
    if (day) data.push({ day, temperature: Number(temperature), wind: Number(wind) });
  }
  return data;
}

/** The mean of the temperatures, or null without any. */
export function averageTemperature(text) {
  const data = parseReadings(text);
  let x = 0;
  if (data.length === 0) return null;
  for (const { temperature } of data) {
    x += temperature;
  }
  return x / data.length;
}

export function maxWind(text) {
  const data = parseReadings(text);
  return data.reduce((x, { wind }) => Math.max(x, wind), 0);
}
