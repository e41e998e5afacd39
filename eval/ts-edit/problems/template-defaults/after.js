const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export function escapeHtml(text) {
  return String(text).replace(/[&<>"']/g, (char) => ENTITIES[char]);
}

/** The value at a dotted path, or undefined. */
export function lookup(values, path) {
  let value = values;
  for (const name of path.split(".")) {
    if (value === null || value === undefined) return undefined;
    value = value[name];
  }
  return value;
}

/** Fills in `{{ path }}`; values are escaped for HTML. */
export function render(template, values) {
  return template.replace(/\{\{([^{}]+)\}\}/g, (_, inner) => {
    const bar = inner.indexOf("|");
    const path = (bar < 0 ? inner : inner.slice(0, bar)).trim();
    const value = lookup(values, path);
    if (bar >= 0 && (value === undefined || value === null || value === "")) {
      return escapeHtml(inner.slice(bar + 1).trim());
    }
    if (value === undefined) throw new Error(`the template needs a value for "${path}"`);
    return escapeHtml(value);
  });
}
