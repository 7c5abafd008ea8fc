"""Rules about shares of people: whole answers, whole people, no group so small that somebody is recognised."""

from fractions import Fraction
from math import ceil, floor

from macros.data.schema.rules import Group, Hundred, People
from macros.report.compute import Figure
from macros.report.kind import SHARE, ends
from macros.report.rules.facts import Facts, Finding, count, interval, kind, names_of, not_stated, plain, say

WHOLE = 100  # percent


@kind("hundred")
def all_answers_make_a_hundred(rule: Hundred, facts: Facts) -> list[Finding]:
    """The shares of all answers to a question, as printed, make 100 %; it is said whether rounding could explain it."""
    found = []
    for total in facts.figures(rule.totals):
        shares = facts.figures(*total.parts)
        blank = not_stated(*shares) or not_stated(total)  # which is not, too, where there are no answers
        found += blank or ([] if total.number == WHOLE else [_no_hundred(total, shares)])
    return found


def _no_hundred(total, shares):
    spans = [interval(share) for share in shares]
    rounding = sum(span[0] for span in spans) <= WHOLE <= sum(span[1] for span in spans)
    over = total.number > WHOLE  # then no answer is missing
    why_lv = "To var izskaidrot ar noapaļošanu, vai arī" if rounding else "Ar noapaļošanu to izskaidrot nevar:"
    why_en = "Rounding may have caused this, or" if rounding else "Rounding cannot explain this:"
    wrong_lv, wrong_en = "kāds skaitlis nav pareizs", "a figure is wrong"
    if not over:
        wrong_lv = (
            f"kāda atbilde nav minēta, vai {wrong_lv}. Ja ziņojumā citu atbilžu nav, pierakstiet pie jautājuma "
            "“other_answers: not_stated”"
        )
        wrong_en = (
            f"an answer is missing or {wrong_en}. If the report gives no other answers, add “other_answers: "
            "not_stated” to the question"
        )
    sums = {
        language: " + ".join(say(share, language) for share in shares)
        + (f" = {say(total, language)}" if len(shares) > 1 else "")
        for language in ("lv", "en")
    }
    formula = " + ".join(map(plain, shares)) + (f" = {plain(total)}" if len(shares) > 1 else "")
    lv = f"Norādītās atbildes: {sums['lv']}, nevis 100 %. {why_lv} {wrong_lv}."
    en = f"The answers given: {sums['en']}, not 100%. {why_en} {wrong_en}."
    return Finding(f"{total.name}: {formula} ≠ 100%", lv, en, names_of(*shares))


@kind("people")
def a_share_is_that_of_whole_people(rule: People, facts: Facts) -> list[Finding]:
    """Each share is that of a whole number of people out of so many; all answers together can be all the people."""
    return [finding for shares, of in facts.groups(rule.shares, rule.out_of) for finding in _of_people(shares, of)]


def _of_people(shares, out_of):
    if blank := not_stated(*shares, out_of):
        return blank
    people = count(out_of)
    if not people:
        lv, en = (
            f"“{out_of.name}” ir 0, tāpēc procentus nav no kā rēķināt.",
            f"“{out_of.name}” is 0, so there is nothing to take shares of.",
        )
        return [Finding(f"{out_of.name} = 0", lv, en, names_of(out_of))]
    counts = {share.name: _counts(share, people) for share in shares}
    found = []
    for share in shares:
        low, high = counts[share.name]
        if low > high:
            near = {
                language: f"{high}/{people} = {say(_share(high, people), language)}, "
                f"{low}/{people} = {say(_share(low, people), language)}"
                for language in ("lv", "en")
            }
            found.append(
                Finding(
                    f"{share.name}: {plain(share)} ≠ n : {people}",
                    f"“{share.name}” ir {say(share, 'lv')}, bet no {people} (“{out_of.name}”) tādu daļu iegūt nevar: "
                    f"{near['lv']}.",
                    f"“{share.name}” is {say(share, 'en')}, but no whole number out of {people} (“{out_of.name}”) "
                    f"gives it: {near['en']}.",
                    names_of(share, out_of),
                )
            )
    if not found and sum(share.number for share in shares) == WHOLE:
        lowest, highest = (sum(counts[share.name][side] for share in shares) for side in (0, 1))
        if not lowest <= people <= highest:
            found.append(
                Finding(
                    f"{lowest}–{highest} ≠ {people}",
                    f"Pēc procentiem visu atbildējušo skaits ir {lowest}–{highest}, bet “{out_of.name}” ir {people}.",
                    f"Going by the shares, {lowest}–{highest} people answered, but “{out_of.name}” is {people}.",
                    names_of(out_of, *shares),
                )
            )
    return found


