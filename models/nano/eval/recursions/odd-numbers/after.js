function sumFirstOdds(count) {
  let result = 0;
  for (let i = 1; i <= count; i++) {
    result += 2 * i - 1;
  }
  return result;
}
