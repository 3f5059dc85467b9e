"""Facts of factRuEval: Occupation and Meeting, compared as its third track did, in its easy mode.

A gold fact of the organizers has arguments (who, position, where; participants), ours come from the records: a post
is an Occupation, a meeting event a Meeting. A gold person is called by any combination of the given name, surname and
patronymic; a place or organization by any of its names and mentions, and those of what is told to be its part; a
position by the words of the text or their dictionary forms. Our entity is called by its name, or as the text has it
at the evidence («Белоруссия» is Беларусь to us, and not to the annotation); a title goes as far as the words that
name where. The phase is not compared. `matching` tells the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import product, takewhile

from benchmarks.quality.factrueval import Annotated, Argument, Fact, Thing
from benchmarks.quality.matching import Count, Stated, Wanted, compare, dictionary_forms, matches, plain, quality
from pobratim.model.reading import Event, Post, Reading, Record

KINDS = {"Occupation": "post", "Meeting": "event"}
"""The facts compared, and the record that answers each."""


# ---------------------------------------------------------------- our facts


def stated(reading: Reading) -> list[Stated]:
    """What a reading says in the terms of factRuEval: posts, and meetings of two people or bodies at least."""
    facts = []
    for record in reading.records:
        if isinstance(record, Post):
            where = record.organization or record.place
            place = _called(reading, where, record) if where else ()
            arguments = [("who", _called(reading, record.person, record))]
            arguments.append(("position", (_position(record.title, place),)))
            arguments += [("where", place)] if place else []
            facts.append(Stated("Occupation", tuple(arguments)))
        elif isinstance(record, Event) and record.kind == "meeting":
            sides = (*record.participants, *record.organizations)
            if len(sides) > 1:
                arguments = [("participant", _called(reading, side, record)) for side in sides]
                facts.append(Stated("Meeting", tuple(arguments)))
    return facts


def _position(title: str, where: tuple[str, ...]) -> str:
    """The title as far as it does not repeat where: «глава» of «глава правительства» at «правительство Израиля»."""
    head, *rest = title.split()
    named = {lemma for words in where for lemma in dictionary_forms(plain(words)).split()}
    kept = takewhile(lambda part: not set(dictionary_forms(plain(part)).split()) <= named, rest)
    return " ".join((head, *kept))


def _called(reading: Reading, entity: str, record: Record) -> tuple[str, ...]:
    """The entity's name, and how the text names it nearest to where the record's evidence begins."""
    found = next(other for other in reading.entities if other.id == entity)
    begins = record.evidence[0][0]
    nearest = min(found.mentions, key=lambda mention: abs(mention[0] - begins), default=None)
    return (found.name, reading.document.text[slice(*nearest)]) if nearest else (found.name,)


# ---------------------------------------------------------------- gold facts


def wanted(document: Annotated) -> list[Wanted]:
    """The gold facts of the compared kinds."""
    parts = [fact for fact in document.facts if fact.kind.lower() == "ispartof"]
    return [_wanted(fact, document.text, parts) for fact in document.facts if fact.kind in KINDS]


def _wanted(fact: Fact, text: str, parts: Sequence[Fact]) -> Wanted:
    arguments = []
    for argument in fact.arguments:
        slot = {"job": "position"}.get(argument.slot.lower(), argument.slot.lower())
        if slot in {"сложность", "модальность", "фаза"}:
            continue
        wordings = _wordings(argument, text)
        if slot == "position":
            wordings |= {dictionary_forms(words) for words in wordings}
        if slot == "where":
            for part in parts:
                things = [thing for other in part.arguments for thing in other.things]
                if argument.things and argument.things[0] in things:
                    wordings |= {plain(name) for thing in things for name in thing.attributes.get("name", ())}
        arguments.append((slot, frozenset(wordings), " | ".join(argument.words)))
    return Wanted(fact.kind, tuple(arguments), "повышенная" in fact.remark("Сложность"))


def _wordings(argument: Argument, text: str) -> set[str]:
    found = {plain(words) for words in argument.words}
    for thing in argument.things:
        found |= {plain(words) for words in _names(thing)}
        for mention in thing.mentions:
            spans = sorted({(part.start, part.end) for part in mention.parts})
            if spans:
                found.add(plain(" ".join(text[start:end] for start, end in spans)))
                found.add(plain(text[spans[0][0] : max(end for _, end in spans)]))
    return found - {""}


_PERSON = ("lfp", "fpl", "fp", "fl", "lf", "n", "f", "p", "l", "fn")
"""In which orders given name (f), surname (l), patronymic (p) and nickname (n) make a name."""


def _names(thing: Thing) -> Iterable[str]:
    keys = {"f": "firstname", "l": "lastname", "p": "patronymic", "n": "nickname"}
    if "Person" not in thing.kinds:
        names = thing.attributes.get("name", ())
        yield from names
        for descriptor, name in product(thing.attributes.get("descriptor", ()), names):
            yield f"{descriptor} {name}"
        return
    for order in _PERSON:
        lists = [thing.attributes[keys[letter]] for letter in order if thing.attributes.get(keys[letter])]
        for values in product(*lists):
            yield " ".join(values)


# ---------------------------------------------------------------- a folder


Say = Callable[[str, str, str, str, str], None]
"""Receives type, kind of error (missed, false, slot), what it is about, the document, and the error's words."""


def measure(documents: Iterable[tuple[Annotated, Reading]], say: Say) -> dict[str, Count]:
    """The figures of each kind of fact over documents and their readings."""
    totals = {kind: Count() for kind in KINDS}
    for document, reading in documents:
        all_gold, all_got = wanted(document), stated(reading)
        for kind, total in totals.items():
            gold = [fact for fact in all_gold if fact.kind == kind]
            got = [fact for fact in all_got if fact.kind == kind]
            count, answered = compare(gold, got)
            total.add(count)
            _tell(kind, document.name, gold, got, answered, say)
    return totals


def _tell(
    kind: str, name: str, gold: Sequence[Wanted], got: Sequence[Stated], answered: Sequence[int | None], say: Say
) -> None:
    for index, one in enumerate(gold):
        answers = [fact for fact, choice in zip(got, answered, strict=True) if choice == index]
        if one.hard or quality(one, answers) == 1:
            continue
        if not answers:
            say(kind, "missed", "", name, str(one))
            continue
        hit = {slot for fact in answers for slot in matches(fact, one).values()}
        wrong = {slot for number, (slot, *_) in enumerate(one.arguments) if number not in hit}
        wrong |= {
            slot
            for fact in answers
            for number, (slot, _) in enumerate(fact.arguments)
            if number not in matches(fact, one)
        }
        told = "; ".join(map(str, answers))
        say(kind, "slot", "+".join(sorted(wrong)) or "told apart", name, f"gold {one} got {told}")
    for fact, choice in zip(got, answered, strict=True):
        if choice is None:
            say(kind, "false", "", name, str(fact))
