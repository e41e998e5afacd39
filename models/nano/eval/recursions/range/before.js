const span = (low, high) => (low > high ? [] : [low, ...span(low + 1, high)]);
