"""Known discrepancies, as readers see them."""

from macros.show.tables.shape import Row, builder, label, one_group, stack


@builder("discrepancies")
def _discrepancies(site, report):
    """Those for readers; the third column holds the answer of the centre or, until there is one, the question."""
    rows = []
    for key, record in report.discrepancies.items():
        if record.audience == "reader":
            open_question = label(site, "no_answer_yet") if record.question else label(site, "no_question")
            asked = stack(record.question, record.answer or open_question) if record.question else open_question
            rows.append(Row(record.title, (record.note, asked), name=key))
    return one_group(rows, layout="stacked")
