function skipFactorial(n) {
  if (n <= 1) return 1;
  return n * skipFactorial(n - 2);
}
