"""Organizations: authorities, plants, universities, media, and how short and full names belong together.

Names are found by the list of those the field knows (`known`), by the word at their head
(`authorities`), by quotation marks behind such a word, and by the tagger.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pobratim.reading.names.names import Name
from pobratim.reading.names.organizations.authorities import committees, headed
from pobratim.reading.names.organizations.bare import bare
from pobratim.reading.names.organizations.complements import behind_place, of_a_country, with_whom_they_honour
from pobratim.reading.names.organizations.compounds import addresses, compounds, named_universities
from pobratim.reading.names.organizations.known import listed
from pobratim.reading.names.organizations.numbered import numbered
from pobratim.reading.names.organizations.parts import with_parts
from pobratim.reading.names.organizations.party import party_committees
from pobratim.reading.names.organizations.quoted import quoted
from pobratim.reading.names.organizations.ranked import ranked
from pobratim.reading.names.organizations.regional import regional
from pobratim.reading.names.organizations.repeated import bracketed, by_head, repeated, without_things
from pobratim.reading.names.organizations.shared import of_one_head, of_one_place
from pobratim.reading.names.organizations.surroundings import (
    abbreviations,
    honouring,
    in_capitals,
    ports,
    sources,
    unquoted,
)
from pobratim.reading.names.organizations.tagged import by_tagger
from pobratim.reading.names.organizations.told_apart import told_apart
from pobratim.reading.names.tagger import Tagged
from pobratim.reading.text.segments import Layout


def find_organizations(layout: Layout, tagged: Sequence[Tagged], places: Sequence[Name]) -> list[Name]:
    """The organizations that the text names, each mention by itself; ``places`` are those found in it."""
    sure = [*listed(layout), *compounds(layout), *named_universities(layout)]
    taken = {i for name in sure for i in range(name.first, name.last)}
    places = [p for p in places if p.geonames or taken.isdisjoint(range(p.first, p.last))]
    in_quotes = without_things(layout, list(quoted(layout, tagged, places)))
    names = [
        *behind_place(layout, sure, places),
        *committees(layout, places),
        *party_committees(layout, places),
        *of_one_head(layout),
        *within_no_quotation(headed(layout, places), in_quotes),
        *with_whom_they_honour(layout, numbered(layout)),
        *in_quotes,
        *addresses(layout),
        *unquoted(layout, tagged, places),
        *behind_place(layout, by_tagger(layout, tagged, places), places),
        *honouring(layout, tagged, places),
        *ports(layout, places),
        *in_capitals(layout, places),
        *told_apart(layout, places),
        *ranked(layout, places),
    ]
    names.extend(abbreviations(layout, names, places))
    names.extend(sources(layout, {i for name in names for i in range(name.first, name.last)}))
    of_a_country(layout, names)
    names.extend(of_one_place(layout, names))
    people = {name.first for name in tagged if name.kind == "PER"}
    names.extend(regional(layout, names, places))
    names = with_parts(layout, [*names, *bare(layout, names, places, people)])
    names.extend(bracketed(layout, names, places))
    return [*names, *repeated(layout, names), *by_head(layout, names)]


def within_no_quotation(names: Iterable[Name], quotations: Sequence[Name]) -> Iterator[Name]:
    """Without those that are the beginning of a longer name in quotation marks («Центр детского творчества „Лад“»)."""
    ends = {name.first: name.last for name in quotations}
    return (name for name in names if ends.get(name.first, 0) <= name.last)


# ---------------------------------------------------------------- what the tagger finds
