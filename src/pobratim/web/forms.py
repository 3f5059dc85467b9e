"""One form an action."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from pobratim.web.typed import FIRST_YEAR, PlaceField

MOST_FILES = 100
_HOST = re.compile(r"[^\s/:@]+\.[^\s/:@.]{2,}(/\S*)?")
"""An address as people write it, without «https://»."""


class ManyFiles(forms.FileField):
    """A field for several files at once."""

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = data if isinstance(data, list | tuple) else [data] if data else []
        if len(files) > MOST_FILES:
            raise forms.ValidationError(
                _("За один раз — не больше %(most)s файлов; больше берёт команда pobratim add."),
                params={"most": MOST_FILES},
            )
        return [super(ManyFiles, self).clean(file) for file in files]


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class PublishedField(forms.DateField):
    """The day on which a document came out, as people write it; it may be left out."""

    def __init__(self, **more: Any) -> None:
        super().__init__(
            required=False,
            input_formats=["%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y"],
            error_messages={"invalid": _("Дата публикации не понята; напишите её так: 24.06.2025.")},
            **more,
        )

    def clean(self, value: Any) -> date | None:
        day: date | None = super().clean(value)
        if day and not date(FIRST_YEAR, 1, 1) <= day <= date.today() + timedelta(days=1):
            raise forms.ValidationError(
                _("Дата публикации — не раньше 1900 года и не позже сегодняшнего дня; проверьте год.")
            )
        return day


class AddForm(forms.Form):
    """Files, the address of a page, or a text pasted with the day it was published."""

    files = ManyFiles(required=False, allow_empty_file=True, widget=ManyFilesInput(), max_length=255)
    address = forms.CharField(required=False, max_length=2000)
    text = forms.CharField(required=False, widget=forms.Textarea)
    published = PublishedField()

    def clean_address(self) -> str:
        address: str = self.cleaned_data["address"].strip()
        return f"https://{address}" if _HOST.fullmatch(address) else address

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        given = values.get("files"), (values.get("address") or "").strip(), (values.get("text") or "").strip()
        if not self.errors and not any(given):
            raise forms.ValidationError(_("Выберите файлы, дайте адрес страницы или вставьте текст."))
        return values


class RoadMapForm(forms.Form):
    """A road map: a DOCX with a table of measures."""

    file = forms.FileField(
        label=_("Файл DOCX с таблицей мероприятий"),
        max_length=255,
        error_messages={"required": _("Выберите файл.")},
        widget=forms.ClearableFileInput(attrs={"accept": ".docx"}),
    )
    published = PublishedField(
        label=_("Дата подписания, если заголовок её не называет"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "placeholder": _("дд.мм.гггг")}),
    )


class SidesForm(forms.Form):
    """Whose road map it is, where its heading does not say."""

    left = PlaceField(label=_("Первая сторона"))
    right = PlaceField(label=_("Вторая сторона"))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("left") and values.get("left") == values.get("right"):
            self.add_error("right", _("Это одно и то же место; назовите два разных."))
        return values

    def sides(self) -> tuple[str, ...]:
        return tuple(sorted((self.cleaned_data["left"].id, self.cleaned_data["right"].id)))
