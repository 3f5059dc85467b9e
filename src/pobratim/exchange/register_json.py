"""The public format `pobratim-register/1` (``docs/register.md``): the whole register as one JSON.

The same register gives the same bytes: rows are sorted, and nothing tells when the file was written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from pobratim.register import serial
from pobratim.register.identity import Judgement
from pobratim.register.rows import (
    AgreementRow,
    Commitment,
    FollowUp,
    Happening,
    OfferRow,
    QuoteRow,
    Register,
    Row,
)

FORMAT = "pobratim-register/1"

_KEYS: dict[str, str] = {
    "documents": "id source address publisher title language published published_basis published_because"
    " reprint_of",
    "places": "id type name aliases geonames country within lat lon documents",
    "people": "id name variants posts documents",
    "organizations": "id name aliases place documents",
    "happenings": "id kind date date_basis date_because place parties participants organizations status title"
    " documents reprints evidence",
    "ties": "id parties history status first_seen last_seen documents",
    "agreements": "id kind parties signed signed_basis signed_because period signatories subject status"
    " replaces documents evidence",
    "commitments": "id actors named action due topics status first_said restated said follow_ups silent_since"
    " documents evidence",
    "offers": "id direction from to kind item code documents evidence",
    "figures": "id metric parties value unit period change trend documents evidence",
    "quotes": "id speaker kind text document span",
    "topics": "parties topic documents",
    "conflicts": "on slot values preferred",
}
_INNER_KEYS: dict[str, str] = {
    "posts": "title organization place from from_basis from_because until until_basis until_because attested"
    " documents",
    "history": "kind since since_basis since_because until until_basis until_because status documents",
}
"""Of the lists inside rows whose items have more slots than the format has keys."""

_KIND_OF_FOLLOW_UP: dict[type, str] = {
    Happening: "happening",
    AgreementRow: "agreement",
    OfferRow: "offer",
}


def write(register: Register, judgements: Iterable[Judgement] = ()) -> bytes:
    """The register and the judgements on identity in this format, UTF-8."""
    tables: dict[str, Any] = {"format": FORMAT}
    for table in _KEYS:
        rows = sorted(getattr(register, table), key=lambda row: row.id)
        tables[table] = [_exported(row, register) for row in rows]
    tables["judgements"] = [serial.to_dict(one) for one in judgements]
    return (json.dumps(tables, ensure_ascii=False, indent=1) + "\n").encode()


def _exported(row: Row, register: Register) -> dict[str, Any]:
    values = serial.to_dict(row)
    if isinstance(row, QuoteRow):
        values |= _place_of_quote(row)
    if isinstance(row, Commitment):
        values["follow_ups"] = [_follow_up(follow_up, register) for follow_up in row.follow_ups]
    for name, keys in _INNER_KEYS.items():
        if name in values:
            values[name] = [{key: item[key] for key in keys.split()} for item in values[name]]
    return {key: values[key] for key in _KEYS[row.table].split()}


def _place_of_quote(row: QuoteRow) -> dict[str, Any]:
    """The document and the span from the first word said to the last."""
    spans = [evidence.span for evidence in row.evidence]
    return {
        "document": row.evidence[0].document,
        "span": [min(start for start, _ in spans), max(end for _, end in spans)],
    }


def _follow_up(follow_up: FollowUp, register: Register) -> dict[str, Any]:
    kind = _KIND_OF_FOLLOW_UP[type(register.get(follow_up.row))]
    values = serial.to_dict(follow_up)
    del values["row"]
    return {kind: follow_up.row, **values}
