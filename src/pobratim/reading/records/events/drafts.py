"""What one sentence tells of an event: the draft that the rules fill and `merging` joins."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from pobratim.model import edtf
from pobratim.model.document import Basis
from pobratim.model.reading import Span
from pobratim.reading.context import DateMention
from pobratim.reading.once import once
from pobratim.reading.records.awaited import is_meant, is_talked_of
from pobratim.reading.records.dating import (
    LONG_AGO,
    days_before_publication,
    is_looked_back_on,
    is_the_first,
    may_date,
    years_ago,
)
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.statuses import Status, is_counted_from

_EARLIER = re.compile(
    r"^\W*(?:напомн\w+|ранее|до этого|прежде|тогда)\b|\bнапомн(?:ил[аи]?|ив), что\b"
    r"|\b(?:вс)?помн(?:ю|им|ит|ят|ил\w*)\b|\bвспомина\w+"
    r"|\b(?:не так давно|предыдущ\w+|прошл(?:ого|ом) год\w*|прошл(?:ый|ая) (?:визит|поездк|встреч|форум))",
    re.I,
)
_NOT_FIRST = re.compile(
    r"\bуже (?:не раз |дважды |однажды )?(?:приезжа|бывал|посещал|гостил)"
    r"|\bне перв(?:ый|ая|ое) (?:визит|приезд|поездк|посещени|встреч)", re.I
)
"""With a date of its own that is told as one before the news («в апреле гости уже приезжали»)."""
_USED_TO = re.compile(r"\b(?:проходил|проводил)(?:[аио]?|ся|ась|ись|ось)\b", re.I)
_REMOTE = re.compile(r"\b(?:видео|онлайн|телемост|дистанционн|удал[её]нн|по телефону|телефонн|вкс\b)", re.I)


STAGED = frozenset({"signing", "meeting"})
"""What takes place at a forum or a feast."""
DURING = STAGED | {"tour", "forum", "days", "other"}
"""What happens while guests are there."""


@dataclass(slots=True)
class Draft:
    """An event as one sentence tells it. Of a visit the place visited is the last of ``parties``."""

    kind: str
    rule: str
    confidence: float
    status: Status
    evidence: tuple[Span, ...]
    date: str | None = None
    basis: Basis | None = None
    place: str | None = None
    parties: list[str] = field(default_factory=list)
    participants: list[str] = field(default_factory=list)
    organizations: list[str] = field(default_factory=list)
    title: str | None = None
    background: bool = False
    """Is it told as something earlier than the document's news?"""
    item: int | None = None
    """The paragraph of the programme that names it: two items are two events."""
    remote: bool = False
    """Did they meet by video or telephone, each at home?"""
    day_open: bool = False
    """Is its day told, though not which («сегодня» in a release without a date)?"""

    @property
    def in_speech(self) -> bool:
        """Is it told by somebody whom the document quotes?"""
        return self.rule.endswith("+in_speech")
    documents: frozenset[str] | None = None
    """The kinds of documents that its evidence names, once they are asked for."""
    sure: bool = False
    """Of a visit: does the sentence itself say from where and to where?"""
    stops: list[str] = field(default_factory=list)
    """Of a visit: further places visited («посетила Брест, Лиду и Слоним»)."""


def start_draft(
    scene: Scene, kind: str, index: int, rule: str, confidence: float, status: Status | None = None
) -> Draft | None:
    """A draft with its status (as the verbs tell, where not given) and date; None where the event is only wished,
    offered or habitual.
    """
    status = status or scene.status(index)
    if status is None:
        return None
    if scene.speaker is not None:
        confidence -= 0.1
        rule += "+in_speech"
    told = _told_at(scene, index, status)
    return Draft(
        kind, rule, confidence, told.status, (scene.span,), told.date, told.basis,
        background=told.background, item=told.item, remote=told.remote, day_open=told.day_open,
    )  # fmt: skip


class _Told(NamedTuple):
    """What the sentence tells of anything that happens at one of its words, whichever rule asks; see `Draft`."""

    status: Status
    date: str | None
    basis: Basis | None
    background: bool
    item: int | None
    remote: bool
    day_open: bool


