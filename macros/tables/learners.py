"""Learners: the front page of a year, section 1.1."""

from macros.tables.shape import Named, Row, builder, label, one_group, stack


@builder("key_figures")
def _key_figures(site, report):
    """The year's front page: the number first, then what it means."""
    asked = report.survey.questions["safe_premises"]
    safe = next(iter(asked.answers))
    rows = [
        Row(label(site, "key_learners_start"), (Named("learners.total_start"),)),
        Row(label(site, "key_learners_end"), (Named("learners.total_end"),)),
        Row(label(site, "key_learners_reported"), (Named("targets.measured.learners.reached"),)),
        Row(label(site, "key_targets_met"), (label(site, "key_targets_met_value"),)),
        Row(label(site, "key_priorities_achieved"), (label(site, "key_priorities_achieved_value"),)),
        Row(label(site, "key_programmes_opened"), (Named("programmes.opened"),)),
        Row(label(site, "key_safe"), (Named(f"survey.questions.safe_premises.answers.{safe}.share"),)),
    ]
    return one_group(rows, numeric=frozenset({1}), layout="headline")


@builder("overview")
def _overview(site, report):
    areas = [
        (area.name, f"learners.areas.{key}", ("start", "end", "change")) for key, area in report.learners.areas.items()
    ]
    areas.append((label(site, "total"), "learners", ("total_start", "total_end", "change")))
    rows = [
        Row(head, tuple(Named(f"{name}.{column}") for column in columns), total=name == "learners")
        for head, name, columns in areas
    ]
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
    return one_group(
        rows, numeric=frozenset({2, 3}), layout="stacked", notes=report.learners.notes, source=report.learners.source
    )


@builder("learners_change")
def _learners_change(site, report):
    def row(head, name, start, end, share, **rest):
        cells = (start, end, f"{name}.change", f"{name}.change_percent")
        return Row(head, (*(Named(cell) for cell in cells), share), **rest)

    rows = [
        row(
            area.name,
            f"learners.areas.{key}",
            f"learners.areas.{key}.start",
            f"learners.areas.{key}.end",
            Named(f"learners.areas.{key}.share_end"),
        )
        for key, area in report.learners.areas.items()
    ]
    share = Named("learners.share_total")
    rows.append(row(label(site, "total"), "learners", "learners.total_start", "learners.total_end", share, total=True))
    return one_group(rows, numeric=frozenset({1, 2, 3, 4, 5}), source=report.learners.source)


@builder("places")
def _places(_site, report):
    rows = []
    for key, address in report.places.addresses.items():
        offered = [area.name for area in report.learners.areas.values() if key in area.places]
        rows.append(Row(address, (stack(*offered),)))
    return one_group(rows, layout="scroll", source=report.learners.source)
