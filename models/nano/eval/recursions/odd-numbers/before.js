function sumFirstOdds(count) {
  if (count < 1) return 0;
  return 2 * count - 1 + sumFirstOdds(count - 1);
}
