function commonDivisor(p, q) {
  return q === 0 ? p : commonDivisor(q, p % q);
}
