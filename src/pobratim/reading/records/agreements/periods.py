"""The term that a document's words name."""

from __future__ import annotations

from pobratim.model.reading import Span
from pobratim.reading.context import DateMention
from pobratim.reading.once import union
from pobratim.reading.records.agreements.document_states import is_extended, tells_contents
from pobratim.reading.records.clauses import has_lemma_between
from pobratim.reading.records.dating import token_of
from pobratim.reading.records.documents import DocumentName, document_between
from pobratim.reading.records.lexicon import documents
from pobratim.reading.records.scenes import Scene

_FOR_A_TERM = frozenset({"на", "с"})


def period_of(scene: Scene, name: DocumentName, end: int) -> str | None:
    """«на 2026–2028 годы», «до 2028 года», «рассчитана с 2026 по 2028 годы», «продлили до 2028 года»."""
    start = scene.tokens[name.first].start
    limit = scene.tokens[end - 1].end
    if is_extended(scene, name):
        start, limit = scene.span
    elif tells_contents(scene):
        following = document_between(scene.context, name.last, scene.sentence.last)
        limit = scene.tokens[following].start if following is not None else scene.sentence.end
    for date in scene.context.dates_in(start, limit):
        if date.edtf and date.kind in {"period", "until"} and not _is_of_contents(scene, name, date):
            return date.edtf
    return None


def term_of_before(scene: Scene, name: DocumentName, end: int) -> tuple[str, Span] | None:
    """«Дела расписаны на 2026–2027 годы. Карта с таким сроком подписана»: the term that the sentence before names, and
    where that stands."""
    number = scene.sentence.index
    if number == 0 or not any(_is_same_term(scene, index) for index in range(name.last, end)):
        return None
    before = scene.context.layout.sentences[number - 1]
    dates = scene.context.dates_in(before.start, before.end)
    terms = (date.edtf for date in dates if date.edtf and date.kind in {"period", "until"})
    return next(((term, (before.start, before.end)) for term in terms), None)


def _is_same_term(scene: Scene, index: int) -> bool:
    """«с таким же сроком», «на этот период»: the noun at ``index``."""
    word = scene.tokens[index].word
    if word is None or word.lemmas.isdisjoint(documents().terms):
        return False
    at = index - 2 if scene.tokens[index - 1].lower == "же" else index - 1
    pointing = scene.tokens[at].word
    if at <= scene.sentence.first or pointing is None or pointing.lemmas.isdisjoint(documents().pointing):
        return False
    return scene.tokens[at - 1].lower in _FOR_A_TERM


def _is_of_contents(scene: Scene, name: DocumentName, date: DateMention) -> bool:
    """«протокол, согласно которому до 1 декабря подготовят план»: the term of what the document sets, not its own."""
    clause = scene.clauses.below_at(token_of(scene, date))
    if clause is None or clause.verb is None or clause.first <= name.first < clause.last:
        return False
    own = union(documents().in_force, documents().extending)
    return not has_lemma_between(scene, clause.first, clause.last, own)
