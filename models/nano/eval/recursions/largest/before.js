function largest(scores) {
  if (scores.length === 0) {
    return -Infinity;
  } else {
    return Math.max(scores[0], largest(scores.slice(1)));
  }
}
