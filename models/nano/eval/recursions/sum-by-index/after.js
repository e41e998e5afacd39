function cartTotal(lines, at = 0) {
  let result = 0;
  for (; at < lines.length; at++) {
    result += lines[at].cost;
  }
  return result;
}
