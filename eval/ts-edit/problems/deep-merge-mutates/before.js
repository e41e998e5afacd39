export function isPlainObject(value) {
  return value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype;
}

/** The second object's values over the first one's, object by object. */
export function deepMerge(base, overrides) {
  for (const key of Object.keys(overrides)) {
    const value = overrides[key];
    if (typeof value === "object" && !Array.isArray(value) && isPlainObject(base[key])) {
      base[key] = deepMerge(base[key], value);
    } else {
      base[key] = value;
    }
  }
  return base;
}

const DEFAULTS = {
  editor: { tabSize: 2, font: { family: "mono", size: 13 } },
  plugins: [],
};

export function loadSettings(...layers) {
  return layers.reduce((settings, layer) => deepMerge(settings, layer), DEFAULTS);
}
