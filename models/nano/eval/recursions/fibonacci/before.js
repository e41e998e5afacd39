function rabbitPairs(month) {
  if (month < 2) return month;
  return rabbitPairs(month - 1) + rabbitPairs(month - 2);
}
