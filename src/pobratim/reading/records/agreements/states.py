"""The state a sentence gives a document, the day it was signed, and the rule that saw it."""

from __future__ import annotations

from dataclasses import dataclass

from pobratim.model import edtf
from pobratim.model.document import Basis
from pobratim.reading.context import DateMention
from pobratim.reading.records.agreements.document_states import (
    adopted_by,
    is_ended,
    is_extended,
    is_formal,
    is_in_force,
    is_joint,
    is_prepared,
    is_referred,
    outcome_of,
    signed_participle,
    tells_contents,
)
from pobratim.reading.records.agreements.governed import Signing
from pobratim.reading.records.agreements.replaced import is_replaced
from pobratim.reading.records.approvals import is_approval
from pobratim.reading.records.dating import may_date
from pobratim.reading.records.documents import DocumentName, document_between
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.reach import end_of
from pobratim.reading.records.statuses import is_counted_from
from pobratim.reading.records.ties.times import anniversary_of, years_passed


@dataclass(frozen=True, slots=True)
class Day:
    edtf: str | None
    basis: Basis | None


@dataclass(frozen=True, slots=True)
class State:
    """What is said of the document: its status, the day it was signed, and the rule that saw it."""

    status: str
    date: Day
    rule: str


OPEN = Day(None, None)


def state_of(scene: Scene, name: DocumentName, signing: Signing | None, period: str | None) -> State | None:
    """The first of these that holds; None where the document is only talked about."""
    dated = _own_date(scene, name, signing)
    participle = signed_participle(scene, name)
    told_by_the_way = signing is None or signing.index == participle
    if told_by_the_way and is_replaced(scene, name):
        return State("ended", dated or participle_day(scene, participle), "agreement.replaced")
    if told_by_the_way and is_ended(scene, name):
        return State("ended", dated or participle_day(scene, participle), "agreement.ended")
    if signing is not None:
        if is_counted_from(scene.tokens, signing.index, scene.sentence.first):
            return State("signed", dated or OPEN, "agreement.signed")
        if signing.status == "planned":
            return State("planned", OPEN, "agreement.signed")
        if is_approval(scene, signing.index, name.kind):
            return State("signed", dated or OPEN, "agreement.adopted")
        day = signing_day(scene, signing.index)
        of_that_year = dated is not None and dated.edtf is not None and (day.edtf or "").startswith(dated.edtf)
        return State("signed", day if dated is None or of_that_year else dated, "agreement.signed")
    if is_extended(scene, name):
        return State("signed", dated or OPEN, "agreement.extended")
    outcome = outcome_of(scene, name)
    if outcome is not None:
        return State(outcome, dated or OPEN, "agreement.outcome")
    if is_prepared(scene, name):
        return State("planned", OPEN, "agreement.prepared")
    if participle is None and not is_joint(scene, name, end_of(scene, name), period):
        return None
    if dated is not None:
        return State("signed", dated, "agreement.referred")
    if participle is not None:
        return State("signed", day_of(scene.date_near(participle)), "agreement.referred")
    adopted = adopted_by(scene, name)
    if adopted is not None:
        return State("signed", day_of(scene.date_near(adopted)), "agreement.adopted")
    in_force = is_in_force(scene, name) or (period is not None and tells_contents(scene))
    if is_referred(scene, name) or in_force:
        near = scene.date_near(name.first) if is_formal(scene, name) else None
        its_own = near is not None and not _tells_when(scene, near)
        return State("signed", day_of(near) if its_own else OPEN, "agreement.referred")
    return None


def participle_day(scene: Scene, participle: int | None) -> Day:
    """The day of «подписанное 16 апреля»."""
    return day_of(scene.date_near(participle)) if participle is not None else OPEN


