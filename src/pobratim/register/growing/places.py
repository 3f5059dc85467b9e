"""Which place each mention is of, kept up as documents come and go (`pobratim.register.places` says which)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from pobratim.register.claims import Source
from pobratim.register.growing.index import Index, Naming
from pobratim.register.growing.joining import Given
from pobratim.register.growing.parts import Parts
from pobratim.register.identity import Judgement
from pobratim.register.places import (
    Form,
    Gazetteer,
    OnePlace,
    PlaceKey,
    Places,
    Use,
    Uses,
    forms_in,
    join_forms,
    place_row,
)
from pobratim.register.rows import Place
from pobratim.register.table import Table
from pobratim.register.text import normal

_Told = tuple[Judgement, Form, Form]


@dataclass(frozen=True, slots=True)
class _Joined:
    places: list[OnePlace]
    judgements: list[Judgement]


@dataclass(slots=True)
class ChangedPlaces:
    """What a change did to the places."""

    before: dict[str, Place | None] = field(default_factory=dict)
    """The rows that came, changed or went, as they were."""
    moved: set[str] = field(default_factory=set)
    """Places of which more has changed than who names them."""
    documents: set[str] = field(default_factory=set)
    """Those that name such places, or one that is another place now."""
    gone: list[Judgement] = field(default_factory=list)
    new: list[Judgement] = field(default_factory=list)


class GrowingPlaces:
    """The places that documents name."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._mentions: Table[str, dict[str, Form]] = Table()
        """The forms of a document's mentions."""
        self._uses: Table[Form, Uses] = Table()
        self._links: Index[Hashable] = Index()
        self._told: list[_Told] = []
        self._told_of: Index[Hashable] = Index()
        self._parts: Parts[Form, _Joined] = Parts(self._links_of, self._linked_by, self._solve)
        self._naming: Naming[PlaceKey] = Naming()
        self._by_key: Table[PlaceKey, OnePlace] = Table()
        self._place_of: Table[Form, str] = Table()
        self._regions: Table[str, str] = Table()
        """The region of each code."""
        self._around: Index[str] = Index()
        """Places by the code of the region around them."""
        self._countries: Index[str] = Index()
        """Countries by their code."""
        self._inside: Index[str] = Index()
        """Places by the code of their country."""
        self.rows: Table[str, Place] = Table()
        self.countries: Table[str, str] = Table()
        self.places = Places(self.rows, self.countries)

    def mentions(self, document: str) -> Iterator[tuple[str, str]]:
        """The mentions of places in a document, each with the place it is of."""
        return ((mention, self._place_of[form]) for mention, form in self._mentions.get(document, {}).items())

    def update(self, sources: Mapping[str, Source | None], given: Given) -> ChangedPlaces:
        """Documents that are new, have changed, or are no more (None), and what people judged now."""
        counted = self._count(sources)
        touched = self._regive(given)
        redone = self._parts.update(
            {form.id: form if form in self._uses else None for form in counted},
            [form.id for form in touched if form in self._uses],
        )
        changed = ChangedPlaces(
            gone=[one for part in redone.gone for one in part.judgements],
            new=[one for part in redone.new for one in part.judgements],
        )
        gone = {place.key for part in redone.gone for place in part.places}
        new = {place.key: place for part in redone.new for place in part.places}
        wishes: dict[PlaceKey, tuple[str, object] | None] = dict.fromkeys(gone - new.keys())
        wishes.update((key, (key.row_id, (key.type, key.name, key.country, *key.apart))) for key in new)
        renamed = self._naming.update(wishes)
        for key in gone - new.keys():
            del self._by_key[key]
        self._by_key.update(new)
        self._replace_rows(renamed, new, changed)
        for form in [form for form in counted if form not in self._uses]:
            self._place_of.pop(form, None)
        for one in changed.moved:
            row = self.rows.get(one)
            changed.documents.update(row.documents if row else ())
        return changed

    def _count(self, sources: Mapping[str, Source | None]) -> set[Form]:
        """Put down the forms of the documents; returns those that are used by others now, or otherwise."""
        changed: set[Form] = set()
        for document, source in sources.items():
            for form in self._mentions.pop(document, {}).values():
                self._uses[form].put(document, None)
                changed.add(form)
            found: dict[Form, Use] = {}
            mentions = forms_in(source)
            for number, (mention, form) in enumerate(mentions.items()):
                use = found.get(form) or Use(0, number, mention)
                found[form] = use._replace(times=use.times + 1)
            if mentions:
                self._mentions[document] = mentions
            for form, use in found.items():
                self._uses.setdefault(form, Uses()).put(document, use)
                changed.add(form)
        for form in changed:
            if self._uses[form].times == 0:
                del self._uses[form]
                self._links.put(form.id, ())
            else:
                self._links.put(form.id, (PlaceKey.of(form), ("name", form.type, normal(form.name))))
        return changed

    def _regive(self, given: Given) -> set[Form]:
        """Look up what people judged; returns the forms of which they judge otherwise now."""
        forms = {end: form for end in given.ends if (form := self._mentions.get(end.split("#")[0], {}).get(end))}
        told = [
            (one, forms[one.left], forms[one.right])
            for one in given.judgements
            if one.left in forms and one.right in forms
        ]
        differing = {form for one in {*told} ^ {*self._told} for form in one[1:] if isinstance(form, Form)}
        if told != self._told:
            for form in {form for _, left, right in self._told for form in (left, right)}:
                self._told_of.put(form.id, ())
            self._told = told
            by_form: dict[str, list[_Told]] = {}
            for one in told:
                for form in one[1:]:
                    by_form.setdefault(form.id, []).append(one)
            for form_id, ones in by_form.items():
                self._told_of.put(form_id, ones)
        return differing

    def _links_of(self, one: str) -> Iterator[Hashable]:
        yield from self._links.keys(one)
        yield from self._told_of.keys(one)

    def _linked_by(self, key: Hashable) -> Iterable[str]:
        return self._links.under(key) or self._told_of.under(key)

    def _solve(self, forms: list[Form]) -> _Joined:
        here = set(forms)
        told = [one for one in self._told if one[1] in here and one[2] in here]
        return _Joined(*join_forms({form: self._uses[form] for form in forms}, told))

    def _replace_rows(
        self, renamed: Mapping[PlaceKey, str | None], new: Mapping[PlaceKey, OnePlace], changed: ChangedPlaces
    ) -> None:
        gone = {before for before in renamed.values() if before is not None}
        made: dict[str, tuple[PlaceKey, Place]] = {}
        for key in {*renamed, *new}:
            place = self._by_key.get(key)
            if place is not None:
                row_id = self._naming.ids[key]
                found = self._gazetteer(key.geonames) if key.geonames else None
                before = self.rows.get(row_id)
                row = place_row(row_id, place, self._uses, found, before.documents if before else ())
                made[row_id] = key, row
                for form in place.forms:
                    if self._place_of.get(form) != row_id:
                        self._place_of[form] = row_id
                        changed.documents.update(self._uses[form].by_document)
        codes = {code for row_id in gone - made.keys() for code in self._leave(row_id, changed)}
        for key, row in made.values():
            codes |= self._enter(key, row, changed)
        within = {row_id for code in codes for row_id in self._around.under(code)} | made.keys()
        for row_id in within:
            self._set_within(row_id, changed)

    def _leave(self, row_id: str, changed: ChangedPlaces) -> set[str]:
        """Take a row away; returns the codes whose region may be another now."""
        changed.before.setdefault(row_id, self.rows.pop(row_id, None))
        changed.moved.add(row_id)
        codes = self._around.keys(row_id)
        self._around.put(row_id, ())
        self._settle_country(row_id, None, changed)
        for code in codes:
            self._settle_region(code)
        return set(codes)

    def _enter(self, key: PlaceKey, row: Place, changed: ChangedPlaces) -> set[str]:
        before = self.rows.get(row.id)
        changed.before.setdefault(row.id, before)
        self.rows[row.id] = replace(row, within=before.within if before else None)
        if before is None or _where(before) != _where(self.rows[row.id]):
            changed.moved.add(row.id)
        found = self._gazetteer(key.geonames) if key.geonames else None
        codes = {found.admin} if found else set()
        self._around.put(row.id, codes)
        self._settle_country(row.id, row, changed)
        of_regions = row.type == "region" or (before is not None and before.type == "region")
        return {code for code in codes if of_regions and self._settle_region(code)}

    def _settle_country(self, row_id: str, row: Place | None, changed: ChangedPlaces) -> None:
        code = row.country if row else None
        codes = {*self._countries.keys(row_id), *([code] if code and row and row.type == "country" else ())}
        self._inside.put(row_id, [code] if code else ())
        self._countries.put(row_id, [code] if code and row and row.type == "country" else ())
        for one in codes:
            found = max(self._countries.under(one), default=None)
            if found != self.countries.get(one):
                if found is None:
                    del self.countries[one]
                else:
                    self.countries[one] = found
                changed.moved |= self._inside.under(one)

    def _settle_region(self, code: str) -> bool:
        """Find the region of a code anew; True when it is another."""
        regions = [
            one for one in self._around.under(code)
            if (row := self.rows[one]).type == "region" and row.geonames
            and (known := self._gazetteer(row.geonames)) and known.centre
        ]
        found = max(regions, default=None)
        if found == self._regions.get(code):
            return False
        if found is None:
            del self._regions[code]
        else:
            self._regions[code] = found
        return True

    def _set_within(self, row_id: str, changed: ChangedPlaces) -> None:
        row = self.rows[row_id]
        code = next(iter(self._around.keys(row_id)), None)
        region = self._regions.get(code) if code is not None else None
        within = region if region != row_id and row.type != "country" else None
        if within != row.within:
            changed.before.setdefault(row_id, row)
            self.rows[row_id] = replace(row, within=within)
            changed.moved.add(row_id)


def _where(row: Place) -> tuple[object, ...]:
    """All of a place but who names it, and how."""
    return row.type, row.name, row.country, row.within
