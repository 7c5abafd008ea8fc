"""Learners: the front page of a year, section 1.1."""

from macros.show.tables.shape import Named, Row, builder, label, one_group, stack


@builder("key_figures", data=None)
def _key_figures(site, report):
    """The year's front page: what each number is, and the number. A year without a target or question leaves it out."""
    rows = [
        Row(label(site, "key_learners_start"), (Named("learners.total_start"),)),
        Row(label(site, "key_learners_end"), (Named("learners.total_end"),)),
    ]
    if "learners" in report.targets.measured:
        rows.append(Row(label(site, "key_learners_reported"), (Named("targets.measured.learners.reached"),)))
    results = [target.reached for target in report.targets.measured.values() if target.set is not None]
    statuses = [
        part.status for item in report.priorities.items.values() for part in (item.quantitative, item.qualitative)
    ]
    rows += [
        Row(label(site, "key_targets_met"), (_of_all(site, "targets_met", results),)),
        Row(label(site, "key_priorities_achieved"), (_of_all(site, "priorities_achieved", statuses),)),
        Row(label(site, "key_programmes_opened"), (Named("programmes.opened"),)),
    ]
    safety = report.survey.questions.get("safe_premises")
    if safety and "agree" in safety.answers:
        rows.append(Row(label(site, "key_safe"), (Named("survey.questions.safe_premises.answers.agree.share"),)))
    return one_group(rows, numeric=frozenset({1}), layout="headline")


def _of_all(site, key, values):
    """Give “2 of 3”, or that nothing is stated while none of the values is."""
    return label(site, f"key_{key}_value") if any(value is not None for value in values) else None


@builder("overview", data="learners")
def _overview(site, report):
    rows = [
        Row(area.name, tuple(Named(f"learners.areas.{key}.{column}") for column in ("start", "end", "change")))
        for key, area in report.learners.areas.items()
    ]
    totals = ("total_start", "total_end", "change")
    rows.append(Row(label(site, "total"), tuple(Named(f"learners.{total}") for total in totals), total=True))
    return one_group(rows, numeric=frozenset({1, 2, 3}), source=report.learners.source)


@builder("learners")
def _learners(_site, report):
    rows = [
        Row(
            stack(area.name, area.covers),
            (
                ", ".join(report.places.addresses[place] for place in area.places),
                Named(f"learners.areas.{key}.start"),
                Named(f"learners.areas.{key}.end"),
            ),
        )
        for key, area in report.learners.areas.items()
    ]
    return one_group(rows, numeric=frozenset({2, 3}), layout="stacked", source=report.learners.source)


@builder("learners_change", data="learners")
def _learners_change(site, report):
    columns = ("start", "end", "change", "change_percent", "share_end")
    totals = ("total_start", "total_end", "change", "change_percent", "share_total")
    rows = [
        Row(area.name, tuple(Named(f"learners.areas.{key}.{column}") for column in columns))
        for key, area in report.learners.areas.items()
    ]
    rows.append(Row(label(site, "total"), tuple(Named(f"learners.{total}") for total in totals), total=True))
    return one_group(rows, numeric=frozenset({1, 2, 3, 4, 5}), source=report.learners.source)


@builder("places")
def _places(_site, report):
    rows = []
    for key, address in report.places.addresses.items():
        offered = [area.name for area in report.learners.areas.values() if key in area.places]
        rows.append(Row(address, (stack(*offered),)))
    return one_group(rows, layout="scroll", source=report.learners.source)
