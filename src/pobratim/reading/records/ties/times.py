"""Since when places are twins or partners."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pobratim.model.document import Basis
from pobratim.model.reading import PLACE_TYPES
from pobratim.reading.context import DateMention
from pobratim.reading.dates.relative import PARTING, begun_in
from pobratim.reading.records.clauses import has_lemma_between, span_between
from pobratim.reading.records.dating import may_date
from pobratim.reading.records.documents import document_between
from pobratim.reading.records.feast_names import JUBILEES
from pobratim.reading.records.lexicon import listed
from pobratim.reading.records.lexicon import partnerships as words
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.ties.lasting import anniversary_beside
from pobratim.reading.records.ties.standing import DECIDING, TieStatus
from pobratim.reading.text.morph import Word
from pobratim.reading.text.segments import DESCRIBING


@dataclass(frozen=True, slots=True)
class Since:
    """EDTF and whether it stands in the text; both None where nothing is said."""

    edtf: str | None
    basis: Basis | None


UNKNOWN = Since(None, None)

_YEARS_FULFILLED = re.compile(
    r"(?:исполн\w+|отмеча\w+|отмети\w+|праздну\w+)\D{0,40}?\b(\d{1,3})[\s\u00a0]+(?:лет|год)|\b(\d{1,3})-лет(?:и|н\w+\s+юбиле)"
    r"|в (?:этом|нынешнем) году\s*[–—-]\s*(?:уже\s+)?(\d{1,3})[\s\u00a0]+лет"
)


_PASSED = re.compile(r"прош|мину|вот\s|исполн\w+\s+(?:уже\s+|ровно\s+)?год\b")
"""«прошло пять лет, как», «исполнился год, как»: what the clause behind it tells of is so old."""
_OF_A_TIE = re.compile(
    r"побрат|породн|дружб|дружеск|сотрудн|партн[её]рств|отношени|связ|договор|соглашени|меморандум|протокол|документ"
)
_OLDEST = 100
"""Years: towns are twins since the middle of the 20th century; «850-летие» is that of a town."""
_BESIDE = 70
"""Characters beside «исполнилось 20 лет» in which it is told of what; «отмечает 950-летие» is of a town."""


def since_of(scene: Scene, index: int, status: TieStatus) -> Since:
    """«с 2018 года», «в 2023 году стали побратимами», «14 лет существуют», «исполняется 20 лет»."""
    first, last = scene.clauses.stretch_at(index)
    if are_of_document(scene, index):
        return UNKNOWN  # «соглашение между | городами-побратимами подписано в 2012 году»: they may be twins for long
    last = _with_relative(scene, index, last)
    span = (scene.tokens[first].start, scene.tokens[last - 1].end)
    dates = [d for d in scene.context.dates_in(*span) if d.edtf]
    for date in dates if status != "ended" else ():
        if date.kind in {"since", "duration"} and "/" not in (date.edtf or ""):
            return Since(date.edtf, date.basis)
    if status == "ended" or has_lemma_between(scene, first, index, DECIDING):
        return UNKNOWN  # a point in time is that of the breach, or of the decision
    anniversary = anniversary_of(scene)
    if anniversary is not None:
        return anniversary
    old = anniversary_beside(scene, index)
    if old is not None and old.edtf:
        return Since(old.edtf, old.basis)
    near = _apposed_date(scene, index, dates)
    if near is not None:
        return Since(near.edtf, near.basis)
    if _celebrates(scene, first, last):
        return UNKNOWN
    becoming = _becoming(scene, first, last)
    points = [d for d in dates if d.kind == "point"]
    if becoming is not None and not points and scene.tokens[first].lower == "когда":
        return _right_before(scene, first)
    if becoming is None or not points:
        return _of_main_clause(scene, first, last)
    points = [date for date in points if may_date(scene, date, becoming)]
    if not points:
        return UNKNOWN  # «стали побратимами спустя десять лет после договора 2003 года»
    position = scene.tokens[becoming].start
    nearest = min(points, key=lambda d: abs(d.start - position))
    return Since(nearest.edtf, nearest.basis)


def _celebrates(scene: Scene, first: int, last: int) -> bool:
    """«в 2018 году отметили юбилей побратимства», «двадцать лет со дня подписания»: the year is that of the feast."""
    words = [token.word for token in scene.tokens[first:last] if token.word is not None]
    if any(not word.lemmas.isdisjoint(JUBILEES) or word.lemma.endswith("летие") for word in words):
        return True
    return any(not word.lemmas.isdisjoint(_CELEBRATING) for word in words) and any(word.form == "лет" for word in words)


_CELEBRATING = listed("feasts", "celebrating") | {"исполниться", "исполняться"}


def _right_before(scene: Scene, first: int) -> Since:
    """«в 1990 году, | когда города стали побратимами»: the date that the clause explains."""
    before = scene.context.dates_in(scene.sentence.start, scene.tokens[first].start)
    near = [d for d in before if d.edtf and d.kind == "point" and _are_signs(scene, d.end, scene.tokens[first].start)]
    return Since(near[-1].edtf, near[-1].basis) if near else UNKNOWN


def _are_signs(scene: Scene, start: int, end: int) -> bool:
    return all(token.text == "," for token in scene.context.tokens_in(start, end))


def _of_main_clause(scene: Scene, first: int, last: int) -> Since:
    """«С Харбином, который город считает побратимом, | отношения установлены в 1993 году»."""
    if first <= scene.sentence.first or last + 1 >= scene.sentence.last:
        return UNKNOWN
    relative = scene.tokens[first].word
    if relative is None or "который" not in relative.lemmas:
        return UNKNOWN
    after = scene.clauses.stretch_at(last + 1)
    becoming = _becoming(scene, *after)
    if becoming is None or not has_lemma_between(scene, *after, words().relations):
        return UNKNOWN
    span = (scene.tokens[after[0]].start, scene.tokens[after[1] - 1].end)
    dates = [d for d in scene.context.dates_in(*span) if d.kind == "point" and d.edtf]
    return Since(dates[0].edtf, dates[0].basis) if len(dates) == 1 else UNKNOWN


def _with_relative(scene: Scene, index: int, last: int) -> int:
    """«отношения, которые установлены в 1998 году»: the clause goes on; not «с Нойсом, который станет столицей»."""
    while last < scene.sentence.last and last + 1 < scene.sentence.last:
        word = scene.tokens[last + 1].word if scene.tokens[last].text == "," else scene.tokens[last].word
        if word is None or "который" not in word.lemmas or not _agrees(scene, index, word):
            return last
        last = scene.clauses.stretch_at(last + 1)[1]
    return last


def _agrees(scene: Scene, index: int, relative: Word) -> bool:
    """Is «который» in the number of the noun of the tie, at the token or behind its adjective?"""
    words = (scene.tokens[i].word for i in range(index, min(index + 2, scene.sentence.last)))
    noun = next((word for word in words if word is not None and word.pos == "NOUN"), None)
    numbers = {parse.number for parse in noun.parses if parse.score > 0.1} if noun is not None else {"plur"}
    return bool(numbers & {parse.number for parse in relative.parses})


def _apposed_date(scene: Scene, index: int, dates: list[DateMention]) -> DateMention | None:
    """«побратимы (с 2001)», «побратимство 1974 года»: a year right after the word."""
    end = scene.tokens[index].end
    for date in dates:
        if date.kind == "point" and date.start > end and not scene.context.tokens_in(end, date.start):
            return date
    return None


def anniversary_told(scene: Scene) -> bool:
    """«к 25-летию отношений городов-побратимов», whether or not the year can be counted back from."""
    return _YEARS_FULFILLED.search(scene.context.text(scene.span).lower()) is not None


def anniversary_of(scene: Scene) -> Since | None:
    """«14 октября исполнится 20 лет договору», «в этом году 15-летие побратимства»: so many years before.

    The year counted back from is that of a date in the sentence, else that of publication.
    """
    text = scene.context.text(scene.span).lower()
    found = _YEARS_FULFILLED.search(text)
    passed = years_passed(scene)
    if passed is not None:
        return passed
    if found is None or not _OF_A_TIE.search(text[max(0, found.start() - _BESIDE) : found.end() + _BESIDE]):
        return None
    if _celebrates_itself(scene, scene.sentence.start + found.start(), scene.sentence.start + found.end()):
        return None
    if _is_of_another(scene, scene.sentence.start + found.end()):
        return None
    if _is_of_another_before(scene, scene.index_at(scene.sentence.start + found.start())):
        return None
    years = int(found[1] or found[2] or found[3])
    if years > _OLDEST:
        return None
    clause = scene.clauses.stretch_at(scene.index_at(scene.sentence.start + found.start()))
    told = scene.context.dates_in(*span_between(scene, *clause))
    sign = PARTING.search(text, found.end())
    if sign is not None:  # «исполнилось 20 лет: | подписан он в 2005 году»
        told = [date for date in told if date.start < scene.sentence.start + sign.start()]
    points = [d.edtf for d in told if d.kind == "point" and d.edtf and "/" not in d.edtf]
    published = (scene.context.document.published or "")[:4]
    anchor = points[0] if points else published
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", anchor):
        return None
    begun = begun_in(int(anchor[:4]), years, int(published) if published.isdigit() else None)
    if begun is None or begun == int(anchor[:4]):
        return Since(anchor, "stated") if begun else None
    day = "" if found[2] else anchor[4:]  # «встреча 4 октября к 30-летию дружбы»: which day of that year, nobody says
    return Since(f"{begun:04d}{day}", "inferred")


def _celebrates_itself(scene: Scene, start: int, end: int) -> bool:
    """«Город-побратим | праздновал 60-летие», not «20 лет побратимства»: so old is the town itself."""
    index, after = scene.index_at(start), _noun_after(scene, scene.context.layout.token_index(end))
    if after is not None and _OF_A_TIE.search(scene.tokens[after].lower):
        return False
    first = scene.clauses.side_at(index)[0]
    verb = any(_CELEBRATES.match(token.lower) for token in scene.tokens[first : index + 1])
    subjects = (i for i in scene.with_lemmas(words().bearers) if first <= i < index and scene.is_singular(i))
    return verb and any(_may_celebrate(scene.tokens[i].word) for i in subjects)


def _may_celebrate(word: Word | None) -> bool:
    """The subject; in the dative of «городу-побратиму исполнилось 60 лет»."""
    return word is not None and any(p.pos == "NOUN" and p.case in {"nomn", "datv"} for p in word.parses)


_CELEBRATES = re.compile(r"отмеча|отмети|праздн|отпраздн|исполн")


def _is_of_another(scene: Scene, end: int) -> bool:
    """«на 950-летие | Минска приехали гости из городов-побратимов», «с 20-летием | со дня создания епархии»,
    «исполнилось 20 лет | музею»: so old is the town itself, or something else beside the tie."""
    at = _noun_after(scene, scene.context.layout.token_index(end))
    if at is None:
        return False
    mention = scene.mention_at(at)
    if mention is not None and scene.context.by_id[mention.entity].type in PLACE_TYPES:
        return True
    return scene.tokens[at].is_case("gent", "datv") and not _OF_A_TIE.search(scene.tokens[at].lower)


def _is_of_another_before(scene: Scene, index: int) -> bool:
    """«городскому заводу «Луч» | исполнилось 20 лет»: who is so old stands before, in the dative."""
    first = scene.clauses.side_at(index)[0]
    before = [token for token in scene.tokens[first:index] if token.word is not None and token.word.pos == "NOUN"]
    old = [token for token in before if token.word is not None and token.word.parses[0].case == "datv"]
    return bool(old) and not any(_OF_A_TIE.search(token.lower) for token in old)


def _noun_after(scene: Scene, index: int) -> int | None:
    """The noun from ``index`` on, past what only describes it and past «со дня создания»."""
    while index < scene.sentence.last:
        token = scene.tokens[index]
        made = token.word is not None and not token.word.lemmas.isdisjoint(_MAKING)
        if not (made or token.lower in {"с", "со"} or token.is_mostly(DESCRIBING)):
            return index if token.word is not None and token.word.pos == "NOUN" else None
        index += 1
    return None


_MAKING = listed("dating", "beginnings")
"""«со дня подписания договора», «20-летие открытия школы»: what was signed or opened is so old."""


def years_passed(scene: Scene) -> Since | None:
    """«исполнился год, как города стали побратимами», «прошло пять лет со дня подписания»: when that was."""
    text = scene.context.text(scene.span).lower()
    told = (d for d in scene.dates if d.kind == "anniversary" and d.edtf)
    passed = next((d for d in told if _PASSED.match(text, d.start - scene.sentence.start)), None)
    return Since(passed.edtf, passed.basis) if passed is not None else None


def _becoming(scene: Scene, first: int, last: int) -> int | None:
    for index in range(first, last):
        word = scene.tokens[index].word
        if word is not None and not word.lemmas.isdisjoint(words().becoming):
            return index
    return None


def are_of_document(scene: Scene, index: int) -> bool:
    """«соглашение о сотрудничестве между | городами-побратимами»: those whose document it is."""
    if scene.tokens[index - 1].lower != "между":
        return False
    return document_between(scene.context, scene.clauses.stretch_at(index)[0], index) is not None


def compared_with(scene: Scene) -> Iterator[str]:
    """«на год раньше, чем с | Ржевом, – в 1998 году», «на год позже | Гродно»: the date told is not theirs."""
    tokens = scene.tokens
    for stand in scene.stands:
        before = scene.index_at(stand.start) - 1
        if before > scene.sentence.first and tokens[before].lower in _EARLIER_OR_LATER:
            if tokens[before - 1].lemma in _STRETCHES:
                yield stand.place
            continue
        before -= before > scene.sentence.first and tokens[before].lower in {"с", "со", "у"}
        if before > scene.sentence.first and tokens[before].lower == "чем":
            yield stand.place


_EARLIER_OR_LATER = frozenset({"раньше", "ранее", "позже", "позднее"})
_STRETCHES = frozenset({"год", "месяц", "неделя", "день"})
