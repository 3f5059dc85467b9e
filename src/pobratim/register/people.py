"""Which mentions of people are one person.

First mentions of the same name are joined by what they share (an office, an organization, a tie of
places, a document), then rules compare what is left, surname by surname.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pobratim.register.claims import Mention
from pobratim.register.identity import Groups, Judgement, Key, Verdict, join_by_keys
from pobratim.register.latin import is_latin, skeleton
from pobratim.register.resolving import Block, Method, Resolved, Rule
from pobratim.register.text import one_letter_apart, words

FULL, INITIAL, SURNAME = 2, 1, 0
"""How much of a name is known: given name, its first letter, or the surname alone."""


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A person's name as it is compared; ``given`` is a name, one letter, or empty."""

    surname: str
    given: str

    @property
    def known(self) -> int:
        return min(len(self.given), FULL)


@dataclass(frozen=True)
class Profile:
    """What is known of a person (so far: of some mentions that are surely one person)."""

    mentions: tuple[str, ...]
    names: frozenset[Name]
    offices: frozenset[tuple[str, str]]
    """Titles of posts, each with the place or the organization where it is held."""
    homes: frozenset[str]
    """The places where posts are held."""
    around: frozenset[str]
    """The regions and countries in which the homes lie."""
    organizations: frozenset[str]
    ties: frozenset[tuple[str, str]]
    """Pairs of places in whose dealings the person appears."""
    documents: frozenset[str]
    named: frozenset[str]
    """The organizations that its documents name."""

    @property
    def id(self) -> str:
        return self.mentions[0]

    @property
    def members(self) -> tuple[str, ...]:
        return self.mentions

    @property
    def known(self) -> int:
        return max(name.known for name in self.names)

    @property
    def rank(self) -> tuple[int, ...]:
        return self.known, bool(self.homes or self.organizations)

    def given(self) -> set[str]:
        """Full given names."""
        return {name.given for name in self.names if name.known == FULL}

    def shares_office_place(self, other: Profile) -> bool:
        return bool(self.homes & other.homes or self.organizations & other.organizations)

    def shares_company(self, other: Profile) -> bool:
        return bool(self.ties & other.ties or self.documents & other.documents)


def parse_name(text: str) -> Name:
    """«Владимир Кухарев», «В. Кухарев», «В.Е. Кухарев», «Кухарев», «Владимир Евгеньевич Кухарев»."""
    parts = words(text)
    if not parts:
        return Name(text, "")
    given = parts[0] if len(parts) > 1 else ""
    return Name(parts[-1], _given_names().get(given, given))


