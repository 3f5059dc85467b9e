"""Who takes part in what a sentence tells, and who only tells of it, invites or looks on."""

from __future__ import annotations

from pobratim.model.reading import Span
from pobratim.reading.context import Mention
from pobratim.reading.once import once
from pobratim.reading.records.events.drafts import has_lemma
from pobratim.reading.records.lexicon import events, listed
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.stand import Stand
from pobratim.reading.text.segments import FINITE, Token
from pobratim.reading.text.speech import speaks, vocabulary


def participants(scene: Scene, index: int) -> list[str]:
    """The persons of the sentence who stand for a place or hold an office, not those who only tell of it."""
    return list(_participants(scene, index))


@once
def _participants(scene: Scene, index: int) -> list[str]:
    known = scene.stands_of_document
    holders = {post.person for post in known.posts}
    spokesmen = {post.person for post in known.posts if "пресс" in post.title}
    excluded = spokesmen | tellers(scene, index) | senders(scene) | honoured(scene)
    meant = holders | set(known.place_of_person) | _colleagues(scene)
    meant |= _in_a_row(scene, meant - excluded)
    apart = _in_contrast(scene, index)
    return [person for person in scene.people if person in meant and person not in excluded | apart]


def _in_contrast(scene: Scene, index: int) -> set[str]:
    """«договор подписан в 2004 году, | а в марте Омск посетил вице-премьер Пётр Лаптев»: who acts on the other side of
    «а» or «но», at a time of its own."""
    first, last = scene.clauses.side_at(index)
    others = [m for m in scene.context.mentions_in(*scene.span, "person") if not first <= m.first < last]
    found = set()
    for mention in others:
        side = scene.clauses.side_at(mention.first)
        span = (scene.tokens[side[0]].start, scene.tokens[side[1] - 1].end)
        if side != (first, last) and scene.clauses.has_verb(*side) and scene.context.dates_in(*span):
            found.add(mention.entity)
    return found - {m.entity for m in scene.context.mentions_in(*scene.span, "person") if first <= m.first < last}


def _in_a_row(scene: Scene, meant: set[str]) -> set[str]:
    """«Мэр П. Лаптев, ветеран О. Тихий и директор А. Гусева прибыли»: all of a row of which one is meant."""
    rows = rows_of_people(scene)
    return {m.entity for row in rows if any(m.entity in meant for m in row) for m in row}


def rows_of_people(scene: Scene) -> list[list[Mention]]:
    """The names of the sentence, those in one row of titles together."""
    rows: list[list[Mention]] = []
    for mention in _people(scene):
        row = rows[-1] if rows else None
        if row is not None and _joins(scene, row[-1].last, mention.first):
            row.append(mention)
        else:
            rows.append([mention])
    return rows


def _joins(scene: Scene, first: int, last: int) -> bool:
    """Does only «и» or a comma and the next one's title stand between?"""
    between = scene.tokens[first:last]
    if not between or between[0].lower not in {",", "и"} or scene.clauses.has_verb(first, last):
        return False
    return all(token.text not in {"(", ")", ":", ";", "–", "—"} and token.lower not in _PARTING for token in between)


_PARTING = frozenset({"с", "со", "который", "которая", "где", "а", "но"})


@once
def _colleagues(scene: Scene) -> set[str]:
    """«его коллега И. Савицкий»: whoever is called a colleague takes part as the other does."""
    first = scene.sentence.first
    return {
        mention.entity
        for mention in _people(scene)
        if any(has_lemma(scene, i, "коллега") for i in range(max(first, mention.first - 2), mention.first))
    }


def tellers(scene: Scene, index: int) -> set[str]:
    """«…, сообщил глава области П. Лаптев»: who only tells of the event, not «сообщил он на встрече»."""
    return {
        mention.entity
        for mention in _said_to_tell(scene)
        if not _together(scene, mention, index) and not _acts_too(scene, mention, index)
    }


@once
def _said_to_tell(scene: Scene) -> list[Mention]:
    joined = {stand.start for stand in scene.stands if stand.kind == "person" and stand.role == "with"}
    told = [mention for mention in _people(scene) if _is_teller(scene, mention.first)]
    return [mention for mention in told if mention.start not in joined]  # «заявил на встрече с мэром Омска»


