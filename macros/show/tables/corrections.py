"""What was corrected after publication."""

from macros.show.tables.shape import Named, PageLink, Row, builder, label_number, one_group, stack


@builder("corrections")
def _corrections(site, report):
    """In the order of their numbers, so that readers see whether all are there."""
    rows = [
        Row(
            stack(label_number(site, number), Named(f"corrections.{number}.date")),
            (PageLink(item.page), item.was, item.now, item.reason or "–"),
            name=f"correction-{number}",
        )
        for number, item in report.corrections.items()
    ]
    return one_group(rows, layout="stacked")
