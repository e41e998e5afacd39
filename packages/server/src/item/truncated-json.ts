/** Whether JSON text ends inside a string, array or object. It may be invalid otherwise. */
export function isTruncatedJson(json: string): boolean {
  let open = 0;
  let isText = false;
  for (let at = 0; at < json.length; at++) {
    const unit = json[at];
    if (isText && unit === "\\") at += 1;
    else if (unit === '"') isText = !isText;
    else if (isText) continue;
    else if (unit === "{" || unit === "[") open += 1;
    else if (unit === "}" || unit === "]") open -= 1;
  }
  return isText || open > 0;
}
