"""Addresses that links of a document lead to, without what only follows those who click."""

import re
from urllib.parse import unquote

_LINK = re.compile(r"https?://[^\s\"'<>()]+|mailto:[^\s\"'<>()]+")
_TRACKING = re.compile(
    r"(?<=[?&])(?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|igshid)=[^&#]*(?:&|(?=#)|\Z)", re.IGNORECASE
)
_LEFT_OVER = re.compile(r"[?&](?=#|\Z)")
_WRAPPED = re.compile(r"https://[\w.]+\.safelinks\.protection\.outlook\.com/[^?]*\?url=([^&]+).*", re.IGNORECASE)
"""What Outlook makes of links in letters."""


def address(target: str) -> str | None:
    """Give the address that may stand in a page, None of what leads elsewhere than to the web or a mailbox."""
    wrapped = _WRAPPED.fullmatch(target)
    plain = _LEFT_OVER.sub("", _TRACKING.sub("", unquote(wrapped[1]) if wrapped else target.strip()))
    plain = plain.replace("(", "%28").replace(")", "%29").replace(" ", "%20")
    return plain if _LINK.fullmatch(plain) else None
