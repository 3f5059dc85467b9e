"""Relations of NEREL, as far as our records can answer them.

- `WORKS_AS` (a person, a profession): a post of the person whose title shares a word with the profession.
- `WORKPLACE` (a person, an organization or place): a post of the person at it.
- `PARTICIPANT_IN`, `TAKES_PLACE_IN`, `POINT_IN_TIME`: the gold event is a happening of our kinds (`HAPPENINGS`); one
  of our events has its words in the evidence, and the participant, place or date among its slots.
- `ALTERNATIVE_NAME`: both names are of one entity.
- `HEADQUARTERED_IN`: a post, event or agreement that has the organization has the place too; little can answer so.

What NEREL says of several mentions of the same thing counts once. It names far more professions and happenings than
offices and meetings, so recall is what to watch; precision is given for posts of those people whom it gives a
profession or a workplace: a post that none of these answers is false.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from benchmarks.quality.nerel import Annotated, Mention, Relation
from pobratim.model.reading import Entity, Event, Post, Reading, Record
from pobratim.reading.dates import find_dates
from pobratim.reading.text.morph import word
from pobratim.reading.text.segments import lay_out

HAPPENINGS = frozenset(
    {
        "визит",
        "встреча",
        "переговоры",
        "саммит",
        "форум",
        "подписание",
        "поездка",
        "приём",
        "прием",
        "конференция",
        "выставка",
        "фестиваль",
        "заседание",
        "конгресс",
        "сессия",
        "съезд",
        "ярмарка",
        "беседа",
        "экскурсия",
        "церемония",
        "посещение",
    }
)
"""Lemmas; a gold event counts when it has one of them."""


@dataclass
class Count:
    gold: int = 0
    hit: int = 0
    got: int = 0
    """Of ours that gold could answer."""
    right: int = 0

    def figures(self) -> dict[str, float]:
        recall = self.hit / max(1, self.gold)
        if not self.got:
            return {"gold": self.gold, "recall": recall}
        precision = self.right / self.got
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return {"gold": self.gold, "got": self.got, "precision": precision, "recall": recall, "f1": f1}


@dataclass
class _Document:
    """A document with what the answers ask for again and again."""

    text: str
    reading: Reading
    gold: Annotated
    dates: list[tuple[int, int, str | None]] = field(default_factory=list)

    def entities_at(self, mention: Mention) -> set[str]:
        """Ids of the entities that the text names there."""
        return {e.id for e in self.reading.entities if _names(e, mention)}

    def thing(self, mention: Mention) -> str:
        """What the mention names: our entity, or else its lemmas."""
        return min(self.entities_at(mention), default=" ".join(sorted(_lemmas(self.words(mention)))))

    def words(self, mention: Mention) -> str:
        return self.text[mention.start : mention.end]


def _names(entity: Entity, mention: Mention) -> bool:
    return any(start < mention.end and mention.start < end for start, end in entity.mentions)


def _lemmas(words: str) -> set[str]:
    return {word(part.strip("«»\"',.()")).lemma for part in words.split()}


# ---------------------------------------------------------------- answers


def works_as(document: _Document, relation: Relation) -> bool:
    people = document.entities_at(relation.left)
    profession = _lemmas(document.words(relation.right))
    return any(post.person in people and _lemmas(post.title) & profession for post in _posts(document))


def workplace(document: _Document, relation: Relation) -> bool:
    people, places = document.entities_at(relation.left), document.entities_at(relation.right)
    return any(post.person in people and places & {post.organization, post.place} for post in _posts(document))


def participant(document: _Document, relation: Relation) -> bool:
    sides = document.entities_at(relation.left)
    return any(
        sides & {*event.participants, *event.parties, *event.organizations}
        for event in _events(document, relation.right)
    )


def event_place(document: _Document, relation: Relation) -> bool:
    places = document.entities_at(relation.right)
    return any(event.place in places for event in _events(document, relation.left))


def event_date(document: _Document, relation: Relation) -> bool:
    days = {d for start, end, d in document.dates if start < relation.right.end and relation.right.start < end}
    return any(event.date in days for event in _events(document, relation.left) if event.date)


def alternative_name(document: _Document, relation: Relation) -> bool:
    return bool(document.entities_at(relation.left) & document.entities_at(relation.right))


def headquarters(document: _Document, relation: Relation) -> bool:
    organizations, places = document.entities_at(relation.left), document.entities_at(relation.right)
    return any(
        (isinstance(record, Post) and record.organization in organizations and record.place in places)
        or (isinstance(record, Event) and organizations & {*record.organizations} and record.place in places)
        for record in document.reading.records
    )


def _posts(document: _Document) -> list[Post]:
    return [record for record in document.reading.records if isinstance(record, Post)]


def _touches(record: Record, mention: Mention) -> bool:
    return any(start < mention.end and mention.start < end for start, end in record.evidence)


def _events(document: _Document, mention: Mention) -> list[Event]:
    return [r for r in document.reading.records if isinstance(r, Event) and _touches(r, mention)]


def _happening(document: _Document, relation: Relation) -> bool:
    event = relation.right if relation.right.kind == "EVENT" else relation.left
    return event.kind == "EVENT" and not HAPPENINGS.isdisjoint(_lemmas(document.words(event)))


def _personal(document: _Document, relation: Relation) -> bool:
    return relation.left.kind == "PERSON"


def _always(document: _Document, relation: Relation) -> bool:
    return True


Answer = Callable[[_Document, Relation], bool]

RELATIONS: dict[str, tuple[Answer, Answer]] = {
    "WORKS_AS": (_personal, works_as),
    "WORKPLACE": (_personal, workplace),
    "PARTICIPANT_IN": (_happening, participant),
    "TAKES_PLACE_IN": (_happening, event_place),
    "POINT_IN_TIME": (_happening, event_date),
    "HEADQUARTERED_IN": (_always, headquarters),
    "ALTERNATIVE_NAME": (_always, alternative_name),
}
"""Which gold relations count, and whether a reading answers one."""


# ---------------------------------------------------------------- a folder

Say = Callable[[str, str, str, str, str], None]
"""Receives type, kind of error, what it is about, the document, and the error's words."""