@once
def _told_at(scene: Scene, index: int, status: Status) -> _Told:
    jubilee = is_counted_from(scene.tokens, index, scene.sentence.first)
    undated = jubilee or is_talked_of(scene, index)  # the day is that of the feast, or of the talk
    near = scene.date_near(index, planned=status == "planned") if not undated else None
    own = range(index + 1, _verb_behind(scene, index))
    if near is not None and is_meant(scene, index) and scene.index_at(near.start) not in own:
        near = None  # the day of the decision
    date, basis = (near.edtf, near.basis) if near is not None else (None, None)
    if status == "held" and _is_ahead(scene, date):
        if _is_said_as_done(scene, index):
            date = basis = None  # «подписали соглашение о поставке в 2026 году автобусов»
        else:
            status = "planned"
    if status == "planned" and near is not None and _is_opening_today(scene, near):
        status = "held"
    if status == "planned" and (days_before_publication(scene.context, date) or 0) > 0:
        date = basis = None  # what is still to come is in no month that is over
    told_since = near is not None and near.kind == "since"  # «с 1998 года, когда подписали договор»
    told_since = told_since or (date is not None and len(date) < len("2011-05-06") and is_looked_back_on(scene, index))
    return _Told(
        status,
        date,
        basis,
        background=status == "held" and (jubilee or told_since or _is_earlier(scene, date, index)),
        item=scene.sentence.paragraph if scene.in_programme else None,
        remote=_is_remote(scene),
        day_open=near is None and any(d.kind == "point" and d.edtf is None for d in scene.dates),
    )


def _verb_behind(scene: Scene, index: int) -> int:
    """«инициатива о | подписании | прозвучала (в прошлом году)»: where the verb behind the noun stands."""
    return next((verb for verb in scene.clauses.verbs if verb > index), scene.sentence.last)


def _is_opening_today(scene: Scene, date: DateMention) -> bool:
    """«сегодня, 4 июня, стартует форум»: a verb that is both of now and of the days to come, told of today."""
    today = any(token.lower == "сегодня" for token in scene.tokens[scene.sentence.first : scene.sentence.last])
    day = edtf.is_day(date.edtf) and date.edtf in {None, scene.context.document.published}
    open_day = scene.context.document.published is None
    return today and (day or open_day) and bool(scene.with_lemmas(_OF_NOW))


_OF_NOW = frozenset({"стартовать"})


@once
def _is_remote(scene: Scene) -> bool:
    """«по видеосвязи», «позвонил по телефону»."""
    return _REMOTE.search(scene.context.text(scene.span)) is not None


@once
def _speaks_of_earlier(scene: Scene) -> bool:
    return _EARLIER.search(scene.context.text(scene.span)) is not None


def _is_ahead(scene: Scene, date: str | None) -> bool:
    """Does the date lie after the document's own?"""
    published = scene.context.document.published
    if date is None or published is None:
        return False
    earliest, latest = edtf.bounds(date)[0], edtf.bounds(published)[1]
    return earliest is not None and latest is not None and earliest > latest


def _is_said_as_done(scene: Scene, index: int) -> bool:
    """«подписали», «подписано»: a verb in the past, which no day ahead can date."""
    word = scene.tokens[index].word
    return word is not None and word.pos in {"VERB", "PRTS"} and word.parses[0].has("past")


def _is_earlier(scene: Scene, date: str | None, index: int) -> bool:
    """«Напомним, …», «в прошлом году», «в июне уже приезжали», or a date long before the document's own."""
    if date is not None and _NOT_FIRST.search(scene.context.text(scene.span)) is not None:
        return True
    before = days_before_publication(scene.context, date)
    if before is not None:
        return before > LONG_AGO
    if len(date or "") == len("2016") and is_the_first(scene.context.text(scene.span)):
        return True
    if len(date or "") == len("2016") and _USED_TO.search(scene.context.text(scene.span)) is not None:
        return True  # «в 2016 году проходили Дни Омска»
    ago = years_ago(scene.context, scene.span) if date is None else []
    return _speaks_of_earlier(scene) or any(may_date(scene, one, index) for one in ago)


def has_lemma(scene: Scene, index: int, *lemmas: str) -> bool:
    """Is the token a form of one of these words?"""
    word = scene.tokens[index].word
    return word is not None and not word.lemmas.isdisjoint(lemmas)


def is_one_of(scene: Scene, index: int, lemmas: frozenset[str]) -> bool:
    """Is the token a form of a word of the list?"""
    word = scene.tokens[index].word
    return word is not None and not word.lemmas.isdisjoint(lemmas)


def sentence_has(scene: Scene, lemmas: frozenset[str]) -> bool:
    """Does the sentence hold a form of one of these words?"""
    return bool(scene.with_lemmas(lemmas))


# ---------------------------------------------------------------- where
