function largest(scores) {
  let result = -Infinity;
  for (const item of scores) {
    result = Math.max(result, item);
  }
  return result;
}