def measure(documents: Iterable[tuple[Annotated, Reading]], say: Say) -> dict[str, Count]:
    """The figures of each relation over documents and their readings."""
    totals = {kind: Count() for kind in RELATIONS}
    for gold, reading in documents:
        dates = find_dates(lay_out(gold.text), reading.document)
        document = _Document(gold.text, reading, gold, [(d.start, d.end, d.edtf) for d in dates])
        for kind, same in _once(document).items():
            _, answers = RELATIONS[kind[0]]
            total = totals[kind[0]]
            total.gold += 1
            if any(answers(document, relation) for relation in same):
                total.hit += 1
            else:
                say(kind[0], "missed", "", gold.name, _shown(document, same[0]))
        _count_posts(document, totals, say)
    return totals


def _once(document: _Document) -> dict[tuple[str, str, str], list[Relation]]:
    """The relations that count, those between the same things together."""
    found: dict[tuple[str, str, str], list[Relation]] = defaultdict(list)
    for relation in document.gold.relations:
        counts, _ = RELATIONS.get(relation.kind, (None, None))
        if counts is not None and counts(document, relation):
            left, right = (document.thing(mention) for mention in (relation.left, relation.right))
            found[relation.kind, left, right].append(relation)
    return found


def _count_posts(document: _Document, totals: dict[str, Count], say: Say) -> None:
    """Posts of people whom NEREL gives professions or workplaces: are they among those?"""
    for kind, answers in (("WORKS_AS", works_as), ("WORKPLACE", workplace)):
        relations = [r for r in document.gold.relations if r.kind == kind and r.left.kind == "PERSON"]
        for post in _posts(document):
            if kind == "WORKPLACE" and not (post.organization or post.place):
                continue
            own = [r for r in relations if post.person in document.entities_at(r.left)]
            if not own:
                continue
            alone = _Document(document.text, _only(document.reading, post), document.gold)
            total = totals[kind]
            total.got += 1
            if any(answers(alone, relation) for relation in own):
                total.right += 1
            else:
                names = {entity.id: entity.name for entity in document.reading.entities}
                where = names.get(post.organization or post.place or "", "—")
                words = f"{names[post.person]}, {post.title}, {where}; gold " + "; ".join(
                    dict.fromkeys(document.words(relation.right) for relation in own)
                )
                say(kind, "false", "", document.gold.name, words)


def _only(reading: Reading, post: Post) -> Reading:
    return Reading(document=reading.document, relevance=reading.relevance, entities=reading.entities, records=(post,))


def _shown(document: _Document, relation: Relation) -> str:
    start, end = min(relation.left.start, relation.right.start), max(relation.left.end, relation.right.end)
    near = document.text[max(0, start - 30) : min(end + 30, start + 300)].replace("\n", " ")
    return f"{document.words(relation.left)} → {document.words(relation.right)} in «{near}»"
