export function isPlainObject(value) {
  return value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype;
}

/** The second object's values over the first one's, object by object. */
export function deepMerge(base, overrides) {
  const merged = { ...base };
  for (const key of Object.keys(overrides)) {
    const value = overrides[key];
    if (isPlainObject(value) && isPlainObject(base[key])) {
      merged[key] = deepMerge(base[key], value);
    } else {
      merged[key] = value;
    }
  }
  return merged;
}

const DEFAULTS = {
  editor: { tabSize: 2, font: { family: "mono", size: 13 } },
  plugins: [],
};

export function loadSettings(...layers) {
  return layers.reduce((settings, layer) => deepMerge(settings, layer), DEFAULTS);
}