@cache
def _given_names() -> dict[str, str]:
    """Each known spelling of a given name and the one it is compared by."""
    table = files("pobratim.register").joinpath("data/given_names.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    return {spelling: row[0] for row in rows for spelling in row}


def join_mentions(profiles: Sequence[Profile], given: Sequence[Judgement]) -> Resolved[Profile]:
    """Profiles joined by what only one person of a name has, those that people judged to be one first."""
    by_id = {profile.id: profile for profile in profiles}
    groups = Groups()
    judgements = list(groups.given(given))
    judgements += join_by_keys(sorted(by_id), lambda one: keys(by_id[one]), groups)
    found = groups.gather(by_id)
    return Resolved(tuple(merge([by_id[one] for one in ids]) for ids in found), tuple(judgements))


def merge(profiles: Sequence[Profile]) -> Profile:
    """The union of profiles of one person."""
    return Profile(
        mentions=tuple(sorted(mention for profile in profiles for mention in profile.mentions)),
        names=frozenset().union(*(profile.names for profile in profiles)),
        offices=frozenset().union(*(profile.offices for profile in profiles)),
        homes=frozenset().union(*(profile.homes for profile in profiles)),
        around=frozenset().union(*(profile.around for profile in profiles)),
        organizations=frozenset().union(*(profile.organizations for profile in profiles)),
        ties=frozenset().union(*(profile.ties for profile in profiles)),
        documents=frozenset().union(*(profile.documents for profile in profiles)),
        named=frozenset().union(*(profile.named for profile in profiles)),
    )


def keys(profile: Profile) -> Iterator[Key]:
    """What only one person of a name has: a post in a place or organization, a part in one tie."""
    for name in sorted(profile.names):
        for home in sorted(profile.homes):
            yield Key((name, "home", home), 0.97, "то же имя и то же место службы", "same_name_and_place")
        for organization in sorted(profile.organizations):
            yield Key((name, "organization", organization), 0.97, "то же имя и та же организация",
                      "same_name_and_organization")
        for tie in sorted(profile.ties):
            yield Key((name, "tie", tie), 0.92, "то же имя в делах тех же двух мест", "same_name_and_tie")
        if not (profile.homes or profile.organizations or profile.ties):
            yield Key((name, "nothing"), 0.7, "то же имя, больше ничего не известно", "same_bare_name")
        for document in sorted(profile.documents):
            yield Key((name, "document", document), 0.95, "то же имя в том же документе",
                      "same_name_and_document")


def _blocks(profile: Profile) -> Iterator[Block]:
    """Names meet by surname and first letter; a surname alone looks among all who bear it.

    Those of one office meet where one letter may be wrong: names one letter apart share a form with one
    letter left out.
    """
    for name in profile.names:
        yield Block(("surname", name.surname), seeks=not name.given)
        if sounds := skeleton(name.surname):
            yield Block(("sounds", sounds), seeks=is_latin(name.surname))
        if name.given:
            yield Block(("name", name.surname, name.given[0]))
        if name.known == FULL:
            forms = [Name(surname, name.given) for surname in _shortened(name.surname)]
            forms += [Name(name.surname, given) for given in _shortened(name.given)]
            yield from (Block((office, form)) for office in profile.offices for form in forms)


def _shortened(word: str) -> Iterator[str]:
    """The word, and all that is left of it without one letter (the first stays)."""
    yield word
    yield from (word[:cut] + word[cut + 1:] for cut in range(1, len(word)))


# ---------------------------------------------------------------- rules, the first verdict decides


def slip_of_one_letter(a: Profile, b: Profile) -> Verdict | None:
    """«Владимир Кухорев», председатель Мингорисполкома, is «Владимир Кухарев» misspelt."""
    if a.offices & b.offices and any(_misspelt(x, y) for x in a.names for y in b.names):
        return Verdict(0.93, "имена различаются одной буквой, должность и место те же")
    return None


def latin_spelling(a: Profile, b: Profile) -> Verdict | None:
    """«Uladzimir Kukharau» of an English page and «Владимир Кухарев» of the same office."""
    if any(_one_sound(x, y) for x in a.names for y in b.names):
        if a.shares_office_place(b):
            return Verdict(0.91, "то же имя латиницей, место службы то же")
        if a.shares_company(b):
            return Verdict(0.75, "то же имя латиницей, общие документы или связь городов")
    return None


def other_surname(a: Profile, b: Profile) -> Verdict | None:
    """People of one office and different surnames followed each other."""
    surnames = {name.surname for name in a.names}
    return None if surnames & {name.surname for name in b.names} else Verdict(0.0, "разные фамилии")


def other_given_name(a: Profile, b: Profile) -> Verdict | None:
    ours, theirs = a.given(), b.given()
    return Verdict(0.0, "разные имена") if ours and theirs and not ours & theirs else None


def other_initial(a: Profile, b: Profile) -> Verdict | None:
    ours = {name.given[0] for name in a.names if name.given}
    theirs = {name.given[0] for name in b.names if name.given}
    return Verdict(0.0, "разные инициалы") if ours and theirs and not ours & theirs else None


def rose_higher(a: Profile, b: Profile) -> Verdict | None:
    """The mayor of a city who became governor of its region, or a minister."""
    if a.known == b.known == FULL and (a.homes & b.around or b.homes & a.around):
        return Verdict(0.8, "то же имя, служба в городе и в его области или стране")
    return None


def served_there_before(a: Profile, b: Profile) -> Verdict | None:
    """The new chairman of one city whose former office in another the document names."""
    if a.known == b.known == FULL and (a.organizations & b.named or b.organizations & a.named):
        return Verdict(0.75, "то же имя, документ об одном называет прежнее место службы другого")
    return None


def namesakes(a: Profile, b: Profile) -> Verdict | None:
    """One name in two cities that never share a document, an organization or a tie."""
    apart = a.homes and b.homes and not a.shares_office_place(b) and not a.shares_company(b)
    return Verdict(0.1, "тёзки: служат в разных местах и ничем не связаны") if apart else None


def same_full_name(a: Profile, b: Profile) -> Verdict | None:
    if a.known == b.known == FULL:
        return Verdict(0.8, "то же имя и фамилия, ничто не противоречит")
    return None


def initial_fits(a: Profile, b: Profile) -> Verdict | None:
    """«В. Кухарев» beside «Владимир Кухарев» in the same company."""
    if min(a.known, b.known) < INITIAL:
        return None
    if a.documents & b.documents:
        return Verdict(0.85, "инициал и фамилия подходят, тот же документ")
    if a.shares_office_place(b) or a.shares_company(b):
        return Verdict(0.78, "инициал и фамилия подходят, общее место, организация или связь городов")
    return None


def surname_fits(a: Profile, b: Profile) -> Verdict | None:
    """The surname alone, where only one person of that surname is around."""
    if a.documents & b.documents:
        return Verdict(0.8, "единственный с этой фамилией в документе")
    if a.shares_office_place(b) or a.shares_company(b):
        return Verdict(0.7, "единственный с этой фамилией в том же месте, организации или связи городов")
    return None


RULES: tuple[Rule[Profile], ...] = (
    slip_of_one_letter,
    latin_spelling,
    other_surname,
    other_given_name,
    other_initial,
    rose_higher,
    served_there_before,
    namesakes,
    same_full_name,
    initial_fits,
    surname_fits,
)
METHOD = Method(_blocks, RULES, merge)


def _misspelt(a: Name, b: Name) -> bool:
    """One letter differs in the surname or the given name: not the first, and not for the sake of gender."""
    if a.given == b.given:
        return len(min(a.surname, b.surname, key=len)) >= 5 and _slip(a.surname, b.surname)
    both_full = a.known == b.known == FULL
    return a.surname == b.surname and both_full and len(a.given) >= 4 and _slip(a.given, b.given)


def _one_sound(a: Name, b: Name) -> bool:
    """Whether one is written in Latin letters, the other in Cyrillic, and they sound alike."""
    if is_latin(a.surname) == is_latin(b.surname) or not skeleton(a.surname) == skeleton(b.surname) is not None:
        return False
    if min(a.known, b.known) < FULL:
        return a.given[:1] == b.given[:1]
    return a.given == b.given or skeleton(a.given) == skeleton(b.given) is not None


def _slip(a: str, b: str) -> bool:
    gender = a + "а" == b or b + "а" == a or {a[-1], b[-1]} == {"й", "я"}
    return a[0] == b[0] and one_letter_apart(a, b) and not gender


def names_of(mention: Mention) -> frozenset[Name]:
    """The fullest names by which one document calls a person; shorter ones would join strangers."""
    entity = mention.entity
    names = {parse_name(name) for name in (entity.name, *entity.aliases)}
    known = max(name.known for name in names)
    return frozenset(name for name in names if name.known == known)
