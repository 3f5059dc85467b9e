"""The Django app that keeps documents, readings, claims and the register derived from them."""

from __future__ import annotations

from django.apps import AppConfig


class StorageConfig(AppConfig):
    name = "pobratim.storage"
    label = "storage"
    verbose_name = "Реестр"
