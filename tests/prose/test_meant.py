"""What an expression that cannot be read was meant to be."""

import pytest

from sufficiency.prose.meant import readings


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ('we_need("carers")', 'we_need("carers")'),
        ("we_need(carers)", 'we_need("carers")'),
        ("we need: carers", 'we_need("carers")'),
        ('figure["in-care"]', 'figure("in-care")'),
        ("cic now", "cic_now"),
        ("cic-now | with_noun", "cic_now | with_noun"),
        ('"cic_now"', "cic_now"),
        ("[cic_now]", "cic_now"),
        ("cic_now with_noun", "cic_now | with_noun"),
        ("cic_now: with_noun", "cic_now | with_noun"),
    ],
)
def test_is_among_its_readings(typed: str, meant: str) -> None:
    assert meant in list(readings(typed))
