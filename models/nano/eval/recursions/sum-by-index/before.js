function cartTotal(lines, at = 0) {
  if (at === lines.length) return 0;
  return lines[at].cost + cartTotal(lines, at + 1);
}