def _share(part, number):
    return Figure("", Fraction(WHOLE * part, number), SHARE)


def _counts(share, number):
    """Give the smallest and the largest number of people that `share` percent of `number` can be."""
    low, high = interval(share)
    return ceil(low * number / WHOLE), floor(high * number / WHOLE)


@kind("group")
def no_group_is_so_small_that_somebody_is_recognised(rule: Group, facts: Facts) -> list[Finding]:
    """No group of people is smaller than `smallest_group` in privacy.yml, nor is what remains of its whole."""
    return [finding for groups, of in facts.groups(rule.people, rule.of) for finding in _small_ones(facts, groups, of)]


def _small_ones(facts, figures, stated):
    groups = [group for group in figures if group.value is not None]
    whole = count(stated) if stated and stated.value is not None else None
    sizes = [_people(group, whole) for group in groups]
    found = [_small(facts, group, size, "") for group, size in zip(groups, sizes, strict=True)]
    if whole is not None and groups:
        total = "100% − " if groups[0].kind.is_share else f"{whole} − "
        found += [_small(facts, group, whole - size, total) for group, size in zip(groups, sizes, strict=True)]
        rest = whole - sum(sizes)
        rounding = groups[0].kind.is_share and sum(interval(group)[1] for group in groups) >= WHOLE
        if len(groups) > 1 and 0 < rest < facts.smallest_group and not rounding:
            joined = " + ".join(map(plain, groups))
            lv = f"Ārpus norādītajām grupām ({joined}) no “{stated.name}” paliek {rest}, tas ir mazāk par slieksni"
            en = f"Outside the groups given ({joined}), {rest} of “{stated.name}” remain, below the threshold of"
            lv, en = f"{lv} ({facts.smallest_group}).", f"{en} {facts.smallest_group}."
            found.append(Finding(f"{stated.name} − ({joined}) = {rest}", lv, en, names_of(*groups)))
    return [finding for finding in found if finding]


def _people(figure, whole):
    """Give how many people a count, the lower end of a range, or a share of the whole stands for."""
    low, _high = ends(figure.value)
    return round(Fraction(low) * (whole or 0) / WHOLE) if figure.kind.is_share else low


def _small(facts, group, size, rest):
    """Give the finding that a group, or with `rest` what remains of its whole, is too small; None where it is not."""
    if not 0 < size < facts.smallest_group:
        return None
    near = group.kind.is_share
    lv, en = (f"“{group.name}” – {say(group, language)}" for language in ("lv", "en"))
    if near or rest:
        lv, en = f"{lv}, {'pārējo' if rest else 'tie'} ir ", f"{en}, {'which leaves ' if rest else 'that is '}"
        lv, en = f"{lv}{'apmēram ' if near else ''}{size}", f"{en}{'about ' if near else ''}{size}"
    return Finding(
        f"{group.name}: {rest}{plain(group)}{f' ~ {size}' if near else f' = {size}' if rest else ''}",
        lv,
        en,
        names_of(group),
        lead=(
            f"Cilvēku te ir mazāk nekā {facts.smallest_group}, un kādu varētu pazīt:",
            f"There are fewer than {facts.smallest_group} people here, and somebody might be recognised:",
        ),
    )
