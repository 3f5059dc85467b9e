"""Topics: the fields of cooperation that a document names as such.

A field's name counts wherever the text speaks («туризм», «водоснабжение»); the words for its people, places and
things («школа», «автобус») only in a sentence that speaks of cooperation: a cue word stands in it, it goes on with a
list begun in the sentence before («Это и промышленность, это и …»), or an offer or a plan was read in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from pobratim.model.reading import Figure, Offer, Plan, Record, Span, Topic
from pobratim.reading.context import Context
from pobratim.reading.data import load_toml
from pobratim.reading.records.stands import Stands
from pobratim.reading.records.titles.titles import titles_in
from pobratim.reading.text.furniture import is_furniture
from pobratim.reading.text.morph import word
from pobratim.reading.text.segments import Sentence, Token

_IN_A_LIST = frozenset({"частности", "том", "числе", "плане", "сфере", "области", "первую", "приоритете"})
_CENTRES = frozenset({"центр", "столица", "узел"})
"""«крупный промышленный и культурный центр» describes a city."""
_POSTS = frozenset({"сотрудник", "руководитель", "директор", "работник", "редактор"})
"""«научный сотрудник», «художественный руководитель» are people."""
_STATES = frozenset({"обстановка", "положение", "ситуация", "саммит"})
"""«социально-экономическое положение», «инновационный саммит»: how things stand, what a meeting is called."""
_NETS = frozenset({"сеть", "соцсеть"})
_VISITING = frozenset({"посещение", "посетить", "экскурсия", "осмотр", "осмотреть"})
_VISITED = 8
"""A museum so few words after a visit is one that was seen."""
_CROPS = frozenset({"культур", "культурам", "культурами", "культурах"})
_OF_CULTURES = frozenset({"диалог", "обмен", "фестиваль", "праздник", "взаимодействие", "сближение"})
_TRADE = frozenset({"trade_turnover", "export", "import"})
_Beginning = tuple[tuple[tuple[str, ...], str], ...]
"""Phrases of one beginning, each with the code of its field."""
_Phrases = dict[str, _Beginning]
"""First lemma of a phrase → the phrases (lemmas) that begin with it and their codes."""


@dataclass(frozen=True, slots=True)
class _Lexicon:
    fields: _Phrases
    things: _Phrases
    """Words that name a field beside a word of cooperation only."""
    cues: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    tables = load_toml("records/topics.toml")
    fields = {code: phrases for code, phrases in tables.items() if code not in ("cues", "weak")}
    return _Lexicon(_by_first_lemma(fields), _by_first_lemma(tables["weak"]), frozenset(tables["cues"]))


def _by_first_lemma(tables: dict[str, dict[str, str]]) -> _Phrases:
    first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for code, phrases in tables.items():
        for phrase in phrases:
            lemmas = tuple(phrase.split())
            first.setdefault(lemmas[0], []).append((lemmas, code))
    return {lemma: tuple(found) for lemma, found in first.items()}


def find_topics(context: Context, stands: Stands, told: Iterable[Record] = ()) -> list[Topic]:
    """One record a field, with every sentence that names it as evidence; ``told`` are the records read before."""
    evidence: dict[str, list[Span]] = {}
    for code, span in _told_by(told):
        evidence.setdefault(code, []).append(span)
    meant = {span for record in told if isinstance(record, Offer | Plan) for span in record.evidence}
    cued = False
    for sentence in context.layout.sentences:
        tokens = context.layout.tokens_of(sentence)
        span = (sentence.start, sentence.end)
        if is_furniture(context.layout.text, sentence.start):
            continue
        speaks = bool(context.with_lemmas(sentence, _lexicon().cues))
        cued = span in meant or speaks or (cued and _goes_on(context, sentence))
        named = topics_in if cued else _fields_in
        if not named(tokens):
            continue
        for code in named(_outside_names(context, sentence)):
            if span not in evidence.setdefault(code, []):
                evidence[code].append(span)
    return [
        Topic(
            topic=code,
            parties=stands.pair,
            evidence=tuple(sorted(spans)),
            confidence=min(0.94, 0.84 + 0.04 * len(spans)),
            rule="topic.named",
        )
        for code, spans in evidence.items()
    ]


def _told_by(records: Iterable[Record]) -> Iterable[tuple[str, Span]]:
    """Figures of trade are trade."""
    for record in records:
        if isinstance(record, Figure) and record.metric in _TRADE:
            yield "trade", record.evidence[0]


def topics_in(tokens: list[Token]) -> tuple[str, ...]:
    """The codes of the fields that the tokens name, by their own words or by people and things of theirs."""
    return tuple(dict.fromkeys((*_fields_in(tokens), *_codes(tokens, _things_at))))


def _fields_in(tokens: list[Token]) -> tuple[str, ...]:
    return _codes(tokens, _fields_at)


def _codes(tokens: list[Token], phrases_at: Callable[[str], _Beginning]) -> tuple[str, ...]:
    """The codes of the phrases that stand among the tokens, in their order."""
    codes: dict[str, None] = {}
    for index, token in enumerate(tokens):
        for phrase, code in phrases_at(token.word.form) if token.word is not None else ():
            if _matches(tokens, index, phrase) and not _is_of_something(tokens, index, phrase):
                codes[code] = None
    return tuple(codes)


@lru_cache(maxsize=20_000)
def _fields_at(form: str) -> _Beginning:
    """The phrases for fields that may begin with a form of a word."""
    return tuple(pair for lemma in _bare_lemmas(form) for pair in _lexicon().fields.get(lemma, ()))


@lru_cache(maxsize=20_000)
def _things_at(form: str) -> _Beginning:
    """The same for people and things of fields."""
    return tuple(pair for lemma in _bare_lemmas(form) for pair in _lexicon().things.get(lemma, ()))


@lru_cache(maxsize=20_000)
def _bare_lemmas(form: str) -> tuple[str, ...]:
    """What the word form may be a form of; «80-летие» counts as «летие»."""
    return tuple("летие" if lemma.endswith("-летие") else lemma for lemma in sorted(word(form).lemmas))


def _matches(tokens: list[Token], index: int, phrase: tuple[str, ...]) -> bool:
    """The phrase's lemmas follow each other; one word may stand between («80-летие Великой Победы»)."""
    position = index + 1
    for lemma in phrase[1:]:
        for step in range(2):
            word = tokens[position + step].word if position + step < len(tokens) else None
            if word is not None and lemma in word.lemmas:
                position += step + 1
                break
        else:
            return False
    return True


