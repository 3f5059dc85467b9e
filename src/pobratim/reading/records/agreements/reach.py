"""How far the words that belong to a document go, and the term that they name."""

from __future__ import annotations

from pobratim.reading.context import DateMention
from pobratim.reading.records.agreements.document_states import is_extended, tells_contents
from pobratim.reading.records.clauses import has_lemma_between, is_mostly
from pobratim.reading.records.dating import token_of
from pobratim.reading.records.documents import DocumentName, document_at
from pobratim.reading.records.lexicon import documents
from pobratim.reading.records.scenes import Scene

_REACH = 60
"""Tokens after a document's noun in which its parties, subject and period stand."""


def end_of(scene: Scene, name: DocumentName) -> int:
    """Where what belongs to the noun ends: the sentence, a finite verb, or its reach."""
    for index in range(name.last, min(scene.sentence.last, name.last + _REACH)):
        if scene.tokens[index].text in {";", "."} or brings_in_another(scene, index):
            return index
        if scene.clauses.has_verb(index, index + 1):
            return index
    return min(scene.sentence.last, name.last + _REACH)


def brings_in_another(scene: Scene, index: int) -> bool:
    """«меморандум с Омском, | а с Брестом – план»: from here on it is another document's sides."""
    following = [token.lower for token in scene.tokens[index : index + 3]]
    if following[:2] != [",", "а"] or following[2:] not in (["с"], ["со"], ["между"]):
        return False
    return any(document_at(scene.tokens, i) is not None for i in range(index, scene.sentence.last))


def listed_before(scene: Scene, name: DocumentName) -> bool:
    """«соглашение …, | а также протокол», «… и | план»: another one begins here."""
    index = name.first - 1
    while index > scene.sentence.first and is_mostly(scene.tokens[index], frozenset({"ADJF", "PRTF", "PRCL"})):
        index -= 1
    return scene.tokens[index].lower in {",", "и", "также", "а"}


def period_of(scene: Scene, name: DocumentName, end: int) -> str | None:
    """«на 2026–2028 годы», «до 2028 года», «рассчитана с 2026 по 2028 годы», «продлили до 2028 года»."""
    start = scene.tokens[name.first].start
    limit = scene.tokens[end - 1].end
    if is_extended(scene, name):
        start, limit = scene.span
    elif tells_contents(scene):
        following = (i for i in range(name.last, scene.sentence.last) if document_at(scene.tokens, i) is not None)
        limit = next((scene.tokens[i].start for i in following), scene.sentence.end)
    for date in scene.context.dates_in(start, limit):
        if date.edtf and date.kind in {"period", "until"} and not _is_of_contents(scene, name, date):
            return date.edtf
    return None


def _is_of_contents(scene: Scene, name: DocumentName, date: DateMention) -> bool:
    """«протокол, согласно которому до 1 декабря подготовят план»: the term of what the document sets, not its own."""
    clause = scene.clauses.below_at(token_of(scene, date))
    if clause is None or clause.verb is None or clause.first <= name.first < clause.last:
        return False
    own = documents().in_force | documents().extending
    return not has_lemma_between(scene, clause.first, clause.last, own)
