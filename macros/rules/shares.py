"""Rules about shares of people: whole answers, whole people, no group so small that somebody is recognised."""

from fractions import Fraction
from math import ceil, floor

from macros.compute import Figure
from macros.rules.facts import Finding, interval, kind, like, names_of, not_stated, plain, say
from macros.schema import Percent

WHOLE = 100  # percent


@kind("hundred")
def all_answers_make_a_hundred(rule, facts):
    """The shares of all answers to a question, as printed, make 100 %; it is said whether rounding could explain it."""
    shares = facts.figures(*rule.shares)
    if blank := not_stated(*shares):
        return blank
    total = sum(share.value for share in shares)
    if total == WHOLE:
        return []
    spans = [interval(share.value) for share in shares]
    rounding = sum(span[0] for span in spans) <= WHOLE <= sum(span[1] for span in spans)
    why_lv = "To var izskaidrot ar noapaļošanu, vai arī" if rounding else "Ar noapaļošanu to izskaidrot nevar:"
    why_en = "Rounding may have caused this, or" if rounding else "Rounding cannot explain this:"
    total_share = like(shares[0], Percent(total))
    sums = {
        language: " + ".join(say(share, language) for share in shares)
        + (f" = {say(total_share, language)}" if len(shares) > 1 else "")
        for language in ("lv", "en")
    }
    formula = " + ".join(map(plain, shares)) + (f" = {plain(total_share)}" if len(shares) > 1 else "")
    lv = (
        f"Norādītās atbildes: {sums['lv']}, nevis 100 %. {why_lv} kāda atbilde nav minēta vai kāds skaitlis nav "
        "pareizs."
    )
    en = f"The answers given: {sums['en']}, not 100%. {why_en} an answer is missing or a figure is wrong."
    return [Finding(f"{formula} ≠ 100%", lv, en, names_of(*shares))]


@kind("people")
def a_share_is_that_of_whole_people(rule, facts):
    """Each share is that of a whole number of people out of so many; all answers together can be all the people."""
    out_of, shares = facts.names[rule.out_of], facts.figures(*rule.shares)
    if blank := not_stated(*shares, out_of):
        return blank
    number = out_of.value
    counts = {share.name: _counts(share.value, number) for share in shares}
    found = []
    for share in shares:
        low, high = counts[share.name]
        if low > high:
            near = {
                language: f"{high}/{number} = {say(_share(high, number), language)}, "
                f"{low}/{number} = {say(_share(low, number), language)}"
                for language in ("lv", "en")
            }
            found.append(
                Finding(
                    f"{plain(share)} ≠ n : {number}",
                    f"“{share.name}” ir {say(share, 'lv')}, bet no {number} (“{out_of.name}”) tādu daļu iegūt nevar: "
                    f"{near['lv']}.",
                    f"“{share.name}” is {say(share, 'en')}, but no whole number out of {number} (“{out_of.name}”) "
                    f"gives it: {near['en']}.",
                    names_of(share, out_of),
                )
            )
    if not found and sum(share.value for share in shares) == WHOLE:
        lowest, highest = (sum(counts[share.name][side] for share in shares) for side in (0, 1))
        if not lowest <= number <= highest:
            found.append(
                Finding(
                    f"{lowest}–{highest} ≠ {number}",
                    f"Pēc procentiem visu atbildējušo skaits ir {lowest}–{highest}, bet “{out_of.name}” ir {number}.",
                    f"By the shares, those who answered number {lowest}–{highest}, but “{out_of.name}” is {number}.",
                    names_of(out_of, *shares),
                )
            )
    return found


def _share(part, number):
    return Figure("", Fraction(WHOLE * part, number), "share")


def _counts(share, number):
    """Give the smallest and the largest number of people that `share` percent of `number` can be."""
    low, high = interval(share)
    return ceil(low * number / WHOLE), floor(high * number / WHOLE)


@kind("group")
def no_group_is_so_small_that_somebody_is_recognised(rule, facts):
    """No group of people is smaller than `smallest_group` in privacy.yml, nor is what remains of its whole."""
    whole = facts.names[rule.of].value if rule.of else None
    found = []
    for group in facts.figures(*rule.people):
        for size, rest in _sizes(group.value, whole):
            if not 0 < size < facts.smallest_group:
                continue
            about = "" if isinstance(group.value, int) else "~"
            left = f"{whole} − {plain(group)}" if isinstance(group.value, int) else f"100% − {plain(group)}"
            formula = f"{left if rest else plain(group)}{f' {about} {size}' if about else f' = {size}' if rest else ''}"
            near_lv, near_en = ("apmēram ", "about ") if about else ("", "")
            who_lv, who_en = ("pārējo", "the other") if rest else ("šādu", "such")
            lv = f"“{group.name}” ir {say(group, 'lv')}: {who_lv} cilvēku skaits ir {near_lv}{size}"
            en = f"“{group.name}” is {say(group, 'en')}: the number of {who_en} people is {near_en}{size}"
            found.append(
                Finding(
                    formula,
                    f"{lv}, tas ir mazāk par slieksni ({facts.smallest_group}).",
                    f"{en}, below the threshold of {facts.smallest_group}.",
                    names_of(group),
                )
            )
    return found


def _sizes(value, whole):
    """Give `(people, whether they are what remains)` for a group: a count, or a share of `whole`."""
    if value is None:
        return []
    if isinstance(value, int):
        return [(value, False)] if whole is None else [(value, False), (whole - value, True)]
    if whole is None:
        return []
    people = round(Fraction(value) * whole / WHOLE)
    return [(people, False), (whole - people, True)]