def _acts_too(scene: Scene, teller: Mention, index: int) -> bool:
    """«Губернатор П. Лаптев встретился с мэром, | сообщил Лаптев»: he is named once more, beside the event's word."""
    first, last = scene.clauses.stretch_at(index)
    named = (mention for mention in _people(scene) if mention.entity == teller.entity)
    return any(first <= mention.first < last and not _is_teller(scene, mention.first) for mention in named)


def _together(scene: Scene, mention: Mention, index: int) -> bool:
    """Do the name and the event's word stand in one clause, the word after the name, or before it as where it was said
    («на встрече с делегацией Омска сказал мэр»)?"""
    if index >= mention.last:
        return all(token.text not in _NAMING for token in scene.tokens[mention.last : index])
    said_there = scene.tokens[index - 1].lower in _WHERE_SAID and index > scene.sentence.first
    return said_there and all(token.text not in _NAMING for token in scene.tokens[index : mention.first])


_WHERE_SAID = frozenset({"на", "время", "ходе"})
"""«на встрече», «во время встречи», «в ходе встречи»."""


@once
def _people(scene: Scene) -> list[Mention]:
    return scene.context.mentions_in(*scene.span, "person")


_LOOK_BACK = 14
_NAMING = frozenset({",", "(", ")", ":", ";", "–", "—", "«", "»", '"'})


@once
def reminding(scene: Scene, index: int) -> set[str]:
    """«Мэр Павел Лаптев напомнил, что в 2023 году прошёл форум»: who tells of what was before, ahead of its clause."""
    tokens = scene.tokens
    telling = (i for i in scene.with_lemmas(_REMINDING) if i < index)
    verb = next((i for i in telling if [t.lower for t in tokens[i + 1 : i + 3]] == [",", "что"]), None)
    return {m.entity for m in _people(scene) if verb is not None and m.last <= verb}


_REMINDING = frozenset({"напомнить", "напоминать", "вспомнить"})


def _is_teller(scene: Scene, first: int) -> bool:
    """A verb of saying stands before the name and its title: «сообщил глава области», «по словам мэра»."""
    tokens = scene.tokens
    for index in range(first - 1, max(scene.sentence.first, first - _LOOK_BACK) - 1, -1):
        token = tokens[index]
        if token.text in _NAMING or (token.lower in {"с", "со"} and tokens[first].is_case("ablt")):
            return False  # «заявил на встрече | с главой области П. Лаптевым»: he was spoken with
        if token.word is None:
            continue
        if speaks(token.word) is not None and token.word.lemmas.isdisjoint(events().verbs):
            return True
        if token.lower == "словам" or (token.word.lemmas & vocabulary().according and tokens[index - 1].lower == "по"):
            return True
        if token.word.is_pos("VERB") and token.word.pos == "VERB":
            return False
    return False


def told_by(scene: Scene, stand: Stand) -> bool:
    """Does the stand only tell: «сообщили в администрации Омска», «сообщил мэр Омска»?"""
    tokens = scene.context.tokens_in(scene.sentence.start, stand.start)
    for token in reversed(tokens[-6:]):
        if token.text in _NAMING:
            return False
        if token.word is not None and token.word.pos in {"VERB", "GRND"}:
            return speaks(token.word) is not None and token.word.lemmas.isdisjoint(events().verbs)
    return False


@once
def acting_stands(scene: Scene, index: int) -> list[Stand]:
    """The stands outside of names of forums that do more than tell of the event."""
    told = tellers(scene, index)
    inviting = {stand.start for stand in [*inviters(scene), *witnesses(scene), *_talked_of(scene, index)]}
    named, remembered = {mention.entity for mention in _people(scene)}, honoured(scene)
    return [
        stand
        for stand in scene.outer_stands
        if stand.start not in inviting
        and (stand.entity is None or stand.entity not in remembered)
        and (
            stand.kind == "place"
            or (stand.entity not in told and (stand.entity in named or not told_by(scene, stand)))
        )
    ]


@once
def inviters(scene: Scene) -> list[Stand]:
    """«по приглашению мэра Бреста Ивана Савицкого»: those who invite, as far as genitives go."""
    return _after(scene, _INVITING, "по")


