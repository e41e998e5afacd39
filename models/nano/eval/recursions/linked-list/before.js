function chainLength(link) {
  if (link === null) return 0;
  return 1 + chainLength(link.next);
}
