function chainLength(link) {
  let result = 0;
  while (link !== null) {
    result += 1;
    link = link.next;
  }
  return result;
}
