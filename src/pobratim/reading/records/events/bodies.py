"""Bodies that take part in an event: whose people met, where it was held, who held it.

«депутаты городской думы встретились», «в школе № 5 прошёл телемост», «встречу организовала палата».
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pobratim.reading.context import Context, Mention
from pobratim.reading.records.authorities import is_executive
from pobratim.reading.records.events.drafts import Draft
from pobratim.reading.records.lexicon import events, listed
from pobratim.reading.text.segments import Sentence, Token

_KINDS = frozenset({"meeting", "visit", "forum", "days", "other"})
_COLLECTIVE = listed("guests", "collective")
_HOLDING = frozenset(
    ["организовать", "организовывать", "провести", "проводить", "устроить", "организатор", "организованный"]
)  # fmt: skip
_NEAR = 6
"""Tokens before a name among which «сообщили» makes it a source."""
_STAGES = listed("guests", "stages")


def bodies_taking_part(context: Context, event: Draft) -> list[str]:
    """The organizations that its sentences name as having a part in it."""
    if event.kind not in _KINDS:
        return []
    found: list[str] = []
    for start, end in event.evidence:
        sentence = context.sentence_at(start)
        for mention in context.mentions_in(start, end, "organization"):
            takes_part = any(rule(context, sentence, mention, event) for rule in BODY_RULES)
            if takes_part and not _is_source(context, sentence, mention):
                found.append(mention.entity)
    return list(dict.fromkeys(found))


def _is_source(context: Context, sentence: Sentence, mention: Mention) -> bool:
    """«сообщили в пресс-службе палаты», «написал в Telegram-канале»: who tells of it."""
    near = context.layout.tokens[max(sentence.first, mention.first - _NEAR) : mention.last]
    return any(token.word is not None and not token.word.lemmas.isdisjoint(events().sources) for token in near)


def of_its_people(context: Context, sentence: Sentence, mention: Mention, event: Draft) -> bool:
    """«представители палаты», «депутаты думы», «делегация университета»; not «директор завода Иванов».

    The people of an authority that governs come for its place, which is a party already.
    """
    if is_executive(context.by_id[mention.entity]):
        return False
    head = _noun_before(context, sentence, mention)
    if head is None or head.word is None:
        return False
    if not head.word.lemmas.isdisjoint(_COLLECTIVE):
        return True
    people = not head.word.lemmas.isdisjoint(events().delegation)
    parse = head.word.parses[0]
    return parse.number == "plur" and (people or "anim" in parse.tags)


def where_it_was(context: Context, sentence: Sentence, mention: Mention, event: Draft) -> bool:
    """«в школе № 5», «на базе университета», «с участием палаты»."""
    if event.kind == "visit":
        return False
    before = _words_before(context, sentence, mention)
    first = next(before, None)
    if first is None:
        return False
    if first.lower in {"в", "во", "на"}:
        return context.layout.tokens[mention.first].may_be_case("loct")
    return first.word is not None and not first.word.lemmas.isdisjoint(_STAGES)


def who_held_it(context: Context, sentence: Sentence, mention: Mention, event: Draft) -> bool:
    """«встречу организовала палата», «форум, организованный университетом»."""
    if event.kind not in {"meeting", "forum", "days", "other"}:
        return False
    word, holding = context.layout.tokens[mention.first].word, context.with_lemmas(sentence, _HOLDING)
    beside = any(not _parted(context, *sorted((index, mention.first))) for index in holding)
    return beside and word is not None and any(p.case in ("nomn", "ablt") for p in word.parses[:1])


def _parted(context: Context, first: int, last: int) -> bool:
    """«посетили комбинат, | провели переговоры»: it is not the comma's other side that held them."""
    return any(token.text == "," for token in context.layout.tokens[first + 1 : last])


BodyRule = Callable[[Context, Sentence, Mention, Draft], bool]
BODY_RULES: tuple[BodyRule, ...] = (of_its_people, where_it_was, who_held_it)


def _noun_before(context: Context, sentence: Sentence, mention: Mention) -> Token | None:
    """The noun that the name stands behind in the genitive, adjectives between them."""
    for token in _words_before(context, sentence, mention):
        if token.word is None:
            return None
        if token.word.pos == "NOUN":
            return token
        if not token.word.is_pos("ADJF", "PRTF"):
            return None
    return None


def _words_before(context: Context, sentence: Sentence, mention: Mention) -> Iterator[Token]:
    """The tokens before the name, the nearest first; opening quotation marks are passed over."""
    for index in range(mention.first - 1, sentence.first - 1, -1):
        token = context.layout.tokens[index]
        if token.text not in {"«", '"', "“", "„"}:
            yield token
