from lookalike.library.remembering import MOST, Remembered


class Maker:
    def __init__(self):
        self.count = 0

    def __call__(self):
        self.count += 1
        return self.count


def test_a_value_is_made_once_until_the_catalog_changes():
    version, make = [1], Maker()
    remembered = Remembered(lambda: version[0])
    assert [remembered.get("a", make), remembered.get("a", make)] == [1, 1]
    version[0] = 2
    assert remembered.get("a", make) == 2


def test_what_was_made_while_the_catalog_changed_is_not_kept():
    version = [1]
    remembered = Remembered(lambda: version[0])

    def make():
        version[0] += 1
        return version[0]

    assert [remembered.get("a", make), remembered.get("a", make)] == [2, 3]


def test_those_that_nobody_asks_for_give_way():
    make = Maker()
    remembered = Remembered(lambda: 1)
    for key in range(MOST):
        remembered.get(key, make)
    remembered.get(0, make)
    remembered.get("one more", make)
    made = make.count
    remembered.get(0, make)
    assert make.count == made
    remembered.get(1, make)
    assert make.count == made + 1
