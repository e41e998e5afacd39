function inBinary(number) {
  if (number < 2) return String(number);
  return inBinary(Math.floor(number / 2)) + (number % 2);
}