def signing_day(scene: Scene, index: int) -> Day:
    """The date of the clause that tells of the signing; of another clause only a day, never a year
    («в 2015 году стали побратимами, а недавно подписали план»)."""
    first, last = scene.clauses.stretch_at(index)
    span = (scene.tokens[first].start, scene.tokens[last - 1].end)
    points = [date for date in scene.context.dates_in(*span) if date.kind == "point" and may_date(scene, date, index)]
    own = [date for date in points if not _is_of_document(scene, date)]
    nearest = scene.date_near(index)
    if nearest is not None and (_is_of_document(scene, nearest) or nearest.start > span[1]):
        nearest = None
    if nearest is None or (own and nearest not in own):  # the clause has its own, or none that is told
        dated = [date for date in own if date.edtf]
        return day_of(dated[0]) if dated else OPEN
    exact = edtf.is_day((nearest.edtf or "").split("/")[0])
    return day_of(nearest) if nearest in own or exact or not _is_coordinated(scene, first) else OPEN


def _is_of_document(scene: Scene, date: DateMention) -> bool:
    """«план по реализации соглашения | от 14 июня 2006 года», «до 1 декабря»: another's day, or a term."""
    before = scene.context.tokens_in(scene.sentence.start, date.start)
    return bool(before) and before[-1].lower in {"от", "до", "к"}


def _is_coordinated(scene: Scene, first: int) -> bool:
    """«…, а затем подписали»: another clause stands before, with its own time."""
    return first > scene.sentence.first and scene.tokens[first].lower in {"а", "и", "но", "однако"}


def _own_date(scene: Scene, name: DocumentName, signing: Signing | None) -> Day | None:
    """«соглашение от 12 мая 2010 года», «договором 1998 года», «исполнится 20 лет договору»; of what is signed there
    also «(подписав) соглашение в понедельник»."""
    limit = end_of(scene, name)
    further = document_between(scene.context, name.last, limit) or limit
    end = scene.tokens[further - 1].end
    for date in scene.context.dates_in(scene.tokens[name.last - 1].end, end):
        before = scene.context.tokens_in(max(scene.sentence.start, date.start - 4), date.start)
        lead = before[-1].lower if before else ""
        right_after = all(_is_of_sides(scene, i) for i in range(name.last, scene.index_at(date.start)))
        its_own = lead == "от" or (right_after and (signing is not None or not _tells_when(scene, date)))
        if date.edtf and date.kind == "point" and its_own:
            return day_of(date)
    passed = years_passed(scene)
    if passed is not None:
        return Day(passed.edtf, passed.basis)
    anniversary = anniversary_of(scene)
    if anniversary is not None and _is_dative(scene, name):
        return Day(anniversary.edtf, anniversary.basis)
    return None


def _tells_when(scene: Scene, date: DateMention) -> bool:
    """«договор с Омском | вчера | рассмотрели», «договор | 4 апреля 2019 года | обсудили»; not «договор 2012 года»."""
    if not any(sign.isdigit() for sign in scene.context.text((date.start, date.end))):
        return True
    if len(date.edtf or "") <= len("2012"):
        return False
    following = scene.context.tokens_in(date.end, scene.sentence.end)[:1]
    return any(token.word is not None and token.word.pos in {"VERB", "PRTS"} for token in following)


def _is_of_sides(scene: Scene, index: int) -> bool:
    """«соглашение | Гомеля и Брянска | 2012 года»: words that say whose document it is."""
    if scene.mention_at(index) is not None or scene.tokens[index].lower in {"и", "между", "с", "со", "о", "об"}:
        return True
    return scene.tokens[index].lower in _MATTERS


_MATTERS = frozenset(
    {"дружбе", "сотрудничестве", "побратимстве", "партнёрстве", "партнерстве", "взаимодействии", "взаимопонимании"}
)
"""«соглашение | о дружбе и сотрудничестве | 1998 года»: what a document of two places is on."""


def _is_dative(scene: Scene, name: DocumentName) -> bool:
    """«20 лет договору», «к 20-летию договора»: it is the document that is so old."""
    return scene.tokens[name.first].is_case("datv", "gent")


def day_of(date: DateMention | None) -> Day:
    return Day(date.edtf, date.basis) if date is not None and date.edtf else OPEN
