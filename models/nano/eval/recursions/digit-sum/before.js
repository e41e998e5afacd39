function crossSum(value) {
  if (value < 10) return value;
  return (value % 10) + crossSum(Math.floor(value / 10));
}
