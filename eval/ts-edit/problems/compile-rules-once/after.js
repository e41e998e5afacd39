/** A glob pattern with `*` (within a folder), `**` (any depth) and `?` as a regular expression. */
export function globToRegExp(glob) {
  if (glob === "") throw new SyntaxError("a pattern must not be empty");
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*\*|\*|\?/g, (sign) => ({ "**": ".*", "*": "[^/]*", "?": "[^/]" })[sign]);
  return new RegExp(`^${source}$`);
}

/**
 * A function that tells whether a file name is ignored. The last pattern that matches decides; one that begins with
 * `!` takes back. `compile` is a parameter for tests.
 */
export function createFilter(patterns, compile = globToRegExp) {
  const rules = patterns.map((pattern) => {
    const negated = pattern.startsWith("!");
    return { negated, expression: compile(negated ? pattern.slice(1) : pattern) };
  });
  return (name) => {
    let ignored = false;
    for (const { negated, expression } of rules) {
      if (expression.test(name)) ignored = !negated;
    }
    return ignored;
  };
}
