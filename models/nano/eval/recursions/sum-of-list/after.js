const addPrices = (prices) => {
  let result = 0;
  for (const item of prices) {
    result += item;
  }
  return result;
};
