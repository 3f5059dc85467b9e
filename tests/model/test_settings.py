"""Settings from the environment."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.model.errors import SettingsError
from pobratim.model.settings import Settings

FIELDS = {field.metadata["variable"]: field for field in dataclasses.fields(Settings)}
NUMBERS = [variable for variable, field in FIELDS.items() if isinstance(field.default, int)]


def test_nothing_set_means_the_defaults():
    assert Settings.from_environment({}) == Settings()
    assert Settings.from_environment(dict.fromkeys(FIELDS, "")) == Settings()


def test_foreign_variables_are_not_ours():
    assert Settings.from_environment({"HOME": "/elsewhere", "POBRATIM": "1"}) == Settings()


@pytest.mark.parametrize("variable", NUMBERS)
def test_numbers(variable):
    settings = Settings.from_environment({variable: "17"})
    assert getattr(settings, FIELDS[variable].name) == 17


def test_the_home_is_a_full_path():
    assert Settings.from_environment({"POBRATIM_HOME": "~/register"}).home == Path.home() / "register"
    assert Settings.from_environment({"POBRATIM_HOME": "register"}).home == Path.cwd() / "register"


def test_hosts_are_parted_by_commas():
    assert Settings.from_environment({"POBRATIM_HOSTS": "ensk.example, 10.0.0.5,"}).hosts == (
        "ensk.example", "10.0.0.5",
    )


@pytest.mark.parametrize("value", ["0", "-1", "1.5", "много", " 5", "1e6", "0x10", "²", "9" * 5_000])
def test_a_value_that_is_no_number_is_refused_by_name(value):
    with pytest.raises(SettingsError, match=r"POBRATIM_MAX_FILE_BYTES.*целое число больше нуля"):
        Settings.from_environment({"POBRATIM_MAX_FILE_BYTES": value})


def test_a_home_of_nobody_is_refused_by_name():
    with pytest.raises(SettingsError, match="POBRATIM_HOME"):
        Settings.from_environment({"POBRATIM_HOME": "~no-such-user-here/register"})


def test_settings_do_not_change():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Settings().max_file_bytes = 1  # type: ignore[misc]


def test_every_setting_says_what_it_is():
    for variable, field in FIELDS.items():
        assert re.fullmatch("POBRATIM_[A-Z_]+|DATABASE_URL", variable)
        assert field.metadata["about"]


@given(st.dictionaries(st.sampled_from(sorted(FIELDS)), st.text(st.characters(exclude_characters="\0"))))
def test_any_environment_gives_settings_or_one_error(environment):
    try:
        assert isinstance(Settings.from_environment(environment), Settings)
    except SettingsError as error:
        assert any(variable in str(error) for variable in environment)


@pytest.mark.parametrize("access", ["desk", "sign-in", "public"])
def test_who_may_open_the_pages(access):
    assert Settings.from_environment({"POBRATIM_ACCESS": access}).access == access


@pytest.mark.parametrize("access", ["открыто", "Desk", "1"])
def test_another_way_in_is_refused_by_name(access):
    with pytest.raises(SettingsError, match=r"POBRATIM_ACCESS: .*desk, sign-in, public"):
        Settings.from_environment({"POBRATIM_ACCESS": access})


@pytest.mark.parametrize("address", ["https://reestr.example", "http://10.0.0.5:8080/"])
def test_the_address_of_a_proxy(address):
    assert Settings.from_environment({"POBRATIM_ADDRESS": address}).address == address.rstrip("/")


def test_the_database_is_an_address_of_postgresql_and_its_password_is_not_shown():
    address = "postgresql://pobratim:secret@localhost/register"
    settings = Settings.from_environment({"DATABASE_URL": address})
    assert settings.database == address
    assert "secret" not in repr(settings)

    with pytest.raises(SettingsError, match="адрес базы PostgreSQL вида") as raised:
        Settings.from_environment({"DATABASE_URL": "mysql://pobratim:secret@localhost/register"})
    assert "secret" not in str(raised.value)
