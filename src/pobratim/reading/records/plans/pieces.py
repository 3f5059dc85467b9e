"""The words of a plan: where its action begins and ends, several deeds told apart, by when and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pobratim.reading.context import DateMention
from pobratim.reading.records.clauses import is_noun, stands_alike
from pobratim.reading.records.dating import may_date, token_of
from pobratim.reading.records.offers.nouns import hangs_on_preposition
from pobratim.reading.records.plans.objects import subject_behind
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.meant import with_capitals
from pobratim.reading.text.morph import Word
from pobratim.reading.text.segments import DASHES, STROKES

_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)")
_DUE_KINDS = frozenset({"until", "period", "point"})
_POINTING = frozenset({"этот", "это", "данный"})
_JOINTS = frozenset({",", "и", "а", "но"})
_OPENERS = frozenset({"поэтому", "вот", "бы", "также", "теперь", "и", "а"})
_LATER_DEED = 6
"""Tokens after «, а» within which another infinitive goes on («…, а для начала – собрать группу»)."""

Piece = tuple[int, int]
"""Tokens ``first`` to ``last`` (excluded) of one deed."""


def pieces(scene: Scene, first: int, deed: int) -> list[Piece]:
    """«создадут совет, возобновят обмены и подготовят выставку»: three deeds; infinitives stay together.

    Another clause's verb ends the action.
    """
    last = _without_reference(scene, deed, scene.clauses.end_at(deed))
    last = _over_route(scene, _without_others(scene, deed, last))
    found: list[Piece] = []
    begin = first
    form = _form(scene.tokens[deed].word)
    for i in range(deed + 1, last):
        if scene.tokens[i].text == "," and i + 1 < last and scene.tokens[i + 1].lower == "и":
            last = i  # «…, и» begins another clause
            break
        told = _form(scene.tokens[i].word)
        if told is None:
            continue
        joint = _joint(scene, max(begin, deed) + 1, i)
        if joint is None:
            continue
        if tuple(token.lower for token in scene.tokens[joint + 1 : joint + 4]) == ("в", "том", "числе"):
            last = joint  # «продолжат обмены, в том числе будут проводить …»
            break
        if told == form == "futr" and _follows(scene, joint + 1, i):
            found.append((begin, joint))
            begin, deed = joint + 1, i
        elif told != "INFN":
            last = joint
            break
    found.append((begin, last))
    if form == "INFN" and (later := _after_dash(scene, last)) is not None:
        found.extend(pieces(scene, later, later))
    return [(_trimmed(scene, start, end), end) for start, end in found]


def _over_route(scene: Scene, last: int) -> int:
    """«запустить рейс Омск | – Минск»: the dash between two towns ends nothing."""
    while last + 1 < scene.sentence.last and scene.tokens[last].text in DASHES:
        before, after = scene.mention_at(last - 1), scene.mention_at(last + 1)
        if before is None or after is None:
            break
        last = after.last
    return last


def _without_others(scene: Scene, deed: int, last: int) -> int:
    """«(обсудили) возможность создания компаний, развитие отрасли»: of a deed told by a noun, where a noun follows a
    comma that neither the deed nor what it governs can stand beside."""
    head = next((i for i in range(deed, min(deed + 4, last)) if is_noun(scene, i)), None)
    if head is None or any(_form(scene.tokens[i].word) is not None for i in range(deed, head)):
        return last
    nouns = [head]
    for i in range(head + 1, last):
        if scene.tokens[i].text == "," and i + 1 < last and scene.mention_at(i + 1) is None:
            if not any(stands_alike(scene, noun, i + 1) for noun in nouns):
                return i
        elif is_noun(scene, i):
            nouns.append(i)
    return last


def _form(word: Word | None) -> str | None:
    """What can be a predicate: an infinitive, a future, another finite verb."""
    if word is None or not word.parses or word.parses[0].score < 0.4:
        return None
    parse = word.parses[0]
    if parse.pos == "INFN":
        return "INFN"
    if parse.pos == "VERB":
        return "futr" if "futr" in parse.tags else "VERB"
    return "PRTS" if parse.pos == "PRTS" else None


def _joint(scene: Scene, first: int, verb: int) -> int | None:
    """What joins the verb to the words before: a comma, else «и», «а», «но»."""
    near = [i for i in range(verb - 1, first - 1, -1) if scene.tokens[i].lower in _JOINTS]
    comma = next((i for i in near if scene.tokens[i].text == ","), None)
    right_before = near[0] if near and _follows(scene, near[0] + 1, verb) else None
    chosen = right_before if right_before is not None else comma if comma is not None else next(iter(near), None)
    if chosen is not None and scene.tokens[chosen - 1].text == ",":
        return chosen - 1
    return chosen


def _follows(scene: Scene, first: int, verb: int) -> bool:
    """Nothing that could be another subject stands between the joint and the verb."""
    for i in range(first, verb):
        word = scene.tokens[i].word
        if word is not None and word.pos in {"NOUN", "NPRO"} and not hangs_on_preposition(scene, i):
            return False
    return True


def _after_dash(scene: Scene, last: int) -> int | None:
    """«…, а для начала – собрать рабочую группу»: the infinitive that goes on behind «, а»."""
    tokens = scene.tokens
    if last + 2 >= scene.sentence.last or tokens[last].text != "," or tokens[last + 1].lower != "а":
        return None
    for i in range(last + 2, min(last + 2 + _LATER_DEED, scene.sentence.last)):
        told = _form(tokens[i].word)
        if told is not None:
            return i if told == "INFN" and tokens[i - 1].text in STROKES else None
    return None


def _trimmed(scene: Scene, first: int, last: int) -> int:
    """«поэтому …», «бы …» and whom it is told to («предложил гостю …») are no part of the action."""
    which = next((i for i in range(first, min(first + 2, last - 2)) if scene.tokens[i].lemma == "который"), None)
    first = first if which is None else which + 1
    while first < last - 1:
        word = scene.tokens[first].word
        told_to = word is not None and word.pos == "NOUN" and word.parses[0].case == "datv"
        if scene.tokens[first].lower not in _OPENERS and not (told_to and _infinitive_follows(scene, first, last)):
            break
        first += 1
    return first


def _infinitive_follows(scene: Scene, first: int, last: int) -> bool:
    return any((w := scene.tokens[i].word) is not None and w.pos == "INFN" for i in range(first + 1, last))


def _without_reference(scene: Scene, deed: int, last: int) -> int:
    """«обмениваться делегациями по этому направлению»: what points back says nothing by itself."""
    for i in range(last - 2, deed + 1, -1):
        if scene.tokens[i].lemma in _POINTING and scene.tokens[i - 1].lower in {"в", "по", "на"} and last - i <= 3:
            return i - 1
    return last


def due(scene: Scene, first: int, last: int) -> str | None:
    """«до конца 2026 года» before or inside the action; «в 2027 году», «на 2026–2028 годы» inside it.

    A single date before the action counts as well: «В мае откроется магазин». A term is told by its last day.
    """
    start, end = scene.tokens[first].start, scene.tokens[last - 1].end
    dates = [d for d in scene.dates if d.edtf and d.kind in _DUE_KINDS and d.start < end]
    dates = [date for date in dates if date.kind == "until" or not _is_of_one_deed(scene, date, last)]
    until = [date for date in dates if date.kind == "until"]
    inside = [date for date in dates if start <= date.start]
    before = [
        d for d in dates
        if len(dates) == 1 and d.end <= start and may_date(scene, d, first) and not _is_of_what_was(scene, d, first)
    ]
    chosen = (until or inside or before)[:1]
    if not chosen:
        return None
    told = (chosen[0].edtf or "").removeprefix("../") or None
    return _still_to_come(scene, chosen[0], told) if told and len(scene.dates) == 1 else told


def _still_to_come(scene: Scene, mention: DateMention, told: str) -> str:
    """«в мае» without a year, said of the future in November: the next May, not the last."""
    published = scene.context.document.published or ""
    words = scene.context.layout.text[mention.start : mention.end]
    month = _MONTH.fullmatch(told)
    if month is None or any(char.isdigit() for char in words) or not _MONTH.match(published):
        return told
    year, later = int(month["year"]), f"{int(month['year']) + 1}-{month['month']}"
    return later if told < published[:7] and year == int(published[:4]) else told


def _is_of_what_was(scene: Scene, date: DateMention, first: int) -> bool:
    """«карта подписана в 2024 году, и теперь ее | дополнят»: the date is that of the clause before, which is past."""
    own = scene.clauses.piece_at(token_of(scene, date))
    if own.first <= first < own.last or own.verb is None:
        return False
    verb = scene.tokens[own.verb].word
    return verb is not None and verb.parses[0].pos in {"VERB", "PRTS"} and verb.parses[0].has("past")


def _is_of_one_deed(scene: Scene, date: DateMention, last: int) -> bool:
    """«собрать в ноябре группу и наладить сборку»: the date stands with the first of two infinitives only."""
    tokens, first = scene.tokens, scene.sentence.first
    at = next((i for i in range(first, last) if tokens[i].end > date.start), last)
    behind = any(t.word is not None and t.word.pos == "INFN" for t in tokens[max(first, at - _NEAR) : at])
    joined = (i for i in range(at, last - 1) if tokens[i].lower in {"и", ","})
    return behind and any(_form(tokens[i + 1].word) == "INFN" for i in joined)


_NEAR = 4
"""Tokens between an infinitive and the date behind it."""


def actors(scene: Scene, trigger: int, deed: int, last: int) -> tuple[str, ...]:
    """Whose places or firms stand before the verb, or right behind it; the speaker's own; else the document's pair."""
    position = scene.tokens[trigger].start
    named = tuple(dict.fromkeys(_named_before(scene, position)))[:2] or tuple(_firms_behind(scene, deed))
    if (partner := _agreed_with(scene, trigger, deed)) is not None and len(named) < _BOTH:
        own = named or tuple(filter(None, (scene.speaker_place,))) or scene.stands_of_document.pair[:1]
        return tuple(dict.fromkeys((*own, partner)))
    if len(named) == 1 and scene.context.by_id[named[0]].type == "organization":
        return tuple(dict.fromkeys((*named, *_partner(scene, deed, last))))
    return named or scene.stands_of_document.pair or ((scene.speaker_place,) if scene.speaker_place else ())


_BOTH = 2


def _agreed_with(scene: Scene, trigger: int, deed: int) -> str | None:
    """«договорились с заводом «Луч» | о сборке»: the place or firm behind «с»."""
    tokens = scene.tokens
    if trigger + 1 >= deed or tokens[trigger + 1].lower not in {"с", "со"}:
        return None
    named = (m for i in range(trigger + 2, deed) if (m := scene.mention_at(i)) is not None)
    mention = next(named, None)
    if mention is None or scene.context.by_id[mention.entity].type == "person":
        return None
    return mention.entity


def _firms_behind(scene: Scene, deed: int) -> list[str]:
    """«(перевозки) будут осуществлять | завод «Омский» и компания «Нева»»."""
    if (first := subject_behind(scene, deed)) is None:
        return []
    start, end = scene.tokens[first.first].start, scene.tokens[scene.clauses.end_at(deed) - 1].end
    return [m.entity for m in scene.organizations if start <= m.start < end][:2]


def _partner(scene: Scene, deed: int, last: int) -> Iterator[str]:
    """«(завод) продолжит сборку с (омским) заводом «Нева»»: the firm that is named with «с»."""
    for mention in scene.organizations:
        if not deed < mention.first < last:
            continue
        before = scene.tokens[max(deed, mention.first - _TO_PARTNER) : mention.first]
        joint = next((i for i, token in enumerate(before) if token.lower in {"с", "со"}), None)
        if joint is not None and all(t.is_mostly(_OF_PARTNER) for t in before[joint + 1 :] if t.word is not None):
            yield mention.entity
            return


_TO_PARTNER = 5
_OF_PARTNER = frozenset({"ADJF", "NOUN"})


def _named_before(scene: Scene, position: int) -> Iterator[str]:
    named = with_capitals(scene, scene.outer_stands)
    before = [s.place for s in named if s.end <= position and s.role in {"other", "between"}]
    if before or scene.speaker is not None:
        yield from before
    else:
        yield from (m.entity for m in scene.organizations if m.end <= position)
