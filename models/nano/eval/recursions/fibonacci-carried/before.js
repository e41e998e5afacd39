const fibOf = (steps, previous = 0, current = 1) =>
  steps === 0 ? previous : fibOf(steps - 1, current, previous + current);
