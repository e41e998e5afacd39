function crossSum(value) {
  let result = 0;
  while (value >= 10) {
    result += value % 10;
    value = Math.floor(value / 10);
  }
  return result + value;
}
