function mirror(text) {
  if (text === "") return "";
  return mirror(text.slice(1)) + text[0];
}
