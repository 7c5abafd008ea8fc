"""Words that the dictionaries of hunspell do not know, and what they would write instead.

Both languages are asked at the same time: most of the wait is for the dictionaries to load.
"""

import json
import os
import subprocess
import tempfile
from collections.abc import Collection
from contextlib import ExitStack

from macros import kept, state
from macros.words.faults import Fault

DICTIONARIES = {"lv": "lv_LV", "en": "en_GB"}
MOST = 200_000
"""How many words of a language are remembered; beyond, only those of the last question are."""
PATIENCE = 60  # seconds; the whole report takes a tenth of one

Word = tuple[str, str]
"""A language, and a word: letters, with an apostrophe at most."""


_lacks: dict[str, dict[str, bool]] = {}
"""Language → each word that its dictionary was asked about → whether it lacks it: a word is asked about once.

It is kept with the program, for as long as the dictionary is the same, so that the next command need not ask.
"""


def unknown(words: frozenset[Word]) -> dict[str, frozenset[str] | None]:
    """Give the words that are in no dictionary: by language, or None where there is no such dictionary.

    Raises `Fault` where hunspell fails.
    """
    own = _by_language(words)
    were_asked()
    new = {language: own[language] - _lacks.get(language, {}).keys() for language in own}
    answers = _ask("-l", {language: new[language] for language in own if new[language] or language not in _lacks})
    for language, answer in answers.items():
        if answer is not None:
            lacking = set(answer.replace("'", "’").split())
            _lacks.setdefault(language, {}).update({word: word in lacking for word in new[language]})
            known = (
                _lacks[language]
                if len(_lacks[language]) < MOST
                else {word: _lacks[language][word] for word in own[language]}
            )
            kept.keep(kept.HOME, _key(language), json.dumps(known, ensure_ascii=False, sort_keys=True).encode())
    return {
        language: None if answers.get(language, "") is None else frozenset(filter(_lacks[language].get, own[language]))
        for language in own
    }


def were_asked() -> bool:
    """Say whether something is known of each dictionary: else its first question had better be of many words."""
    for language in DICTIONARIES.keys() - _lacks.keys():
        if remembered := kept.take(kept.HOME, _key(language)):
            _lacks[language] = json.loads(remembered)
    return _lacks.keys() == DICTIONARIES.keys()


def _key(language):
    """Give the key of what a dictionary is known to lack; None where there is no hunspell."""
    about = state.dictionaries()
    return kept.key("words", language, repr(about)) if about else None


def suggestions(words: Collection[Word]) -> dict[Word, tuple[str, ...]]:
    """Give up to three suggestions for each of the words."""
    found: dict[Word, tuple[str, ...]] = dict.fromkeys(words, ())
    for language, answer in _ask("-a", _by_language(words)).items():
        for line in (answer or "").splitlines():
            if line.startswith("& "):  # “& word 3 0: one, two, three”
                head, _, rest = line.partition(": ")
                found[language, head.split()[1].replace("'", "’")] = tuple(rest.split(", ")[:3])
    return found


def _by_language(words):
    return {language: {word for own, word in words if own == language} for language in DICTIONARIES}


def _ask(option, words):
    """Run hunspell with one word a line, each language beside the other; give language → answer or None."""
    running = {}
    with ExitStack() as ends:
        for language, own in words.items():
            with tempfile.TemporaryFile("w+", encoding="utf-8") as lines:
                lines.write("\n".join(sorted(word.replace("’", "'") for word in own)) + "\n")
                lines.seek(0)
                process = _start(["hunspell", "-i", "utf-8", "-d", DICTIONARIES[language], option], lines)
            running[language] = process and ends.enter_context(process)
            ends.callback(process.kill) if process else None
        return {language: _answer(language, process) for language, process in running.items()}


def _start(command, lines):
    # Neither a person's own dictionary nor one in the project's folder: the same words are right on every machine.
    environment = {name: value for name, value in os.environ.items() if name not in ("WORDLIST", "DICPATH")}
    environment |= {"HOME": os.devnull, "LC_ALL": "C.UTF-8"}
    try:
        return subprocess.Popen(  # noqa: S603 – words come on standard input
            command,
            stdin=lines,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            errors="replace",
            cwd="/",
            env=environment,
        )
    except FileNotFoundError:
        return None


def _answer(language, process):
    """Give what hunspell answers, or None where it has no such dictionary. Raises `Fault` where it fails."""
    if process is None:
        return None
    try:
        answer, _ = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.returncode == 0:
        return answer
    there = {name for _hunspell, name, *_about in state.dictionaries()}
    if process.returncode > 0 and f"{DICTIONARIES[language]}.dic" not in there:
        return None
    raise Fault(
        "Pareizrakstību nevarēja pārbaudīt: programma “hunspell” neatbildēja. Mēģiniet vēlreiz.",
        "The spelling could not be checked: the program “hunspell” gave no answer. Try again.",
    )
