const stutter = (word, times) => {
  let result = "";
  while (times !== 0) {
    result += word;
    times--;
  }
  return result;
};
