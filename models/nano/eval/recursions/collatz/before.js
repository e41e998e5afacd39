const hailstone = (n, steps = 0) => (n === 1 ? steps : hailstone(n % 2 === 0 ? n / 2 : 3 * n + 1, steps + 1));
