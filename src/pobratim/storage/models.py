"""The tables: what was read, append-only, and the register derived from it, of which only what changes is written.

Full text search has a table of its own, ``storage_lemmas``, which no model stands for (`pobratim.storage.lemmas`).
"""

from __future__ import annotations

import json
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class Utf8Encoder(json.JSONEncoder):
    """Cyrillic letters as they are: two bytes each where ``\\uXXXX`` would take six."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "ensure_ascii": False})


class Json(models.JSONField):
    """JSON that comes back letter by letter, keys in their order, from every database.

    PostgreSQL's own ``jsonb`` would sort the keys and write ``1e16`` as a whole number, so there it is kept as text.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"encoder": Utf8Encoder, **options})

    def db_type(self, connection: Any) -> str | None:
        return "text" if connection.vendor == "postgresql" else super().db_type(connection)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        return None if value is None else json.dumps(value, cls=self.encoder)


class Ordered(models.CharField):
    """Letters in the order of their code points, whatever language the database is of: the same order everywhere."""

    def db_parameters(self, connection: Any) -> dict[str, Any]:
        parameters: dict[str, Any] = super().db_parameters(connection)
        return {**parameters, "collation": "C"} if connection.vendor == "postgresql" else parameters


class Document(models.Model):
    """A clean text and the original it was taken from."""

    number = models.BigAutoField(primary_key=True)
    id = models.CharField(max_length=64, unique=True)  # sha256 of the text
    text = models.TextField()
    original = models.CharField(max_length=64, null=True, db_index=True)  # sha256 of the original bytes
    name = models.TextField()  # of the original, as the user knew it
    added = models.DateField(auto_now_add=True, db_index=True)  # what no document dates is known since then


