"""Every example in a docstring of this package runs."""

import doctest
from importlib import import_module
from pkgutil import iter_modules

import pytest

from kith.engines import kinship

MODULES = [module.name for module in iter_modules(kinship.__path__) if not module.ispkg]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    assert doctest.testmod(import_module(f"kith.engines.kinship.{name}")).failed == 0
