function skipFactorial(n) {
  let result = 1;
  while (n > 1) {
    result *= n;
    n -= 2;
  }
  return result;
}
