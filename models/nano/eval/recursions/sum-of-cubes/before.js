const cubeSum = (k) => (k === 0 ? 0 : k * k * k + cubeSum(k - 1));
