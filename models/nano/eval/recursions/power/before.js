const raise = (base, exponent) => (exponent === 0 ? 1 : base * raise(base, exponent - 1));
