"""Since when places are twins or partners, and whether they are, will be or no longer are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from pobratim.model.document import Basis
from pobratim.model.reading import PLACE_TYPES
from pobratim.reading.context import DateMention
from pobratim.reading.once import union
from pobratim.reading.records.clauses import has_lemma_between, span_between
from pobratim.reading.records.dating import may_date
from pobratim.reading.records.lexicon import documents, events
from pobratim.reading.records.lexicon import partnerships as words
from pobratim.reading.records.place_kinds import PLACE_NOUNS
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.statuses import is_refused
from pobratim.reading.records.ties.lasting import anniversary_beside
from pobratim.reading.text.morph import Word
from pobratim.reading.text.segments import DESCRIBING

TieStatus = Literal["active", "planned", "ended"]


@dataclass(frozen=True, slots=True)
class Since:
    """EDTF and whether it stands in the text; both None where nothing is said."""

    edtf: str | None
    basis: Basis | None


UNKNOWN = Since(None, None)
_DECIDING = frozenset({"решение", "постановление", "решить"})

_YEARS_FULFILLED = re.compile(
    r"(?:исполн\w+|отмеча\w+|отмети\w+|праздну\w+)\D{0,40}?\b(\d{1,3})[\s\u00a0]+(?:лет|год)|\b(\d{1,3})-лет(?:и|н\w+\s+юбиле)"
    r"|в (?:этом|нынешнем) году\s*[–—-]\s*(?:уже\s+)?(\d{1,3})[\s\u00a0]+лет"
)


_PASSED = re.compile(r"прош|мину|вот\s|исполн\w+\s+(?:уже\s+|ровно\s+)?год\b")
"""«прошло пять лет, как», «исполнился год, как»: what the clause behind it tells of is so old."""
_OF_A_TIE = re.compile(
    r"побрат|породн|дружб|дружеск|сотрудн|партн[её]рств|отношени|связ|договор|соглашени|меморандум|протокол|документ"
)
_BESIDE = 70
"""Characters beside «исполнилось 20 лет» in which it is told of what; «отмечает 950-летие» is of a town."""


def since_of(scene: Scene, index: int, status: TieStatus) -> Since:
    """«с 2018 года», «в 2023 году стали побратимами», «14 лет существуют», «исполняется 20 лет»."""
    first, last = scene.clauses.stretch_at(index)
    last = _with_relative(scene, index, last)
    span = (scene.tokens[first].start, scene.tokens[last - 1].end)
    dates = [d for d in scene.context.dates_in(*span) if d.edtf]
    for date in dates if status != "ended" else ():
        if date.kind in {"since", "duration"} and "/" not in (date.edtf or ""):
            return Since(date.edtf, date.basis)
    if status == "ended" or has_lemma_between(scene, first, index, _DECIDING):
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
    if any(not word.lemmas.isdisjoint(_JUBILEES) or word.lemma.endswith("летие") for word in words):
        return True
    return any(not word.lemmas.isdisjoint(_CELEBRATING) for word in words) and any(word.form == "лет" for word in words)


_JUBILEES = frozenset({"юбилей", "годовщина"})
_CELEBRATING = frozenset({"отмечать", "отметить", "праздновать", "отпраздновать", "исполниться", "исполняться"})


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
    if _is_of_a_town(scene, scene.sentence.start + found.end()):
        return None
    years = int(found[1] or found[2] or found[3])
    clause = scene.clauses.stretch_at(scene.index_at(scene.sentence.start + found.start()))
    told = scene.context.dates_in(*span_between(scene, *clause))
    points = [d.edtf for d in told if d.kind == "point" and d.edtf and "/" not in d.edtf]
    anchor = points[0] if points else (scene.context.document.published or "")[:4]
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", anchor):
        return None
    day = "" if found[2] else anchor[4:]  # «встреча 4 октября к 30-летию дружбы»: which day of that year, nobody says
    return Since(f"{int(anchor[:4]) - years:04d}{day}", "inferred")


def _is_of_a_town(scene: Scene, end: int) -> bool:
    """«на 950-летие | Минска приехали гости из городов-побратимов», «юбилей города»: so old is the town itself."""
    following = [i for i in range(scene.sentence.first, scene.sentence.last) if scene.tokens[i].start >= end]
    at = next((i for i in following if not scene.tokens[i].is_mostly(DESCRIBING)), None)
    if at is None:
        return False
    mention, word = scene.mention_at(at), scene.tokens[at].word
    if mention is not None and scene.context.by_id[mention.entity].type in PLACE_TYPES:
        return True
    return word is not None and not word.lemmas.isdisjoint(PLACE_NOUNS) and any(p.case == "gent" for p in word.parses)


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


# ---------------------------------------------------------------- status


def status_of(scene: Scene, index: int) -> tuple[TieStatus, int]:
    """The status that the clause gives the tie, and how strongly: 2 said outright, 1 by the way."""
    first, last = scene.clauses.stretch_at(index)
    before = scene.tokens[index - 1].word if index > scene.sentence.first else None
    if before is not None and "бывший" in before.lemmas:
        return "ended", 2
    if _is_ended(scene, first, last):
        return "ended", 2
    if _has_anniversary(scene, index):
        return "active", 1
    if scene.in_programme or _is_planned(scene, index, first, last):
        return "planned", 2
    told = has_lemma_between(scene, first, last, union(words().becoming, words().being))
    return "active", 2 if told else 1


def _has_anniversary(scene: Scene, index: int) -> bool:
    """«запланированы встречи к 25-летию | отношений городов-побратимов»: what has an anniversary goes on."""
    old = anniversary_beside(scene, index)
    return old is not None and old.end <= scene.tokens[index].start and not scene.clauses.has_verb(
        scene.index_at(old.end), index
    )


def is_denied(scene: Scene, index: int) -> bool:
    """«не являются побратимами», «думают о побратимстве»: but «больше не побратимы» tells of an end."""
    first, last = scene.clauses.stretch_at(index)
    if is_disowned(scene, first, last):
        return False
    telling = union(words().being, words().becoming, words().existence)
    for position in range(first, last - 1):
        if scene.tokens[position].lower != "не" or scene.tokens[position - 1].lower == "больше":
            continue
        if position + 1 == index or _is_one_of(scene, position + 1, telling):
            return True
    about = any(token.lower in {"о", "об"} for token in scene.tokens[max(first, index - 2) : index])
    return about and has_lemma_between(scene, first, last, words().thinking)


def is_disowned(scene: Scene, first: int, last: int) -> bool:
    """«совет признал города | не являющимися побратимами»: they were till then."""
    own = [token.lower for token in scene.tokens[first:last]]
    return "не" in own and any(_happened(scene, i) for i in scene.with_lemmas(words().disowning))


def _happened(scene: Scene, index: int) -> bool:
    word = scene.tokens[index].word
    return word is not None and "past" in word.parses[0].tags


def _is_ended(scene: Scene, first: int, last: int) -> bool:
    """«разорвал побратимские связи», «больше не побратимы»."""
    if is_disowned(scene, first, last):
        return True
    for index in range(first, last):
        word = scene.tokens[index].word
        if word is None or word.lemmas.isdisjoint(words().ending) or is_refused(scene, index):
            continue
        if word.pos != "INFN" or has_lemma_between(scene, first, index, _DECIDING):
            return True
    own = [token.lower for token in scene.tokens[first:last]]
    if not words().former.isdisjoint(own):
        return any(token in _WAS for token in own)
    return any(own[n : n + 2] == ["больше", "не"] for n in range(len(own) - 1))


_WAS = frozenset({"был", "была", "было", "были", "являлся", "являлись", "считались", "считался"})


def _is_planned(scene: Scene, index: int, first: int, last: int) -> bool:
    """«планируют стать побратимами», «станут городами-побратимами», «подписание намечено на осень».

    The nearest word of becoming decides; a noun («установление») where nothing is said to have happened.
    """
    verbs = words().becoming | (_MAKING if _is_made(scene, index) else frozenset())
    becoming = [i for i in range(first, last) if _is_one_of(scene, i, verbs)]
    if not becoming and _will_be(scene, index, first, last):
        return True
    if not becoming and has_lemma_between(scene, first, index, _FURTHER):
        return False  # «обсуждались вопросы укрепления побратимских связей»: there they are
    if not becoming:
        return has_lemma_between(scene, first, index, words().prospect) or _is_ahead(scene, index, first, last)
    nearest = scene.tokens[min(becoming, key=lambda i: abs(i - index))].word
    assert nearest is not None and nearest.parses
    if any(token.lower in _WISHING for token in scene.tokens[first:last]):
        return True
    if nearest.parses[0].pos == "INFN" or "futr" in nearest.parses[0].tags:
        return True
    if _is_thought_of(scene, becoming, index):
        return True
    if any(scene.tokens[i].lower in {"будет", "будут"} for i in range(first, last)):
        return True
    told = [word for i in becoming if (word := scene.tokens[i].word) is not None]
    if any("past" in word.parses[0].tags for word in told):
        return False
    if any(word.parses[0].pos == "INFN" for word in told):
        return True
    coming = union(events().planned, documents().coming, documents().preparing)
    if nearest.parses[0].pos != "NOUN":
        return False
    return has_lemma_between(scene, first, last, coming) or _has_future(scene, first, last)


_WISHING = frozenset({"бы", "чтобы"})
"""«(было бы честью,) если бы Омск стал побратимом», «(хотим,) чтобы Омск стал побратимом»."""
_FURTHER = frozenset({"укрепление", "развитие", "расширение", "углубление", "продолжение", "активизация"})


def _has_future(scene: Scene, first: int, last: int) -> bool:
    """«подписание соглашения о побратимстве | выведет связи на новый уровень»."""
    own = (token.word for token in scene.tokens[first:last] if token.word is not None)
    return any(word.pos == "VERB" and "futr" in word.parses[0].tags for word in own)


def _is_thought_of(scene: Scene, becoming: list[int], index: int) -> bool:
    """«идея | установления побратимских связей», «протокол о намерении стать», «для установления связей», «идёт
    работа по установлению»: what is spoken of after the last thing that happened."""
    happened = [i for i in becoming if (word := scene.tokens[i].word) is not None and "past" in word.parses[0].tags]
    before = [i for i in happened if i < index]
    first = before[-1] + 1 if before else scene.clauses.stretch_at(index)[0]
    nearest = min(becoming, key=lambda i: abs(i - index))
    leading, governing = scene.tokens[nearest - 1].lower, scene.tokens[nearest - 2].word
    work = leading in {"по", "над"} and governing is not None and "работа" in governing.lemmas
    aim = work or leading in {"для", "ради", "важно", "необходимо", "желательно"}  # «важно | установление связей»
    return aim or has_lemma_between(scene, first, index, words().prospect)


def _will_be(scene: Scene, index: int, first: int, last: int) -> bool:
    """«у Омска будет ещё один побратим», «побратимом будет Брест»; not «побратимы будут дружить»."""
    will = next((i for i in range(first, last) if scene.tokens[i].lower in {"будет", "будут"}), None)
    if will is None or any(_is_infinitive(scene, i) for i in range(will + 1, min(last, will + 3))):
        return False
    return _is_made(scene, index) or any(scene.tokens[i].lower == "у" for i in range(first, will))


def _is_infinitive(scene: Scene, index: int) -> bool:
    word = scene.tokens[index].word
    return word is not None and word.pos == "INFN"


_MAKING = frozenset({"сделать", "делать"})


def _is_made(scene: Scene, index: int) -> bool:
    """«предложил сделать Омск и Минск побратимами»; not «города-побратимы намерены сделать парк»."""
    word = scene.tokens[index].word
    return word is not None and any(parse.pos == "NOUN" and parse.case == "ablt" for parse in word.parses)


def _is_ahead(scene: Scene, index: int, first: int, last: int) -> bool:
    """«выйдем на побратимство»: the state itself, with a verb of the future."""
    word = scene.tokens[index].word
    if word is None or word.lemmas.isdisjoint({"побратимство", "породнение"}):
        return False
    if scene.tokens[index - 1].lower not in {"на", "к", "до"}:
        return False
    before = scene.tokens[scene.sentence.first : index]
    verbs = (token.word for token in [*before, *scene.tokens[first:last]] if token.word is not None)
    return any(verb.pos == "VERB" and "futr" in verb.parses[0].tags for verb in verbs)


def _is_one_of(scene: Scene, index: int, lemmas: frozenset[str]) -> bool:
    word = scene.tokens[index].word
    return word is not None and bool(word.parses) and not word.lemmas.isdisjoint(lemmas)
