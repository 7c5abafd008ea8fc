"""What a figure shows in words, generated from the same figures that it draws, so that it is always true.

The sentences are labels of `words.yml` with marks in them; each value goes in as HTML that names its figure.
"""

from macros.show.figures.shape import Bars, Bridge, Matrix, Shares, Statuses


def describe(drawing, writer):
    """Give the HTML of the sentences that say what a drawing shows; `writer` knows the language: see `illustrate`."""
    return " ".join(sentence for sentence in _DESCRIBED[type(drawing)](drawing, writer) if sentence)


def _bars(drawing, writer):
    """Where groups count the same: the largest and the smallest, the largest change, the total. Else every bar."""
    if drawing.groups_differ or drawing.total is None:
        for group in drawing.groups:
            yield writer.sentence("told_item", name=writer.inline(group.heading), value=_each(group, writer))
        return
    last = {group.bars[-1]: group for group in drawing.groups}
    when = writer.inline(drawing.groups[0].bars[-1].words)
    stated = {bar: value for bar in last if (value := writer.exact(bar.name, bar.year)) is not None}
    for key, best in (("told_largest", max), ("told_smallest", min)):
        if stated:
            goal = best(stated.values())
            names = [_named(last[bar], bar.name, writer) for bar, value in stated.items() if value == goal]
            yield writer.sentence(key, when=when, names="; ".join(names))
    changes = dict(zip(drawing.changes, drawing.groups, strict=True))
    known = {name: abs(value) for name in changes if (value := writer.exact(name)) is not None}
    if known:
        names = [_named(changes[n], n, writer) for n, value in known.items() if value == max(known.values())]
        yield writer.sentence("told_change", names="; ".join(names))
    yield writer.sentence(
        "told_total",
        name=writer.inline(drawing.total.heading),
        value=_each(drawing.total, writer),
        change=writer.number(drawing.total_change),
    )


def _each(group, writer):
    return ", ".join(f"{writer.inline(bar.words)} – {writer.number(bar.name, bar.year)}" for bar in group.bars)


def _named(group, name, writer):
    return f"{writer.inline(group.heading)} – {writer.number(name)}"


def _bridge(drawing, writer):
    """The sum as it stands, “=” only where it is true, and how far the number printed elsewhere is from the end."""
    start, *moves, end = [step for step in drawing.steps if step.kind != "elsewhere"]
    values = {step.name: writer.exact(step.name) for step in drawing.steps}
    words = writer.number(start.name)
    for step in moves:
        words += f" {'+' if step.kind == 'more' else '−'} {writer.number(step.name)}"
    if None not in (values[step.name] for step in (start, *moves, end)):
        level = values[start.name] + sum(values[m.name] if m.kind == "more" else -values[m.name] for m in moves)
        equal = level == values[end.name]
        words += f" {'=' if equal else '≠'} {writer.number(end.name)}"
    yield writer.sentence("told_flow", value=words)
    for step in drawing.steps:
        if step.kind == "elsewhere":
            known = None not in (values[step.name], values[end.name])
            apart = writer.plain_number(values[step.name] - values[end.name]) if known else "–"
            name = writer.inline(step.words)
            yield writer.sentence("told_elsewhere", name=name, value=writer.number(step.name), apart=apart)


def _shares(drawing, writer):
    for question in drawing.questions:
        told = ", ".join(f"{writer.inline(a.words)} – {writer.number(a.name)}" for a in question.answers)
        key = "told_question" if question.total else "told_single_answer"
        yield writer.sentence(
            key,
            name=writer.inline(question.words),
            asked=writer.inline(question.asked),
            base=writer.number(question.base),
            value=told,
            total=writer.number(question.total) if question.total else "",
        )


def _statuses(drawing, writer):
    for words, name in drawing.counts:
        yield writer.sentence("told_item", name=writer.inline(words), value=writer.number(name))
    for name, statuses in drawing.rows:
        for column, status in zip(drawing.columns, statuses, strict=True):
            if status.key != "achieved":
                about = f"{writer.inline(name)}, {writer.inline(column)}"
                yield writer.sentence("told_item", name=about, value=writer.inline(status.words))


def _matrix(drawing, writer):
    there = [sum(cells[index] for _name, cells in drawing.rows) for index in range(len(drawing.columns))]
    each = [
        f"{writer.inline(column)} – {writer.plain_number(number)}"
        for column, number in zip(drawing.columns, there, strict=True)
    ]
    yield writer.sentence("told_matrix", count=writer.plain_number(len(drawing.rows)), value=", ".join(each))
    everywhere = [name for name, cells in drawing.rows if all(cells)]
    if everywhere:
        yield writer.sentence("told_everywhere", names=", ".join(map(writer.inline, everywhere)))


_DESCRIBED = {Bars: _bars, Bridge: _bridge, Shares: _shares, Statuses: _statuses, Matrix: _matrix}
