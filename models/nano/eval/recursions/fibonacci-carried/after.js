const fibOf = (steps, previous = 0, current = 1) => {
  while (steps !== 0) {
    [steps, previous, current] = [steps - 1, current, previous + current];
  }
  return previous;
};
