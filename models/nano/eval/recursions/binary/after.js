function inBinary(number) {
  let result = "";
  while (number >= 2) {
    result = (number % 2) + result;
    number = Math.floor(number / 2);
  }
  return number + result;
}
