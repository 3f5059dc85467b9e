"""Facts of factRuEval: Occupation and Meeting, compared as its third track did.

A gold fact of the organizers has arguments (who, position, where; participants). Ours come from the records: a
post is an Occupation, a meeting event a Meeting. As in the comparator of Dialogue Evaluation, in its easy mode:

- An argument answers a gold one of the same slot when its words are one of those by which the text or the
  annotation calls the thing, but for a slip of one letter (two in nine or more). A person is any combination of
  the given name, surname and patronymic; a place or organization any of its names and mentions, and those of what
  is told to be its part. A position is the words of the text or their dictionary forms. Our entity is called by
  its name, or as the text has it at the evidence («Белоруссия» is Беларусь to us, and not to the annotation).
- A fact may answer a gold one when an argument other than the position does.
- The quality of an answer is the matched weight of arguments over all weight on both sides (a position weighs .5,
  anything else 1). Several of our facts may answer one gold fact; they lose for arguments of the gold fact that
  none of them tells together. The assignment with the best F1 counts.
- Gold facts marked difficult are neither missed nor false, nor is what answers them. The phase is not compared.
- Precision is quality over our facts, recall quality over gold facts.

The comparator searches all assignments; here a greedy one is improved step by step, which comes to the same on
facts as few as a news item has. It looks normal forms of positions up in a list; here morphology gives them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product

from benchmarks.quality.factrueval import Annotated, Argument, Fact, Thing
from pobratim.model.reading import Event, Post, Reading, Record
from pobratim.reading.morph import word

KINDS = {"Occupation": "post", "Meeting": "event"}
"""The facts compared, and the record that answers each."""


@dataclass(frozen=True)
class Stated:
    """A fact of ours: slots and the words they hold."""

    kind: str
    arguments: tuple[tuple[str, tuple[str, ...]], ...]
    """Slot and what stands for it, each in one wording or two."""

    def __str__(self) -> str:
        return ", ".join(f"{slot} «{words[0]}»" for slot, words in self.arguments)


@dataclass(frozen=True)
class Wanted:
    """A gold fact: slots, each with every wording that answers it; ``hard`` ones count for nothing."""

    kind: str
    arguments: tuple[tuple[str, frozenset[str], str], ...]
    """Slot, wordings, and how to show it."""
    hard: bool

    def __str__(self) -> str:
        return ", ".join(f"{slot} «{shown}»" for slot, _, shown in self.arguments)


@dataclass
class Count:
    """Sums over documents."""

    gold: int = 0
    got: int = 0
    quality_of_gold: float = 0.0
    quality_of_got: float = 0.0

    def add(self, other: Count) -> None:
        self.gold += other.gold
        self.got += other.got
        self.quality_of_gold += other.quality_of_gold
        self.quality_of_got += other.quality_of_got

    @property
    def precision(self) -> float:
        return self.quality_of_got / self.got if self.got else 1.0

    @property
    def recall(self) -> float:
        return self.quality_of_gold / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


# ---------------------------------------------------------------- our facts


def stated(reading: Reading) -> list[Stated]:
    """What a reading says in the terms of factRuEval: posts, and meetings of two people or bodies at least."""
    facts = []
    for record in reading.records:
        if isinstance(record, Post):
            where = record.organization or record.place
            arguments = [("who", _called(reading, record.person, record)), ("position", (record.title,))]
            arguments += [("where", _called(reading, where, record))] if where else []
            facts.append(Stated("Occupation", tuple(arguments)))
        elif isinstance(record, Event) and record.kind == "meeting":
            sides = (*record.participants, *record.organizations)
            if len(sides) > 1:
                arguments = [("participant", _called(reading, side, record)) for side in sides]
                facts.append(Stated("Meeting", tuple(arguments)))
    return facts


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
            wordings |= {_dictionary_forms(words) for words in wordings}
        if slot == "where":
            for part in parts:
                things = [thing for other in part.arguments for thing in other.things]
                if argument.things and argument.things[0] in things:
                    wordings |= {_plain(name) for thing in things for name in thing.attributes.get("name", ())}
        arguments.append((slot, frozenset(wordings), " | ".join(argument.words)))
    return Wanted(fact.kind, tuple(arguments), "повышенная" in fact.remark("Сложность"))


def _wordings(argument: Argument, text: str) -> set[str]:
    found = {_plain(words) for words in argument.words}
    for thing in argument.things:
        found |= {_plain(words) for words in _names(thing)}
        for mention in thing.mentions:
            spans = sorted({(part.start, part.end) for part in mention.parts})
            if spans:
                found.add(_plain(" ".join(text[start:end] for start, end in spans)))
                found.add(_plain(text[spans[0][0] : max(end for _, end in spans)]))
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


# ---------------------------------------------------------------- comparing words


def _plain(words: str) -> str:
    """Small letters, one kind of quotation marks and dashes, no space before signs."""
    words = " ".join(words.lower().replace("ё", "е").split())
    words = words.translate(str.maketrans("«»“”„’`‐−‒–—―", "\"\"\"\"\"''" + "-" * 6))
    for before, after in ((" ,", ","), (" .", "."), (" -", "-"), ("- ", "-"), ("( ", "("), (" )", ")")):
        words = words.replace(before, after)
    return words.strip(' "')


def _dictionary_forms(words: str) -> str:
    """Each word by its lemma, so that «министром обороны» and «министр обороны» are one position."""
    return " ".join(word(part).lemma.replace("ё", "е") for part in words.split())


@lru_cache(maxsize=100_000)
def alike(left: str, right: str) -> bool:
    """The same but for a slip: none in one letter, one below nine, two from there on."""
    longest = max(len(left), len(right))
    allowed = 0 if longest < 2 else 1 if longest < 9 else 2
    return abs(len(left) - len(right)) <= allowed and _distance(left, right) <= allowed


def _distance(left: str, right: str) -> int:
    """Levenshtein's."""
    previous = list(range(len(right) + 1))
    for row, one in enumerate(left, 1):
        current = [row]
        for column, other in enumerate(right, 1):
            current.append(min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (one != other)))
        previous = current
    return previous[-1]