def _is_of_something(tokens: list[Token], index: int, phrase: tuple[str, ...]) -> bool:
    """«строительство завода», «муниципальное образование», «посещение музея» name no field of cooperation."""
    if phrase == ("строительство",):
        return index + 1 < len(tokens) and tokens[index + 1].is_case("gent")
    if any(token.lemma in _VISITING for token in tokens[max(0, index - _VISITED) : index]):
        return True
    if len(phrase) == 1 and (word := tokens[index].word) is not None and word.pos == "ADJF":
        near = [token.lemma for token in tokens[index + 1 : index + 4]]
        if near[:1] and near[0] in _POSTS | _NETS | _STATES:
            return True
        return phrase != ("логистический",) and any(lemma in _CENTRES for lemma in near)
    if phrase == ("культура",) and index and tokens[index - 1].lemma == "физический":
        return True  # «физическая культура» is sport
    if phrase == ("культура",) and tokens[index].lower in _CROPS:
        return not index or tokens[index - 1].lemma not in _OF_CULTURES  # «семена масличных культур»
    if phrase == ("образование",):
        before = tokens[index - 1].word if index else None
        return before is not None and "муниципальный" in before.lemmas
    return False


def _outside_names(context: Context, sentence: Sentence) -> list[Token]:
    """The tokens that are no part of an organization's name («министерство промышленности») or of an office's."""
    names = context.mentions_in(sentence.start, sentence.end, "organization")
    taken = {index for name in names for index in range(name.first, name.last)}
    tokens = context.layout.tokens
    for title in titles_in(context, sentence):
        head = tokens[title.first].word
        if head is None or head.parses[0].number != "plur":  # «специалисты коммунальных служб» hold no office
            taken.update(range(title.first + 1, title.last))
    return [tokens[i] for i in range(sentence.first, sentence.last) if i not in taken]


def _goes_on(context: Context, sentence: Sentence) -> bool:
    """A sentence that begins with «это», «и», «в частности», «также» goes on with the one before."""
    tokens = context.layout.tokens
    first = tokens[sentence.first].lower
    if first == "в" and sentence.first + 1 < sentence.last:
        return tokens[sentence.first + 1].lower in _IN_A_LIST
    return first in {"это", "и", "также", "например", "кроме", "среди"}