@once
def _talked_of(scene: Scene, index: int) -> list[Stand]:
    """«(консул) обсудила (с мэром) | приезд делегации Лиды»: who is to come is no side of the talks, which the token
    tells of."""
    talks = [i for i in scene.with_lemmas(_TALKS) if i >= index]
    coming = (i for i in scene.with_lemmas(_COMING) if talks and i > talks[0])
    return [stand for i in coming if scene.tokens[i].is_case("accs") for stand in _stands_in_genitives(scene, i)]


_TALKS = frozenset({"обсудить", "обсуждать"})
_COMING = frozenset({"приезд", "визит", "поездка", "прибытие", "участие"})


@once
def witnesses(scene: Scene) -> list[Stand]:
    """«в присутствии губернатора Ивана Савицкого»: those who only look on."""
    return _after(scene, _PRESENCE, "в")


@once
def senders(scene: Scene) -> set[str]:
    """«по поручению губернатора Ивана Савицкого», «передали поздравления от мэра»: who sends others takes no part
    himself."""
    sending = [*_after(scene, _SENDING, "по"), *_wishing(scene)]
    return {stand.entity for stand in sending if stand.entity is not None}


def _wishing(scene: Scene) -> list[Stand]:
    """The stands of the genitives after «поздравления от», «подарок от»."""
    found: list[Stand] = []
    for index in scene.with_lemmas(_WISHES):
        if index + 1 < scene.sentence.last and scene.tokens[index + 1].lower == "от":
            found += _stands_in_genitives(scene, index + 1)
    return found


def _after(scene: Scene, lemmas: frozenset[str], preposition: str) -> list[Stand]:
    """The stands of the genitives after «по приглашению», «в присутствии»."""
    found: list[Stand] = []
    for index in scene.with_lemmas(lemmas):
        if index == scene.sentence.first or scene.tokens[index - 1].lower != preposition:
            continue
        found += _stands_in_genitives(scene, index)
    return found


def _stands_in_genitives(scene: Scene, index: int) -> list[Stand]:
    start, end = _genitives(scene, index)
    return [stand for stand in scene.stands if start <= stand.start and stand.end <= end]


def _genitives(scene: Scene, index: int) -> Span:
    """The characters of the row of genitives behind a noun."""
    return _row_behind(scene, index, _OF)


def _row_behind(scene: Scene, index: int, cases: frozenset[str]) -> Span:
    last = index + 1
    while last < scene.sentence.last and (scene.mention_at(last) or _goes_on(scene.tokens[last], cases)):
        last += 1
    return scene.tokens[index].end, scene.tokens[last - 1].end


@once
def honoured(scene: Scene) -> set[str]:
    """«возложили цветы к бюсту посла Ивана Савицкого», «… к памятнику основателю города князю …»: in whose memory
    it was."""
    spans = [_row_behind(scene, _in_honour(scene, index), _OF_OR_TO) for index in scene.with_lemmas(_MEMORY)]
    return {mention.entity for span in spans for mention in scene.context.mentions_in(*span, "person")}


def _in_honour(scene: Scene, index: int) -> int:
    """«доска | в честь | губернатора …»: the last word before who is honoured."""
    following = [token.lower for token in scene.tokens[index + 1 : min(index + 3, scene.sentence.last)]]
    return index + 2 if following in (["в", "честь"], ["в", "память"]) else index


def is_of_the_honoured(scene: Scene, index: int) -> bool:
    """«к бюсту посла Ивана Савицкого, | убитого на | выставке»: told of him alone, in the phrase of a participle."""
    first = scene.clauses.piece_at(index).first
    phrase = first > scene.sentence.first and scene.clauses.clause_at(index).is_below
    before = scene.mention_at(first - 2) if phrase and scene.tokens[first - 1].text == "," else None
    return before is not None and before.entity in honoured(scene)


_INVITING = frozenset({"приглашение"})
_PRESENCE = frozenset({"присутствие"})
_SENDING = frozenset({"поручение", "указание"})
_WISHES = listed("guests", "wishes")
_MEMORY = listed("guests", "memory")
_OF, _OF_OR_TO = frozenset({"gent"}), frozenset({"gent", "datv"})


def _goes_on(token: Token, cases: frozenset[str]) -> bool:
    """A genitive, «и», a comma or a name that no dictionary has: the row of those who invite goes on."""
    if token.word is None:
        return token.text in {",", "-", "«", "»", "(", ")"}
    if token.lower == "и" or not token.word.parses:
        return True
    return token.word.is_case(*cases) and not token.word.is_mostly(FINITE)