def _answers(slot: str, words: tuple[str, ...], wordings: frozenset[str]) -> bool:
    forms = set(map(_plain, words))
    if slot == "position":
        forms |= set(map(_dictionary_forms, forms))
    return any(alike(form, wording) for form in forms for wording in wordings)


def _matches(fact: Stated, gold: Wanted) -> dict[int, int]:
    """Argument of ours → argument of the gold fact it answers, both by number."""
    found = {}
    for number, (slot, words) in enumerate(fact.arguments):
        for index, (gold_slot, wordings, _) in enumerate(gold.arguments):
            if slot == gold_slot and _answers(slot, words, wordings):
                found[number] = index
                break
    return found


# ---------------------------------------------------------------- comparing facts


def _weight(slot: str) -> float:
    return 0.5 if slot == "position" else 1.0


def quality(gold: Wanted, answers: Sequence[Stated]) -> float:
    """How well these facts together answer a gold one, 0 to 1."""
    if not answers or gold.hard:
        return 0.0
    matches = [_matches(fact, gold) for fact in answers]
    hit = {index for match in matches for index in match.values()}
    told = sum(_weight(gold.arguments[index][0]) for index in hit)
    missed = sum(_weight(slot) for index, (slot, *_) in enumerate(gold.arguments) if index not in hit)
    false = sum(
        _weight(slot)
        for fact, match in zip(answers, matches, strict=True)
        for number, (slot, _) in enumerate(fact.arguments)
        if number not in match
    )
    share = told / (told + missed + false)
    pairs = list(combinations(sorted(hit), 2))
    if len(answers) == 1 or not pairs:
        return share
    together = sum(any({left, right} <= set(match.values()) for match in matches) for left, right in pairs)
    return share * (1 + together / len(pairs)) / 2


def compare(gold: Sequence[Wanted], got: Sequence[Stated]) -> tuple[Count, list[int | None]]:
    """The figures of one kind in one document, and which gold fact each of ours answers."""
    options: list[list[int | None]] = [
        [None, *(i for i, one in enumerate(gold) if _may_answer(fact, one))] for fact in got
    ]
    best: list[int | None] = [None] * len(got)
    result = _count(gold, got, best)
    improved = True
    while improved:
        improved = False
        for number, choices in enumerate(options):
            for choice in choices:
                other = [*best[:number], choice, *best[number + 1 :]]
                count = _count(gold, got, other)
                if _better(count, result):
                    best, result, improved = other, count, True
    return result, best


def _may_answer(fact: Stated, gold: Wanted) -> bool:
    return any(fact.arguments[number][0] != "position" for number in _matches(fact, gold))


def _better(left: Count, right: Count) -> bool:
    return (left.f1, left.quality_of_gold) > (right.f1 + 1e-9, right.quality_of_gold)


def _count(gold: Sequence[Wanted], got: Sequence[Stated], answered: Sequence[int | None]) -> Count:
    count = Count(got=sum(index is None for index in answered))
    for index, one in enumerate(gold):
        answers = [fact for fact, choice in zip(got, answered, strict=True) if choice == index]
        if one.hard:
            continue
        value = quality(one, answers)
        count.gold += 1
        count.got += len(answers)
        count.quality_of_gold += value
        count.quality_of_got += value * len(answers)
    return count


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
        hit = {slot for fact in answers for slot in _matches(fact, one).values()}
        wrong = {slot for number, (slot, *_) in enumerate(one.arguments) if number not in hit}
        wrong |= {
            slot
            for fact in answers
            for number, (slot, _) in enumerate(fact.arguments)
            if number not in _matches(fact, one)
        }
        told = "; ".join(map(str, answers))
        say(kind, "slot", "+".join(sorted(wrong)) or "told apart", name, f"gold {one} got {told}")
    for fact, choice in zip(got, answered, strict=True):
        if choice is None:
            say(kind, "false", "", name, str(fact))
