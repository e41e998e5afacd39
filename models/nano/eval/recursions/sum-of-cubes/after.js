const cubeSum = (k) => {
  let result = 0;
  for (let i = 1; i <= k; i++) {
    result += i * i * i;
  }
  return result;
};
