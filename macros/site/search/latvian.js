/* Latvian: the stem is what is left of a word in all its forms, without diacritics.

   In what follows A, E, I, U are the long vowels and N is ņ: they tell apart “skolotājs” and “skaistajam”, “gaidāms” and
   “gaidīdams”, “bērniņš” and “medicīna”. All other letters stand without their diacritics. */

const telling = (word) =>
  word.replace(/[āēīūņ]/g, (letter) => fold(letter).toUpperCase()).replace(/[^A-Z]/g, fold);

const atEnd = (...patterns) => new RegExp(`(?:${patterns.join("|")})$`);

const CONSONANT = "(?<=[^aeiouAEIU])";
/* `endings` are those of `macros/words/endings.py`; two of them may be a part of the stem. */
const ONLY_AFTER = { us: "(?<!a)", um: "(?<=tirg|led|med|vid|klep|al|liet|vilt)" };
const ENDING = atEnd(
  ...endings.split(" ").map((ending) => (ONLY_AFTER[ending] ?? "") + telling(ending)), // cases
  "[aA]t", "it", "iet", // persons
);
const SMALL = /(?<![aeAE])iN$/; // bērniņš
const SUFFIX = atEnd(
  "[AEIo][jts]", "aj", "Ak", // apmeklē-ja, -t, -s; skaistajam; skaistāks
  `(?:[AEIo]j?)?(?:[aA]m|os|ot|(?<!a)us|(?<!ie|^atro)dam)`, // participles, but not of “dziedams”, “atrodams”
  `${CONSONANT}(?:t|(?<!m[aA]k)s)`, // saņemt, saņemšu, but not “maksa”
  "(?<=s)an", // saņemšana
);
const AGENT = /[AEIo]tAj$/; // skolotājs

/* What stands before a word: jāmācās, vislabākais. */
const BEFORE = /^(?:jA(?!tn|N|san|nim?s?$)(?=.{3})|vis(?!pAr)(?=.{2,}Ak))/;

/* Consonants that an ending changes, and verbs whose root changes its vowel. */
const CHANGING = [
  [/dz$/, "g"], [/c$/, "k"], [/Av$/, "au"], [/^atrod$/, "atrad"], [/(?<=.)prot$/, "prast"],
  [/(?<=^|[aeouiznpA])(l|t)iek$/, "$1ik"], [/pErk$/, "pirk"], [/velk$/, "vilk"], [/pazin$/, "paz"],
];
const changed = (stem) => CHANGING.reduce((left, [from, to]) => left.replace(from, to), stem);

/* “Dot” has no part that all its forms share. */
const GIVE = /^((?:pie|no|at|iz|uz|pa|pAr|ap|ie|sa)?)d(?:o[dst]|ev)(?!Ac|[iI][gz]|in|um|e[jl]).*/;

/* Take off what a pattern finds, if as many letters as `least` and a vowel are left. */
function shorter(word, pattern, least) {
  const left = word.replace(pattern, "");
  return left.length >= least && /[aeiou]/i.test(left) ? changed(left) : word;
}

function stemOf(word) {
  if (word.length < 3 || /\d/.test(word)) return word.toLowerCase();
  if (GIVE.test(word)) return word.replace(GIVE, "$1dos").toLowerCase();
  const own = word.replace(BEFORE, "").replace(/damies$/, "dams").replace(/(?<=t|[aAi]m)ies$/, ""); // mācīties
  let stem = shorter(shorter(changed(own), ENDING, 2), SMALL, 3);
  for (let before; before !== stem && !AGENT.test(stem); ) {
    before = stem;
    stem = shorter(stem, SUFFIX, 3);
  }
  stem = stem.toLowerCase();
  return stem.replace(/(?<=[bmpv])j$/, "").replace(/u[vdtszj]?$/, "us").replace(/[dtz]$/, "s"); // zivju, iegūt, briežu
}

/* How a word may be meant that is typed without diacritics: any of its last vowels may be long, n after i be ņ. */
function meant(word) {
  let all = [""];
  for (let at = word.length - 1, vowels = 0; at >= 0; at--) {
    const letter = word[at];
    const open = at > 0 && (/[aeiu]/.test(letter) ? vowels++ < 6 : letter === "n" && word[at - 1] === "i");
    all = all.flatMap((rest) => (open ? [letter + rest, letter.toUpperCase() + rest] : [letter + rest]));
  }
  return all;
}

const language = {
  stem: (word) => stemOf(telling(word)),
  stems: (word) => [...new Set(word === fold(word) ? meant(word).map(stemOf) : [stemOf(telling(word))])],
  stopWords:
    "ar arī bet bez būt cik gan ir ja jau jo ka kā kad kāda kādas kādi kāds kādu kas kur kura kuras kurš lai līdz ne nē " +
    "no pa par pār pēc pie pret starp šī šis tā tad tai tam tas tie to un uz vai",
};
