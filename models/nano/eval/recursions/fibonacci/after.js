function rabbitPairs(month) {
  let a = 0;
  let b = 1;
  for (let i = 0; i < month; i++) {
    [a, b] = [b, a + b];
  }
  return a;
}