class Reading(models.Model):
    """What one version of the reader took out of a document."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="readings")
    reader = models.CharField(max_length=100)
    current = models.BooleanField(default=True)  # False once a newer reader has read the document
    described = Json()  # the document but for its text: source, dates …
    relevance = models.FloatField()
    entities = Json()
    notes = Json()
    clues = Json(default=list)
    digest = models.CharField(max_length=64)  # sha256 of the reading's JSON

    class Meta:
        # All that a fingerprint needs, and how many claims wait for a person, without reading the rows.
        indexes: ClassVar = [
            models.Index(fields=["current", "digest"], name="current_digests"),
            models.Index(fields=["current", "relevance", "id"], name="current_relevances"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["document", "reader"], name="one_reading_a_reader"),
            models.UniqueConstraint(
                fields=["document"], condition=models.Q(current=True), name="one_current_reading"
            ),
        ]


class Claim(models.Model):
    """One record of a reading; never changed."""

    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="claims")
    number = models.PositiveIntegerField()  # its place in the reading
    record = models.CharField(max_length=32)  # its id in the reading
    type = models.CharField(max_length=20, db_index=True)
    slots = Json()
    evidence = Json()
    confidence = models.FloatField()
    rule = models.CharField(max_length=100)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["reading", "number"], name="one_claim_a_number")
        ]
        indexes: ClassVar = [models.Index(fields=["confidence", "reading", "number"], name="claims_least_sure_first")]


class Decision(models.Model):
    """What a person decided (`pobratim.register.decisions`); never changed, closed when it is undone."""

    number = models.BigAutoField(primary_key=True)
    act = Json()
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    why = models.TextField()
    undone_by = models.CharField(max_length=150, null=True)
    undone_at = models.DateTimeField(null=True)
    undone_why = models.TextField(null=True)


class Judgement(models.Model):
    """Two mentions or claims are the same, different, or nobody can tell: of the last derivation."""

    left = models.CharField(max_length=100)
    right = models.CharField(max_length=100)
    judgement = models.CharField(max_length=10, db_index=True)  # same, different, unsure
    score = models.FloatField()
    reasons = Json()
    by = models.CharField(max_length=150)  # the rule, or the person

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["left", "right"], name="judgements_of"),
            models.Index(fields=["judgement", "-score", "left", "right"], name="likeliest_first"),
        ]


class Row(models.Model):
    """A row of the derived register, as `pobratim.register.serial` writes it."""

    id = models.CharField(max_length=200, primary_key=True)
    table = models.CharField(max_length=20)
    position = Ordered(max_length=210, unique=True)  # table by table, in each by id
    data = Json()
    brief = Json(null=True)  # as other rows name it (`pobratim.register.brief`), where that is shorter
    digest = models.CharField(max_length=64, default="")  # of all that is written of the row, links and facets too

    class Meta:
        indexes: ClassVar = [models.Index(fields=["table", "position"], name="rows_of_table")]


class Link(models.Model):
    """One row names another in its slot ``role``."""

    row = models.ForeignKey(Row, on_delete=models.DO_NOTHING, related_name="links", db_index=False)
    target = models.ForeignKey(Row, on_delete=models.DO_NOTHING, related_name="linked_from", db_index=False)
    role = models.CharField(max_length=50)

    class Meta:
        # What a row names and what names it is told by an index alone: a tie follows ten thousand of these.
        indexes: ClassVar = [
            models.Index(fields=["row", "role", "target"], name="links_of_row"),
            models.Index(fields=["target", "role", "row"], name="links_to_row"),
        ]


class Word(models.Model):
    """A word in one of the names of a place, person or organization: small letters, «е» for «ё»."""

    row = models.ForeignKey(Row, on_delete=models.DO_NOTHING, related_name="words")
    word = models.CharField(max_length=100, db_index=True)


class Facet(models.Model):
    """What a row can be chosen by (`pobratim.register.facets`)."""

    row = models.ForeignKey(Row, on_delete=models.DO_NOTHING, related_name="facets", db_index=False)
    table = models.CharField(max_length=20, default="")  # the row's
    name = models.CharField(max_length=20)
    value = Ordered(max_length=200)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["table", "name", "value", "row"], name="rows_by_facet"),
            models.Index(fields=["row", "name", "value"], name="facets_of_row"),
        ]


class Visit(models.Model):
    """A version of a planned visit (`pobratim.register.visits`); a change adds one, none is ever changed or erased."""

    version = models.BigAutoField(primary_key=True)
    number = models.PositiveIntegerField(db_index=True)  # of the visit
    current = models.BooleanField(default=True)
    dropped = models.BooleanField(default=False)  # given up, with this version
    first = models.DateField()
    last = models.DateField(db_index=True)
    plan = Json()
    by = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["number"], condition=models.Q(current=True), name="one_current_version"
            )
        ]


class SavedSearch(models.Model):
    """A search that somebody comes back to: the end of an address, under a name."""

    name = models.CharField(max_length=150)
    query = models.TextField()
    by = models.CharField(max_length=150, db_index=True)
    at = models.DateTimeField()


class Feed(models.Model):
    """A calendar that another program subscribes to by a token; closed when it is taken back."""

    token = models.CharField(max_length=64, unique=True)  # its sha256
    by = models.CharField(max_length=150, db_index=True)
    place = models.CharField(max_length=200)  # id of the place that it is narrowed to, or empty
    at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)


class Derivation(models.Model):
    """From which readings the rows were derived; at most one."""

    fingerprint = models.CharField(max_length=64)
    standing = models.CharField(max_length=200, default="")  # how far the readings and decisions had come then
    newest = models.CharField(max_length=200, null=True)  # the document that came out last


class User(AbstractBaseUser):
    """Who may sign in; never erased, only closed, for decisions and traces name them."""

    name = models.CharField("имя", max_length=150, unique=True)
    role = models.CharField(max_length=20)  # the code of a `pobratim.model.roles.Role`
    is_active = models.BooleanField(default=True)

    objects: ClassVar = BaseUserManager()

    USERNAME_FIELD = "name"
    REQUIRED_FIELDS: ClassVar = ["role"]


class Trace(models.Model):
    """Something done that is no decision: signing in, adding documents, giving rights; never changed."""

    at = models.DateTimeField(db_index=True)
    by = models.CharField(max_length=150)
    what = models.CharField(max_length=30)
    about = models.TextField()
    address = models.CharField(max_length=100)  # from where in the network; empty of this machine's commands
