const squareAll = ([first, ...rest]) => (first === undefined ? 0 : first * first + squareAll(rest));
