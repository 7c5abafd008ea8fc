/* English: the stems are Porter’s, which lunr brings along. */

const porter = (word) => lunr.stemmer(new lunr.Token(fold(word))).toString();
const language = {
  stem: porter,
  stems: (word) => [porter(word)],
  stopWords: "a an and are as at be by for from how in is it of on or that the this to was what when where which who with",
};
