"""Dossiers made by hand. Every person and every sentence is invented (учебный пример)."""

from __future__ import annotations

from datetime import date

from pobratim.register.dossier import Dossier, OpenQuestion
from pobratim.register.rows import (
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

TODAY = date(2025, 11, 21)

MINSK = Place(id="minsk", type="city", name="Минск", country="BY")
OMSK = Place(id="omsk", type="city", name="Омск", country="RU")
TYUMEN = Place(id="tyumen", type="city", name="Тюмень", country="RU")


def said(document: str, text: str, start: int = 0) -> Evidence:
    """The sentence ``text`` of a document, beginning at ``start``."""
    return Evidence(document=document, span=(start, start + len(text)), text=text)


# ---------------------------------------------------------------- Minsk and Omsk: 6 documents, 5 happenings

DOCUMENTS = (
    DocumentRow(
        id="d1",
        source="vstrecha.html",
        address="https://example.by/news/vstrecha",
        publisher="Городской вестник (учебный пример)",
        title="Делегация Омска прибыла в Минск",
        language="ru",
        published="2025-09-29",
        published_basis="stated",
        relevance=0.98,
    ),
    DocumentRow(
        id="d2",
        source="partnery.txt",
        publisher="Омские ведомости (учебный пример)",
        title="Минск и Омск: что сделано за год",
        language="ru",
        published="2025-09-30",
        published_basis="stated",
        relevance=0.97,
    ),
    DocumentRow(
        id="d3",
        source="pobratimy.docx",
        title="Города стали побратимами",
        language="ru",
        publisher="Пресс-служба мэрии (учебный пример)",
        published="2022-06-24",
        published_basis="stated",
        relevance=0.99,
    ),
    DocumentRow(
        id="d4",
        source="zavod.pdf",
        title="Омичи осмотрели сборочный цех",
        language="ru",
        publisher="Заводская многотиражка (учебный пример)",
        published="2024",
        published_basis="inferred",
        published_because=(
            Because(
                reason="в тексте названа дорожная карта, подписанная в 2024 году", document="d4", span=(0, 60)
            ),
        ),
        relevance=0.91,
    ),
    DocumentRow(
        id="d5",
        source="forum.eml",
        address="https://example.ru/forum?id=5&lang=ru",
        title="Итоги форума городов",
        publisher="Деловой Омск (учебный пример)",
        language="ru",
        published="2024-06-20",
        published_basis="stated",
        relevance=0.88,
    ),
    DocumentRow(
        id="d6",
        source="rabochaya-gruppa.txt",
        title="Рабочая группа обсудила планы",
        language="ru",
        relevance=0.85,
    ),
)

OBRAZTSOV = Person(
    id="obraztsov",
    name="Пётр Образцов",
    posts=(
        HeldPost(
            title="председатель",
            organization="ispolkom",
            place="minsk",
            attested=("2024-06-20", "2025-09-29"),
            documents=("d1",),
            evidence=(
                said(
                    "d1",
                    "Председатель Мингорисполкома Пётр Образцов принял мэра Омска "
                    "Анну Примерову 29 сентября.",
                ),
            ),
        ),
    ),
    documents=("d1", "d3"),
)
PRIMEROVA = Person(
    id="primerova",
    name="Анна Примерова",
    posts=(
        HeldPost(
            title="мэр",
            place="omsk",
            from_="2023",
            attested=("2025-09-29",),
            documents=("d1",),
            evidence=(
                said(
                    "d1",
                    "Председатель Мингорисполкома Пётр Образцов принял мэра Омска "
                    "Анну Примерову 29 сентября.",
                ),
            ),
        ),
        HeldPost(
            title="заместитель мэра",
            place="omsk",
            attested=("2022-06-24",),
            documents=("d3",),
            evidence=(said("d3", "От Омска подпись поставила заместитель мэра Анна Примерова.", 80),),
        ),
    ),
    documents=("d1", "d3"),
)
UCHEBNY = Person(
    id="uchebny",
    name="Семён Учебный",
    posts=(
        HeldPost(
            title="директор",
            organization="zavod",
            attested=("2024",),
            documents=("d4",),
            evidence=(said("d4", "Гостей провёл по цехам директор завода Семён Учебный.", 120),),
        ),
    ),
    documents=("d4",),
)

ISPOLKOM = Organization(id="ispolkom", name="Мингорисполком", place="minsk", documents=("d1",))
ZAVOD = Organization(id="zavod", name="Минский учебный завод", place="minsk", documents=("d4",))
TEKHNOPARK = Organization(id="tekhnopark", name="Технопарк «Пример»", place="minsk", documents=("d1",))

PEOPLE = (OBRAZTSOV, PRIMEROVA, UCHEBNY)
ORGANIZATIONS = (ISPOLKOM, ZAVOD, TEKHNOPARK)

TIE = Tie(
    id="tie",
    parties=("minsk", "omsk"),
    status="active",
    first_seen="2011",
    last_seen="2025-09-30",
    documents=("d2", "d3"),
    history=(
        Stage(
            kind="partner",
            since="2011",
            since_basis="inferred",
            documents=("d2",),
            since_because=(
                Because(
                    reason="«14 лет сотрудничества» сказано в публикации 2025 года",
                    document="d2",
                    span=(0, 50),
                ),
            ),
            evidence=(said("d2", "За 14 лет сотрудничества города провели десятки встреч."),),
        ),
        Stage(
            kind="twin",
            since="2022-06-24",
            since_basis="stated",
            documents=("d3",),
            evidence=(said("d3", "24 июня 2022 года Минск и Омск подписали соглашение о побратимстве."),),
        ),
    ),
)

HAPPENINGS = (
    Happening(
        id="h6",
        kind="days",
        title="Дни Минска в Омске",
        date="2026-08",
        date_basis="stated",
        place="omsk",
        parties=("minsk", "omsk"),
        status="planned",
        documents=("d2",),
        evidence=(said("d2", "Дни Минска в Омске пройдут в августе 2026 года.", 900),),
    ),
    Happening(
        id="h1",
        kind="meeting",
        date="2025-09-29",
        date_basis="stated",
        place="minsk",
        parties=("minsk", "omsk"),
        participants=("obraztsov", "primerova"),
        documents=("d1", "d2"),
        evidence=(
            said(
                "d1",
                "Председатель Мингорисполкома Пётр Образцов принял мэра Омска Анну Примерову 29 сентября.",
            ),
            said("d2", "Накануне главы городов встретились в Минске.", 200),
        ),
    ),
    Happening(
        id="h2",
        kind="tour",
        date="2025-09-29",
        date_basis="stated",
        place="minsk",
        parties=("omsk", "minsk"),
        participants=("primerova",),
        organizations=("tekhnopark",),
        documents=("d1",),
        evidence=(said("d1", "Гости побывали в технопарке «Пример» и увидели работы студентов.", 300),),
    ),
    Happening(
        id="h3",
        kind="tour",
        date="2024",
        date_basis="inferred",
        place="minsk",
        date_because=(
            Because(
                reason="визит состоялся в год подписания дорожной карты, то есть в 2024 году",
                document="d4",
                span=(0, 60),
            ),
        ),
        parties=("omsk", "minsk"),
        organizations=("zavod",),
        documents=("d4",),
        evidence=(said("d4", "Специалисты из Омска осмотрели сборочный цех завода.", 60),),
    ),
    Happening(
        id="h4",
        kind="forum",
        title="Форум городов Евразии",
        date="2024-06-18/2024-06-20",
        date_basis="stated",
        place="omsk",
        parties=("minsk", "omsk", "tyumen"),
        documents=("d5",),
        evidence=(said("d5", "На форуме 18–20 июня 2024 года работали делегации Минска и Тюмени."),),
    ),
    Happening(
        id="h5",
        kind="forum",
        title="Заседание рабочей группы",
        date="XXXX-03-12",
        date_basis="stated",
        parties=("minsk", "omsk"),
        documents=("d6",),
        evidence=(said("d6", "Рабочая группа двух городов собралась 12 марта по видеосвязи."),),
    ),
)

AGREEMENTS = (
    AgreementRow(
        id="a1",
        kind="roadmap",
        parties=("minsk", "omsk"),
        signed="2025-09-29",
        signed_basis="stated",
        period="2026/2028",
        signatories=("obraztsov", "primerova"),
        subject="сотрудничества городов",
        documents=("d1", "d2"),
        evidence=(
            said("d1", "Подписана дорожная карта сотрудничества городов на 2026–2028 годы.", 500),
            said("d2", "Новая дорожная карта рассчитана на 2026–2027 годы.", 400),
        ),
    ),
    AgreementRow(
        id="a2",
        kind="roadmap",
        parties=("minsk", "omsk"),
        signed="2024",
        signed_basis="stated",
        period="2024/2025",
        documents=("d4",),
        evidence=(said("d4", "Поездка прошла по дорожной карте на 2024–2025 годы."),),
    ),
    AgreementRow(
        id="a3",
        kind="agreement",
        parties=("minsk", "omsk"),
        signed="2022-06-24",
        signed_basis="stated",
        subject="о побратимстве",
        signatories=("primerova",),
        documents=("d3",),
        evidence=(said("d3", "24 июня 2022 года Минск и Омск подписали соглашение о побратимстве."),),
    ),
)

COMMITMENTS = (
    Commitment(
        id="c1",
        actors=("minsk", "omsk"),
        action="провести обмен школьными командами",
        due="2026-05",
        topics=("education",),
        status="scheduled",
        first_said="2025-09-29",
        documents=("d1",),
        evidence=(said("d1", "К маю 2026 года города проведут обмен школьными командами.", 700),),
    ),
    Commitment(
        id="c2",
        actors=("omsk",),
        action="закупить десять троллейбусов",
        due="2024-12",
        status="scheduled",
        first_said="2024-06-20",
        documents=("d5",),
        evidence=(said("d5", "До конца 2024 года Омск намерен закупить десять троллейбусов.", 200),),
    ),
    Commitment(
        id="c3",
        actors=("minsk",),
        action="показать омичам опыт очистки воды",
        status="scheduled",
        first_said="2024-06-20",
        documents=("d5",),
        follow_ups=(FollowUp(row="h2", score=0.7, by="words"),),
        evidence=(said("d5", "Минск обещал показать омичам опыт очистки воды.", 300),),
    ),
)

OFFERS = (
    OfferRow(
        id="o1",
        direction="offer",
        from_="minsk",
        to="omsk",
        kind="goods",
        item="низкопольные троллейбусы",
        documents=("d5",),
        evidence=(said("d5", "Минск предложил Омску низкопольные троллейбусы.", 100),),
    ),
    OfferRow(
        id="o2",
        direction="need",
        from_=None,
        to="omsk",
        kind="technology",
        item="технологии очистки воды",
        documents=("d6",),
        evidence=(said("d6", "Омску нужны технологии очистки воды.", 100),),
    ),
)

FIGURES = (
    FigureRow(
        id="f1",
        metric="trade_turnover",
        parties=("minsk", "omsk"),
        value=1_200_000_000,
        unit="USD",
        period="2024",
        change=12,
        trend="up",
        documents=("d2",),
        evidence=(said("d2", "Товарооборот за 2024 год вырос на 12 % и достиг 1,2 млрд долларов США.", 500),),
    ),
    FigureRow(
        id="f2",
        metric="export",
        parties=("minsk", "omsk"),
        trend="up",
        documents=("d5",),
        evidence=(said("d5", "Экспорт постоянно растёт.", 400),),
    ),
)

QUOTES = (
    QuoteRow(
        id="q1",
        speaker="primerova",
        kind="direct",
        text="Нам есть чему поучиться у минских коммунальщиков",
        documents=("d1",),
        evidence=(
            said("d1", "— Нам есть чему поучиться у минских коммунальщиков, — сказала Анна Примерова.", 900),
        ),
    ),
    QuoteRow(
        id="q2",
        speaker="obraztsov",
        kind="indirect",
        text="города готовы к новым совместным проектам",
        documents=("d1",),
        evidence=(said("d1", "Пётр Образцов отметил, что города готовы к новым совместным проектам.", 1000),),
    ),
)

TOPICS = (
    TopicRow(
        id="t1",
        parties=("minsk", "omsk"),
        topic="transport",
        documents=("d1", "d5"),
        evidence=(
            said("d1", "Стороны говорили о транспорте, образовании и молодёжных обменах.", 1100),
            said("d5", "Главной темой стал городской транспорт.", 500),
        ),
    ),
    TopicRow(
        id="t2",
        parties=("minsk", "omsk"),
        topic="education",
        documents=("d1",),
        evidence=(said("d1", "Стороны говорили о транспорте, образовании и молодёжных обменах.", 1100),),
    ),
    TopicRow(
        id="t3",
        parties=("minsk", "omsk"),
        topic="youth",
        documents=("d1",),
        evidence=(said("d1", "Стороны говорили о транспорте, образовании и молодёжных обменах.", 1100),),
    ),
    TopicRow(
        id="t4",
        parties=("minsk", "omsk"),
        topic="water",
        documents=("d6",),
        evidence=(said("d6", "Омску нужны технологии очистки воды.", 100),),
    ),
)

CONFLICTS = (
    Conflict(
        id="k1",
        on="a1",
        slot="period",
        preferred="2026/2028",
        documents=("d1", "d2"),
        values=(
            ConflictValue(value="2026/2028", documents=("d1",), reason="сообщено в день подписания"),
            ConflictValue(value="2026/2027", documents=("d2",), reason="пересказ на следующий день"),
        ),
    ),
)

QUESTIONS = (
    OpenQuestion(kind="undated", row="h5", text="В каком году 12 марта собиралась рабочая группа?"),
    OpenQuestion(kind="conflict", row="a1", text="До какого года действует дорожная карта?"),
)

REGISTER = Register(
    documents=DOCUMENTS,
    places=(MINSK, OMSK, TYUMEN),
    people=PEOPLE,
    organizations=ORGANIZATIONS,
    happenings=HAPPENINGS,
    ties=(TIE,),
    agreements=AGREEMENTS,
    commitments=COMMITMENTS,
    offers=OFFERS,
    figures=FIGURES,
    quotes=QUOTES,
    topics=TOPICS,
    conflicts=CONFLICTS,
)


def rich() -> Dossier:
    """Minsk and Omsk: every section has something to say, sources differ on one period."""
    return Dossier(
        register=REGISTER,
        place=MINSK,
        other_place=OMSK,
        ties=(TIE,),
        happenings=HAPPENINGS,
        agreements=AGREEMENTS,
        commitments=COMMITMENTS,
        offers=OFFERS,
        figures=FIGURES,
        quotes=QUOTES,
        topics=TOPICS,
        people=PEOPLE,
        organizations=ORGANIZATIONS,
        conflicts=CONFLICTS,
        questions=QUESTIONS,
        documents=DOCUMENTS,
    )


def sparse() -> Dossier:
    """One document, one meeting of an unknown year, nothing else."""
    happening = HAPPENINGS[-1]
    document = DOCUMENTS[-1]
    return Dossier(
        register=Register(documents=(document,), places=(MINSK, OMSK), happenings=(happening,)),
        place=MINSK,
        other_place=OMSK,
        happenings=(happening,),
        documents=(document,),
        questions=(QUESTIONS[0],),
    )


def hostile(text: str) -> Dossier:
    """A register in which every word that a source could set is ``text``."""
    document = DocumentRow(
        id="d",
        source=text,
        address=text,
        publisher=text,
        title=text,
        published="2025-01-02",
        published_basis="inferred",
        published_because=(Because(reason=text),),
    )
    evidence = (said("d", text),)
    place, other = Place(id="p", type="city", name=text), Place(id="q", type="city", name="Омск")
    organization = Organization(id="o", name=text, place="p", documents=("d",))
    person = Person(
        id="x",
        name=text,
        documents=("d",),
        posts=(HeldPost(title=text, organization="o", documents=("d",), evidence=evidence),),
    )
    happening = Happening(
        id="h",
        kind="tour",
        title=text,
        date="2025",
        date_basis="inferred",
        parties=("p", "q"),
        date_because=(Because(reason=text, document="d", span=(0, 1)),),
        place="p",
        organizations=("o",),
        participants=("x",),
        documents=("d",),
        evidence=evidence,
    )
    agreement = AgreementRow(
        id="a", kind="roadmap", parties=("p", "q"), subject=text, documents=("d",), evidence=evidence
    )
    commitment = Commitment(id="c", action=text, actors=("p", "q"), documents=("d",), evidence=evidence)
    offer = OfferRow(id="f", direction="offer", kind="goods", item=text, documents=("d",), evidence=evidence)
    figure = FigureRow(id="g", metric="other", value=5, unit="вагонов", documents=("d",), evidence=evidence)
    quote = QuoteRow(id="u", speaker="x", kind="direct", text=text, documents=("d",), evidence=evidence)
    conflict = Conflict(
        id="k",
        on="a",
        slot="subject",
        documents=("d",),
        preferred=text,
        values=(ConflictValue(value=text, documents=("d",), reason=text),),
    )
    register = Register(
        documents=(document,),
        places=(place, other),
        organizations=(organization,),
        people=(person,),
        happenings=(happening,),
        agreements=(agreement,),
        commitments=(commitment,),
        offers=(offer,),
        figures=(figure,),
        quotes=(quote,),
        conflicts=(conflict,),
    )
    return Dossier(
        register=register,
        place=place,
        other_place=other,
        people=(person,),
        organizations=(organization,),
        happenings=(happening,),
        agreements=(agreement,),
        commitments=(commitment,),
        offers=(offer,),
        figures=(figure,),
        quotes=(quote,),
        conflicts=(conflict,),
        documents=(document,),
        questions=(OpenQuestion(kind="no_period", row="a", text=text),),
    )


def long() -> Dossier:
    """Sixty happenings over twenty years, a document for each."""
    kinds = ("meeting", "visit", "tour", "signing", "forum", "days")
    documents, happenings = [], []
    for number in range(60):
        day = f"{2005 + number // 3}-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
        document = f"l{number}"
        documents.append(
            DocumentRow(
                id=document,
                source=f"{number}.txt",
                address=f"https://example.by/archive/{number}",
                title=f"Хроника сотрудничества, выпуск {number + 1}",
                publisher="Учебный архив",
                published=day,
                published_basis="stated",
            )
        )
        sentence = (
            f"Выпуск {number + 1} рассказывает, как делегации двух городов обсудили общие дела и планы."
        )
        happenings.append(
            Happening(
                id=f"lh{number}",
                kind=kinds[number % len(kinds)],
                date=day,
                date_basis="stated",
                place=("minsk", "omsk")[number % 2],
                parties=("minsk", "omsk"),
                documents=(document,),
                participants=("obraztsov", "primerova") if number % 4 == 0 else (),
                organizations=("zavod",) if kinds[number % len(kinds)] == "tour" else (),
                evidence=(said(document, sentence),),
            )
        )
    happenings.reverse()
    register = Register(
        documents=(*DOCUMENTS, *documents),
        places=(MINSK, OMSK, TYUMEN),
        people=PEOPLE,
        organizations=ORGANIZATIONS,
        happenings=(*happenings, *HAPPENINGS),
        ties=(TIE,),
        agreements=AGREEMENTS,
    )
    return Dossier(
        register=register,
        place=MINSK,
        other_place=OMSK,
        ties=(TIE,),
        happenings=tuple(happenings),
        agreements=AGREEMENTS,
        people=PEOPLE,
        organizations=ORGANIZATIONS,
        documents=tuple(documents),
    )


def person() -> Dossier:
    """One person, as `pobratim show` and the page of a person have it."""
    return Dossier(
        register=REGISTER,
        person=PRIMEROVA,
        happenings=HAPPENINGS[1:3],
        quotes=QUOTES[:1],
        agreements=AGREEMENTS[:1],
        documents=DOCUMENTS[:3],
        people=(OBRAZTSOV, PRIMEROVA),
    )


def place() -> Dossier:
    """One place with its ties."""
    return Dossier(
        register=REGISTER,
        place=MINSK,
        ties=(TIE,),
        happenings=HAPPENINGS,
        people=PEOPLE,
        documents=DOCUMENTS,
        agreements=AGREEMENTS,
    )
