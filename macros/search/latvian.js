/* Latvian: the stem is what is left of a word in all its forms, without diacritics. */

/* In what follows A, E, I, U are the long vowels and N is ņ: they tell apart “skolotājs” and “skaistajam”, “gaidāms” and
   “gaididams”, “bērniņš” and “medicīna”. All other letters stand without their diacritics. */
const telling = (word) =>
  word.replace(/[āēīūņ]/g, (letter) => fold(letter).toUpperCase()).replace(/[^A-Z]/g, fold);

const ENDINGS = "iem|iet|ies|ais|ai|ei|ij|ie|it|at|At|[aAeEiIo]s|(?<!a)us|[aAEiI]m|(?<=tirg|led|med|vid|klep|al|liet|vilt)um|[aAeEiIouU]|s";
const SUFFIXES = "[AEIo][jts]|aj|(?:[AEIo]j?)?(?:(?<!ie|^atro)dam|(?<!a)us|ot|os|[aA]m)|Ak|(?<![aeAE])iN|(?<=[^aeiouAEIU])(?:t|(?<!m[aA]k)s)|(?<=s)an";
const AGENT = "[AEIo]tAj";
const [ENDING, SUFFIX, IS_AGENT] = [ENDINGS, SUFFIXES, AGENT].map((pattern) => new RegExp(`(?:${pattern})$`));

const shorter = (word, pattern, least) => {
  const left = word.replace(pattern, "");
  return left.length >= least && /[aeiou]/i.test(left) ? left : word;
};

/* Consonants that an ending changes, and verbs whose root changes its vowel. */
const CHANGING = [
  [/dz$/, "g"], [/c$/, "k"], [/^atrod$/, "atrad"], [/(?<=.)prot$/, "prat"], [/(?<=^|[aeouiznpA])(l|t)iek$/, "$1ik"],
  [/pErk$/, "pirk"], [/velk$/, "vilk"], [/pazin$/, "paz"], [/Av$/, "au"],
];
const changed = (stem) => CHANGING.reduce((left, [from, to]) => left.replace(from, to), stem);

/* “Dot” has no part that all its forms share. */
const GIVE = /^((?:pie|no|at|iz|uz|pa|pAr|ap|ie|sa)?)d(?:o[dst]|ev)(?!Ac|[iI][gz]|in|um|e[jl])/;

function stemOf(word) {
  if (word.length < 3 || /\d/.test(word)) return word.toLowerCase();
  if (GIVE.test(word)) return fold(word.replace(GIVE, "$1dos").replace(/(?<=dos).*/, "")).toLowerCase();
  let stem = changed(shorter(word.replace(/damies$/, "dams").replace(/(?<=t|[aAi]m)ies$/, ""), ENDING, 2));
  for (let before; before !== stem && !IS_AGENT.test(stem); ) {
    before = stem;
    stem = changed(shorter(stem, SUFFIX, 3));
  }
  return stem.toLowerCase().replace(/(?<=[bmpv])j$/, "").replace(/u[vdtszj]?$/, "us").replace(/[dtz]$/, "s");
}

/* How a word may be meant that is typed without diacritics: any of its last vowels may be long, n after i be ņ. */
function meant(word) {
  let all = [""];
  const tail = Math.max(1, word.length - 12);
  for (let at = word.length - 1, long = 0; at >= 0; at--) {
    const letter = word[at], other = letter.toUpperCase();
    const either = at >= tail && (/[aeiu]/.test(letter) ? long++ < 6 : letter === "n" && word[at - 1] === "i");
    all = all.flatMap((rest) => (either ? [letter + rest, other + rest] : [letter + rest]));
  }
  return all;
}

const language = {
  stem: (word) => stemOf(telling(word)),
  stems: (word) => [...new Set(word === fold(word) ? meant(word).map(stemOf) : [stemOf(telling(word))])],
  stopWords:
    "ar arī bet bez būt cik gan ir ja jau jo ka kā kad kāda kādas kādi kāds kādu kas kur kura kuras kurš lai līdz ne nē no pa par pār pēc pie pret starp šī šis tā " +
    "tad tai tam tas tie to un uz vai",
};
