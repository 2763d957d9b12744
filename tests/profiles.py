"""How many random cases a property test runs.

``READINGS_TEST_PROFILE=long`` (``make test-long``) runs many, ``quick`` (``make mutate``) few and
always the same; otherwise as many as a change can wait for. Each test says two numbers, because a
case costs a microsecond in one and a whole page in another::

    @cases(normal=1_000, long=20_000)
    @given(text())
    def test_...
"""

import os

from hypothesis import HealthCheck, Phase, settings

NAME = os.environ.get("READINGS_TEST_PROFILE", "normal")

settings.register_profile(
    "normal",
    # The machine is shared: time says little about the code, so neither a slow case nor slow
    # generation fails a test. What time must be kept is measured in benchmarks/.
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
    # In CI the same cases each time, so that a change is never blamed for an old fault.
    derandomize="CI" in os.environ,
)
settings.register_profile("long", settings.get_profile("normal"), derandomize=False, database=None)
# A failure is enough to know: its smallest form is not looked for.
settings.register_profile(
    "quick",
    settings.get_profile("normal"),
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    max_examples=10,
)
_QUICK = 20
"""How many times as many cases the normal profile has."""


def cases(normal: int, long: int) -> settings:
    """Settings that run so many cases in the profile of this run, whichever it is."""
    quick = max(1, normal // _QUICK)
    return settings(max_examples={"quick": quick, "normal": normal, "long": long}[NAME])
