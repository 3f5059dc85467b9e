"""A small register made by hand: Minsk and Omsk, with a row of every table."""

from __future__ import annotations

from collections.abc import Callable

from pobratim.register import Derivation
from pobratim.register.growing import Growing
from pobratim.register.growing.register import Changes
from pobratim.register.rows import (
    TABLES,
    AgreementRow,
    Because,
    Commitment,
    Conflict,
    ConflictValue,
    DocumentRow,
    Evidence,
    FigureRow,
    FollowUp,
    Happening,
    HeldPost,
    OfferRow,
    Organization,
    Person,
    Place,
    QuoteRow,
    Register,
    Stage,
    Tie,
    TopicRow,
)

NEWS = "a" * 64
OTHER = "b" * 64
SAID = (Evidence(document=NEWS, span=(0, 38), text="Минск и Омск подписали дорожную карту."),)

def ordered(register: Register) -> Register:
    """The rows of each table by their ids, as deriving gives them."""
    tables = {table.table: sorted(getattr(register, table.table), key=lambda row: row.id) for table in TABLES}
    return Register(**{table: tuple(rows) for table, rows in tables.items()})  # type: ignore[arg-type]


REGISTER = ordered(Register(
    documents=(
        DocumentRow(id=OTHER, source="other.html", language="ru", published="2022-05-21", relevance=0.8),
        DocumentRow(
            id=NEWS,
            source="news.txt",
            publisher="Пример",
            title="Побратимы договорились",
            language="ru",
            published="2022",
            published_basis="inferred",
            relevance=0.9,
            published_because=(Because(reason="в тексте назван 2022 год", document=NEWS, span=(3, 9)),),
        ),
    ),
    places=(
        Place(
            id="city:omsk",
            type="city",
            name="Омск",
            country="RU",
            within="region:omsk",
            geonames=1496153,
            lat=54.99,
            lon=73.37,
            documents=(NEWS,),
        ),
        Place(
            id="city:minsk", type="city", name="Минск", country="BY", geonames=625144, documents=(NEWS, OTHER)
        ),
        Place(id="city:orel", type="city", name="Орёл", country="RU", documents=(OTHER,)),
        Place(id="region:omsk", type="region", name="Омская область", country="RU"),
        Place(
            id="country:by",
            type="country",
            name="Беларусь",
            aliases=("Республика Беларусь", "Белоруссия"),
            country="BY",
        ),
    ),
    people=(
        Person(
            id="person:shelest",
            name="Сергей Шелест",
            variants=("С. Шелест",),
            documents=(NEWS,),
            posts=(
                HeldPost(
                    title="мэр", place="city:omsk", attested=("2022-05-20",), documents=(NEWS,), evidence=SAID
                ),
            ),
        ),
        Person(id="person:anna-petrova", name="Анна Петрова", documents=(OTHER,)),
        Person(id="person:alla-petrova", name="Алла Петрова", documents=(OTHER,)),
    ),
    organizations=(
        Organization(id="org:minsktrans", name="Минсктранс", place="city:minsk", documents=(NEWS,)),
        Organization(
            id="org:bkm", name="Белкоммунмаш", aliases=("БКМ",), place="city:minsk", documents=(NEWS,)
        ),
        Organization(id="org:school", name="Школа № 5 Орла", place="city:orel", documents=(OTHER,)),
    ),
    happenings=(
        Happening(
            id="happening:signing",
            kind="signing",
            date="2022-05-20",
            date_basis="inferred",
            date_because=(Because(reason="новость вышла в этот день", document=NEWS),),
            parties=("city:minsk", "city:omsk"),
            participants=("person:shelest",),
            documents=(NEWS,),
            evidence=SAID,
            claims=(f"{NEWS}#r2",),
        ),
        Happening(
            id="happening:tour",
            kind="tour",
            place="city:orel",
            organizations=("org:school",),
            documents=(OTHER,),
        ),
    ),
    ties=(
        Tie(
            id="tie:minsk-omsk",
            parties=("city:minsk", "city:omsk"),
            status="active",
            documents=(NEWS,),
            history=(
                Stage(kind="twin", since="2022", since_basis="stated", documents=(NEWS,), evidence=SAID),
            ),
        ),
    ),
    agreements=(
        AgreementRow(
            id="agreement:map",
            kind="roadmap",
            parties=("city:minsk", "city:omsk"),
            signed="2022-05-20",
            signatories=("person:shelest",),
            documents=(NEWS,),
            evidence=SAID,
        ),
    ),
    commitments=(
        Commitment(
            id="commitment:trams",
            actors=("city:omsk",),
            action="закупить трамваи",
            documents=(NEWS,),
            follow_ups=(FollowUp(row="agreement:map", score=0.5, by="words"),),
            evidence=SAID,
        ),
    ),
    offers=(
        OfferRow(
            id="offer:trams",
            direction="need",
            from_="city:omsk",
            kind="goods",
            item="трамваи",
            documents=(NEWS,),
            evidence=SAID,
        ),
    ),
    figures=(
        FigureRow(
            id="figure:trade",
            metric="trade_turnover",
            parties=("city:minsk", "city:omsk"),
            trend="up",
            documents=(NEWS,),
            evidence=SAID,
        ),
    ),
    quotes=(
        QuoteRow(
            id="quote:1",
            speaker="person:shelest",
            kind="indirect",
            text="сотрудничество растёт",
            documents=(NEWS,),
            evidence=(
                Evidence(document=NEWS, span=(40, 54), text="сотрудничество"),
                Evidence(document=NEWS, span=(60, 66), text="растёт"),
            ),
        ),
    ),
    topics=(
        TopicRow(id="topic:1", parties=("city:minsk", "city:omsk"), topic="transport", documents=(NEWS,)),
    ),
    conflicts=(
        Conflict(
            id="conflict:1",
            on="agreement:map",
            slot="period",
            preferred="2022/2024",
            values=(ConflictValue(value="2022/2024", documents=(NEWS,), reason="сказано самой стороной"),),
        ),
    ),
))


class Unchanging(Growing):
    """Goes on with this register, whatever is read."""

    def __init__(self, register: Register) -> None:
        super().__init__({})
        self.rows.update(register.by_id)

    def update(self, *_: object) -> Changes:
        return Changes({}, (), ())


def derives(register: Register) -> Callable[..., Derivation]:
    """What takes the place of `pobratim.register.derive_with_judgements` and gives this register, whatever was read."""
    return lambda readings, decisions=(): Derivation(register, (), Unchanging(register))
