"""Posts that a verb tells: «занимает пост мэра», «назначен директором», «возглавляет администрацию»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pobratim.model.reading import PLACE_TYPES
from pobratim.reading.context import Context, Mention
from pobratim.reading.data import load_toml
from pobratim.reading.once import union
from pobratim.reading.records.posts.held import Held, held
from pobratim.reading.records.posts.name_cases import name_cases
from pobratim.reading.records.titles.titles import Title
from pobratim.reading.text.inflection import inflect
from pobratim.reading.text.segments import Sentence, Token

_STEM = 5
"""Letters that forms of one word have in common."""
_FAR = 9
"""Tokens between a verb and its office or its holder."""


@dataclass(frozen=True, slots=True)
class _Words:
    post_nouns: frozenset[str]
    holding: frozenset[str]
    appointing: frozenset[str]
    becoming: frozenset[str]
    heading: frozenset[str]
    headed: dict[str, str]
    parts: dict[str, str]


@cache
def _words() -> _Words:
    tables = load_toml("records/appointments.toml")
    return _Words(
        frozenset(tables["post_nouns"]),
        frozenset(tables["holding"]),
        frozenset(tables["appointing"]),
        frozenset(tables["becoming"]) | frozenset(tables["appointing"]),
        frozenset(tables["heading"]),
        dict(tables["headed"]),
        dict(tables["parts"]),
    )


def told_post(context: Context, sentence: Sentence, people: list[Mention], titles: list[Title]) -> Iterator[Held]:
    """«Иван Петров, который занимает пост председателя горисполкома», «На должность ректора назначен Иван Петров»."""
    tokens = context.layout.tokens
    for title in titles:
        before = tokens[title.first - 1] if title.first > sentence.first else None
        if before is None or before.word is None or before.word.lemmas.isdisjoint(_words().post_nouns):
            continue
        if not _is_held(tokens, sentence, title):
            continue
        if any(person.first == title.last for person in people):
            continue  # «полномочия мэра Омска Ивана Петрова»: beside the name
        appointed = next((i for i in range(title.last, sentence.last) if _appoints(tokens[i])), None)
        if appointed is not None:  # «На пост главы депутаты избрали Ивана Петрова»
            person = next((p for p in people if p.first > appointed and not _named_in_nominative(tokens, p)), None)
        else:
            person = _holder(tokens, people, title.first - 1, title.last)
        if person is not None:
            yield held(context, person, title, "post.told", 0.88)


def became(context: Context, sentence: Sentence, people: list[Mention], titles: list[Title]) -> Iterator[Held]:
    """«Иван Петров назначен директором завода», «Мэром города избран Иван Петров»."""
    tokens = context.layout.tokens
    verbs = [i for i in range(sentence.first, sentence.last) if _is_verb(tokens[i], _words().becoming)]
    for title in titles:
        head = tokens[title.head].word
        if title.plural or head is None or not any(p.case == "ablt" and p.pos == "NOUN" for p in head.parses):
            continue
        verb = next((i for i in verbs if -_FAR <= title.first - i <= _FAR and not title.first <= i < title.last), None)
        if verb is None or tokens[max(sentence.first, verb - 1)].lower == "не":
            continue
        if _preposition(tokens, title.first, sentence.first):
            continue  # «стал работать с мэром»
        first, last = min(verb, title.first), max(verb + 1, title.last)
        if _appoints(tokens[verb]):  # «назначил директором Ивана Петрова»
            after = next((p for p in people if p.first > verb and not _named_in_nominative(tokens, p)), None)
            before = [p for p in people if p.last <= first and _named_in_accusative(tokens, p)]
            person = after or (before[-1] if before else None)  # «Ивана Петрова назначили директором»
        else:
            person = _holder(tokens, people, first, last if verb < title.first else verb + 1)
        if person is not None:
            yield held(context, person, title, "post.became", 0.85)


def heads(context: Context, sentence: Sentence, people: list[Mention], titles: list[Title]) -> Iterator[Held]:
    """«Иван Петров возглавляет администрацию Омска», «Возглавил университет Иван Петров»: the office goes by
    what is headed."""
    tokens = context.layout.tokens
    for verb in range(sentence.first, sentence.last):
        if not _is_verb(tokens[verb], _words().heading):
            continue
        seat = _headed(context, verb, sentence)
        if seat is None:
            continue
        mention, words = seat
        person = _holder(tokens, people, verb, max(verb + 1, mention.last))
        if person is None:
            continue
        place = context.by_id[mention.entity].type in PLACE_TYPES
        title = Title(
            first=min(verb, mention.first),
            last=max(mention.last, verb + 1),
            head=verb,
            lemma=words.split()[0],
            plural=False,
            words=words,
            organization=None if place else mention.entity,
            place=mention.entity if place else context.found.seats.get(mention.entity),
            places=(),
        )
        yield held(context, person, title, "post.heads", 0.75)


APPOINTMENT_RULES = (told_post, became, heads)


def _headed(context: Context, verb: int, sentence: Sentence) -> tuple[Mention, str] | None:
    """The place or body right behind the verb (or for «его» the one named last before), and what its head is
    called."""
    tokens = context.layout.tokens
    at = verb + 1
    if at < sentence.last and tokens[at].lower in {"его", "её", "ее"}:
        before = context.mentions_in(0, tokens[verb].start, "organization")
        return (before[-1], _called(context, before[-1])) if before else None
    mentions = context.mentions_in(tokens[verb].start, sentence.end)
    mention = next((m for m in mentions if context.by_id[m.entity].type != "person"), None)
    if mention is None or mention.first - at > 3:  # «Омский район возглавляет Пётр Лаптев»
        before = context.mentions_in(context.layout.tokens[sentence.first].start, tokens[verb].start)
        behind = context.mentions_in(tokens[verb].start, sentence.end, "person")
        seat = before[-1] if before and before[-1].last == verb and behind and behind[0].first == at else None
        if seat is None or context.by_id[seat.entity].type == "person":
            return None
        return seat, _called(context, seat)
    between = [*tokens[at : mention.first], *_part_named(context, mention)]
    if any(token.word is None and token.text not in "«\"“„" for token in between):
        return None
    if any(token.word is not None and token.word.pos not in {"NOUN", "ADJF"} for token in between):
        return None
    number = next((i for i, token in enumerate(between) if token.word is not None and token.word.pos == "NOUN"), None)
    if number is None:
        return mention, _called(context, mention)
    noun = between[number].lemma
    if noun in _words().parts:
        return mention, f"{_words().parts[noun]} {_in_genitive(between, number)}"
    called = _words().headed.get(noun)
    return (mention, called) if called is not None else None  # not «возглавил делегацию Омска»


def _part_named(context: Context, mention: Mention) -> list[Token]:
    """«отдел культуры | администрации Омска», where the whole stands for the administration: the words of the part."""
    entity = context.by_id[mention.entity]
    words = context.layout.tokens[mention.first : mention.last]
    own = tuple(word[:_STEM] for word in entity.name.lower().split() if len(word) >= _STEM)
    last = next((number for number, token in enumerate(words) if token.lower.startswith(own)), 0)
    return words[:last] if any(token.lemma in _words().parts for token in words[:last]) else []


def _in_genitive(words: Sequence[Token], number: int) -> str:
    """«постоянную комиссию по труду» → «постоянной комиссии по труду»; ``number`` is that of the noun."""
    noun = words[number].word
    gender = [parse.gender for parse in noun.parses if parse.gender][:1] if noun is not None else []
    head = [inflect(token.lower, "gent", "sing", *gender, like="ADJF") for token in words[:number]]
    rest = [token.lower for token in words[number + 1 :] if token.word is not None]
    return " ".join([*head, inflect(words[number].lower, "gent", "sing", like=words[number].lemma), *rest])


def _called(context: Context, mention: Mention) -> str:
    """What the head of a place or body is called: «Омская городская дума» → «председатель»."""
    entity = context.by_id[mention.entity]
    if entity.type in PLACE_TYPES:
        return "глава"
    words = " ".join((entity.name, *entity.aliases)).lower().split()
    called = _words().headed
    return next((called[word] for word in words if word in called), "руководитель")


def _is_verb(token: Token, lemmas: frozenset[str]) -> bool:
    word = token.word
    return word is not None and not word.lemmas.isdisjoint(lemmas) and any(
        parse.lemma in lemmas and parse.pos in {"VERB", "PRTS", "PRTF", "GRND"} and "futr" not in parse.tags
        for parse in word.parses
    )


def _is_held(tokens: list[Token], sentence: Sentence, title: Title) -> bool:
    """Does the sentence say that the post is or was held («на посту», «занимает пост»), and not only sought?"""
    noun = tokens[title.first - 1]
    before = tokens[title.first - 2].lower if title.first - 2 >= sentence.first else ""
    if (before == "на" and noun.lower in {"посту", "должности"}) or before in {"с", "со"}:
        return True  # «на посту мэра», «после ухода с поста мэра»
    near = range(max(sentence.first, title.first - _FAR), min(sentence.last, title.last + _FAR))
    return any(_is_verb(tokens[i], union(_words().holding, _words().becoming)) for i in near)


def _appoints(token: Token) -> bool:
    """Is it a verb that makes somebody else something («назначил», «избрали»)?"""
    word = token.word
    return word is not None and any(p.pos == "VERB" and p.lemma in _words().appointing for p in word.parses)


def _preposition(tokens: list[Token], first: int, limit: int) -> bool:
    return first > limit and tokens[first - 1].lower in {"с", "со", "перед", "между", "над"}


def _holder(tokens: list[Token], people: list[Mention], first: int, behind: int) -> Mention | None:
    """Who holds the office told from the token ``first`` to ``behind``: the name there, else the nearest before."""
    after = next((p for p in people if p.first >= behind), None)
    if after is not None and after.first - behind <= 1 and _nominative(tokens, after):
        return after
    before = [p for p in people if p.last <= first and _nominative(tokens, p)]
    if before:
        return before[-1]
    if after is not None and after.first - behind <= _FAR and _nominative(tokens, after):
        return after
    return None


def _nominative(tokens: list[Token], person: Mention) -> bool:
    """May the name stand in the nominative (or in any case where a relative clause hangs on it)?"""
    return (person.last < len(tokens) and tokens[person.last].text == ",") or _named_in_nominative(tokens, person)


def _named_in_accusative(tokens: list[Token], person: Mention) -> bool:
    cases = name_cases(tokens, person) or set()
    return "accs" in cases and "nomn" not in cases


def _named_in_nominative(tokens: list[Token], person: Mention) -> bool:
    cases = name_cases(tokens, person)
    return cases is None or "nomn" in cases
