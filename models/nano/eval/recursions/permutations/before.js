function seatings(guests, chairs) {
  if (chairs === 0) return 1;
  return guests * seatings(guests - 1, chairs - 1);
}
