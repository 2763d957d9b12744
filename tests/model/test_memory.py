"""What a build hands to the next one."""

from build_scripts.model.memory import Memory, NoMemory


def test_an_equal_value_is_the_very_same_object_in_each_build() -> None:
    first = Memory()
    value = first.settle("places", {"a": [1, 2]})
    second = Memory(first)
    assert second.settle("places", {"a": [1, 2]}) is value
    third = Memory(second)
    other = {"a": [1, 3]}
    assert third.settle("places", other) is other
    assert Memory(third).settle("places", {"a": [1, 3]}) is other


def test_what_a_build_did_not_settle_is_forgotten() -> None:
    first = Memory()
    first.settle("places", value := [1])
    assert Memory(Memory(first)).settle("places", [1]) is not value


def test_an_empty_value_is_settled_too() -> None:
    first = Memory()
    value = first.settle("places", list[int]())
    assert Memory(first).settle("places", list[int]()) is value


def test_nothing_is_settled_without_a_next_build() -> None:
    first = NoMemory()
    value = first.settle("places", [1])
    assert Memory(first).settle("places", [1]) is not value
