function seatings(guests, chairs) {
  let result = 1;
  while (chairs !== 0) {
    result *= guests;
    guests--;
    chairs--;
  }
  return result;
}
