const stutter = (word, times) => (times === 0 ? "" : word + stutter(word, times - 1));
