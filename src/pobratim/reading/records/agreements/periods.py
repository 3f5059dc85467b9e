"""The term that a document's words name."""

from __future__ import annotations

from pobratim.reading.context import DateMention
from pobratim.reading.once import union
from pobratim.reading.records.agreements.document_states import is_extended, tells_contents
from pobratim.reading.records.clauses import has_lemma_between
from pobratim.reading.records.dating import token_of
from pobratim.reading.records.documents import DocumentName, document_between
from pobratim.reading.records.lexicon import documents
from pobratim.reading.records.scenes import Scene


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


def _is_of_contents(scene: Scene, name: DocumentName, date: DateMention) -> bool:
    """«протокол, согласно которому до 1 декабря подготовят план»: the term of what the document sets, not its own."""
    clause = scene.clauses.below_at(token_of(scene, date))
    if clause is None or clause.verb is None or clause.first <= name.first < clause.last:
        return False
    own = union(documents().in_force, documents().extending)
    return not has_lemma_between(scene, clause.first, clause.last, own)
