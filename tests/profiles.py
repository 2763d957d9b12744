"""How many random cases a property test runs.

``READINGS_TEST_PROFILE=long`` (``make test-long``) runs many; otherwise as many as a change can
wait for. Each test says both numbers, because a case costs a microsecond in one and a whole page
in another::

    @cases(normal=1_000, long=20_000)
    @given(text())
    def test_...
"""

import os

from hypothesis import HealthCheck, settings

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


def cases(normal: int, long: int) -> settings:
    """Settings that run so many cases in the profile of this run, whichever it is."""
    return settings(max_examples={"normal": normal, "long": long}[NAME])
