function harmonicNumber(terms) {
  let result = 1;
  for (let i = 2; i <= terms; i++) {
    result += 1 / i;
  }
  return result;
}
