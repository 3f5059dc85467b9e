"""What every section is written from: the dossier, the day on the paper, the ledger of citations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pobratim.model import edtf
from pobratim.register.agreement_terms import successors
from pobratim.register.dossier import Dossier
from pobratim.register.rows import (
    AgreementRow,
    Because,
    Happening,
    HeldPost,
    Organization,
    Person,
    Place,
    Row,
    Tie,
)
from pobratim.reports.cases import genitive
from pobratim.reports.ledger import Ledger, Refs
from pobratim.reports.paper import INFERRED, Piece, Text
from pobratim.reports.posts import post_title, posts_newest_first
from pobratim.reports.wording import clean, listing, quoted, short, when
from pobratim.reports.words import ru, telling_words

UNDATED = "дата неизвестна"
NOTHING = "—"


@dataclass(frozen=True)
class Context:
    """One paper in the making."""

    dossier: Dossier
    today: date
    ledger: Ledger

    @cached_property
    def sides(self) -> tuple[str, ...]:
        """The ids of the places that the paper is about, as its title names them."""
        return tuple(place.id for place in (self.dossier.place, self.dossier.other_place) if place)

    @cached_property
    def subjects(self) -> frozenset[str]:
        """The same for look-ups."""
        return frozenset(self.sides)

    @cached_property
    def documents(self) -> frozenset[str]:
        """The ids of the documents of the paper."""
        return frozenset(document.id for document in self.dossier.documents)

    @cached_property
    def successors(self) -> Mapping[str, AgreementRow]:
        """The agreement that takes the place of another, by the id of that other."""
        return successors(self.dossier.register)

    @cached_property
    def _differing(self) -> frozenset[tuple[str, str]]:
        """The rows and slots on which sources differ."""
        return frozenset((conflict.on, conflict.slot) for conflict in self.dossier.conflicts)

    # ---------------------------------------------------------------- names

    def name(self, row_id: str | None) -> str:
        """How a person would call the row."""
        return clean(self.dossier.register.name(row_id))

    def names(self, row_ids: Iterable[str]) -> str:
        """«Минск, Омск и Тюмень»."""
        return listing(self.name(row_id) for row_id in row_ids)

    def others(self, parties: Iterable[str]) -> tuple[str, ...]:
        """The parties that are no subject of the paper."""
        return tuple(party for party in parties if party not in self.subjects)

    def parties(self, parties: Iterable[str]) -> str:
        """The names of the parties, without the one place that the whole paper is about."""
        return self.names(self.others(parties) if len(self.sides) == 1 else parties)

    def post_title(self, post: HeldPost) -> str:
        """«председатель Мингорисполкома», «мэр Омска»."""
        return post_title(self.dossier.register, post)

    def side(self, person: Person) -> str | None:
        """The place a person stands for, by the newest post that tells: one of the paper's, or another."""
        places: list[str] = []
        for post in posts_newest_first(person):
            organization = self.dossier.register.get(post.organization or "")
            own = organization.place if isinstance(organization, Organization) else None
            places += [place for place in (post.place, own) if place]
        own_sides = (self._subject_around(place) for place in places)
        return next((side for side in own_sides if side), places[0] if places else None)

    def _subject_around(self, place_id: str | None) -> str | None:
        """The place itself or the one it lies within, if the paper is about it."""
        seen: set[str] = set()
        while place_id and place_id not in seen:
            if place_id in self.subjects:
                return place_id
            seen.add(place_id)
            place = self.dossier.register.get(place_id)
            place_id = place.within if isinstance(place, Place) else None
        return None

    def posts(self, person_id: str) -> list[HeldPost]:
        """The posts of a person, those attested last before the others; none of whoever is nobody."""
        if person_id not in self._posts:
            person = self.dossier.register.get(person_id)
            self._posts[person_id] = posts_newest_first(person) if isinstance(person, Person) else []
        return self._posts[person_id]

    @cached_property
    def _posts(self) -> dict[str, list[HeldPost]]:
        """Those that were asked for."""
        return {}

    # ---------------------------------------------------------------- facts with their caution

    def dated(
        self,
        value: str | None,
        basis: str | None = None,
        because: tuple[Because, ...] = (),
        *,
        unknown: str = UNDATED,
    ) -> Text:
        """A date as tables have it, marked where it is inferred."""
        if value is None:
            return (Piece(unknown),)
        return (Piece(short(value)), *self.inferred(basis, because))

    def inferred(self, basis: str | None, because: tuple[Because, ...]) -> Text:
        """The star of a conclusion with its reasoning, nothing where the value is stated."""
        return (Piece(INFERRED, self.ledger.conclude(because)),) if basis == "inferred" else ()

    def disputed(self, row_id: str, slot: str) -> Text:
        """The mark of a value on which sources differ."""
        return (Piece(" (расхождение)", mark=True),) if (row_id, slot) in self._differing else ()

    def past(self, value: str | None) -> bool:
        """Whether the date surely lies before the day of the paper."""
        latest = edtf.bounds(value)[1]
        return latest is not None and latest < self.today

    def future(self, value: str | None) -> bool:
        """Whether the date surely lies after the day of the paper."""
        earliest = edtf.bounds(value)[0]
        return earliest is not None and earliest > self.today

    # ---------------------------------------------------------------- rows in words

    def happening(self, row: Happening) -> str:
        """«встреча, Минск», «визит делегации Омска, Минск», «форум «Иннопром», Екатеринбург»."""
        kind = ru(row.kind, "event")
        guests = [party for party in row.parties if party != row.place]
        if row.kind == "visit" and row.place and guests:
            many = "делегаций" if len(guests) > 1 else "делегации"
            kind = f"{kind} {many} {listing(genitive(self.name(guest)) for guest in guests)}"
        if row.title:
            title = clean(row.title)
            # «Форум городов» does, «XII Форум городов» and «Молодёжные дни Омска» do too.
            says_kind = not telling_words().isdisjoint(title.lower().split(" ")[:2])
            kind = title if says_kind else f"{kind} {title if title.startswith('«') else quoted(title)}"
        place = self.name(row.place)
        told = place[:-1].lower() in kind.lower()  # «Дни Минска в Омске» says where
        return kind if told else f"{kind}, {place}"

    def agreement(self, row: AgreementRow) -> str:
        """«дорожная карта (2026–2028 годы)», «соглашение от 24.06.2022», «соглашение (без даты)»."""
        kind = ru(row.kind, "agreement")
        if row.signed and short(row.signed) != when(row.signed):
            return f"{kind} от {short(row.signed)}"
        known = row.period or row.signed
        return f"{kind} ({when(known) if known else 'без даты'})"

    def party_label(self, parties: Sequence[str]) -> str:
        """How parties are announced: on the paper of one place its «партнёр», else the «стороны»."""
        if len(self.sides) != 1:
            return "стороны"
        return "партнёры" if len(self.others(parties)) > 1 else "партнёр"

    def counterpart(self, tie: Tie) -> str:
        """The other side of a tie, seen from the paper's place; nothing on the paper of a tie itself."""
        return "" if self.dossier.other_place else self.names(self.others(tie.parties))

    def refs(self, row: object) -> Refs:
        """References to what the row rests on."""
        return self.ledger.row(row)  # type: ignore[arg-type]

    def first_refs(self, rows: Iterable[Row]) -> Refs:
        """One reference for each row: all that it rests on stands where the row itself is told."""
        return tuple(ref for row in rows for ref in self.refs(row)[:1])
