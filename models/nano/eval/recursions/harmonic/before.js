function harmonicNumber(terms) {
  if (terms === 1) {
    return 1;
  }
  return 1 / terms + harmonicNumber(terms - 1);
}
