"""How many twins a place has: «у Омска двадцать побратимов», «число городов-побратимов Бреста достигло 34»."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.model.reading import Figure
from pobratim.reading.context import Context, Mention
from pobratim.reading.dates.words import cardinal, is_cardinal
from pobratim.reading.text.segments import DASHES, Sentence, Token

_TWINS = frozenset({"город-побратим", "побратим", "город-партнёр", "город-партнер"})
_COUNTED = frozenset({"число", "количество"})
_REACHING = frozenset(
    ["достигнуть", "достичь", "составить", "составлять", "вырасти", "возрасти", "увеличиться", "равняться"]
)
_HAVING = frozenset({"иметь", "насчитывать", "приобрести", "обрести"})
_BEING = frozenset({"быть", "есть", "стать", "иметься", "насчитываться", "существовать"})
_PASSED = frozenset({"уже", "всего", "сейчас", "сегодня", "теперь", "более", "почти", "около", "до"})
_MORE = frozenset({"ещё", "еще", "других", "нового", "новых"})
_FEWEST, _MOST = 2, 300
"""No place has more twins; a larger number counts something else."""


def twins_counted(context: Context) -> Iterator[Figure]:
    """One figure a sentence that says whose the twins are and how many."""
    for sentence in context.layout.sentences:
        for index in context.with_lemmas(sentence, _TWINS):
            told = _owned(context, sentence, index) or _reached(context, sentence, index)
            if told is not None:
                yield Figure(
                    metric="other",
                    parties=(told[0],),
                    value=float(told[1]),
                    unit="twin_cities",
                    evidence=((sentence.start, sentence.end),),
                    confidence=0.75,
                    rule="figure.twins",
                )
                break


def _owned(context: Context, sentence: Sentence, index: int) -> tuple[str, int] | None:
    """«у Омска двадцать побратимов», «Брест имеет 34 города-побратима»."""
    tokens = context.layout.tokens
    at = index - 1
    while at > sentence.first and tokens[at].is_mostly(frozenset({"ADJF"})) and _number(tokens, at) is None:
        at -= 1
    number, behind = _number(tokens, at), tokens[min(index + 1, sentence.last - 1)].lower
    if number is None or tokens[at - 1].lower in _MORE or behind in {"в", "во"}:
        return None  # «ещё шесть побратимов», «два побратима | в Беларуси»: not all of them
    first, last = context.clauses_of(sentence).stretch_at(index)
    verbs = [tokens[i].word for i in context.clauses_of(sentence).verbs if first <= i < last]
    lemmas = {lemma for verb in verbs if verb is not None for lemma in verb.lemmas}
    owner = _owner(context, tokens, range(first, last))
    if owner is not None and (not verbs or lemmas & (_BEING | _HAVING)):
        return owner, number
    having = next((i for i in range(first, at) if tokens[i].word and tokens[i].word.lemmas & _HAVING), None)  # type: ignore[union-attr]
    named = [m for m in _places(context, sentence) if first <= m.first < (having or first) and _acts(tokens, m)]
    return (named[0].entity, number) if len(named) == 1 else None


def _owner(context: Context, tokens: list[Token], stretch: range) -> str | None:
    """«у Омска», «у города Омска»."""
    for i in stretch:
        if tokens[i].lower != "у":
            continue
        named = context.places_in(tokens[i].end, tokens[min(i + 3, stretch[-1])].end)
        if named and named[0].first - i <= 2:
            return named[0].entity
    return None


def _reached(context: Context, sentence: Sentence, index: int) -> tuple[str, int] | None:
    """«число побратимов Бреста достигло 34», «количество городов-побратимов Омска – 28»."""
    tokens = context.layout.tokens
    if index == sentence.first or tokens[index - 1].lemma not in _COUNTED:
        return None
    named = [m for m in _places(context, sentence) if index < m.first <= index + 2]
    if not named:
        return None
    at = named[0].last
    while at < sentence.last and tokens[at].lower in _PASSED:
        at += 1
    verb = tokens[at].word if at < sentence.last else None
    if verb is None and (at >= sentence.last or tokens[at].text not in DASHES):
        return None
    if verb is not None and verb.lemmas.isdisjoint(_REACHING):
        return None
    at += 1
    while at < sentence.last and tokens[at].lower in _PASSED:
        at += 1
    number = _number(tokens, at) if at < sentence.last else None
    return (named[0].entity, number) if number is not None else None


def _places(context: Context, sentence: Sentence) -> list[Mention]:
    return context.places_in(sentence.start, sentence.end)


def _acts(tokens: list[Token], mention: Mention) -> bool:
    """Is the place the subject: in the nominative, no preposition before it?"""
    word, before = tokens[mention.first].word, tokens[mention.first - 1].word if mention.first else None
    nominative = word is not None and any(parse.case == "nomn" for parse in word.parses)
    return nominative and (before is None or before.pos != "PREP")


def _number(tokens: list[Token], index: int) -> int | None:
    """The whole number of a token, two or more."""
    text = tokens[index].lower
    value = cardinal(text) if is_cardinal(text) else 0
    return value if _FEWEST <= value <= _MOST else None
