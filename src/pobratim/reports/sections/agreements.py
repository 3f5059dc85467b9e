"""Agreements, road maps and the other papers the sides signed."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.reading.text.morph import word
from pobratim.register.agreement_terms import Standing, standing
from pobratim.register.rows import AgreementRow
from pobratim.reports.paper import Line, Piece, Section, Text
from pobratim.reports.sections.context import NOTHING, Context
from pobratim.reports.wording import clean, sentence, short
from pobratim.reports.words import ru

_LEADS = frozenset({"о", "об", "по", "на", "в", "с", "между", "для", "из"})
"""A subject that begins so, or in the genitive, goes on from the kind: «меморандум о сотрудничестве»."""


def agreements(context: Context) -> Section | None:
    """A table: what was signed, when, for how long, whether it holds on the day of the paper."""
    return papers(context, "Соглашения и дорожные карты", context.dossier.agreements)


def papers(context: Context, heading: str, rows: Sequence[AgreementRow]) -> Section | None:
    """The same of some papers, under a heading of their own."""
    if not rows:
        return None
    return Section(
        heading=heading,
        layout="table",
        columns=("Документ", "Подписан", "Срок действия", "Состояние", "Прим."),
        lines=tuple(_row(context, row) for row in rows),
    )


def _row(context: Context, row: AgreementRow) -> Line:
    signed = (
        *context.dated(row.signed, row.signed_basis, row.signed_because, unknown=NOTHING),
        *context.disputed(row.id, "signed"),
    )
    period: Text = (Piece(short(row.period) if row.period else NOTHING), *context.disputed(row.id, "period"))
    return Line(
        (
            (Piece(_title(context, row)),),
            signed,
            period,
            (Piece(state(context, row)),),
            (Piece("", context.refs(row)),),
        )
    )


def _title(context: Context, row: AgreementRow) -> str:
    title = sentence(ru(row.kind, "agreement"))
    subject = clean(row.subject or "")
    if subject:
        if _is_genitive(subject):  # «план работы», not «план мероприятий работы»
            title = title.removesuffix(" мероприятий")
        title += f" {subject}" if _continues(subject) else f": {subject}"
    others = context.others(row.parties)
    if others:
        title += f". {sentence(context.party_label(row.parties))}: {context.parties(row.parties)}"
    if row.signatories:
        title += f". Подписали: {context.names(row.signatories)}"
    return title


def _continues(subject: str) -> bool:
    return subject.split(" ")[0].lower() in _LEADS or _is_genitive(subject)


def _is_genitive(subject: str) -> bool:
    parses = word(subject.split(" ")[0].lower()).parses
    return bool(parses and parses[0].case == "gent")


_STATES: dict[Standing, str] = {
    "planned": "планируется подписать",
    "signed": "срок не указан",
    "to begin": "срок не начался",
    "in force": "действует",
    "lapsed": "срок истёк",
    "replaced": "заменён новым",
    "ended": "действие прекращено",
}
"""What an officer may rely on, on the day of the paper."""


def in_force(context: Context, row: AgreementRow) -> bool:
    """Whether it is signed, not replaced, and its period, if known, covers the day of the paper."""
    return _standing(context, row) in ("in force", "signed")


def is_signed(context: Context, row: AgreementRow) -> bool:
    """Whether it is signed and no later document has taken its place."""
    return row.status == "signed" and _standing(context, row) != "replaced"


def state(context: Context, row: AgreementRow) -> str:
    """What an officer may rely on, on the day of the paper: «действует», «срок истёк» …"""
    return _STATES[_standing(context, row)]


def _standing(context: Context, row: AgreementRow) -> Standing:
    return standing(row, context.successors.get(row.id), context.today)
