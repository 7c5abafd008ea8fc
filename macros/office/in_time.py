"""A file that somebody sends is read in seconds or not at all, whatever it makes of the libraries that read it."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

from macros.office.unzipped import Refused

MOST_SECONDS = 20
"""Of the processor; a real file takes two."""


@contextmanager
def in_time() -> Iterator[None]:
    """Raise `Refused` in what is done meanwhile, once that has taken the processor for `MOST_SECONDS`."""
    before = signal.signal(signal.SIGVTALRM, _refuse)
    signal.setitimer(signal.ITIMER_VIRTUAL, MOST_SECONDS, 1)  # and again, should a library keep it to itself
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _refuse(*_signal):
    raise Refused(
        "Failu nevar nolasīt pietiekami ātri: tajā ir pārāk daudz datu. Vai tas tiešām ir ziņojumam?",
        "The file cannot be read fast enough: there is too much in it. Is it really for the report?",
    )
