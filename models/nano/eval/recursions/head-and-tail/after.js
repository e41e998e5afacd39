const squareAll = (list) => {
  let result = 0;
  for (const first of list) {
    result += first * first;
  }
  return result;
};
