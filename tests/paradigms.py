"""The forms of Latvian words by their class, as school grammars give them; for tests of the search."""

_SOFT = {
    "b": "bj",
    "c": "č",
    "d": "ž",
    "dz": "dž",
    "l": "ļ",
    "ll": "ļļ",
    "ln": "ļņ",
    "m": "mj",
    "n": "ņ",
    "p": "pj",
    "s": "š",
}
_SOFT |= {"sn": "šņ", "t": "š", "v": "vj", "z": "ž", "zn": "žņ", "nn": "ņņ"}


def soft(stem):
    """Give a stem as it is before an ending that softens it: `lāc` → `lāč`, `ziv` → `zivj`, `nakt` → `nakš`."""
    end = next((stem[-length:] for length in (2, 1) if stem[-length:] in _SOFT), "")
    return stem[: len(stem) - len(end)] + _SOFT.get(end, "")


def _with(stem, endings):
    return [stem + ("" if ending == "-" else ending) for ending in endings.split()]


def noun(word, kind):
    """Give all cases of a noun in both numbers; `kind` is its declension, with ` hard` where no consonant changes."""
    declension, _, hard = kind.partition(" ")
    changed = (lambda stem: stem) if hard else soft
    if declension == "1":
        stem = word[:-1]
        return [word, *_with(stem, "a am u ā i iem us os")]
    if declension == "2":
        stem = word[:-2] if word.endswith("is") else word[:-1]
        return [word, *_with(stem, "im i ī"), *_with(changed(stem), "a i u iem us os")]
    if declension == "3":
        return [word, *_with(word[:-2], "us um u ū i iem os")]
    if declension == "4":
        return _with(word[:-1], "a as ai u ā ām ās")
    if declension == "5":
        return [*_with(word[:-1], "e es ei i ē ēm ēs"), changed(word[:-1]) + "u"]
    if declension == "6":
        return [word, *_with(word[:-1], "ij i ī is īm īs"), changed(word[:-1]) + "u"]
    if declension == "reflexive":
        return _with(word[:-2], "ās os")
    raise ValueError(kind)


def _cases(stem):
    return _with(stem, "a am u ā i iem us os as ai ām ās ais ajam o ajā ie ajiem ajos ajai ajām ajās")


def adjective(word, _kind=None):
    """Give an adjective: indefinite and definite, both genders, all cases, and its degrees."""
    more = word[:-1] + "āk"
    return sorted({word, *_cases(word[:-1]), more, more + "s", *_cases(more), f"vis{more}", f"vis{more}ais"})


def participle(word):
    """Give a participle in -ts: indefinite and definite, both genders, all cases."""
    return [word, *_cases(word[:-1])]


def _past_participle(stem):
    return [
        stem + "is",
        *_with(stem + "us", "i ies"),
        *_with(stem + "uš", "i as u ā ie iem o os am ai ām ās ais ajiem"),
    ]


def _persons(future, infinitive):
    yield from _with(future, "šu si s sim siet sit")
    yield from (infinitive + "t", infinitive + "tu")


def verb(word, kind):
    """Give the persons of a verb in its tenses and its participles.

    `kind` is its conjugation: `2`, `3` with the vowel of the present (`3 a`, `3 i`), or `1` with the stems of the present,
    its second person, the past and, where it is not that of the infinitive, the future: `1 saņem saņem saņēm`.
    """
    conjugation, *stems = kind.split()
    reflexive = word.endswith("ties")
    infinitive = word.removesuffix("ies")[:-1]
    if conjugation == "2":
        present = past = infinitive + "j"
        found = [
            infinitive,
            *_with(present, "u am at i iet ot ams amais amā"),
            *_with(present + "oš", "s a ais ā ie iem u"),
        ]
        future = infinitive
    elif conjugation == "3":
        present, past, future = infinitive[:-1], infinitive + "j", infinitive
        third, long = (present + "a", "ā") if stems == ["a"] else (present, "a")
        found = [
            third,
            *_with(present, f"u i iet {long}m {long}t ot {long}ms {long}mais {long}mā"),
            *_with(present + "oš", "s a ais"),
        ]
    else:
        present, second, past, *rest = stems
        future = rest[0] if rest else infinitive
        found = [
            present,
            second,
            second + "iet",
            *_with(present, "u am at ot ams amais"),
            *_with(present + "oš", "s a ais"),
        ]
    found += [*_with(past, "u i a ām āt"), *_past_participle(past), *_persons(future, infinitive)]
    found += [*_with(infinitive + "dam", "s a i as"), *participle(infinitive + "ts")]
    debitive = "jā" + found[0]
    found = {_reflexive(form) for form in found} - {None} if reflexive else {*found}
    return sorted(found if reflexive else {*found, debitive})


def _reflexive(form):
    """Give the reflexive form of a personal form: `māca` → `mācās`; participles in cases have none."""
    for plain, other in (
        ("siet", "sieties"),
        ("iet", "ieties"),
        ("sim", "simies"),
        ("sit", "sities"),
        ("ām", "āmies"),
        ("āt", "āties"),
        ("am", "amies"),
        ("at", "aties"),
        ("ot", "oties"),
        ("šu", "šos"),
        ("tu", "tos"),
    ):
        if form.endswith(plain):
            return form.removesuffix(plain) + other
    if form.endswith(("āt", "ēt", "īt", "t")):
        return form + "ies"
    return None


FORMS = {"noun": noun, "adjective": adjective, "verb": verb}


def forms(word, part, kind):
    """Give all forms of a word of a `part` of speech."""
    return sorted(set(FORMS[part](word, kind)))
