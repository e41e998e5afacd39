const span = (low, high) => {
  const result = [];
  for (let i = low; i <= high; i++) {
    result.push(i);
  }
  return result;
};
