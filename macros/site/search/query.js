/* What Material’s search does with words, in the worker that holds lunr: they are indexed and asked for by their stems.

   A word that is typed finds its other forms, and while it is still being typed the words that begin like it. Of the
   sections those are told that hold most of the words; where there is none, words that begin like the stem are tried, and
   then words with a letter or two amiss. What is told of a section are the words as typed, with a mark where it holds
   only words like them, so that nobody is told of words that are not there. */

const BEGUN = 0.2; // how much a word counts that only begins as typed, beside one that is the same

const stopWords = new Set(language.stopWords.split(" ").map(fold));
const wordsOf = (text) => text.toLowerCase().normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];

/* The stem of a word as it is written, which names in a text may have many of. */
const known = new Map();
function stem(word) {
  if (!known.has(word)) known.set(word, language.stem(word));
  return known.get(word);
}
const stemOfToken = (token) => token && wordsOf(token.toString()).map(stem)[0];

/* Names that mean the same, as stems: where one stands, the others are indexed too. */
const sameNames = names.map((group) => group.map((name) => wordsOf(name).map(stem)));

function index(token, at, tokens) {
  const own = stemOfToken(token);
  if (!own) return null;
  const found = new Set([own]);
  for (const group of sameNames)
    for (const name of group)
      if (name.every((word, step) => word === stemOfToken(tokens[at + step])))
        for (const other of group) other.forEach((word) => found.add(word));
  return [...found].map((word) => token.clone(() => word));
}

const { OPTIONAL, REQUIRED, PROHIBITED } = lunr.Query.presence;

/* The words of a query without those that tell nothing, unless there are no others: `typed` is what Material knows. */
function wordsAsked(text, fields) {
  const { clauses } = new lunr.QueryParser(text, new lunr.Query(fields)).parse();
  const all = clauses.map((clause) => {
    const typed = clause.term.replaceAll("*", "").normalize("NFC");
    return { clause, typed, begun: fold(typed), stems: language.stems(typed) };
  });
  const telling = all.filter(({ begun }) => !stopWords.has(begun));
  return telling.length ? telling : all;
}

/* What a word may mean, as clauses of lunr. */
const exactly = ({ stems }) => stems.map((term) => ({ term }));
const whileTyped = (word) =>
  /\d/.test(word.begun) ? exactly(word) : [...exactly(word), { term: `${word.begun}*`, boost: BEGUN }];
const beginningLike = ({ stems }) => stems.map((term) => ({ term: `${term}*` }));
const lookingLike = ({ stems: [term] }) => [{ term, editDistance: Math.min(2, Math.floor(term.length / 4)) }];

lunr.Index.prototype.search = function (text) {
  const words = wordsAsked(text, this.fields);
  for (const meaning of [whileTyped, beginningLike, lookingLike]) {
    const meant = words.map((word) => meaning(word).map((one) => ({ ...word.clause, ...one, usePipeline: false })));
    const found = this.query((query) => {
      for (const clause of meant.flat())
        query.clause({ ...clause, presence: clause.presence === PROHIBITED ? PROHIBITED : OPTIONAL });
    });
    const terms = meant.map(
      (clauses) => new Set(clauses.flatMap((one) => this.tokenSet.intersect(lunr.TokenSet.fromClause(one)).toArray())),
    );
    const like = meaning === whileTyped ? "" : "~";
    for (const { matchData } of found) matchData.metadata = asTyped(words, terms, matchData.metadata, like);
    const sought = words.filter(({ clause }) => clause.presence !== PROHIBITED);
    const has = ({ matchData }, { typed }) => like + typed in matchData.metadata;
    const required = sought.filter(({ clause }) => clause.presence === REQUIRED);
    const allowed = found.filter((result) => required.every((word) => has(result, word)));
    const count = (result) => sought.filter((word) => has(result, word)).length;
    const most = Math.max(...allowed.map(count));
    if (allowed.length) return allowed.filter((result) => count(result) === most);
  }
  return [];
};

/* Give what was found by the words that were typed, with a mark before them, instead of by the stems in the index. */
function asTyped(words, terms, metadata, mark) {
  const told = Object.create(null);
  words.forEach(({ typed }, at) => {
    for (const [term, fields] of Object.entries(metadata))
      if (terms[at].has(term))
        for (const [field, { position = [] }] of Object.entries(fields))
          ((told[mark + typed] ??= {})[field] ??= { position: [] }).position.push(...position);
  });
  return told;
}

/* Material leaves these words out of those that it tells to be missing. */
lunr.stopWordFilter = Object.assign((token) => (stopWords.has(fold(token.toString())) ? undefined : token), {
  label: "stopWordFilter",
});

lunr.Pipeline.registerFunction(index, "stems");
lunr[name] = function () {
  this.pipeline.reset();
  this.searchPipeline.reset();
  this.pipeline.add(index);
};
